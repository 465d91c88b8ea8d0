// One question of the page: its choice, and what is said to it, by the page itself or by the server.
import { choose } from "./inputs.js";
import { explain, mark, partsOf, shown, template, unmark } from "./marks.js";

// Then the page offers to show what is right.
const ENOUGH_TRIES = 2;

const same = (one, other) => {
  if (one === null || typeof one !== "object") return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other ?? {}).length && keys.every((key) => same(one[key], other[key]));
};

const chosen = (choice) => (typeof choice === "string" ? [choice] : Array.isArray(choice) ? choice : Object.keys(choice));

// The parts of a choice that another one would have to take the place of.
const notRight = (choice, key, ordered) => {
  if (typeof choice === "string") return choice === key ? [] : [choice];
  if (!Array.isArray(choice)) return Object.keys(choice).filter((part) => choice[part] !== key[part]);
  return choice.filter((part, place) => (ordered ? part !== key[place] : !key.includes(part)));
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
    // Has an answer that counts.
    this.answered = false;
    this.misses = 0;
    behaviour.enhance?.(el);
    el.addEventListener("change", () => this.rechosen());
    this.reset();
  }

  get choice() {
    return this.behaviour.read(this.el);
  }

  // Whether there is something to do before going on.
  get waits() {
    return this.mode === "private" ? this.choice === null : !this.checked;
  }

  // A scored one is marked by the server only.
  get mayRetry() {
    return this.right === false && (this.mode === "practice" || navigator.onLine);
  }

  // Answered, but nobody has said yet how.
  get unmarked() {
    return this.mode === "scored" && this.answered && this.checked && this.right === null;
  }

  reset() {
    // The present choice has been looked at.
    this.checked = false;
    this.right = null;
    this.again = [];
    this.box.className = "feedback";
    this.box.replaceChildren();
    unmark(this.el);
    this.paint();
  }

  rechosen() {
    this.reset();
    if (this.mode === "private" && this.choice !== null) {
      this.say("", this.texts(this.inOrder(this.choice)));
      this.box.scrollIntoView({ block: "nearest" });
    }
  }

  // A practice question is marked here and now; a scored one waits for told().
  check() {
    this.answered = this.checked = true;
    if (this.mode === "practice") this.told(this.verdict(this.choice));
    else this.lock();
  }

  // The same as the server says of a scored question.
  verdict(choice) {
    const right = same(choice, this.key);
    const again = this.inOrder(notRight(choice, this.key, this.el.dataset.question === "order"));
    const about = { choice: this.inOrder(choice), card: right ? ["right"] : again, whole: [right ? "right" : "again"] };
    return { right, again, feedback: this.texts(about[this.el.dataset.feedbackBy]) };
  }

  // Marks the present choice. Without a verdict the server can't say now.
  told({ right = null, feedback = [], again = [] } = {}, tone = undefined) {
    this.right = right;
    this.again = again;
    this.misses += right === false;
    unmark(this.el);
    if (right !== null) {
      this.lock(false);
      mark(this.el, chosen(this.choice).filter((part) => !again.includes(part)), "good");
      mark(this.el, again, "again");
    }
    const about = this.about();
    about.forEach((part, place) => feedback[place] && explain(this.el, part, feedback[place]));
    this.say(tone ?? this.tone, about.length ? [] : feedback);
    const [first] = about.length && right === false ? again : [];
    (first ? shown(this.el, first)[0] : this.box).scrollIntoView({ block: "nearest" });
    this.el.dispatchEvent(new Event("told", { bubbles: true }));
  }

  // The parts that each have a feedback of their own.
  about() {
    const { feedbackBy } = this.el.dataset;
    if (feedbackBy === "card") return this.right === false ? this.again : [];
    return feedbackBy === "choice" && Array.isArray(this.choice) ? this.inOrder(this.choice) : [];
  }

  get tone() {
    if (this.right === null) return "kept";
    if (this.right) return "good";
    return this.again.length < chosen(this.choice).length ? "way" : "again";
  }

  say(tone, texts) {
    const paragraphs = texts.filter(Boolean).map((text) => {
      const p = document.createElement("p");
      p.append(text);
      return p;
    });
    const more = [];
    if (this.right === false && !this.again.length) more.push(template("missing"));
    else if (tone === "way") more.push(template("marked"));
    if (this.right === false && this.key && this.misses >= ENOUGH_TRIES) more.push(template("show"));
    const colour = { good: "good", shown: "good", way: "again", again: "again" }[tone];
    this.box.className = colour ? `feedback feedback-${colour}` : "feedback";
    this.box.replaceChildren(...(tone ? [template(tone)] : []), ...paragraphs, ...more);
    this.box.querySelector("button")?.addEventListener("click", () => this.reveal());
  }

  reveal() {
    this.behaviour.show(this.el, this.key);
    this.reset();
    this.checked = true;
    this.told(this.verdict(this.key), "shown");
    this.el.closest(".step").focus({ preventScroll: true });
  }

  // Keeps what is right already.
  retry() {
    const { again } = this;
    for (const part of again) {
      for (const field of this.el.querySelectorAll(`[data-part="${CSS.escape(part)}"] :is(input, select)`)) {
        if (field.matches("select")) field.value = "";
        else field.checked = false;
      }
    }
    this.el.dispatchEvent(new Event("shown"));
    this.reset();
    const [part] = shown(this.el, again[0] ?? partsOf(this.el)[0]);
    (part.matches("button") ? part : part.querySelector("input")).focus();
  }

  // Points at what is still empty; whether something is chosen at all.
  showEmpty() {
    const empty = this.behaviour.lacks?.(this.el) ?? [];
    const begun = empty.length > 0 && empty.length < partsOf(this.el).length;
    if (begun) {
      unmark(this.el);
      mark(this.el, empty, "empty");
    }
    return begun;
  }

  // Shows an answer that was given before.
  restore(choice) {
    this.behaviour.show(this.el, choice);
    this.paint();
    this.check();
    if (this.mode === "scored") this.told();
  }

  // Shows what was chosen and not checked, in the place of what stands here.
  take(fields) {
    this.lock(false);
    choose(this.el, fields);
    this.el.dispatchEvent(new Event("shown"));
    this.reset();
  }

  restart() {
    this.answered = false;
    this.misses = 0;
    this.take([]);
  }

  lock(on = true) {
    for (const field of this.el.querySelectorAll("fieldset")) field.disabled = on;
  }

  texts(ids) {
    const at = (id) => this.el.querySelector(`template[data-feedback="${CSS.escape(id)}"]`);
    return ids.map((id) => at(id)?.content.textContent);
  }

  // The parts of a choice as they stand on the page.
  inOrder(choice) {
    return partsOf(this.el).filter((part) => chosen(choice).includes(part));
  }

  // How a chosen one looks is said by a class, since not every browser knows :has().
  paint() {
    for (const label of this.el.querySelectorAll(".choice")) {
      label.classList.toggle("choice-chosen", label.querySelector("input").checked);
    }
  }
}
