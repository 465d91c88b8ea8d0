// Shows what the server said after saving, as its page does: what is amiss, and which translations to check.
const reading = document.documentElement.lang;

const element = (tag, className, textContent) => Object.assign(document.createElement(tag), { className, textContent });

const showMarks = (form, marks) => {
  for (const place of form.querySelectorAll("[data-text]")) {
    const mark = place.querySelector("[data-mark]");
    const area = place.querySelector("textarea");
    if (!marks.includes(area.name)) {
      if (mark?.contains(document.activeElement)) area.focus();
      mark?.remove();
    } else if (!mark) area.after(newMark(place));
  }
};

const newMark = (place) => {
  const mark = document.getElementById("mark").content.firstElementChild.cloneNode(true);
  const button = mark.querySelector("button");
  const label = place.querySelector("label").textContent.replace(/\s+/g, " ").trim();
  mark.id = `m.${place.dataset.text}`;
  button.value += place.dataset.text.replace(".", ":");
  button.setAttribute("aria-label", `${button.textContent.trim()}: ${label}`);
  return mark;
};

const showNotes = (form, told) => {
  for (const note of form.querySelectorAll(".desk-note")) note.remove();
  for (const field of form.querySelectorAll('[aria-describedby^="n."]')) field.removeAttribute("aria-describedby");
  for (const { field, kind, text } of told) {
    const place = document.getElementById(field);
    const note = element("p", `desk-note desk-note-${kind}`, text);
    if (!document.getElementById(`n.${field}`)) note.id = `n.${field}`;
    if (!place) continue;
    if (place.matches("section")) place.firstElementChild.after(note);
    else if (place.matches("fieldset, .things")) place.prepend(note);
    else if (place.name) {
      place.parentElement.append(note);
      place.setAttribute("aria-describedby", `n.${field}`);
    } else place.after(note);
  }
};

const showList = (told, counts) => {
  for (const list of document.querySelectorAll("[data-problem-list]")) {
    const kind = list.dataset.problemList;
    const notes = told.filter((note) => (note.kind === "warning") === (kind === "warning"));
    list.hidden = !notes.length;
    list.querySelector("summary").textContent = counts[kind];
    list.querySelector("ul").replaceChildren(...notes.map(listItem));
    if (kind === "wrong") document.getElementById("no-problems").hidden = notes.length;
  }
};

const listItem = ({ field, place, text }) => {
  const item = element("li");
  item.append(element("a", "", [place, text].filter(Boolean).join(": ")));
  item.firstChild.href = `#${field}`;
  return item;
};

// How much is open in each step, in the list of steps.
const showTallies = (form, tallies) => {
  for (const place of form.querySelectorAll("[data-tally]"))
    for (const kind of ["check", "open"]) {
      const said = tallies[place.dataset.tally]?.[kind];
      place.querySelector(`.tally-${kind}`)?.remove();
      if (said) place.prepend(element("span", `tally-${kind}`, said));
    }
};

// A step is called by its heading in the reader's language.
const showHeading = ({ name, value }) => {
  const [, language, step] = /^t\.(..)\.steps\.([^.]+)\.heading$/.exec(name) ?? [];
  if (language === reading && value.trim()) document.querySelector(`[data-heading="${step}"]`).textContent = value;
};

export const letShow = (form) => {
  form.addEventListener("input", ({ target }) => showHeading(target));
  addEventListener("desk-saved", ({ detail }) => {
    showMarks(form, detail.marks);
    showNotes(form, detail.told);
    showList(detail.told, detail.counts);
    showTallies(form, detail.tallies);
  });
};
