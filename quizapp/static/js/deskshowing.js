// Shows beside the fields what the server said after saving: what is amiss, and which translations to check.
const reading = document.documentElement.lang;

const element = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text });

const showMarks = (form, marks) => {
  for (const place of form.querySelectorAll("[data-text]")) {
    const mark = place.querySelector("[data-mark]");
    const marked = marks.has(`t.${place.dataset.text}`);
    if (marked && !mark) place.querySelector("textarea").after(newMark(place));
    if (marked || !mark) continue;
    if (mark.contains(document.activeElement)) place.querySelector("textarea").focus();
    mark.remove();
  }
};

const newMark = (place) => {
  const mark = document.getElementById("mark").content.firstElementChild.cloneNode(true);
  const button = mark.querySelector("button");
  const label = place.querySelector("label").textContent.replace(/\s+/g, " ").trim();
  mark.id = `m.${place.dataset.text}`;
  button.value = `confirm:${place.dataset.text.replace(".", ":")}`;
  button.setAttribute("aria-label", `${button.textContent.trim()}: ${label}`);
  return mark;
};

// Where the server's page has the notes of a field, too.
const putNote = (field, note) => {
  if (field.matches("textarea, select, input")) field.parentElement.append(note);
  else if (field.matches("fieldset")) field.append(note);
  else if (field.matches(".things")) field.prepend(note);
  else if (field.matches("section")) field.firstElementChild.after(note);
  else field.after(note);
};

const showNotes = (form, told) => {
  const byField = new Map();
  for (const note of told) byField.set(note.field, [...(byField.get(note.field) ?? []), note]);
  const present = new Map();
  for (const note of form.querySelectorAll(".desk-note")) {
    const name = note.id.replace(/^n\./, "").replace(/(.)\.\d+$/, "$1");
    present.set(name, [...(present.get(name) ?? []), note]);
  }
  for (const name of new Set([...present.keys(), ...byField.keys()])) {
    const old = present.get(name) ?? [];
    const now = byField.get(name) ?? [];
    if (old.map((note) => note.textContent).join("\n") === now.map(({ text }) => text).join("\n")) continue;
    for (const note of old) note.remove();
    const field = document.getElementById(name);
    if (!field) continue;
    now.forEach(({ kind, text }, at) => {
      const note = element("p", `desk-note desk-note-${kind}`, text);
      note.id = `n.${name}${at ? `.${at + 1}` : ""}`;
      putNote(field, note);
    });
    if (!now.length) field.removeAttribute("aria-describedby");
    else if (field.matches("textarea, select")) field.setAttribute("aria-describedby", `n.${name}`);
  }
};

// The same list that the server's page has at its top.
const showList = (told, counts) => {
  for (const place of document.querySelectorAll("[data-problem-list]")) {
    const kind = place.dataset.problemList;
    const notes = told.filter((note) => (note.kind === "warning") === (kind === "warning"));
    place.hidden = !notes.length;
    place.querySelector("summary").textContent = counts[kind];
    place.querySelector("ul").replaceChildren(...notes.map(listItem));
  }
  document.getElementById("no-problems").hidden = told.some(({ kind }) => kind !== "warning");
};

const listItem = ({ field, place, text }) => {
  const link = element("a", "", [place, text].filter(Boolean).join(": "));
  link.href = `#${field}`;
  const item = document.createElement("li");
  item.append(link);
  return item;
};

// How much is open in each step, in the list of steps.
const showTallies = (form, tallies) => {
  for (const place of form.querySelectorAll("[data-tally]"))
    for (const kind of ["open", "check"]) {
      const said = tallies[place.dataset.tally]?.[kind];
      const shown = place.querySelector(`.tally-${kind}`);
      if (said && shown) shown.textContent = said;
      else if (said) place.prepend(element("span", `tally-${kind}`, said));
      else shown?.remove();
    }
};

// A step is called by its heading in the reader's language.
const showHeading = (form, { name, value }) => {
  const [, step] = new RegExp(`^t\\.${reading}\\.steps\\.([^.]+)\\.heading$`).exec(name) ?? [];
  const place = step && form.querySelector(`[data-heading="${CSS.escape(step)}"]`);
  if (place && value.trim()) place.textContent = value;
};

export const letShow = (form) => {
  form.addEventListener("input", ({ target }) => showHeading(form, target));
  addEventListener("desk-saved", ({ detail: { marks, told, counts, tallies } }) => {
    showMarks(form, new Set(marks));
    showNotes(form, told);
    showList(told, counts);
    showTallies(form, tallies);
  });
};
