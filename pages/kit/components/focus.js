/* Where the keyboard goes when what it was on leaves the page: a filter that was taken off, a card that was closed.
   Without this it falls back to the top of the page. The search box stands on every page, so its script holds it. */

const RECENT = 12; // how far back the way is remembered
const trail = []; // what had the keyboard, the latest at the end: element, its place among the filters in force, whether the focus was seen

const listCrumbs = () => [...document.querySelectorAll(".st-key-breadcrumb button")];
const isUsable = (element) => element.isConnected && !element.disabled && element.getClientRects().length > 0;

function remember(element) {
  if (!(element instanceof Element) || element === document.body) return;
  const kept = trail.filter((one) => one.element.isConnected && one.element !== element).slice(-RECENT);
  trail.splice(0, trail.length, ...kept, { element, crumb: listCrumbs().indexOf(element), isSeen: element.matches(":focus-visible") });
}

/** What has the keyboard now, in whichever shadow root it is. */
function findActive() {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}

/** Lost is what left the page; a click beside everything loses nothing. */
function isLost() {
  return document.activeElement === document.body && trail.length > 0 && !trail.at(-1).element.isConnected;
}

const isRunning = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning";

/** The next filter in force for one that was taken off; else what had the keyboard before, as the mark that opened a card; else the finding. */
function findNext({ crumb }) {
  const crumbs = listCrumbs();
  if (crumb >= 0 && crumbs.length) return crumbs[Math.min(crumb, crumbs.length - 1)];
  const before = crumb < 0 && trail.map((one) => one.element).reverse().find(isUsable);
  const heading = document.querySelector('[data-testid="stMain"] h2');
  if (!before && heading) heading.tabIndex = -1;
  return before || heading;
}

function giveBack() {
  if (!isLost() || isRunning()) return;
  const last = trail.pop();
  findNext(last)?.focus({ preventScroll: !last.isSeen });
}

/** A button is switched off while its file is made, and loses the keyboard by it: it gets it back, so that Escape still closes its dialog. */
function wake(changes) {
  const last = trail.at(-1)?.element;
  const isBack = changes.some(({ target, attributeName }) => attributeName === "disabled" && target === last && isUsable(target));
  if (isBack && document.activeElement === document.body) last.focus({ preventScroll: true });
}

if (!globalThis.atlasFocus) {
  globalThis.atlasFocus = new MutationObserver((changes) => { wake(changes); giveBack(); });
  globalThis.atlasFocus.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state", "disabled"] });
  document.addEventListener("focusin", (event) => remember(event.composedPath()[0]));
  remember(findActive()); // this script comes late: somebody may be at work already
}
