// The class code, shown in two groups of four while it is typed. A QR code brings it behind "#",
// which no server sees; from the address it goes at once.
const field = document.getElementById("code");

const grouped = (text) => text.replace(/\D/g, "").slice(0, 8).replace(/^(\d{4})(?=\d)/, "$1 ");

field?.addEventListener("input", () => {
  const atEnd = field.selectionStart === field.value.length;
  if (atEnd) field.value = grouped(field.value);
});

const arrive = () => {
  if (!/^#\d{8}$/.test(location.hash)) return;
  field.value = grouped(location.hash);
  history.replaceState(null, "", location.pathname);
  field.form.querySelector("button").focus();
};

if (field) {
  arrive();
  addEventListener("hashchange", arrive);
}
