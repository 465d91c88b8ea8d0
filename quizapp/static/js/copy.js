// A button that copies what stands in a field. Also on http:// in a school's own network, where browsers
// give no clipboard to scripts: the field's own "copy" works there.
const button = document.querySelector("[data-copy]");

function copied(field) {
  field.select();
  return document.execCommand("copy");
}

if (button) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", () => {
    if (copied(field)) document.getElementById("copied").textContent = button.dataset.copied;
  });
}
