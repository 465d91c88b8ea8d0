// Quick exit: covers the page at once, forgets everything kept here, and leaves. Without this script the link
// does the same through the server, only less quickly. No module, and before the page's first sight: it must
// also run where the player can't, and cover a page that nobody may see any more.
(() => {
  const page = document.documentElement;
  const { exit, trial } = document.currentScript.dataset;
  // Says no more than: something is to be finished here.
  const LEFT = "x";
  const PATIENCE = 1500;
  let gone = false;
  let shifts = [];

  // Storage may be switched off altogether; then there is nothing to forget.
  const kept = (what) => {
    try {
      return what();
    } catch {
      return null;
    }
  };

  const blank = () => location.replace("about:blank");

  // The server forgets as well; without it nothing but an empty page is safe.
  const signOut = () => {
    if (!navigator.onLine) return Promise.reject();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), PATIENCE);
    return fetch(exit, { redirect: "manual", cache: "no-store", keepalive: true, signal: stop.signal }).then(() =>
      kept(() => localStorage.removeItem(LEFT)),
    );
  };

  const cover = () => {
    page.hidden = true;
    document.title = "…";
  };

  const leave = () => {
    if (gone) return;
    gone = true;
    cover();
    // A trainer tries a draft: what others have written and not sent yet must stay.
    if (trial !== undefined) return location.replace(exit);
    dispatchEvent(new Event("leaving"));
    kept(() => {
      localStorage.clear();
      sessionStorage.clear();
      // This tells the other tabs as well.
      localStorage.setItem(LEFT, "1");
    });
    const away = () => signOut().then(() => location.replace(exit), blank);
    // The lesson's one extra entry in the history goes first, so that "back" doesn't find it.
    if (history.state && history.state.armed) {
      const once = setTimeout(away, 300);
      addEventListener("popstate", () => {
        clearTimeout(once);
        away();
      });
      history.back();
    } else away();
  };

  // A mark that this tab keeps as long as nobody leaves from it.
  const stayed = () => {
    try {
      return sessionStorage.getItem("here") !== null;
    } catch {
      return true;
    }
  };

  const [entry] = performance.getEntriesByType("navigation");
  if (entry && entry.type === "back_forward" && !stayed()) leave();
  else if (kept(() => localStorage.getItem(LEFT))) {
    gone = true;
    cover();
    signOut().then(() => location.reload(), blank);
  } else kept(() => sessionStorage.setItem("here", "1"));

  // "Back" may wake this page from memory.
  addEventListener("pageshow", (event) => {
    if (event.persisted && (gone || !stayed())) {
      gone = false;
      leave();
    }
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest("a.safety-exit")) return;
    event.preventDefault();
    leave();
  });

  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    shifts = event.key === "Shift" ? [...shifts, event.timeStamp].slice(-3) : [];
    if (shifts.length === 3 && shifts[2] - shifts[0] < 2000) leave();
  });

  addEventListener("storage", (event) => {
    if (event.key === LEFT && event.newValue) leave();
  });
})();
