// The menu of kinds: it comes to the step whose button asks for it. Without a mouse, arrows go from one kind to
// the next, a letter to the kinds that begin with it.
import { enter } from "./deskjumping.js";

const name = (button) => button.querySelector("strong").textContent.toLowerCase();
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

const open = (menu, step) => {
  step.after(menu);
  for (const kind of menu.querySelectorAll("button")) kind.value = `${kind.dataset.add}:${step.dataset.step}`;
  menu.closest("form").elements.after.value = step.dataset.step;
  enter(menu.querySelector("button"));
};

export const letChoose = (menu) => {
  menu.closest("form").addEventListener("click", (event) => {
    const button = event.target.closest("[value^=add_after]");
    if (!button) return;
    event.preventDefault();
    open(menu, button.closest("[data-step]"));
  });
  menu.addEventListener("keydown", (event) => {
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
};
