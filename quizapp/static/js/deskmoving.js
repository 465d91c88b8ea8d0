// Dragging steps in the list. The buttons do the same for those who don't drag.
export const letMove = (form) => {
  const list = form.querySelector("[data-outline]");
  const items = () => [...list.querySelectorAll("[data-outline-step]:not([data-outline-step=head])")];
  const button = Object.assign(document.createElement("button"), { name: "do", hidden: true });
  let dragged = null;
  let before = [];

  const begin = (event, item) => {
    dragged = item;
    before = items();
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    item.classList.add("dragged");
  };

  const over = (event, item) => {
    if (!dragged) return;
    event.preventDefault();
    if (!item || item === dragged) return;
    const { top, height } = item.getBoundingClientRect();
    if (event.clientY < top + height / 2) item.before(dragged);
    else item.after(dragged);
  };

  const end = ({ dataTransfer }) => {
    const item = dragged;
    const to = items().indexOf(item);
    dragged = null;
    item.classList.remove("dragged");
    if (dataTransfer.dropEffect === "none") return list.append(...before);
    if (to === before.indexOf(item)) return;
    button.value = `move:${item.dataset.outlineStep}:${to}`;
    button.click();
  };

  for (const item of items()) {
    item.draggable = true;
    // The link inside would be dragged in its place.
    for (const link of item.querySelectorAll("a")) link.draggable = false;
    item.addEventListener("dragstart", (event) => begin(event, item));
    item.addEventListener("dragend", end);
  }
  list.addEventListener("dragover", (event) => over(event, event.target.closest("[draggable=true]")));
  list.addEventListener("drop", (event) => event.preventDefault());
  addEventListener("desk-waiting", () => !dragged && list.append(...before)); // it couldn't be moved now
  form.append(button);
};
