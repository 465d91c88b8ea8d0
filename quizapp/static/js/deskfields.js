// What stands in the fields of the desk, by the parts that are saved together: "t.mk.steps.s1.text" is a text,
// "d.s1" the choices of a step. A part says pairs of name and value, and is based on what the server gave for it.
export class DeskFields {
  constructor(form) {
    this.form = form;
    this.known = this.all();
  }

  field(name) {
    return this.form.elements.namedItem(name);
  }

  all() {
    const found = new Map();
    for (const [name, value] of new FormData(this.form)) {
      const part = name.startsWith("d.") ? name : partOf(name);
      if (!part) continue;
      if (!found.has(part)) found.set(part, []);
      if (part !== name || isText(part)) found.get(part).push([name, value]);
    }
    return found;
  }

  said(part) {
    return isText(part) ? [[part, this.field(part).value]] : this.all().get(part);
  }

  // The parts that say something else than the server knows.
  changed() {
    return new Map([...this.all()].filter(([part, said]) => !same(said, this.known.get(part))));
  }

  isKnown(part) {
    return same(this.said(part), this.known.get(part));
  }

  base(part) {
    return this.field(baseName(part)).value;
  }

  // The server has this part now, as it was sent.
  settle(part, said, base) {
    this.known.set(part, said);
    this.field(baseName(part)).value = base;
  }

  // Puts back what was kept from another time; the server is to say whether it has it. What was under way then
  // may have arrived: then everything later is based on it. Answers whether the page has a place for it.
  restore(part, { said, base, sent }) {
    const placed = Boolean(this.field(baseName(part)));
    if (!placed && !isText(part)) return false;
    if (!placed) this.form.append(hidden(part), hidden(baseName(part)));
    if (!placed || !sent || !same(tidy(sent), tidy(this.said(part)))) this.field(baseName(part)).value = base;
    for (const field of this.form.elements) if (partOf(field.name) === part) put(field, said);
    this.known.delete(part);
    return placed;
  }
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// The part that a field belongs to.
export const partOf = (name) => {
  if (isText(name)) return name;
  const step = /^s\.([^.]+)\./.exec(name);
  return step && `d.${step[1]}`;
};

export const baseName = (part) => (isText(part) ? `v.${part.slice(2)}` : part);

const isText = (part) => part.startsWith("t.");

// As the server keeps texts.
const tidy = (said) => said.map(([name, value]) => [name, value.replace(/\r\n?/g, "\n").trim().normalize()]);

const hidden = (name) => Object.assign(document.createElement("input"), { type: "hidden", name });

const put = (field, said) => {
  const values = said.filter(([name]) => name === field.name).map(([, value]) => value);
  if (["radio", "checkbox"].includes(field.type)) field.checked = values.includes(field.value);
  else if (values.length) field.value = values[0];
};
