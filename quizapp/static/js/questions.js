// One question of the page: its choice, what may be said about it, and what the server said.
const template = (id) => document.getElementById(id).content.cloneNode(true);

const same = (one, other) => {
  if (one === null || typeof one !== "object") return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other ?? {}).length && keys.every((key) => same(one[key], other[key]));
};

export class Question {
  static async of(section) {
    const el = section.querySelector("[data-question]");
    if (!el) return null;
    const behaviour = await import(`../questions/${el.dataset.question}/behaviour.js`);
    return new Question(section, el, behaviour);
  }

  constructor(section, el, behaviour) {
    this.id = section.dataset.step;
    this.el = el;
    this.behaviour = behaviour;
    this.mode = el.dataset.mode;
    this.key = el.dataset.key === undefined ? undefined : JSON.parse(el.dataset.key);
    this.box = el.querySelector(".feedback");
    this.answered = false; // has an answer that counts
    this.checked = false; // the present choice has been looked at
    behaviour.enhance?.(el);
    el.addEventListener("change", () => this.rechosen());
    this.paint();
  }

  get choice() {
    return this.behaviour.read(this.el);
  }

  get waits() {
    return this.mode !== "private" && !this.checked;
  }

  rechosen() {
    this.checked = false;
    this.box.replaceChildren();
    this.paint();
    if (this.mode === "private" && this.choice !== null) this.say(null, this.texts(this.choice));
  }

  // Looks at a practice question's choice at once; a scored one waits for told().
  check() {
    const { choice } = this;
    this.answered = this.checked = true;
    if (this.mode === "practice") {
      const right = same(choice, this.key);
      this.say(right, this.texts(choice, right));
      this.mark(choice, right);
    } else this.lock();
  }

  // What the server says about a scored question; null: it can't say now.
  told(right, texts = []) {
    if (this.mode === "scored") {
      this.say(right, texts);
      this.mark(this.choice, right);
    }
  }

  // Shows an answer that was given before.
  restore(choice) {
    this.behaviour.show(this.el, choice);
    this.paint();
    this.check();
    if (this.mode === "scored") this.told(null);
  }

  restart() {
    this.lock(false);
    for (const input of this.el.querySelectorAll("input")) input.checked = false;
    for (const select of this.el.querySelectorAll("select")) select.value = "";
    this.el.dispatchEvent(new Event("shown"));
    this.answered = false;
    this.rechosen();
  }

  lock(on = true) {
    for (const field of this.el.querySelectorAll("fieldset")) field.disabled = on;
  }

  texts(choice, right) {
    const wanted = {
      choice: () => [choice].flat(),
      card: () => (right ? ["right"] : Object.keys(choice).filter((card) => choice[card] !== this.key[card])),
      whole: () => [right ? "right" : "again"],
    }[this.el.dataset.feedbackBy]();
    const at = (id) => this.el.querySelector(`template[data-feedback="${CSS.escape(id)}"]`)?.content.textContent;
    return wanted.map(at).filter(Boolean);
  }

  say(right, texts) {
    const paragraphs = texts.map((text) => {
      const p = document.createElement("p");
      p.append(text);
      return p;
    });
    const tone = right === null ? "" : right ? "good" : "again";
    const head = tone ? [template(`player-${tone}`)] : texts.length ? [] : [template("player-kept")];
    this.box.className = tone ? `feedback feedback-${tone}` : "feedback";
    this.box.replaceChildren(...head, ...paragraphs);
    // The lesson's own words, where there are some, say it better than ours. But of several chosen ones each
    // may be right and some still missing.
    const partly = right === false && this.el.dataset.feedbackBy === "choice" && Array.isArray(this.choice);
    if (tone && texts.length && !partly) this.box.querySelector(".feedback-head").remove();
    this.box.scrollIntoView({ block: "nearest" });
  }

  // Paints the chosen ones; how a choice looks is said by classes, since not every browser knows :has().
  paint() {
    for (const label of this.el.querySelectorAll(".choice")) {
      label.classList.toggle("choice-chosen", label.querySelector("input").checked);
      label.classList.remove("choice-good", "choice-again");
    }
    for (const card of this.el.querySelectorAll("[data-card]")) card.classList.remove("sort-card-again");
  }

  mark(choice, right) {
    this.paint();
    if (right === null) return;
    for (const label of this.el.querySelectorAll(".choices > .choice-chosen")) {
      const { value } = label.querySelector("input");
      const good = Array.isArray(this.key) ? this.key.includes(value) : right;
      label.classList.add(good ? "choice-good" : "choice-again");
    }
    if (!this.key || right) return;
    for (const card of this.el.querySelectorAll("[data-card]")) {
      const { card: id } = card.dataset;
      card.classList.toggle("sort-card-again", choice[id] !== this.key[id]);
    }
  }
}
