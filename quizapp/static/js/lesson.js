// The player: takes over the lesson's plain form and plays it one step at a time.
import { BackButton } from "./backbutton.js";
import { listenForHelp, showAdult } from "./help.js";
import { choose } from "./inputs.js";
import { Panel, part, stayInPage } from "./panel.js";
import { bringPictures } from "./pictures.js";
import { Question } from "./questions.js";
import { Record } from "./record.js";
import { Steps } from "./steps.js";

// "sort.cake" is a field of the step "sort".
const stepOf = (name) => name.split(".")[0];

class Lesson {
  constructor(form, questions) {
    this.form = form;
    this.questions = questions;
    this.steps = new Steps(form);
    this.backButton = new BackButton(this.steps, () => this.back());
    this.panel = new Panel();
    this.record = new Record(form.dataset, this);
    this.listen();
  }

  get question() {
    return this.questions.get(this.steps.now.dataset.step);
  }

  // --- what the record tells

  sign(state, message) {
    this.panel.sign(state, message);
  }

  // A private answer is gone: nothing may say that it is kept.
  lose() {
    this.panel.lost = true;
    this.update();
  }

  meet({ attempt, pupil, adult }) {
    this.panel.showPupil(pupil);
    showAdult(adult);
    if (!attempt) this.panel.showVisitor();
  }

  resume(answers, place, reached) {
    this.fill(answers);
    if (this.steps.atStart) {
      this.steps.take(place.path ?? (reached && this.steps.wayTo(reached)));
      this.choose(place.unchecked ?? []);
      this.steps.show();
    }
    this.seen = Math.max(place.seen ?? 0, ...this.steps.path.map((id) => this.steps.index(id)));
    if (this.steps.now.dataset.kind === "finish") this.record.finish();
  }

  fill(answers) {
    for (const [id, choice] of Object.entries(answers)) {
      const question = this.questions.get(id);
      if (question && !question.answered) question.restore(choice);
    }
    this.panel.begun ||= Object.keys(answers).length > 0;
    this.update();
  }

  // What is chosen and not looked at yet, by field. A private choice stays in this page alone.
  get unchecked() {
    return [...new FormData(this.form)].filter(([name, value]) => {
      const question = this.questions.get(stepOf(name));
      return value && !question?.checked && question?.mode !== "private";
    });
  }

  choose(fields) {
    for (const id of new Set(fields.map(([name]) => stepOf(name)))) {
      const question = this.questions.get(id);
      if (question) question.take(fields);
      else choose(this.steps.section(id), fields);
    }
    this.steps.paint();
  }

  told(id, reply) {
    const question = this.questions.get(id);
    if (question?.mode === "scored") question.told(reply ?? {});
  }

  // A scored answer that can't be sent now: say at least that it is safe.
  whileWaiting() {
    const { question } = this;
    if (question?.unmarked && !question.box.hasChildNodes()) question.told();
  }

  // --- what the buttons do

  on() {
    const { question } = this;
    this.panel.hint();
    if (question?.waits) {
      if (question.choice !== null) this.check(question);
      else this.panel.hint(question.showEmpty() ? "some" : "words");
    } else if (this.steps.next === null) this.panel.hint("decide");
    else this.forward();
  }

  // The first answer counts; any later one is only marked.
  check(question) {
    const first = !question.answered;
    question.check();
    if (first) this.record.deliver(question);
    else if (question.mode === "scored") this.record.judge(question);
    this.update();
  }

  retry() {
    this.question.retry();
    this.update();
  }

  forward() {
    const index = this.steps.index(this.steps.next);
    const fresh = index > this.seen;
    this.panel.hint();
    if (fresh) this.record.sendPrivate(this.question);
    this.seen = Math.max(this.seen, index);
    this.steps.forward();
    this.backButton.arm();
    this.remember();
    if (this.steps.now.dataset.kind === "finish") this.record.finish();
    else if (fresh) this.record.reach(this.steps.now.dataset.step);
  }

  back() {
    this.panel.hint();
    this.steps.back();
    this.remember();
  }

  onceMore() {
    for (const question of this.questions.values()) question.restart();
    this.record.onceMore();
    this.seen = 0;
    this.steps.path = this.steps.path.slice(0, 1);
    this.steps.show("back");
    this.remember();
  }

  remember() {
    this.record.remember({ path: this.steps.path, seen: this.seen });
  }

  // --- what the page hears

  listen() {
    this.panel.listen({
      on: () => this.on(),
      back: () => this.back(),
      skip: () => this.forward(),
      retry: () => this.retry(),
      again: () => this.onceMore(),
    });
    const { form, record } = this;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!event.submitter?.name) this.on();
    });
    form.addEventListener("change", (event) => this.changed(event.target));
    form.addEventListener("step", ({ detail }) => this.arrived(detail));
    form.addEventListener("told", () => this.update());
    form.addEventListener("click", () => this.backButton.arm());
    for (const name of ["online", "offline"]) addEventListener(name, () => this.update());
    addEventListener("pageshow", (event) => event.persisted && record.woken());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && record.again());
    addEventListener("storage", (event) => record.otherTab(event));
    stayInPage(() => record.mode !== "unknown" && record.remember({ unchecked: this.unchecked }));
    listenForHelp();
  }

  arrived(place) {
    this.panel.showPlace(place, this.steps);
    this.update();
    // Answered before, on another page: how it was is asked again, and counts no more.
    if (this.question?.unmarked) this.record.judge(this.question);
  }

  update() {
    this.panel.update(this.steps, this.question);
  }

  changed(target) {
    if (target.dataset.goto) this.steps.paint();
    this.panel.hint();
    this.update();
  }
}

const start = async (form) => {
  const sections = [...form.querySelectorAll(".step")];
  const questions = (await Promise.all(sections.map(Question.of))).filter(Boolean);
  form.prepend(part("top"));
  form.append(part("nav"));
  for (const name of ["top", "nav"]) part(name).hidden = false;
  form.dataset.playing = "";
  // From now on Enter means the button below.
  document.getElementById("enter").disabled = false;
  document.body.classList.add("playing");
  const lesson = new Lesson(form, new Map(questions.map((question) => [question.id, question])));
  lesson.steps.show();
  await lesson.record.begin();
  bringPictures(form);
};

const form = document.getElementById("lesson");
if (form) start(form);
