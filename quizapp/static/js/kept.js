// What this device keeps. Where storage is switched off or full, memory takes its place until the page closes.
class Shelf {
  constructor(name) {
    this.memory = new Map();
    this.open = true;
    try {
      this.storage = window[name];
    } catch {
      this.storage = null;
    }
    // After a quick exit nothing may be written any more.
    addEventListener("leaving", () => {
      this.open = false;
      this.memory.clear();
    });
  }

  get(key) {
    if (this.memory.has(key)) return this.memory.get(key);
    try {
      return JSON.parse(this.storage.getItem(key));
    } catch {
      return null;
    }
  }

  set(key, value) {
    if (!this.open) return;
    try {
      this.storage.setItem(key, JSON.stringify(value));
    } catch {
      this.memory.set(key, value);
    }
  }

  remove(key) {
    this.memory.delete(key);
    try {
      this.storage.removeItem(key);
    } catch {}
  }

  keys(prefix) {
    let stored = [];
    try {
      stored = Object.keys(this.storage);
    } catch {}
    return [...new Set([...stored, ...this.memory.keys()])].filter((key) => key.startsWith(prefix)).sort();
  }
}

export const device = new Shelf("localStorage");
export const tab = new Shelf("sessionStorage");

// crypto.randomUUID is missing on plain http in a school's network.
export const uuid = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};
