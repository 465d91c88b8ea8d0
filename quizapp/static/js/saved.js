// The line that says whether everything is saved. Read aloud only when something is amiss.
const AMISS = ["kept", "closed"];

export const savedSign = (sign) => (state, message) => {
  if (sign.dataset.now === state && !message) return;
  sign.setAttribute("aria-live", AMISS.includes(state) ? "polite" : "off");
  sign.dataset.now = state;
  sign.textContent = message ?? sign.dataset[state] ?? "";
};
