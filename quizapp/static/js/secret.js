// Three secret pictures from one grid, tapped three times, instead of three rows of radio buttons; these go on
// holding what is chosen. Whoever chooses for the first time sees the three once more before going in.
const form = document.getElementById("secret");
const part = (name) => document.getElementById(`secret-${name}`);
const slots = [...form.querySelectorAll("[data-slot]")];
const grid = form.querySelector("[role=group]");
const remember = part("remember");
const MOMENT = 400; // ms: the second half of a double tap must not go past the pictures

const radios = (slot) => [...form.elements[`secret${slot.dataset.slot}`]];
const chosen = (slot) => radios(slot).find((radio) => radio.checked);
const empty = () => slots.find((slot) => !chosen(slot));
const pictureOf = (radio) => radio.parentElement.querySelector("img").cloneNode();

const paint = () => {
  for (const slot of slots) {
    const radio = chosen(slot);
    slot.disabled = !radio;
    slot.replaceChildren(slot.firstElementChild, ...(radio ? [pictureOf(radio)] : []));
    slot.classList.toggle("secret-slot-next", slot === empty());
  }
  for (const button of grid.children) {
    button.classList.toggle("chosen", slots.some((slot) => chosen(slot)?.value === button.dataset.picture));
    button.setAttribute("aria-disabled", !empty());
  }
};

const say = (slot) => {
  const alt = slot.querySelector("img")?.alt;
  part("said").textContent = [slot.dataset.name, alt ?? "–"].join(": ");
};

const put = (picture) => {
  const slot = empty();
  if (!slot) return;
  radios(slot).find((radio) => radio.value === picture).checked = true;
  paint();
  say(slot);
  if (!empty()) document.getElementById("go-in").focus();
};

const takeBack = (slot) => {
  chosen(slot).checked = false;
  paint();
  say(slot);
  grid.firstElementChild.focus({ preventScroll: true });
};

const look = (on) => {
  for (const name of ["intro", "choose"]) part(name).hidden = on;
  remember.hidden = !on;
  if (!on) return;
  document.getElementById("secret-error")?.remove();
  const go = document.getElementById("remembered");
  go.disabled = true;
  setTimeout(() => (go.disabled = false), MOMENT);
  remember.querySelectorAll("li").forEach((item, place) => item.replaceChildren(pictureOf(chosen(slots[place]))));
  remember.querySelector("h2").focus();
};

form.elements.look?.remove();
for (const row of form.querySelectorAll("fieldset")) row.hidden = true;
part("bar").append(part("go"));
part("choose").hidden = false;
paint();
addEventListener("pageshow", paint); // a browser may fill the form in again after a step back

form.addEventListener("click", ({ target }) => {
  const picture = target.closest("[data-picture]");
  const slot = target.closest("[data-slot]");
  if (picture) put(picture.dataset.picture);
  else if (slot) takeBack(slot);
  else if (target.closest("#others")) look(false);
});
form.addEventListener("submit", (event) => {
  if (!remember?.hidden || empty()) return;
  event.preventDefault();
  look(true);
});
