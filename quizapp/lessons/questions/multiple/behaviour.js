export const read = (el) => {
  const chosen = [...el.querySelectorAll("input:checked")].map((input) => input.value).sort();
  return chosen.length ? chosen : null;
};

export const show = (el, choice) => {
  for (const input of el.querySelectorAll("input")) input.checked = choice.includes(input.value);
};
