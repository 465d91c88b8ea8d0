// Answers on their way: kept on the device, sent one at a time, forgotten only when the server has them.
import { device, uuid } from "./kept.js";
import { send } from "./send.js";

const PREFIX = "out:";
const LONGEST_WAIT = 60;
const REFUSED_FOR_NOW = [403, 410];
const NEVER_TAKEN = [400, 404, 409, 413, 415, 422];
const DISPUTED = 409;

export class Outbox {
  // attempt: whose answers; without one, everybody's. told(state, message): saved, saving, kept, closed.
  // replied(item, reply): what the server said to an item that is done with. disputed(item): asked on a 409;
  // answers whether the item belongs to somebody else and must stay.
  constructor({ attempt = "", told = () => {}, replied = () => {}, disputed = async () => true }) {
    this.prefix = attempt ? `${PREFIX}${attempt}:` : PREFIX;
    this.attempt = attempt;
    this.told = told;
    this.replied = replied;
    this.disputed = disputed;
    this.failures = 0;
    this.running = false;
    const wake = () => document.visibilityState === "visible" && this.run();
    for (const name of ["online", "pageshow"]) addEventListener(name, wake);
    document.addEventListener("visibilitychange", wake);
    addEventListener("leaving", () => this.close());
  }

  items() {
    return device
      .keys(this.prefix)
      .map((key) => ({ key, ...device.get(key) }))
      .filter((item) => item.url);
  }

  answer(url, question, choice) {
    const id = uuid();
    this.put(`${this.next()}:${id}`, url, { attempt: this.attempt, uuid: id, question, choice });
  }

  finish(url) {
    if (!this.items().some((item) => item.key.endsWith(":finish"))) {
      this.put(`${this.next()}:finish`, url, { attempt: this.attempt });
    }
  }

  // Only the furthest step matters, so there is one place for it.
  reach(url, step) {
    this.put("reach", url, { attempt: this.attempt, step });
  }

  put(name, url, body) {
    device.set(this.prefix + name, { url, body });
    this.failures = 0;
    this.run();
  }

  next() {
    const used = this.items().map((item) => parseInt(item.key.slice(this.prefix.length), 10) || 0);
    return String(Math.max(0, ...used) + 1).padStart(6, "0");
  }

  // Sends what waits. Resolves to whether nothing is left.
  async run() {
    if (this.running || this.closed) return false;
    this.running = true;
    clearTimeout(this.timer);
    const others = new Set();
    let item;
    while ((item = this.items().find(({ key }) => !others.has(key)))) {
      this.told(this.failures ? "kept" : "saving");
      const reply = await send(item.url, item.body);
      if (this.closed) break;
      if (reply.status === DISPUTED && (await this.disputed(item))) others.add(item.key);
      else if (!this.settle(item, reply)) break;
    }
    this.running = false;
    const allSent = !this.items().length;
    if (allSent) this.told("saved");
    return allSent;
  }

  settle(item, reply) {
    const done = reply.status === 200 || reply.status === 204 || NEVER_TAKEN.includes(reply.status);
    if (done) {
      this.failures = 0;
      this.drop(item);
      this.replied(item, reply);
    } else if (REFUSED_FOR_NOW.includes(reply.status)) {
      this.told("closed", reply.body?.message);
    } else {
      this.failures += 1;
      this.told("kept");
      const wait = Math.max(reply.wait, Math.min(LONGEST_WAIT, 2 ** this.failures)) * (0.75 + Math.random() / 2);
      this.timer = setTimeout(() => this.run(), wait * 1000);
    }
    return done;
  }

  // Only what was sent: meanwhile a later step may have taken its place.
  drop({ key, body }) {
    if (JSON.stringify(device.get(key)?.body) === JSON.stringify(body)) device.remove(key);
  }

  empty() {
    for (const { key } of this.items()) device.remove(key);
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
  }
}
