// One request to the server, and what became of it: {status, body}. Status 0: the network failed.
const PATIENCE = 15000;

export const send = async (url, body) => {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const options = body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    keepalive: true,
  };
  try {
    const answer = await fetch(url, { ...options, cache: "no-store", signal: stop.signal });
    const wait = Number(answer.headers.get("Retry-After")) || 0;
    return { status: answer.status, wait, body: await answer.json().catch(() => null) };
  } catch {
    return { status: 0, wait: 0, body: null };
  } finally {
    clearTimeout(timer);
  }
};
