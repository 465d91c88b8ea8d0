// The map of the story follows what was saved, as soon as somebody looks at it.
const draw = async (map) => {
  const answer = await fetch(map.dataset.map).catch(() => null);
  if (!answer?.ok || answer.redirected) return false;
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("map");
  map.replaceChildren(map.querySelector("summary"), ...[...drawn.children].slice(1));
  return true;
};

export const letDraw = (map) => {
  let old = false;
  const look = async () => {
    if (!map.open || !old) return;
    // Somebody may save while it is drawn.
    old = false;
    if (!(await draw(map))) old = true;
  };
  addEventListener("desk-saved", () => {
    old = true;
    look();
  });
  map.addEventListener("toggle", look);
};
