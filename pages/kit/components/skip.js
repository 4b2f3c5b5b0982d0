/* The link before everything (skip_link.py) moves the keyboard to the finding, past navigation and filters; the search box stands on every page, so its script holds it. */

function skip(event) {
  if (!(event.target instanceof Element) || !event.target.closest("#atlas-skip")) return;
  event.preventDefault(); // the address is that of the view, without a place in the page
  const main = document.querySelector('[data-testid="stMain"]');
  const goal = main?.querySelector("h2") ?? main;
  if (!goal) return;
  goal.tabIndex = -1;
  goal.focus();
}

if (!globalThis.atlasSkip) {
  globalThis.atlasSkip = true;
  document.addEventListener("click", skip);
}
