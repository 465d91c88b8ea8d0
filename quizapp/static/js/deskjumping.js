// What a link leads to is seen, also where it is folded away, and has the cursor.
export const reveal = (target) => {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
};

const jump = (scroll) => {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  reveal(target);
  target.focus({ preventScroll: true });
  if (scroll) target.scrollIntoView();
};

export const letJump = () => {
  addEventListener("hashchange", () => jump(true));
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") jump(true);
};
