// Shows the button that fills the screen, where the browser can.
const button = document.getElementById("fullscreen");
const page = document.documentElement;

if (button && page.requestFullscreen) {
  button.hidden = false;
  button.addEventListener("click", () => page.requestFullscreen());
  document.addEventListener("fullscreenchange", () => {
    button.hidden = document.fullscreenElement !== null;
  });
}
