// Choosing a picture in a dialog: the field keeps the picture's id, and tells its change like typing does.
const dialog = document.getElementById("picker");
const search = document.getElementById("picker-search");
const grid = dialog?.querySelector(".picker-pictures");
const note = dialog?.querySelector(".picker-empty");
let field = null;

// As the server folds: without case and accents.
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Every field gets its buttons; call it again for fields that come later.
export function enhance(root = document) {
  for (const place of root.querySelectorAll("[data-picture-field]:not([data-ready])")) {
    const input = place.querySelector("input");
    const choose = place.querySelector("[data-choose]");
    place.dataset.ready = "";
    // The button takes the input's place, also for whoever jumps here from a list of problems.
    choose.id = input.id;
    input.removeAttribute("id");
    input.hidden = true;
    choose.setAttribute("aria-labelledby", `l.${choose.id} w.${choose.id} ${choose.id}`);
    for (const button of place.querySelectorAll("button")) button.hidden = false;
    place.querySelector("[data-clear]")?.toggleAttribute("hidden", !input.value);
  }
}

function set(place, id, name, source) {
  const input = place.querySelector("input");
  const image = place.querySelector("img");
  if (id && input.value && id !== input.value) ask(input.name);
  input.value = id;
  image.hidden = !id;
  if (id) image.src = source;
  place.querySelector(".picture-name").textContent = name;
  place.querySelector("[data-clear]")?.toggleAttribute("hidden", !id);
  for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
}

// What stands there describes the picture that was there before.
function ask(name) {
  const texts = document.querySelector(`[data-alt-of="${name}"]`);
  const told = !texts || texts.querySelector("[data-refit]");
  if (told || ![...texts.querySelectorAll("textarea")].some(({ value }) => value.trim())) return;
  texts.prepend(document.getElementById("refit").content.cloneNode(true));
}

// What a drawing shows is a beginning for its alternative text, where there is none yet.
function suggest(place, button) {
  if (!place.dataset.alt) return;
  for (const language of ["mk", "sq"]) {
    const text = document.getElementsByName(`t.${language}.${place.dataset.alt}`)[0];
    if (!text || text.value || !button.dataset[language]) continue;
    text.value = button.dataset[language];
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function filter() {
  const words = fold(search.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const item of grid.querySelectorAll("[data-words]")) {
    item.hidden = !words.every((word) => item.dataset.words.includes(word));
    found += !item.hidden;
  }
  for (const group of grid.children) group.hidden = !group.querySelector("li:not([hidden])");
  note.textContent = found ? "" : note.dataset.nothing;
}

// Asked for anew each time, since a colleague may have brought a picture; without a network the last ones stay.
async function load() {
  try {
    const answer = await fetch(dialog.dataset.url);
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    grid.innerHTML = await answer.text();
  } catch {
    if (!grid.children.length) return void (note.textContent = note.dataset.away);
  }
  filter();
}

async function open(place) {
  field = place;
  search.value = "";
  dialog.showModal();
  search.focus();
  await load();
}

if (dialog) {
  enhance();
  document.addEventListener("click", (event) => {
    const place = event.target.closest("[data-picture-field]");
    if (place && event.target.closest("[data-choose]")) open(place);
    if (place && event.target.closest("[data-clear]")) {
      set(place, "", dialog.dataset.none, "");
      place.querySelector("[data-choose]").focus();
    }
  });
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("[data-picture]");
    if (button) {
      set(field, button.dataset.picture, button.textContent.trim(), button.querySelector("img").src);
      suggest(field, button);
    }
    if (button || event.target.closest("[data-close]")) dialog.close();
  });
  search.addEventListener("input", filter);
  // Enter in the search must not send the lesson's form.
  search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  dialog.addEventListener("close", () => field.querySelector("[data-choose]").focus());
}
