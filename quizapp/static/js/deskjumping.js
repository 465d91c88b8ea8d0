// What a link leads to is seen, also where it is folded away, and has the cursor.
const MARGIN = 12; // px below the bar
const ENOUGH = 160; // px of a long place that are to be seen

const top = (place) => place.getBoundingClientRect().top;

export const reveal = (target) => {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
};

// With as much around it as there is room for below the bar: best with the head of its step, else with its label.
export const enter = (place) => {
  reveal(place);
  place.focus({ preventScroll: true });
  const bar = document.querySelector(".desk-bar").offsetHeight + MARGIN;
  const end = top(place) + Math.min(place.offsetHeight, ENOUGH) + MARGIN;
  const around = ["[data-step], #add", ".thing", ".words, .desk-field"].map((one) => place.closest(one));
  const first = around.find((one) => one && end - top(one) < innerHeight - bar) ?? place;
  scrollBy(0, top(first) - bar);
};

const wanted = () => document.getElementById(location.hash.slice(1));

const jump = () => wanted() && enter(wanted());

export const letJump = () => {
  addEventListener("hashchange", jump);
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return;
  jump();
  // Once all is there the browser goes to the place once more, in its own way.
  addEventListener("load", () => document.activeElement === wanted() && requestAnimationFrame(jump));
};
