// What stands around the steps: the place, whether everything is saved, the buttons, a hint.
const DOUBLE_CLICK = 400;
// To be read aloud.
const AMISS = ["kept", "closed"];

export const part = (name) => document.getElementById(`player-${name}`);

const done = document.getElementById("done");

export class Panel {
  constructor() {
    part("nav").append(done);
    // What stays at the bottom edge hides nothing: the page knows how high it is.
    const heights = { "--bar": document.querySelector(".safety"), "--nav": part("nav") };
    const measure = () => {
      for (const [name, el] of Object.entries(heights)) {
        document.documentElement.style.setProperty(name, `${el.offsetHeight}px`);
      }
    };
    const observer = new ResizeObserver(measure);
    for (const el of Object.values(heights)) observer.observe(el);
  }

  // go: what each button does, by its name.
  listen(go) {
    let last = -DOUBLE_CLICK;
    part("nav").addEventListener("click", (event) => {
      const name = event.target.closest("[data-go]")?.dataset.go;
      // The second half of a double click would skip what the first has brought.
      if (!name || event.timeStamp - last < DOUBLE_CLICK) return;
      last = event.timeStamp;
      go[name]();
    });
  }

  hint(name) {
    part("hint").textContent = name ? part("hint").dataset[name] : "";
  }

  update(steps, question) {
    const finished = steps.now.dataset.kind === "finish";
    const button = (name) => part("nav").querySelector(`[data-go=${name}]`);
    const on = button("on");
    this.alone = question?.mode === "private";
    on.textContent = question?.waits && !this.alone ? on.dataset.check : on.dataset.next;
    on.hidden = finished;
    button("back").hidden = steps.atStart;
    button("skip").hidden = !question?.waits;
    button("retry").hidden = !question?.mayRetry;
    button("again").hidden = done.hidden = !finished;
    this.begun ||= finished || Boolean(question?.answered);
    this.sign(this.state, this.message);
  }

  // Whether everything is saved. Of a private question, and before anything is answered, there is nothing to say.
  sign(state, message) {
    const sign = part("saved");
    this.state = state;
    this.message = message;
    const quiet = ["saved", "saving"].includes(state) && !this.begun;
    const lost = this.lost && sign.dataset[`${state}Lost`];
    const text = this.alone ? sign.dataset.private : quiet ? "" : message || lost || sign.dataset[state] || "";
    if (state) sign.dataset.now = state;
    sign.setAttribute("aria-live", AMISS.includes(state) ? "polite" : "off");
    if (sign.textContent !== text) sign.textContent = text;
  }

  // The pupil's own animal; nobody's for a visitor.
  showPupil(pupil) {
    const place = part("pupil");
    place.hidden = !pupil;
    if (!pupil) return;
    const [animal, thing] = place.children;
    animal.src = `${place.dataset.pictures}animals/${pupil.animal}.svg`;
    animal.alt = pupil.name;
    thing.src = `${place.dataset.pictures}things/${pupil.thing}.svg`;
  }

  showVisitor() {
    done.textContent = done.dataset.visitor;
  }

  showPlace({ here, of }, steps) {
    const [figures, words] = part("place").children;
    figures.textContent = `${here} / ${of}`;
    words.textContent = part("place").dataset.words.replace("%(n)s", here).replace("%(of)s", of);
    part("progress").max = of;
    part("progress").value = here;
    document.body.classList.toggle("at-start", steps.atStart);
    document.body.dataset.kind = steps.now.dataset.kind;
  }
}

// Neither a submit that carries the answers along, nor an entry in the history for a jump within the page.
// leaving: told before another language takes this one's place.
export const stayInPage = (leaving) =>
  document.addEventListener("click", (event) => {
    const language = event.target.closest("button[name=switch]");
    const inner = event.target.closest("a[href^='#']");
    if (!language && !inner) return;
    event.preventDefault();
    if (language) {
      leaving();
      location.assign(language.formAction + location.hash);
    } else document.querySelector(inner.hash).focus();
  });
