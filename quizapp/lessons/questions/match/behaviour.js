// Tap two things, one on each side, in whichever order: both wear the same number. A further tap parts them.
import { changed, emptyOnes, labelOf, list, part, replaceRows, selects, tap } from "../../js/inputs.js";

export const read = (el) => {
  if (emptyOnes(el).length) return null;
  return Object.fromEntries(selects(el).map((select) => [part(select), select.value]));
};

export const lacks = emptyOnes;

export const show = (el, choice) => {
  for (const select of selects(el)) select.value = choice[part(select)] ?? "";
  el.dispatchEvent(new Event("shown"));
};

export const enhance = (el) => {
  let held = null;
  const options = [...selects(el)[0].options].filter((option) => option.value);
  const lefts = selects(el).map((select) => {
    const left = { select, ...tap(part(select), labelOf(select).childNodes, () => press(left)) };
    return left;
  });
  const rights = options.map(({ value, text }) => {
    const right = { value, ...tap("", [text], () => press(right)) };
    return right;
  });
  const partner = ({ value }) => lefts.find(({ select }) => select.value === value);

  const press = (thing) => {
    const joined = thing.select ? thing : partner(thing);
    if (joined) joined.select.value = "";
    const other = held && Boolean(held.select) !== Boolean(thing.select) ? held : null;
    if (other?.select) other.select.value = thing.value;
    else if (other) thing.select.value = other.value;
    held = other || held === thing ? null : thing;
    draw();
    changed(el);
  };

  const wear = ({ button, badge }, left, isHeld) => {
    badge.textContent = left?.select.value ? lefts.indexOf(left) + 1 : "";
    button.setAttribute("aria-pressed", String(isHeld || Boolean(left?.select.value)));
  };

  const draw = () => {
    for (const left of lefts) wear(left, left, left === held);
    for (const right of rights) {
      const left = partner(right);
      wear(right, left, right === held);
      right.button.dataset.part = left ? part(left.select) : "";
    }
  };

  const both = document.createElement("div");
  both.className = "taps taps-two";
  both.append(list("taps", lefts.map(({ button }) => button)), list("taps", rights.map(({ button }) => button)));
  replaceRows(el, both);
  el.querySelector(".tap-hint").hidden = false;
  el.addEventListener("shown", () => {
    held = null;
    draw();
  });
  draw();
};
