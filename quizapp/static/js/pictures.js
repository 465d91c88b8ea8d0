// Brings the pictures of all steps while there is a network, and once more those that got lost without one.
// Ms after the page is there.
const CALM = 1500;

const bring = async (images) => {
  for (const image of images) {
    image.loading = "eager";
    await image.decode().catch(() => {});
  }
};

const again = (images) => {
  for (const image of images) if (image.src && image.complete && !image.naturalWidth) image.src = image.src;
};

export const bringPictures = (form) => {
  const images = [...form.querySelectorAll("img")];
  setTimeout(() => navigator.connection?.saveData || bring(images), CALM);
  addEventListener("online", () => again(images));
};
