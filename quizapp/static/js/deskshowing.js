// Shows what the server said after saving, as its page does: what is amiss, and which translations to check.
const reading = document.documentElement.lang;

const element = (tag, className, textContent) => Object.assign(document.createElement(tag), { className, textContent });

const showMarks = (form, marks) => {
  for (const place of form.querySelectorAll(".words[data-text]")) {
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

const squashed = (notes) => notes.map(({ textContent }) => textContent.replace(/\s+/g, " ").trim()).join("\n");

const gathered = (things, nameOf) => {
  const found = new Map();
  for (const thing of things) found.set(nameOf(thing), [...(found.get(nameOf(thing)) ?? []), thing]);
  return found;
};

// Where a field's notes are as they should be they stay: the cursor may be in them.
const showNotes = (form, told) => {
  const present = gathered(form.querySelectorAll(".desk-note"), ({ id }) => id.replace(/^n\.|\.\d+$/g, ""));
  const wanted = gathered(told, ({ field }) => field);
  for (const name of new Set([...present.keys(), ...wanted.keys()])) {
    const field = document.getElementById(name);
    const before = present.get(name) ?? [];
    const notes = (wanted.get(name) ?? []).map(newNote);
    if (!field || squashed(before) === squashed(notes)) continue;
    if (before.some((note) => note.contains(document.activeElement))) field.focus();
    for (const note of before) note.remove();
    putNotes(field, notes);
    if (!field.name || !notes.length) field.removeAttribute("aria-describedby");
    else field.setAttribute("aria-describedby", notes[0].id);
  }
};

const newNote = ({ field, kind, text, lead, word, reason }, at) => {
  const note = document.getElementById("note").content.firstElementChild.cloneNode(true);
  note.classList.add(`desk-note-${kind}`);
  note.id = `n.${field}${at ? `.${at + 1}` : ""}`;
  for (const [name, value] of Object.entries({ text, lead, word, reason })) {
    const place = note.querySelector(`[data-${name}]`);
    if (!value) place.remove();
    else if (name === "word") place.value += value;
    else place.append(value);
  }
  return note;
};

const putNotes = (field, notes) => {
  if (field.matches("section")) field.firstElementChild.after(...notes);
  else if (field.matches("fieldset")) field.append(...notes);
  else if (field.matches(".things")) field.prepend(...notes);
  else if (field.name) field.parentElement.append(...notes);
  else field.after(...notes);
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

const listItem = ({ field, kind, place, text, reason }) => {
  const item = element("li", `desk-problem-${kind}`);
  const link = element("a", "", [place, text].filter(Boolean).join(": "));
  link.href = `#${field}`;
  item.append(link);
  if (reason) item.append(" ", element("span", "soft", `${document.getElementById("note").dataset.reason} ${reason}`));
  return item;
};

// How easy it is to read.
const showMeters = (form, meters) => {
  for (const [name, readings] of Object.entries(meters))
    for (const { language, level, bar, said, more } of readings) {
      const meter = form.querySelector(`[data-meters="${name}"] [data-meter="${language}"]`);
      if (!meter) continue;
      meter.hidden = !level;
      meter.dataset.level = level;
      meter.querySelector("progress").value = bar;
      meter.querySelector("[data-said]").textContent = said;
      meter.querySelector("[data-more]").textContent = more;
    }
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
  const place = language === reading && value.trim() && document.querySelector(`[data-heading="${step}"]`);
  if (!place) return;
  Object.assign(place, { textContent: value, lang: language });
  for (const way of document.querySelectorAll(`:is([name$=".next"], [name$=".goto"]) > [value="${step}"]`))
    Object.assign(way, { textContent: `${parseInt(way.textContent)}. ${value}`, lang: language });
};

export const letShow = (form) => {
  form.addEventListener("input", ({ target }) => showHeading(target));
  addEventListener("desk-saved", ({ detail }) => {
    showMarks(form, detail.marks);
    showNotes(form, detail.told);
    showList(detail.told, detail.counts);
    showTallies(form, detail.tallies);
    showMeters(form, detail.meters);
    form.querySelector("[data-limits]").textContent = detail.limits;
  });
};
