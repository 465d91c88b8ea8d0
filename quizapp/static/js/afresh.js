// Whoever comes to a lesson from another page begins anew: what a visitor has done in this tab is forgotten here.
// On every page but the lesson's own, and those a visitor looks at in the middle of it.
(() => {
  const forget = () => {
    try {
      sessionStorage.removeItem("visit");
    } catch {} // switched off: then nothing is kept either
  };

  forget();
  // "Back" may wake this page from memory.
  addEventListener("pageshow", (event) => event.persisted && forget());
})();
