// The browser's back button goes one step back. It takes one extra entry in the history, made at the first
// step forward; after each use the page returns to that entry, so there is never a second one.
export class BackButton {
  constructor(steps, back) {
    this.steps = steps;
    this.back = back;
    this.armed = Boolean(history.state?.armed);
    this.listen = () => this.pressed();
    addEventListener("popstate", this.listen);
    addEventListener("leaving", () => removeEventListener("popstate", this.listen));
  }

  // Only from within a click: browsers skip entries that a page made by itself.
  arm() {
    if (this.armed || this.steps.atStart) return;
    history.pushState({ armed: true }, "");
    this.armed = true;
  }

  pressed() {
    this.armed = Boolean(history.state?.armed);
    if (this.armed) return;
    if (this.steps.atStart) {
      history.back();
    } else {
      this.back();
      history.forward();
    }
  }
}
