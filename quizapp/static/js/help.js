// "I want help" opens what the page has with it: no request, no other page, and the lesson stays where it is.
const dialog = document.getElementById("help-here");
const address = document.getElementById("help").href;

export const listenForHelp = () =>
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link?.href !== address || dialog.contains(link) || event.ctrlKey || event.metaKey) return;
    // An old browser follows the link.
    if (!dialog.showModal) return;
    event.preventDefault();
    dialog.showModal();
  });

// The adult of the pupil's own class.
export const showAdult = (adult) => {
  if (adult === undefined) return;
  document.getElementById("help-adult").hidden = !adult;
  for (const what of ["role", "place"]) document.getElementById(`help-${what}`).textContent = adult?.[what] ?? "";
  if (adult?.place_language) document.getElementById("help-place").lang = adult.place_language;
};
