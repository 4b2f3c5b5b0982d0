/* The map: shapes come once from a static file, every rerun sends only values.
   An AtlasMap stays on parentElement, so a rerun repaints fills and leaves zoom, focus and hover as they were. */

const files = new Map(); // URL -> promise of a map file, shared by all maps of the page
const STEP = 1.6; // zoom of one press
const ARROWS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const HELP = mark(
  "Arrow keys move to the neighbouring country, Page Down and Page Up through all in order, letters to the name that begins with them. Enter selects, Escape clears. Plus, minus and zero zoom.",
);
const FAILED = mark("The map could not be loaded. The ranking and the table show the same values.");

function fetchMap(src) {
  const url = new URL(src, document.baseURI).href;
  if (!files.has(url)) {
    const file = fetch(url).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))));
    file.catch(() => files.delete(url));
    files.set(url, file);
  }
  return files.get(url);
}

class AtlasMap extends PaintedMap {
  show(data, send) {
    const changed = this.data && this.data.summary !== data.summary;
    const areas = Object.fromEntries(Object.entries(data.areas).map(([id, area]) => [id, { ...data.usual, ...area }]));
    Object.assign(this, { data: { ...data, areas }, send, selected: data.selected });
    this.note.textContent = data.note;
    this.about.textContent = `${data.summary} ${say(HELP)}`;
    if (changed) this.live.textContent = data.summary;
    if (this.src !== data.src) this.load(data.src);
    else if (this.zoom) this.repaint();
  }

  repaint() {
    this.paint();
    this.way.update();
    if (this.tipped) this.fillTip();
  }

  async load(src) {
    this.src = src;
    const file = await fetchMap(src).catch(() => null);
    if (src !== this.src) return; // another file was asked for meanwhile
    this.stage.classList.remove("loading");
    if (file) {
      this.start(file);
    } else {
      this.src = null; // so that the next rerun tries again
      this.message.textContent = say(FAILED);
    }
  }

  /** Put a new drawing into the page, with its buttons, tooltip and listeners. */
  start(file) {
    this.draw(file);
    this.tip = new Tip(this.stage);
    this.zoom = new Zoom(this.svg, this.scopes[0].group, file.view, () => this.rescale());
    const buttons = drawButtons([["+", say("Zoom in"), () => this.zoomBy(STEP)], ["−", say("Zoom out"), () => this.zoomBy(1 / STEP)],
      ["↺", say("Show the whole map"), () => this.zoom.reset()]]);
    this.stage.replaceChildren(this.svg, this.way, this.caption, buttons, this.tip.box);
    this.listen();
    this.repaint();
    this.observer?.disconnect();
    this.observer = new ResizeObserver(() => this.rescale());
    this.observer.observe(this.stage);
    this.unwatch?.();
    this.unwatch = hideByEscape(this.root, () => this.hideTip());
  }

  leave() {
    this.observer?.disconnect();
    this.unwatch?.();
    this.way.leave();
  }

  fillTip() {
    const { name, lines } = this.thing(this.tipped) ?? {};
    if (name) this.tip.fill(name, this.valueOf(this.tipped), lines);
    else this.tip.hide();
  }

  showTip(id, left, top) {
    const isOther = id !== this.tipped;
    this.tipped = id;
    if (!id) return this.tip.hide();
    if (isOther) this.fillTip();
    this.tip.show(left, top);
  }

  /** Escape sends the tip away; where the keyboard is in the map and a place is chosen, it goes on and lets that go too. */
  hideTip() {
    const wasShown = Boolean(this.tipped);
    this.showTip(null);
    return wasShown && !(this.selected && this.svg.querySelector(":focus-visible"));
  }

  /** Zoom about what has the keyboard, else what is chosen, where that is in view: so the map moves without being dragged. */
  zoomBy(factor) {
    const id = this.svg.querySelector(":focus-visible") ? this.stop : this.selected;
    this.zoom.by(factor, id ? this.zoom.find(this.spotOf(id)) : undefined);
  }

  spotOf(id) {
    return this.file.areas[id]?.at ?? this.file.anchors[id];
  }

  /* ---- mouse, touch and keys ---- */

  listen() {
    this.svg.addEventListener("click", (event) => this.zoom.dragged || this.pick(this.hit(event)));
    this.svg.addEventListener("pointermove", (event) => this.hover(event));
    this.svg.addEventListener("pointerleave", () => this.showTip(null));
    this.svg.addEventListener("keydown", (event) => this.press(event));
    // On the stage: Chromium lets an SVG with focus listeners of its own take the focus.
    this.stage.addEventListener("focusin", (event) => event.target.dataset.id && this.enter(event.target));
    this.stage.addEventListener("focusout", () => { this.outline("focused", null); this.showTip(null); });
  }

  /** What an event means: the nearest marker within 12 px on land or 14 px at sea, else the shape itself. */
  hit({ target, clientX, clientY }) {
    let found = target.closest("[data-id]");
    let reach = found ? 12 : 14;
    for (const pin of (target.closest(".panel") ?? this.scopes[0].group).querySelectorAll(".pin")) {
      const { left, top, width, height } = pin.getBoundingClientRect();
      const away = Math.hypot(left + width / 2 - clientX, top + height / 2 - clientY);
      if (away < reach) [found, reach] = [pin.closest("[data-id]"), away];
    }
    return found?.dataset.id;
  }

  hover(event) {
    const dragging = this.zoom.dragged && event.buttons;
    const id = event.pointerType === "touch" || dragging ? null : this.hit(event);
    this.svg.classList.toggle("over", Boolean(id));
    this.showTip(id, event.clientX, event.clientY);
  }

  pick(id) {
    if (!id) return;
    this.selected = id === this.selected ? null : id;
    this.outline("selected", this.selected); // at once; the rerun repaints the rest
    this.send(this.selected ?? "");
  }

  nodeOf(id) {
    return this.svg.querySelector(`[role="button"][data-id="${id}"]`);
  }

  setStop(id) {
    this.nodeOf(this.stop)?.setAttribute("tabindex", -1);
    this.nodeOf(id).setAttribute("tabindex", 0);
    this.stop = id;
  }

  /** Focus came to a country or mark: it is brought into view, and what its label leaves out is announced. */
  enter(node) {
    const id = node.dataset.id;
    this.setStop(id);
    if (!node.matches(":focus-visible")) return;
    this.zoom.reveal(this.spotOf(id));
    this.outline("focused", id);
    const { name, lines } = this.thing(id);
    this.live.textContent = lines.length > 1 ? [name, ...lines.slice(1)].join(". ") : "";
    const { left, top, width, height } = node.getBoundingClientRect();
    this.showTip(id, left + width / 2, top + height / 2);
  }

  /** Where a key leads from a country: its neighbour there, along the order of names, to a name that is typed, or nowhere. */
  next(event) {
    const { key } = event;
    const at = this.order.indexOf(this.stop);
    const places = { Home: 0, End: this.order.length - 1, PageUp: at - 1, PageDown: at + 1 };
    if (key in places) return this.order[places[key]];
    const along = at + (key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1);
    if (key in ARROWS) return this.file.areas[this.stop]?.near[ARROWS[key]] ?? this.order[along];
    return this.order[this.typed.find(event, this.order.map((id) => this.thing(id).name), at)];
  }

  press(event) {
    const acts = { Enter: () => this.pick(this.stop), " ": () => this.pick(this.stop), Escape: this.selected && (() => this.pick(this.selected)),
      "+": () => this.zoomBy(STEP), "=": () => this.zoomBy(STEP), "-": () => this.zoomBy(1 / STEP), 0: () => this.zoom.reset() };
    const id = this.next(event);
    if (event.ctrlKey || event.metaKey || event.altKey || !(id || acts[event.key])) return;
    event.preventDefault();
    if (id) this.nodeOf(id).focus();
    else acts[event.key]();
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const map = (parentElement.atlasMap ??= new AtlasMap(parentElement));
  map.show(data, (id) => setTriggerValue("picked", id));
  // A superseded call is cleaned up too: only a map that has left the page is taken down.
  return () => { if (!map.root.isConnected) map.leave(); };
}
