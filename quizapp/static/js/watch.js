// Keeps a part of the page fresh while it is in view: asks its address every few seconds, replaces it when it changed.
const EVERY = 4000;
const SLOWEST = 60000;

const part = document.querySelector("[data-watch]");
let etag = null;
let wait = EVERY;
let timer = null;

function replace(html) {
  const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
  const fresh = new DOMParser().parseFromString(html, "text/html");
  part.replaceChildren(...fresh.body.childNodes);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

async function look() {
  const headers = etag ? { "If-None-Match": etag } : {};
  const answer = await fetch(part.dataset.watch, { headers, cache: "no-store" });
  // Signed out meanwhile: the page itself leads to the way in.
  if (answer.redirected || answer.status === 404) return location.reload();
  if (answer.ok) {
    etag = answer.headers.get("ETag");
    replace(await answer.text());
  }
  if (!answer.ok && answer.status !== 304) throw new Error(answer.status);
  wait = EVERY;
}

async function turn() {
  timer = null;
  if (document.hidden) return;
  try {
    await look();
  } catch {
    wait = Math.min(wait * 2, SLOWEST);
  }
  plan(wait);
}

function plan(after) {
  if (timer === null) timer = setTimeout(turn, after);
}

if (part) {
  plan(wait);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) plan(0);
  });
}
