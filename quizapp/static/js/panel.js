// What stands around the steps: the place, the progress, the buttons, a hint.
const DOUBLE_CLICK = 400;

export const part = (name) => document.getElementById(`player-${name}`);

export class Panel {
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
    on.textContent = question?.waits ? on.dataset.check : on.dataset.next;
    on.hidden = finished;
    button("back").hidden = steps.atStart;
    button("skip").hidden = !question?.waits || question.answered;
    button("again").hidden = !finished;
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

  showPlace({ here, of }, atStart) {
    part("place").textContent = part("place").dataset.words.replace("%(n)s", here).replace("%(of)s", of);
    part("progress").max = of;
    part("progress").value = here;
    document.body.classList.toggle("at-start", atStart);
  }
}

// Neither a submit that carries the answers along, nor an entry in the history for a jump within the page.
export const stayInPage = () =>
  document.addEventListener("click", (event) => {
    const language = event.target.closest("button[name=switch]");
    const inner = event.target.closest("a[href^='#']");
    if (!language && !inner) return;
    event.preventDefault();
    if (language) location.assign(language.formAction + location.hash);
    else document.querySelector(inner.hash).focus();
  });
