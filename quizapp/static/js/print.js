// Shows the button that opens the browser's print dialog; without JavaScript its menu does the same.
const button = document.getElementById("print");

if (button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
