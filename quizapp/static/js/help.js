// "I want help" opens what the page has with it: no request, no other page, and the lesson stays where it is.
const dialog = document.getElementById("help-here");
const adult = document.getElementById("help-adult");
const address = document.getElementById("help").href;

export const listenForHelp = () =>
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link?.href !== address || dialog.contains(link) || event.ctrlKey || event.metaKey) return;
    if (!dialog.showModal) return; // an old browser follows the link
    event.preventDefault();
    dialog.showModal();
  });

// The adult of the pupil's own class.
export const showAdult = (named) => {
  if (named === undefined) return;
  adult.hidden = !named;
  adult.querySelector("strong").textContent = named?.role ?? "";
  adult.querySelector("span").textContent = named?.place ?? "";
};
