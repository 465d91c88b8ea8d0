// For those who write without a mouse, and for everybody who has lost sight of what is missing: on to the next
// place where something is to be done. Ctrl+Enter does it too, Ctrl+Shift+Enter leads to the list of steps, and
// Ctrl+S saves.
import { enter, reveal } from "./deskjumping.js";

const OPEN = ".desk-note-unwritten, .desk-note-wrong, [data-mark], #add";
const ENTRY = "input:not([type=hidden], [hidden]), select, textarea, button";
const CHOICE = "[type=radio], [type=checkbox]";

// A note stands there until the next saving: what has been filled since isn't open any more.
const filled = (note, place) =>
  note.matches(".desk-note-unwritten") && (place.value?.trim() || place.querySelector("input:checked"));

// Where one would go for a note, and behind what: which answer is right one says once they are all written.
const stopFor = (found) => {
  if (found.matches("[data-mark]")) return stopAt(found.parentElement.querySelector("textarea"));
  const place = document.getElementById(found.id.replace(/^n\.|\.\d+$/g, ""));
  return place && !filled(found, place) && stopAt(place);
};

const stopAt = (place) => {
  if (place.matches(`${ENTRY}, .desk-step`)) return { place, behind: place };
  const within = place.querySelector(CHOICE) ?? place.querySelector(ENTRY);
  return { place: within, behind: place.matches(".things") ? place.nextElementSibling : place };
};

const isAhead = ({ place, behind }, here) =>
  place !== here && (here === document.body || here.compareDocumentPosition(behind) & Node.DOCUMENT_POSITION_FOLLOWING);

const inOrder = (one, other) =>
  one.behind.compareDocumentPosition(other.behind) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

export const letGoOn = (form, status) => {
  const button = form.querySelector("[data-next]");
  let from = null; // pressing the button doesn't change where one was

  const goOn = () => {
    if (document.activeElement === button && from?.isConnected) from.focus({ preventScroll: true });
    const stops = [...form.querySelectorAll(OPEN)].map(stopFor).filter(Boolean).sort(inOrder);
    const next =
      stops.find((stop) => isAhead(stop, document.activeElement)) ?? stops.find(({ place }) => !place.closest("#add"));
    if (next) return enter(next.place);
    if (status.dataset.state === "saving") {
      addEventListener("desk-saved", () => setTimeout(goOn), { once: true }); // perhaps there is more to save
      return dispatchEvent(new Event("desk-save"));
    }
    form.querySelector("#no-problems a").focus();
  };

  const toSteps = () => {
    const step = document.activeElement.closest("[data-step]")?.dataset.step ?? "head";
    const link = form.querySelector(`[data-outline-step="${step}"] a`);
    reveal(link);
    link.focus();
  };

  for (const place of form.querySelectorAll("[data-next], [data-next-keys]")) place.hidden = false;
  button.addEventListener("click", goOn);
  form.addEventListener("focusout", ({ target }) => (from = target.closest(".desk-steps") && target));
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
    // By its place on the keyboard: on a Cyrillic one it is another letter.
    if (event.code === "KeyS" && !event.shiftKey) dispatchEvent(new Event("desk-save"));
    else if (event.key === "Enter") event.shiftKey ? toSteps() : goOn();
    else return;
    event.preventDefault();
  });
};
