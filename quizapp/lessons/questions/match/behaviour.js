// Tap a thing on the left, then what belongs to it on the right: both wear the same number.
import { changed, labelOf, list, part, replaceRows, tap } from "../../js/inputs.js";

const selects = (el) => [...el.querySelectorAll("select")];

export const read = (el) => {
  const placed = selects(el).filter((select) => select.value);
  return placed.length === selects(el).length
    ? Object.fromEntries(placed.map((select) => [part(select), select.value]))
    : null;
};

export const show = (el, choice) => {
  for (const select of selects(el)) select.value = choice[part(select)] ?? "";
  el.dispatchEvent(new Event("shown"));
};

export const enhance = (el) => {
  let held = null;
  const options = [...selects(el)[0].options].filter((option) => option.value);
  const lefts = selects(el).map((select) => ({ select, ...tap(labelOf(select).childNodes, () => hold(select)) }));
  const rights = options.map(({ value, text }) => ({ value, ...tap([text], () => join(value)) }));

  const hold = (select) => {
    if (select.value) {
      select.value = "";
      changed(el);
    }
    held = held === select ? null : select;
    draw();
  };

  const join = (value) => {
    for (const { select } of lefts) if (select.value === value) select.value = "";
    held ??= lefts.find(({ select }) => !select.value).select;
    held.value = value;
    held = null;
    draw();
    changed(el);
  };

  const draw = () => {
    for (const [index, { select, button, badge }] of lefts.entries()) {
      badge.textContent = select.value ? index + 1 : "";
      button.setAttribute("aria-pressed", String(select === held || Boolean(select.value)));
    }
    for (const { value, button, badge } of rights) {
      const index = lefts.findIndex(({ select }) => select.value === value);
      badge.textContent = index < 0 ? "" : index + 1;
      button.setAttribute("aria-pressed", String(index >= 0));
    }
    el.toggleAttribute("data-holding", held !== null);
  };

  const both = document.createElement("div");
  both.className = "taps taps-two";
  both.append(list("taps", lefts.map(({ button }) => button)), list("taps", rights.map(({ button }) => button)));
  replaceRows(el, both);
  el.addEventListener("shown", draw);
  draw();
};
