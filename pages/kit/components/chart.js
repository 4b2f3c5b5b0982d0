/* What every chart of money is built with: heading, stage, tip, legend and total; marks that pick, one tab stop with arrows between them.
   A chart stays on parentElement, so focus and scroll outlive a rerun. A subclass draws into `this.stage` and says what is a mark. */

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const HELP = mark(
  "Arrow keys move between marks, Home and End to the first and last, letters to the name that begins with them. Enter picks a mark, and again lets it go.",
);
const NARROW = 560; // pixels

class Chart {
  constructor(parent, kind) {
    this.heading = html("h3");
    this.legend = html("ul", { class: "legend" });
    this.stage = html("div", { class: "stage" });
    this.tip = html("div", { class: "tip", "aria-hidden": "true", hidden: "" });
    this.key = html("p", { class: "key" });
    this.total = html("figcaption");
    this.about = html("p", { class: "unseen", id: "about" });
    this.way = drawWayToTable();
    this.typed = new Typed();
    this.root = html("figure", { class: `chart ${kind}`, "aria-describedby": "about" }, this.heading, this.legend, this.stage, this.way, this.key,
      this.total, this.about, this.tip);
    parent.append(this.root);
    this.listen();
    this.observer = new ResizeObserver(() => this.data && Math.abs(this.root.clientWidth - this.width) > 1 && this.paint());
    this.observer.observe(this.root);
    this.unwatch = hideByEscape(this.root, () => this.hideTip());
    document.fonts?.ready.then(() => this.data && this.paint()); // words are measured
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.root.setAttribute("aria-label", data.label);
    tellSummary(this.root, data.summary);
    this.heading.textContent = data.title;
    this.key.textContent = data.key ?? "";
    this.total.textContent = data.total;
    this.paint();
    this.way.update();
  }

  paint() {
    this.theme = readTheme(this.root);
    this.width = this.root.clientWidth;
    this.isNarrow = this.width < NARROW;
    this.root.classList.toggle("narrow", this.isNarrow);
    const focused = this.root.getRootNode().activeElement?.dataset.mark;
    this.told = new Map();
    this.paintLegend(this.data.legend ?? []);
    this.draw();
    this.marks = [...this.stage.querySelectorAll("[data-mark]")];
    this.about.textContent = this.told.size ? say(HELP) : "";
    this.stopAt(this.find(this.stop) ?? this.marks.find((node) => node.getAttribute("aria-pressed") === "true") ?? this.marks[0]);
    if (focused) this.find(focused)?.focus({ preventScroll: true });
    this.hideTip();
  }

  paintLegend(entries) {
    this.legend.replaceChildren(...entries.map((entry) => html("li", {}, this.swatch(entry), entry.label)));
  }

  swatch(colours) {
    const swatch = html("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.backgroundColor = colours[this.theme];
    swatch.classList.toggle("pale", isPale(colours[this.theme], this.theme));
    return swatch;
  }

  /** Make a node a mark: what it picks, whether it is on, and what is said of it. Without a pick it only tells. */
  mark(node, { id, pick, on }, name, lines = [], why = "") {
    build(node, { role: "button", tabindex: -1, "data-mark": id, "aria-pressed": pick ? Boolean(on) : null, "aria-disabled": pick ? null : "true",
      "aria-label": [name, ...lines, why].filter(Boolean).join(". ") });
    node.classList.toggle("on", Boolean(on));
    node.classList.toggle("pick", Boolean(pick));
    this.told.set(id, { name, lines: [...lines, why].filter(Boolean), pick });
    return node;
  }

  find(id) {
    return id === undefined ? undefined : this.marks?.find((node) => node.dataset.mark === id);
  }

  stopAt(node) {
    for (const other of this.marks) other.setAttribute("tabindex", other === node ? 0 : -1);
    this.stop = node?.dataset.mark;
  }

  /* ---- mouse, touch and keys ---- */

  listen() {
    this.stage.addEventListener("click", ({ target }) => this.pick(target.closest("[data-mark], [data-same]")));
    this.stage.addEventListener("keydown", (event) => this.press(event));
    this.stage.addEventListener("pointermove", (event) => event.pointerType !== "touch" && this.hover(event));
    this.stage.addEventListener("pointerleave", () => this.hideTip());
    this.stage.addEventListener("focusin", ({ target }) => {
      const node = target.closest("[data-mark]");
      if (!node) return;
      this.stopAt(node);
      const box = node.getBoundingClientRect();
      if (node.matches(":focus-visible")) this.showTip(node, box.left + Math.min(box.width, 240) / 2, box.top, box.bottom);
    });
    this.stage.addEventListener("focusout", () => this.hideTip());
  }

  pick(node) {
    const told = node && this.told.get(node.dataset.mark ?? node.dataset.same);
    if (told?.pick) this.send(told.pick);
  }

  hover({ target, clientX, clientY }) {
    const node = target.closest("[data-mark], [data-same]");
    if (node) this.showTip(node, clientX, clientY, clientY + 18);
    else this.hideTip();
  }

  /** Tell a mark above a point of the window, or below it where there is no room. */
  showTip(node, x, above, below) {
    const id = node.dataset.mark ?? node.dataset.same;
    const told = this.told.get(id);
    if (!told || !told.lines.length) return this.hideTip();
    if (this.tipped !== id) this.tip.replaceChildren(html("strong", {}, told.name), ...told.lines.map((line) => html("span", {}, line)));
    this.tipped = id;
    this.tip.hidden = false;
    const frame = this.root.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.tip;
    const scale = this.root.currentCSSZoom ?? 1; // a presentation enlarges its figures
    const left = Math.max(0, Math.min(frame.width / scale - width, (x - frame.left) / scale - width / 2));
    const isAbove = above - (height + 10) * scale > Math.max(0, frame.top - 40);
    this.tip.style.transform = `translate(${left}px, ${isAbove ? (above - frame.top) / scale - height - 10 : (below - frame.top) / scale + 8}px)`;
  }

  /** Hide the tip; says whether there was one. */
  hideTip() {
    const wasShown = !this.tip.hidden;
    this.tip.hidden = true;
    this.tipped = null;
    return wasShown;
  }

  leave() {
    this.observer.disconnect();
    this.unwatch();
    this.way.leave();
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.marks.length) return;
    const here = event.target.closest("[data-mark]");
    const acts = { Enter: () => this.pick(here), " ": () => this.pick(here),
      Home: () => this.marks[0].focus(), End: () => this.marks.at(-1).focus() };
    if (event.key in WAYS) acts[event.key] = () => this.next(here, WAYS[event.key])?.focus();
    if (!here) return;
    const names = this.marks.map(({ dataset }) => this.told.get(dataset.mark).name);
    const typed = this.marks[this.typed.find(event, names, this.marks.indexOf(here))];
    const act = typed ? () => typed.focus() : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** The nearest mark in a direction; what lies aside counts double. */
  next(here, [dx, dy]) {
    const middle = (node) => {
      const box = node.getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2];
    };
    const [x, y] = middle(here);
    const found = this.marks.map((node) => {
      const at = middle(node);
      const [along, aside] = [(at[0] - x) * dx + (at[1] - y) * dy, Math.abs((at[0] - x) * dy) + Math.abs((at[1] - y) * dx)];
      return { node, along, away: along + 2 * aside };
    }).filter(({ node, along }) => node !== here && along > 0.5);
    return found.sort((a, b) => a.away - b.away)[0]?.node;
  }
}

/** Mount a chart, or show new data in the one that is there. */
function mount({ data, parentElement, setTriggerValue }, Kind) {
  const chart = (parentElement.atlasChart ??= new Kind(parentElement));
  chart.show(data, (picked) => setTriggerValue("picked", picked));
  // A superseded call is cleaned up too: only a chart that has left the page is taken down.
  return () => { if (!chart.root.isConnected) chart.leave(); };
}
