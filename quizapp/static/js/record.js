// Who is at work, and what becomes of the answers: a pupil's are kept until they are sent, a visitor's only marked.
import { tab, uuid } from "./kept.js";
import { Outbox } from "./outbox.js";
import { send } from "./send.js";

// A teacher's preview: a visitor, whoever is signed in.
const ON_TRIAL = location.hash === "#try";
const NOBODY = { attempt: null, answers: {}, adult: null };
// Where a tab keeps the one lesson of a visitor. Other pages forget it: afresh.js.
const VISIT = "visit";

// Somebody came from outside: by an address, or from another site.
const fromOutside = () =>
  performance.getEntriesByType("navigation")[0]?.type === "navigate" && !document.referrer.startsWith(location.origin);

// The lesson was withdrawn: another page takes its place, and sends what is still unsent. An exit goes first.
const leave = (body) => body?.away && !document.documentElement.hidden && location.replace(body.away);

// The teacher has restarted the attempt: the pupil begins anew, as from the list of lessons.
const beginAnew = (address) => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: address });
  document.body.append(form);
  form.submit();
};

export class Record {
  // urls: the form's data. lesson: told who is there (meet), how far (resume), what is answered (fill).
  constructor(urls, lesson) {
    this.urls = urls;
    this.lesson = lesson;
    // Then pupil, practice (finished before) or visitor.
    this.mode = "unknown";
    // Answered before it was known by whom.
    this.early = [];
    this.place = {};
    this.sent = new Set();
  }

  async begin() {
    const known = tab.get(this.tabKey("who"));
    const state = await this.ask();
    if (known && state?.anew) beginAnew(state.anew);
    else if (state) this.adopt(state);
    else if (known) this.adopt({ attempt: known, answers: {} });
    else setTimeout(() => this.mode === "unknown" && this.begin(), 3000);
  }

  async ask() {
    if (ON_TRIAL) return NOBODY;
    const { status, body } = await send(this.urls.stateUrl);
    leave(body);
    return status === 200 ? body : null;
  }

  adopt(state) {
    const { lesson } = this;
    this.attempt = state.attempt;
    this.finished = state.finished;
    tab.set(this.tabKey("who"), this.attempt);
    if (fromOutside()) tab.remove(VISIT);
    this.place = this.kept ?? {};
    const onceMore = this.finished && (this.place.again || !this.place.path);
    this.mode = !this.attempt ? "visitor" : onceMore ? "practice" : "pupil";
    lesson.meet(state);
    if (this.mode === "pupil") this.openOutbox();
    else lesson.sign(this.mode);
    if (state.open === false) lesson.sign("closed");
    const pending = (this.outbox?.items() ?? []).filter(({ body }) => body.question);
    const waiting = Object.fromEntries(pending.map(({ body }) => [body.question, body.choice]));
    const answers = this.mode === "pupil" ? { ...state.answers, ...waiting } : (this.place.answers ?? {});
    lesson.resume(answers, this.place, this.mode === "pupil" ? state.reached : null);
    this.remember({ unchecked: undefined });
    for (const question of this.early.splice(0)) this.deliver(question);
  }

  openOutbox() {
    const { lesson } = this;
    this.outbox = new Outbox({
      attempt: this.attempt,
      told: (state, message) => {
        lesson.sign(this.mode === "practice" && state === "saved" ? this.mode : state, message);
        if (state === "kept" || state === "closed") lesson.whileWaiting();
      },
      replied: ({ body }, reply) => {
        lesson.told(body.question, reply.body);
        leave(reply.body);
      },
      disputed: async () => !(await this.again()),
    });
    this.outbox.run();
  }

  // Woken up from the browser's memory. A visit that was forgotten meanwhile is over.
  woken() {
    if (this.mode !== "visitor" || this.kept) return this.again();
    document.body.hidden = true;
    location.reload();
  }

  // Asks once more who is here: another pupil may have come, another tab may have gone on.
  // Resolves to whether it is still the same one.
  async again() {
    const state = await this.ask();
    // By the exit, which may not be held up.
    const left = document.documentElement.hidden;
    if (!state || left || this.mode === "unknown") return true;
    if (state.attempt !== this.attempt) {
      if (this.attempt && state.anew) beginAnew(state.anew);
      else location.reload();
      return false;
    }
    if (this.mode === "pupil") this.lesson.fill(state.answers);
    return true;
  }

  tabKey(name) {
    return `${this.urls.lesson}/${this.urls.revision}:${name}`;
  }

  get placeKey() {
    return this.attempt ? this.tabKey(`at:${this.attempt}`) : VISIT;
  }

  // How far somebody is, as this tab knows it.
  get kept() {
    const place = tab.get(this.placeKey);
    return place?.lesson === this.tabKey("") ? place : null;
  }

  remember(more) {
    const answers = this.mode === "pupil" ? undefined : this.place.answers;
    this.place = { ...this.place, ...more, answers, lesson: this.tabKey("") };
    tab.set(this.placeKey, this.place);
  }

  // A first answer.
  deliver(question) {
    const { id, choice } = question;
    if (this.mode === "unknown") this.early.push(question);
    else if (this.mode === "pupil") this.outbox.answer(this.urls.answerUrl, id, choice);
    else {
      this.place.answers = { ...this.place.answers, [id]: choice };
      this.remember();
      if (question.mode === "scored") this.judge(question);
    }
  }

  // Marked by the server, and kept nowhere.
  async judge(question) {
    const { id, choice } = question;
    const { status, body } = await send(this.urls.answerUrl, { attempt: null, uuid: uuid(), question: id, choice });
    leave(body);
    question.told(status === 200 ? body : {});
  }

  reach(step) {
    if (this.mode === "pupil") this.outbox.reach(this.urls.reachUrl, step);
  }

  // Once, and only when moving on for the first time; a loss is fine, a second count is not.
  async sendPrivate(question) {
    if (question?.mode !== "private" || this.mode !== "pupil" || this.sent.has(question.id)) return;
    if (question.choice === null) return;
    this.sent.add(question.id);
    const { status } = await send(this.urls.privateUrl, { question: question.id, choice: question.choice });
    if (status !== 204) this.lesson.lose();
  }

  finish() {
    if (this.mode !== "pupil" || this.finished) return;
    this.finished = true;
    this.outbox.finish(this.urls.finishUrl);
  }

  onceMore() {
    if (this.mode === "pupil") this.mode = "practice";
    this.lesson.sign(this.mode);
    this.place = { again: true };
  }

  // What another tab has done; with nothing left to send, this one is saved as well.
  otherTab({ key, newValue }) {
    if (!this.outbox || !key?.startsWith(this.outbox.prefix)) return;
    const body = newValue && JSON.parse(newValue).body;
    if (body?.question) this.lesson.fill({ [body.question]: body.choice });
    else if (!this.outbox.items().length) this.lesson.sign("saved");
  }
}
