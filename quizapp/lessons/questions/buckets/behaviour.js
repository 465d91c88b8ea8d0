import { part } from "../../js/inputs.js";

const radios = (el) => [...el.querySelectorAll("input[type=radio]")];

const placed = (el) => Object.fromEntries(radios(el).filter((radio) => radio.checked).map((radio) => [part(radio), radio.value]));

export const lacks = (el) => [...new Set(radios(el).map(part))].filter((card) => !(card in placed(el)));

// Every card needs its bucket before this is an answer.
export const read = (el) => (lacks(el).length ? null : placed(el));

export const show = (el, choice) => {
  for (const radio of radios(el)) radio.checked = choice[part(radio)] === radio.value;
};
