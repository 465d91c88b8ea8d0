// One step at a time: which is shown, how one came here, where one can go.
export class Steps {
  constructor(form) {
    this.form = form;
    this.all = [...form.querySelectorAll(".step")];
    this.ids = this.all.map((section) => section.dataset.step);
    this.path = [this.ids[0]];
  }

  get now() {
    return this.section(this.path[this.path.length - 1]);
  }

  get atStart() {
    return this.path.length === 1;
  }

  section(id) {
    return this.all[this.ids.indexOf(id)];
  }

  index(id) {
    return this.ids.indexOf(id);
  }

  // Every step that may follow this one.
  after(id) {
    const section = this.section(id);
    const ways = [...section.querySelectorAll("[data-goto]")].map((way) => way.dataset.goto);
    if (ways.length) return ways;
    const next = section.dataset.next ?? this.ids[this.index(id) + 1];
    return next ? [next] : [];
  }

  // The step that follows here and now; null where a choice is still missing.
  get next() {
    const id = this.now.dataset.step;
    if (!this.now.querySelector("[data-goto]")) return this.after(id)[0] ?? null;
    return this.now.querySelector("[data-goto]:checked")?.dataset.goto ?? null;
  }

  // How many steps may still come.
  left(id) {
    return Math.max(0, ...this.after(id).map((next) => 1 + this.left(next)));
  }

  // A way from the start to a step, as it may have been walked on another device.
  wayTo(id, from = this.ids[0]) {
    if (id === from) return [from];
    for (const next of this.after(from)) {
      const way = this.wayTo(id, next);
      if (way) return [from, ...way];
    }
    return null;
  }

  // Takes up a remembered way, if this lesson still has it; and the choices it was made of.
  take(path) {
    if (!path?.length || path[0] !== this.ids[0]) return;
    if (path.some((id, place) => place && !this.after(path[place - 1]).includes(id))) return;
    this.path = path;
    path.forEach((id, place) => {
      for (const way of this.section(id).querySelectorAll("[data-goto]")) {
        way.checked = way.dataset.goto === path[place + 1];
      }
    });
    this.paint();
  }

  // Shows which ways are chosen; by class, since not every browser knows :has().
  paint() {
    for (const way of this.form.querySelectorAll("[data-goto]")) {
      way.closest(".choice").classList.toggle("choice-chosen", way.checked);
    }
  }

  forward() {
    this.path = [...this.path, this.next];
    this.show("on");
  }

  back() {
    this.path = this.path.slice(0, -1);
    this.show("back");
  }

  show(direction) {
    for (const section of this.all) section.classList.toggle("step-now", section === this.now);
    this.now.classList.toggle("step-before", direction === "back");
    const here = this.path.length;
    const of = here + this.left(this.now.dataset.step);
    document.title = this.form.dataset.title.replace("%(n)s", here);
    if (direction) {
      scrollTo(0, 0);
      this.now.focus({ preventScroll: true });
    }
    this.form.dispatchEvent(new CustomEvent("step", { detail: { here, of } }));
  }
}
