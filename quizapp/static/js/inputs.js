// What several kinds of question share: reading and restoring plain inputs.
export const readOne = (el) => el.querySelector("input:checked")?.value ?? null;

export const showOne = (el, choice) => {
  for (const input of el.querySelectorAll("input")) input.checked = input.value === choice;
};

// Chooses what [name, value] pairs say of the fields in here, and nothing else.
export const choose = (el, fields) => {
  for (const field of el.querySelectorAll("input, select")) {
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.matches("select")) field.value = values[0] ?? "";
    else field.checked = values.includes(field.value);
  }
};

// A field's own id within its question: "colours.red" -> "red".
export const part = (field) => field.name.slice(field.name.indexOf(".") + 1);

export const selects = (el) => [...el.querySelectorAll("select")];

// The parts without a value.
export const emptyOnes = (el) => selects(el).filter((select) => !select.value).map(part);

export const labelOf = (select) => {
  const label = select.labels[0].cloneNode(true);
  for (const field of label.querySelectorAll("select")) field.remove();
  return label;
};

// Puts tappable things in the place of rows of selects; the selects go on holding the values.
export const replaceRows = (el, things) => {
  const rows = el.querySelector(".rows");
  rows.after(things);
  rows.hidden = true;
};

// id: of the part this stands for.
export const tap = (id, label, pressed) => {
  const button = document.createElement("button");
  const badge = document.createElement("span");
  button.type = "button";
  button.className = "tap";
  button.dataset.part = id;
  badge.className = "tap-badge";
  const words = document.createElement("span");
  words.append(...label);
  button.append(badge, words);
  button.addEventListener("click", pressed);
  return { button, badge };
};

export const list = (className, buttons) => {
  const ol = document.createElement("ol");
  ol.className = className;
  for (const button of buttons) {
    const item = document.createElement("li");
    item.append(button);
    ol.append(item);
  }
  return ol;
};

export const changed = (el) => el.dispatchEvent(new Event("change", { bubbles: true }));
