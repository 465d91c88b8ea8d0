// One request of the desk, and what became of it: {status, body}. Status 0: the network failed.
const PATIENCE = 15000;
const MOST_WHILE_CLOSING = 60000; // bytes that a browser sends for a page that is gone

const ask = async (url, body) => {
  if (!navigator.onLine) return { status: 0 };
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const keepalive = body.toString().length < MOST_WHILE_CLOSING;
  const headers = { Accept: "application/json" };
  try {
    const answer = await fetch(url, { method: "POST", headers, body, keepalive, signal: stop.signal });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch {
    return { status: 0 };
  } finally {
    clearTimeout(timer);
  }
};

export const deliver = async (form, body) => {
  const token = form.elements.csrf_token;
  body.set("csrf_token", token.value);
  const reply = await ask(form.action, body);
  if (!reply.body?.token) return reply;
  // The page's token belonged to a session that has ended; somebody has signed in since.
  token.value = reply.body.token;
  body.set("csrf_token", token.value);
  return ask(form.action, body);
};
