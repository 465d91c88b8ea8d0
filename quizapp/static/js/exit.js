// Quick exit: covers the page at once, forgets everything kept here, and leaves. Without this
// script the link does the same through the server, only less quickly. No module: it must also
// run where the player can't.
(() => {
  const link = document.getElementById("exit");
  const page = document.documentElement;
  let shifts = [];
  let gone = false;

  const away = () => {
    if (!gone) location.replace(link.href);
    gone = true;
  };

  const forget = () => {
    // Storage may be switched off altogether; then there is nothing to forget.
    try {
      localStorage.setItem("leaving", "1"); // so that clear() tells the other tabs even when all was empty
      localStorage.clear();
      sessionStorage.clear();
    } catch {}
  };

  const leave = () => {
    page.hidden = true;
    document.title = "…";
    dispatchEvent(new Event("leaving"));
    forget();
    // The lesson's one extra entry in the history goes first, so that "back" doesn't find it.
    if (history.state && history.state.armed) {
      addEventListener("popstate", away);
      setTimeout(away, 300);
      history.back();
    } else away();
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    shifts = event.key === "Shift" ? [...shifts, event.timeStamp].slice(-3) : [];
    if (shifts.length === 3 && shifts[2] - shifts[0] < 2000) leave();
  });

  // Another tab has left: this one goes too.
  addEventListener("storage", (event) => {
    if (event.key === "leaving") leave();
  });

  // "Back" may wake this page from memory, covered: leave again.
  addEventListener("pageshow", (event) => {
    if (event.persisted && page.hidden) location.replace(link.href);
  });
})();
