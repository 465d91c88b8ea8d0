// What colleagues write meanwhile appears in fields that nobody is writing in here.
const EVERY = 10000;

export const letWatch = (form, fields) => {
  let since = form.dataset.now;

  const look = async () => {
    if (document.visibilityState !== "visible" || !navigator.onLine) return;
    try {
      const answer = await fetch(`${form.dataset.news}?since=${since}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const { now, texts } = await answer.json();
      since = now;
      for (const [name, { text, base }] of Object.entries(texts)) take(name, text, base);
    } catch {}
  };

  const take = (name, text, base) => {
    const field = fields.field(name);
    if (!field || field === document.activeElement || field.value === text || !fields.isKnown(name)) return;
    field.value = text;
    fields.settle(name, [[name, text]], base);
    field.classList.add("arrived");
    setTimeout(() => field.classList.remove("arrived"), 3000);
  };

  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
};
