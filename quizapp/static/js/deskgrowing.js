// Texts as high as what stands in them, in browsers that can't do it by themselves.
export const letGrow = (form) => {
  if (CSS.supports("field-sizing", "content")) return;
  const grow = (area) => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  form.addEventListener("input", ({ target }) => target.matches("textarea") && grow(target));
};
