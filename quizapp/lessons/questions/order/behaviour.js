// Tap the things in their order; a tap on a numbered one takes its number away again.
import { changed, labelOf, list, part, replaceRows, tap } from "../../js/inputs.js";

const selects = (el) => [...el.querySelectorAll("select")];

export const read = (el) => {
  const placed = selects(el).filter((select) => select.value);
  const places = new Set(placed.map((select) => select.value));
  if (places.size < selects(el).length) return null;
  return placed.sort((one, other) => one.value - other.value).map(part);
};

export const show = (el, choice) => {
  for (const select of selects(el)) select.value = choice.indexOf(part(select)) + 1 || "";
  el.dispatchEvent(new Event("shown"));
};

export const enhance = (el) => {
  const things = selects(el).map((select) => ({
    select,
    ...tap(labelOf(select).childNodes, () => toggle(select)),
  }));

  const toggle = (select) => {
    const place = Number(select.value);
    const taken = things.filter((thing) => thing.select.value);
    for (const thing of taken) if (place && thing.select.value > place) thing.select.value -= 1;
    select.value = place ? "" : taken.length + 1;
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
  el.addEventListener("shown", draw);
  draw();
};
