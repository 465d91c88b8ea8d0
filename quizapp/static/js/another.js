// "Another pupil": what is still unsent goes out first; if it can't, the page says so and asks again.
import { tab } from "./kept.js";
import { Outbox } from "./outbox.js";

const form = document.getElementById("another-pupil");

const outbox = new Outbox({});

// What a lesson left behind unsent goes out from here as well.
outbox.run();

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const warning = form.querySelector("[data-unsent]");
  if (warning.hidden && !(await outbox.run())) {
    warning.hidden = false;
    return;
  }
  outbox.close();
  outbox.empty();
  for (const key of tab.keys("")) tab.remove(key);
  form.submit();
});
