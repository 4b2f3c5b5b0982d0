/* The button that opens the filters on a phone, where they are a sheet from below (layout.css, by data-sheet of the root element).
   The filters are the page's own and stay in it; a wide window shows them always and this button never. */

const { documentElement: root } = document;
const INSIDE = ".st-key-sheet, .st-key-sheet_bar";
const wide = matchMedia("(min-width: 641px)"); // there is no sheet: layout.css
const ABOVE = '[role="listbox"], [role="dialog"], [data-testid="stPopoverBody"]'; // a list or a dialog that Escape closes first

const SLIDERS = "M3 5.5h6m4 0h4M3 14.5h2m4 0h8M9 5.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M5 14.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0";
const CROSS = "M5 5l10 10M15 5L5 15";

const drawIcon = (name, path) => svg("svg", { class: name, viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: path }));

class Sheet {
  constructor(parent) {
    this.label = html("span");
    this.button = html("button", { type: "button", "aria-expanded": "false" }, drawIcon("opens", SLIDERS), drawIcon("closes", CROSS), this.label);
    this.root = html("div", { class: "sheet" }, this.button);
    this.button.addEventListener("click", () => this.set(!this.isOpen));
    this.heard = { keydown: (event) => this.press(event), click: (event) => this.leaveFor(event), focusin: (event) => this.leaveFor(event) };
    for (const [kind, hear] of Object.entries(this.heard)) document.addEventListener(kind, hear, true);
    this.widen = () => this.set(false);
    wide.addEventListener("change", this.widen);
    parent.append(this.root);
  }

  get isOpen() {
    return root.dataset.sheet === "open";
  }

  set(isOpen) {
    if (isOpen) root.dataset.sheet = "open";
    else delete root.dataset.sheet;
    this.button.setAttribute("aria-expanded", isOpen);
  }

  press(event) {
    if (event.key !== "Escape" || !this.isOpen || document.querySelector(ABOVE)) return;
    event.stopPropagation(); // what lies below the sheet, as a card, stays
    this.set(false);
    this.button.focus();
  }

  /** What is beside the sheet, or the dimmed page around it, closes it; lists and dialogs stand outside of the app. */
  leaveFor({ type, target }) {
    const isAround = type === "focusin" && target.querySelector?.(INSIDE); // a press beside the sheet gives the focus to the page; the click will tell
    if (this.isOpen && !isAround && target.closest?.('[data-testid="stApp"]') && !target.closest(INSIDE)) this.set(false);
  }

  /** The page is left: its filters are closed for the next one. */
  leave() {
    for (const [kind, hear] of Object.entries(this.heard)) document.removeEventListener(kind, hear, true);
    wide.removeEventListener("change", this.widen);
    delete root.dataset.sheet;
  }
}

export default function ({ data, parentElement }) {
  const sheet = (parentElement.atlasSheet ??= new Sheet(parentElement));
  sheet.label.textContent = data.label;
  return () => { if (!sheet.root.isConnected) sheet.leave(); };
}
