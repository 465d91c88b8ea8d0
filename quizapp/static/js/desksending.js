// One request of the desk, and what became of it: {status, body}. Status 0: the network failed.
const PATIENCE = 15000;
const MOST_WHILE_CLOSING = 60000; // bytes that a browser sends for a page that is gone

const ask = async (form, body) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const text = body.toString();
  const keepalive = text.length < MOST_WHILE_CLOSING;
  const headers = { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" };
  try {
    const answer = await fetch(form.action, { method: "POST", headers, body: text, keepalive, signal: stop.signal });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch {
    return { status: 0, body: null };
  } finally {
    clearTimeout(timer);
  }
};

export const deliver = async (form, body, deed) => {
  const token = form.elements.csrf_token;
  body.set("do", deed);
  body.set("person", form.dataset.person);
  body.set("csrf_token", token.value);
  const reply = await ask(form, body);
  if (!reply.body?.token) return reply;
  // The page's token belonged to a session that has ended; somebody has signed in since.
  token.value = reply.body.token;
  body.set("csrf_token", token.value);
  return ask(form, body);
};
