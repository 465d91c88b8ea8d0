// What stands at the parts of a question: right, not right yet, still empty, and why. A sign with words, never
// a colour alone.
const TONES = ["good", "again", "empty"];

export const template = (id) => document.getElementById(`player-${id}`).content.cloneNode(true);

// Where a part stands: the things to tap in the place of rows that only hold the values.
export const shown = (el, id) =>
  [...el.querySelectorAll(`[data-part="${CSS.escape(id)}"]`)].filter((part) => !part.closest("[hidden]"));

export const mark = (el, ids, tone) => {
  for (const part of ids.flatMap((id) => shown(el, id))) {
    part.classList.add(`part-${tone}`);
    (part.querySelector("legend") ?? part).append(template(`part-${tone}`));
  }
};

export const explain = (el, id, text) => {
  const [part] = shown(el, id);
  const reason = document.createElement("p");
  reason.className = "part-reason";
  reason.append(text);
  if (part.matches("fieldset")) part.append(reason);
  else part.after(reason);
};

export const unmark = (el) => {
  for (const sign of el.querySelectorAll(".part-sign, .part-reason")) sign.remove();
  for (const part of el.querySelectorAll("[data-part]")) part.classList.remove(...TONES.map((tone) => `part-${tone}`));
};

// The ids of all parts, as they stand on the page.
export const partsOf = (el) => [
  ...new Set([...el.querySelectorAll("[data-part]")].map((part) => part.dataset.part)),
].filter(Boolean);
