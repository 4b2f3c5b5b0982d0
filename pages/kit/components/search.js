/* The search box: one field on every page that finds anything and goes there, by keyboard alone if wanted.
   The index is a static file, fetched once when the field is first used. A SearchBox stays on parentElement over reruns. */

const indexes = new Map(); // URL -> promise of the entries, shared by the boxes of all pages
const FAILED = mark("The search could not be loaded. The navigation and the filters lead everywhere too.");
const HINT = mark("A country in English, Spanish, Portuguese or French, an indicator, a group, a decision, a contract or its number.");
const hasKeys = !matchMedia("(pointer: coarse), (max-width: 640px)").matches; // as in the style
const GLASS = "M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M12.5 12.5L17 17";
let latest = null; // the box of the page before
let arrived = ""; // what the keyboard has just gone to: the box of the next page takes the focus up again

function fetchIndex(src) {
  const url = new URL(src, document.baseURI).href;
  if (!indexes.has(url)) {
    const index = fetch(url).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .then(({ entries }) => entries.map(prepare));
    index.catch(() => indexes.delete(url));
    indexes.set(url, index);
  }
  return indexes.get(url);
}

class SearchBox {
  constructor(parent) {
    this.field = html("input", { id: "field", type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": false,
      "aria-controls": "list", "aria-describedby": hasKeys ? "keys" : null, autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "go" });
    this.keys = html("kbd", { id: "keys" }, /Mac|iP/.test(navigator.platform) ? "⌘K" : "Ctrl K");
    this.glass = svg("svg", { class: "glass", viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: GLASS }));
    this.list = html("div", { id: "list", role: "listbox" });
    this.note = html("p", { class: "note" });
    this.live = html("p", { class: "live", role: "status" });
    this.panel = html("div", { class: "panel", hidden: "" }, this.list, this.note);
    this.label = html("label", { for: "field" });
    this.root = html("search", { class: "search" }, this.label, html("div", { class: "box" }, this.glass, this.field, this.keys, this.panel), this.live);
    this.listen();
    parent.append(this.root);
  }

  listen() {
    this.field.addEventListener("focus", () => this.load());
    this.field.addEventListener("input", () => this.look());
    this.field.addEventListener("click", () => this.look());
    this.field.addEventListener("blur", () => this.close());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.panel.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.pick(event.target.closest("[data-id]"), false));
    this.hotkey = (event) => this.call(event);
    document.addEventListener("keydown", this.hotkey);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    ahead.choices = data.ahead;
    this.label.textContent = data.label;
    this.field.placeholder = data.placeholder;
    this.list.setAttribute("aria-label", data.label);
    this.pages ??= data.pages.map((page) => prepare({ kind: say("Pages"), context: say("Page of the atlas"), also: [], ...page }));
    const before = latest;
    latest = this;
    if (arrived && before !== this) this.takeOver(before);
    arrived = "";
  }

  /** The keyboard led here from another page: it goes on in this box, with what was typed meanwhile. */
  takeOver(before) {
    this.field.focus({ preventScroll: true });
    this.live.textContent = say("Opened: {name}", { name: arrived });
    this.field.value = before?.field.value ?? "";
    if (this.field.value) this.look();
  }

  leave() {
    document.removeEventListener("keydown", this.hotkey);
  }

  /** Ctrl+K, or Command+K, from anywhere on the page. */
  call(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
    this.look();
  }

  async load() {
    this.failed = false;
    const index = await fetchIndex(this.data.src).catch(() => null);
    this.failed = !index;
    this.entries = index && [...index, ...this.pages];
    if (this.field.matches(":focus") && this.field.value) this.paint();
  }

  async look() {
    if (!this.entries) await this.load();
    else this.paint();
    if (!this.field.value) this.paint();
  }

  paint() {
    const text = this.field.value.trim();
    const { results, total } = find(this.entries ?? [], text);
    const kinds = [...new Set(results.map(({ entry }) => entry.kind))];
    this.list.replaceChildren(...kinds.map((kind, at) => html("div", { role: "group", "aria-labelledby": `kind${at}` },
      html("p", { class: "kind", id: `kind${at}`, role: "presentation" }, kind), ...results.filter(({ entry }) => entry.kind === kind).map(drawOption))));
    this.options.forEach((option, at) => { option.id = `option${at}`; });
    this.list.hidden = !results.length;
    this.note.textContent = this.tell(text, results.length, total);
    announce(this.live, text ? this.note.textContent : "");
    this.open(results.length ? 0 : -1);
  }

  tell(text, shown, total) {
    if (this.failed) return say(FAILED);
    if (!text) return say(HINT);
    if (!shown) return `${say("Nothing found for “{text}”.", { text })} ${say(HINT)}`;
    if (shown < total) return sayCount("{shown} of {n} result. More words narrow them.", "{shown} of {n} results. More words narrow them.", total, { shown });
    return sayCount("{n} result", "{n} results", shown);
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  open(active) {
    this.panel.hidden = false;
    this.field.setAttribute("aria-expanded", this.options.length > 0);
    this.activate(active);
  }

  close() {
    this.panel.hidden = true;
    this.field.setAttribute("aria-expanded", false);
    this.field.removeAttribute("aria-activedescendant");
  }

  activate(at) {
    const options = this.options;
    options.forEach((option, index) => option.setAttribute("aria-selected", index === at));
    this.active = options[at];
    if (this.active) this.field.setAttribute("aria-activedescendant", this.active.id);
    else this.field.removeAttribute("aria-activedescendant");
    this.active?.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    if (event.key === "Escape") return this.escape(event);
    if (event.key === "Enter") return this.enter(event);
    const count = this.options.length;
    const at = this.options.indexOf(this.active);
    const to = { ArrowDown: (at + 1) % count, ArrowUp: (at - 1 + count) % count }[event.key];
    if (to === undefined) return undefined;
    event.preventDefault();
    if (this.panel.hidden) return this.look();
    return count ? this.activate(to) : undefined;
  }

  /** The first Escape closes the list, the second empties the field. */
  escape(event) {
    event.stopPropagation();
    if (this.panel.hidden) this.field.value = "";
    this.close();
  }

  /** Enter waits for the index, so that a quick typist loses nothing. */
  async enter(event) {
    event.preventDefault();
    if (!this.field.value.trim()) return;
    if (!this.entries || this.panel.hidden) await this.look();
    this.pick(this.active, true);
  }

  pick(option, byKeyboard) {
    if (!option) return;
    if (byKeyboard) arrived = option.dataset.name;
    this.live.textContent = say("Opening: {name}", { name: option.dataset.name });
    this.field.value = "";
    this.close();
    if (!byKeyboard) this.field.blur();
    this.send(option.dataset.id);
  }
}

/** One result: its name, the name in another language that found it, and a line of context. */
function drawOption({ entry, by }) {
  const isOther = /^(place|group)\//.test(entry.id) && by !== entry.name;
  return html("div", { role: "option", "data-id": entry.id, "data-name": entry.name, "aria-selected": false },
    html("span", { class: "name" }, entry.name, isOther && html("span", { class: "by" }, by)), html("span", { class: "context" }, entry.context));
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = (parentElement.atlasSearch ??= new SearchBox(parentElement));
  box.show(data, (id) => setTriggerValue("picked", id));
  return () => { if (!box.root.isConnected) box.leave(); };
}
