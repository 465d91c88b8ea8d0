// Saving while people write. What the server doesn't have yet is kept on the device, for this person and lesson,
// and is sent again: when the network is back, after signing in, at the next visit. A request that got no answer
// is repeated as it was before anything newer goes out, since it may have arrived.
import { deliver } from "./desksending.js";
import { DeskFields, baseName, partOf, same } from "./deskfields.js";
import { device } from "./kept.js";

const PAUSE = 1000;
const LONGEST_PAUSE = 5000; // for those who type without a pause
const LONGEST_WAIT = 10; // s between two tries
const NAVIGATING = 10000;

const met = (why) => ["both", "choose"].includes(why);
const everyday = (state) => ["saving", "saved"].includes(state);

export class DeskSaving {
  constructor(form, status) {
    Object.assign(this, { form, status, failures: 0, flight: null, deed: "save", held: new Map() });
    this.prefix = `desk:${form.dataset.desk}:${form.dataset.person}:`;
    this.fields = new DeskFields(form);
    this.restore();
    form.addEventListener("input", ({ target }) => this.note(target.name ?? ""));
    form.addEventListener("change", ({ target }) => partOf(target.name ?? "") && this.save());
    form.addEventListener("submit", (event) => this.submitted(event));
    for (const moment of ["online", "focus", "pagehide", "desk-save"]) addEventListener(moment, () => this.save());
    document.addEventListener("visibilitychange", () => this.save());
    // Taken out of the browser's memory the page may be older than the lesson.
    addEventListener("pageshow", ({ persisted }) => persisted && navigator.onLine && location.replace(form.action));
  }

  restore() {
    for (const place of this.form.querySelectorAll("[data-met]")) {
      const part = place.dataset.met.replace(/^s\./, "d.");
      this.held.set(part, "choose"); // the page shows both already
      if (!device.get(this.prefix + part)) this.keep(part, "");
    }
    for (const key of device.keys(this.prefix)) {
      const part = key.slice(this.prefix.length);
      const kept = device.get(key);
      if (!kept || this.held.has(part)) continue;
      if (!this.fields.restore(part, kept) && part.startsWith("d.")) device.remove(key);
    }
    this.save();
  }

  keep(part, base = this.fields.base(part)) {
    device.set(this.prefix + part, { said: this.fields.said(part), base, sent: this.flight?.get(part) });
  }

  // Keeps what is in a field before anything else can happen to it.
  note(name) {
    const part = partOf(name);
    if (!part) return;
    if (met(this.held.get(part))) return this.keep(part, device.get(this.prefix + part)?.base);
    this.held.delete(part);
    if (!this.flight?.has(part) && this.fields.isKnown(part)) device.remove(this.prefix + part);
    else this.keep(part);
    this.show("saving");
    this.soon();
  }

  soon() {
    if (this.failures) return; // the next try is set already
    const now = Date.now();
    this.latest ??= now + LONGEST_PAUSE;
    this.again(Math.min(PAUSE, this.latest - now));
  }

  again(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  waiting() {
    return new Map([...this.fields.changed()].filter(([part]) => !this.held.has(part)));
  }

  async save() {
    if (this.running) return;
    clearTimeout(this.timer);
    this.latest = null;
    if (!this.flight) {
      const waiting = this.waiting();
      if (!waiting.size && this.deed === "save") return this.clean();
      this.flight = waiting;
      for (const part of waiting.keys()) this.keep(part);
    }
    this.running = true;
    const reply = await deliver(this.form, this.body());
    this.running = false;
    if (reply.body?.saved) this.settle(reply.body);
    else this.wait(reply);
  }

  body() {
    const pairs = [...this.flight].flatMap(([part, said]) => [[baseName(part), this.fields.base(part)], ...said]);
    return new URLSearchParams([["do", this.deed], ["person", this.form.dataset.person], ...pairs]);
  }

  settle(answer) {
    const sent = this.flight;
    Object.assign(this, { flight: null, failures: 0, deed: "save" });
    for (const { field } of answer.conflicts) this.held.set(field.replace(/^s\./, "d."), "both");
    for (const name of answer.homeless) this.held.set(name, "homeless");
    for (const name of [...answer.too_long, ...answer.impossible]) this.held.set(name, "refused");
    for (const [part, said] of sent) {
      const base = answer.saved[part] ?? answer.digests[part.slice(2)];
      if (base && !this.held.has(part)) this.settlePart(part, said, base);
    }
    dispatchEvent(new CustomEvent("desk-saved", { detail: answer }));
    if (!this.waiting().size) this.clean();
    else if (this.pressed) this.save();
    else this.soon();
  }

  settlePart(part, said, base) {
    this.fields.settle(part, said, base);
    if (same(device.get(this.prefix + part)?.said, said)) device.remove(this.prefix + part);
    else this.keep(part); // what was typed meanwhile is based on what has just been saved
  }

  wait({ status }) {
    this.pressed = null;
    this.failures += 1;
    this.show(status === 401 ? "signedOut" : status ? "trouble" : "kept");
    this.again(Math.min(LONGEST_WAIT, 2 ** this.failures) * 1000);
    dispatchEvent(new Event("desk-waiting"));
  }

  clean() {
    this.show("saved");
    const button = this.pressed;
    this.pressed = null;
    button?.click();
  }

  show(state) {
    if (state === "saving" && this.failures) return;
    const [held] = this.held.values();
    const shown = held && everyday(state) ? held : state;
    const words = this.status.dataset[shown];
    // Coming and going with every sentence, these two are for the eyes only.
    this.status.setAttribute("aria-live", everyday(shown) && everyday(this.status.dataset.state) ? "off" : "polite");
    if (this.status.textContent !== words) this.status.textContent = words;
    this.status.dataset.state = shown;
    for (const more of this.form.querySelectorAll("[data-when]")) more.hidden = !more.dataset.when.includes(shown);
  }

  // A button goes through once everything else is saved: so it never meets what is under way, and without a
  // network nobody is led to an error page.
  submitted(event) {
    const button = event.submitter;
    if (this.leaving) return event.preventDefault();
    if (!navigator.onLine) {
      event.preventDefault();
      return this.wait({ status: 0 });
    }
    if (button?.value.startsWith("confirm:")) {
      event.preventDefault();
      this.deed = button.value;
      return this.save();
    }
    if (this.running || this.flight || this.waiting().size) {
      event.preventDefault();
      this.pressed = button;
      return this.save();
    }
    this.leave();
  }

  leave() {
    this.leaving = true; // a double click is one click
    setTimeout(() => (this.leaving = false), NAVIGATING);
    const said = new FormData(this.form);
    for (const [part, why] of this.held) {
      const theirs = said.get(`c.${part.replace(/^d\./, "s.")}`) === "theirs";
      if (theirs || why === "homeless") device.remove(this.prefix + part);
      else if (met(why)) this.keep(part, device.get(this.prefix + part)?.base ?? "");
    }
  }
}
