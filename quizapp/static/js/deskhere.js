// Marks in the list of steps which one is before one's eyes.
const READ = "-25% 0px -74%"; // a line across the window

export const letMark = (form) => {
  const list = form.querySelector(".desk-outline");
  const mark = ({ dataset }) => {
    const link = list.querySelector(`[data-outline-step="${dataset.step}"] a`);
    list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    list.scrollTop = link.offsetTop - list.clientHeight / 2;
  };
  const seen = new IntersectionObserver(
    (steps) => steps.filter((one) => one.isIntersecting).forEach(({ target }) => mark(target)),
    { rootMargin: READ },
  );
  for (const step of form.querySelectorAll("[data-step]")) seen.observe(step);
};
