// The menu of kinds without a mouse: arrows go from one to the next, a letter to the kinds that begin with it.
const name = (button) => button.querySelector("strong").textContent.toLowerCase();
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export const letChoose = (menu) =>
  menu?.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const kinds = [...menu.querySelectorAll("button")];
    const at = kinds.indexOf(target);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const onward = [...kinds.slice(at + 1), ...kinds.slice(0, at + 1)];
    const found = STEPS[key]
      ? kinds[at + STEPS[key]]
      : /^\p{L}$/u.test(key) && onward.find((one) => name(one).startsWith(key.toLowerCase()));
    if (!found) return;
    event.preventDefault();
    found.focus();
  });
