// Tap the things in their order; a tap on a numbered one takes its number away again.
import { changed, emptyOnes, labelOf, list, part, replaceRows, selects, tap } from "../../js/inputs.js";

// An item's words, with its picture where it has one.
const wordsOf = (select) => {
  const words = document.createElement("span");
  words.className = "part-label";
  words.append(...labelOf(select).children);
  return words;
};

export const read = (el) => {
  const placed = selects(el).filter((select) => select.value);
  const places = new Set(placed.map((select) => select.value));
  if (places.size < selects(el).length) return null;
  return placed.sort((one, other) => one.value - other.value).map(part);
};

export const lacks = emptyOnes;

export const show = (el, choice) => {
  for (const select of selects(el)) select.value = choice.indexOf(part(select)) + 1 || "";
  el.dispatchEvent(new Event("shown"));
};

export const enhance = (el) => {
  const things = selects(el).map((select) => ({
    select,
    ...tap(part(select), [wordsOf(select)], () => toggle(select)),
  }));

  // The next number is the lowest that is free.
  const toggle = (select) => {
    const taken = things.map((thing) => thing.select.value);
    const free = taken.findIndex((_, place) => !taken.includes(String(place + 1))) + 1;
    select.value = select.value ? "" : free;
    draw();
    changed(el);
  };

  const draw = () => {
    for (const { select, button, badge } of things) {
      badge.textContent = select.value;
      button.setAttribute("aria-pressed", String(Boolean(select.value)));
    }
  };

  replaceRows(el, list("taps", things.map((thing) => thing.button)));
  el.querySelector(".tap-hint").hidden = false;
  el.addEventListener("shown", draw);
  draw();
};
