import { part } from "../../js/inputs.js";

const radios = (el) => [...el.querySelectorAll("input[type=radio]")];

// Every card needs its bucket before this is an answer.
export const read = (el) => {
  const cards = new Set(radios(el).map(part));
  const placed = radios(el).filter((radio) => radio.checked);
  return placed.length === cards.size ? Object.fromEntries(placed.map((radio) => [part(radio), radio.value])) : null;
};

export const show = (el, choice) => {
  for (const radio of radios(el)) radio.checked = choice[part(radio)] === radio.value;
};
