// The class code, shown in two groups of four while it is typed.
const field = document.getElementById("code");

field?.addEventListener("input", () => {
  const digits = field.value.replace(/\D/g, "").slice(0, 8);
  const atEnd = field.selectionStart === field.value.length;
  if (atEnd) field.value = digits.replace(/^(\d{4})(?=\d)/, "$1 ");
});
