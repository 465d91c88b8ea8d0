// The player: takes over the lesson's plain form and plays it one step at a time.
import { BackButton } from "./backbutton.js";
import { tab, uuid } from "./kept.js";
import { Outbox } from "./outbox.js";
import { Panel, part, stayInPage } from "./panel.js";
import { Question } from "./questions.js";
import { savedSign } from "./saved.js";
import { send } from "./send.js";
import { Steps } from "./steps.js";

const ON_TRIAL = location.hash === "#try"; // a teacher's preview: a visitor, whoever is signed in

class Lesson {
  constructor(form, questions) {
    this.form = form;
    this.urls = form.dataset;
    this.questions = questions;
    this.steps = new Steps(form);
    this.backButton = new BackButton(this.steps, () => this.back());
    this.panel = new Panel();
    this.sign = savedSign(part("saved"));
    this.mode = "unknown"; // then pupil, practice (finished before) or visitor
    this.early = []; // answered before it was known by whom
    this.place = {};
    this.sent = new Set();
    this.listen();
  }

  // Who is at it, and how far.
  async begin() {
    const known = tab.get(this.tabKey("who"));
    const state = await this.ask();
    if (state) this.adopt(state);
    else if (known) this.adopt({ attempt: known, answers: {} });
    else setTimeout(() => this.mode === "unknown" && this.begin(), 3000);
  }

  async ask() {
    if (ON_TRIAL) return { attempt: null, answers: {} };
    const { status, body } = await send(this.urls.stateUrl);
    return status === 200 ? body : null;
  }

  adopt(state) {
    this.attempt = state.attempt;
    this.panel.showPupil(state.pupil);
    this.finished = state.finished;
    tab.set(this.tabKey("who"), this.attempt);
    this.place = tab.get(this.tabKey(`at:${this.attempt}`)) ?? {};
    const onceMore = this.finished && (this.place.again || !this.place.path);
    this.mode = !this.attempt ? "visitor" : onceMore ? "practice" : "pupil";
    if (this.mode === "pupil") this.openOutbox();
    else this.sign(this.mode);
    if (state.open === false) this.sign("closed");
    this.resume(state);
    for (const question of this.early.splice(0)) this.deliver(question);
  }

  openOutbox() {
    this.outbox = new Outbox({
      attempt: this.attempt,
      told: (state, message) => {
        this.sign(this.mode === "practice" && state === "saved" ? this.mode : state, message);
        if (state === "kept" || state === "closed") this.whileWaiting();
      },
      replied: ({ body }, reply) => {
        const question = this.questions.get(body.question);
        if (question) question.told(reply.body?.right ?? null, reply.body?.feedback);
      },
      disputed: async () => !(await this.again()),
    });
    this.outbox.run();
  }

  // A scored answer that can't be sent now: say at least that it is safe.
  whileWaiting() {
    const { question } = this;
    if (question?.answered && !question.box.hasChildNodes()) question.told(null);
  }

  resume(state) {
    const pending = (this.outbox?.items() ?? []).filter(({ body }) => body.question);
    const waiting = Object.fromEntries(pending.map(({ body }) => [body.question, body.choice]));
    this.fill(this.mode === "pupil" ? { ...state.answers, ...waiting } : this.place.answers ?? {});
    if (this.steps.atStart) {
      this.steps.take(this.place.path ?? (this.mode === "pupil" && this.steps.wayTo(state.reached)));
      this.steps.show();
    }
    this.seen = Math.max(this.place.seen ?? 0, ...this.steps.path.map((id) => this.steps.index(id)));
    if (this.steps.now.dataset.kind === "finish") this.finish();
  }

  fill(answers) {
    for (const [id, choice] of Object.entries(answers)) {
      const question = this.questions.get(id);
      if (question && !question.answered) question.restore(choice);
    }
    this.update();
  }

  // Asks once more who is here: another pupil may have come, another tab may have gone on.
  // Resolves to whether it is still the same one.
  async again() {
    const state = await this.ask();
    if (!state || this.mode === "unknown") return true;
    if (state.attempt !== this.attempt) {
      location.reload();
      return false;
    }
    if (this.mode === "pupil") this.fill(state.answers);
    return true;
  }

  get question() {
    return this.questions.get(this.steps.now.dataset.step);
  }

  tabKey(name) {
    return `${this.urls.lesson}/${this.urls.revision}:${name}`;
  }

  remember() {
    const answers = this.mode === "pupil" ? undefined : this.place.answers;
    this.place = { ...this.place, path: this.steps.path, seen: this.seen, answers };
    tab.set(this.tabKey(`at:${this.attempt}`), this.place);
  }

  // --- what the buttons do

  on() {
    const { question } = this;
    this.panel.hint();
    if (question?.waits) {
      if (question.choice === null) this.panel.hint("words");
      else this.check(question);
    } else if (this.steps.next === null) this.panel.hint("decide");
    else this.forward();
  }

  check(question) {
    const first = !question.answered;
    question.check();
    if (first) this.deliver(question);
    this.update();
  }

  deliver(question) {
    const { id, choice } = question;
    if (this.mode === "unknown") this.early.push(question);
    else if (this.mode === "pupil") this.outbox.answer(this.urls.answerUrl, id, choice);
    else this.tryOut(question);
  }

  // Marked, and kept nowhere but in this tab.
  async tryOut(question) {
    const { id, choice } = question;
    this.place.answers = { ...this.place.answers, [id]: choice };
    this.remember();
    if (question.mode !== "scored") return;
    const { status, body } = await send(this.urls.answerUrl, { attempt: null, uuid: uuid(), question: id, choice });
    if (status === 200) question.told(body.right, body.feedback);
    else question.told(null);
  }

  forward() {
    const index = this.steps.index(this.steps.next);
    const fresh = index > this.seen;
    if (fresh) this.sendPrivate(this.question);
    this.seen = Math.max(this.seen, index);
    this.steps.forward();
    this.backButton.arm();
    this.remember();
    if (this.steps.now.dataset.kind === "finish") this.finish();
    else if (fresh && this.mode === "pupil") this.outbox.reach(this.urls.reachUrl, this.steps.now.dataset.step);
  }

  back() {
    this.panel.hint();
    this.steps.back();
    this.remember();
  }

  // Once, and only when moving on for the first time; a loss is fine, a second count is not.
  sendPrivate(question) {
    if (question?.mode !== "private" || this.mode !== "pupil" || this.sent.has(question.id)) return;
    if (question.choice === null) return;
    this.sent.add(question.id);
    send(this.urls.privateUrl, { question: question.id, choice: question.choice });
  }

  finish() {
    if (this.mode !== "pupil" || this.finished) return;
    this.finished = true;
    this.outbox.finish(this.urls.finishUrl);
  }

  onceMore() {
    for (const question of this.questions.values()) question.restart();
    if (this.mode === "pupil") this.mode = "practice";
    this.sign(this.mode);
    this.place = { again: true };
    this.seen = 0;
    this.steps.path = this.steps.path.slice(0, 1);
    this.steps.show("back");
    this.remember();
  }

  // --- what the page hears

  listen() {
    this.panel.listen({ on: () => this.on(), back: () => this.back(), skip: () => this.forward(), again: () => this.onceMore() });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!event.submitter?.name) this.on();
    });
    this.form.addEventListener("change", (event) => this.changed(event.target));
    this.form.addEventListener("step", ({ detail }) => this.panel.showPlace(detail, this.steps.atStart));
    this.form.addEventListener("step", () => this.update());
    this.form.addEventListener("click", () => this.backButton.arm());
    addEventListener("pageshow", (event) => event.persisted && this.again());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.again());
    addEventListener("storage", (event) => this.otherTab(event));
    stayInPage();
  }

  update() {
    this.panel.update(this.steps, this.question);
  }

  changed(target) {
    if (target.dataset.goto) this.steps.paint();
    this.panel.hint();
    this.update();
  }

  otherTab({ key, newValue }) {
    if (!this.outbox || !key?.startsWith(this.outbox.prefix)) return;
    const body = newValue && JSON.parse(newValue).body;
    if (body?.question) this.fill({ [body.question]: body.choice });
    else if (!this.outbox.items().length) this.sign("saved");
  }
}

const start = async (form) => {
  const sections = [...form.querySelectorAll(".step")];
  const questions = (await Promise.all(sections.map(Question.of))).filter(Boolean);
  form.prepend(part("top"));
  form.append(part("nav"));
  for (const name of ["top", "nav"]) part(name).hidden = false;
  form.dataset.playing = "";
  document.getElementById("enter").disabled = false; // from now on Enter means the button below
  document.body.classList.add("playing");
  const lesson = new Lesson(form, new Map(questions.map((question) => [question.id, question])));
  lesson.steps.show();
  await lesson.begin();
};

const form = document.getElementById("lesson");
if (form) start(form);
