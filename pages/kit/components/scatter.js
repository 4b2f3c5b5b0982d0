/* The scatter plot: countries as points on two axes. Python says where each stands, from 0 to 1; nothing here knows a scale.
   A Scatter stays on parentElement, so focus and hover outlive a rerun. */

const REACH = 26; // pixels within which the mouse means a point
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const HELP = mark(
  "Arrow keys move to the nearest country in that direction, Home and End to the first and last across, letters to the name that begins with them. Enter selects, Shift and Enter pins, Escape clears.",
);

class Scatter extends Plane {
  constructor(parent) {
    super();
    this.svg = svg("svg", { role: "group", "aria-describedby": "about" });
    this.tip = html("div", { class: "tip", "aria-hidden": "true", hidden: "" });
    this.message = html("p", { class: "message" });
    this.way = drawWayToTable();
    this.typed = new Typed();
    this.stage = html("div", { class: "stage" }, this.svg, this.way, this.tip, this.message);
    this.legend = html("ul", { class: "legend", "aria-label": say("Legend") });
    this.note = html("p", { class: "note" });
    this.about = html("p", { class: "unseen", id: "about" });
    this.live = html("p", { class: "unseen", "aria-live": "polite" });
    this.root = html("figure", { class: "scatter" }, this.stage, this.legend, this.note, this.about, this.live);
    parent.append(this.root);
    this.listen();
    this.observer = new ResizeObserver(() => this.data && this.stage.clientWidth !== this.width && this.paint());
    this.observer.observe(this.stage);
    this.unwatch = hideByEscape(this.root, () => this.hideTip());
    document.fonts?.ready.then(() => this.data && this.paint()); // names are measured
  }

  show(data, send, pin) {
    const changed = this.data && this.data.summary !== data.summary;
    Object.assign(this, { data, send, pin, selected: data.selected });
    this.about.textContent = `${data.summary} ${say(HELP)}`;
    if (changed) this.live.textContent = data.summary;
    this.note.textContent = data.note;
    this.message.textContent = data.empty;
    this.paint();
    this.way.update();
  }

  paint() {
    this.theme = readTheme(this.root);
    const focused = this.root.getRootNode().activeElement?.dataset.id;
    this.measure();
    this.svg.replaceChildren();
    this.places = this.data.points.map((point) => ({ point, at: [this.x(point.x), this.y(point.y)] }));
    this.drawAxes();
    this.drawPoints();
    this.paintLegend();
    if (focused) this.nodeOf(focused)?.focus({ preventScroll: true });
    this.showTip(this.tipped);
  }

  /* ---- the points ---- */

  drawPoints() {
    const { selected } = this.data;
    const names = svg("g", { class: "names", "aria-hidden": "true" });
    const marks = svg("g");
    this.svg.append(names, marks);
    for (const place of this.places) {
      const { pinned, doubtful, id } = place.point;
      Object.assign(place, { first: Number(pinned || id === selected), gap: pinned || doubtful ? 13 : 9 });
      place.label = svg("text", { class: "name" }, this.nameOf(place.point));
      place.label.classList.toggle("strong", Boolean(place.first));
      names.append(place.label);
      place.width = place.label.getComputedTextLength() + 2;
    }
    placeNames(this.places, [this.left + 2, MARGIN.top + 2, this.width - 2, this.height - MARGIN.bottom - 2], this.taken, this.lines);
    for (const { label, box } of this.places) {
      if (box) build(label, { x: box[0] + 1, y: box[1] + 11 }, []);
      else label.remove();
    }
    // Drawn from left to right, the chosen one last, so that nothing hides it.
    this.order = [...this.places].sort((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1]);
    const stop = [this.stop, selected].find((id) => this.placeOf(id)) ?? this.order[0]?.point.id;
    for (const place of [...this.order].sort((a, b) => Number(a.point.id === selected) - Number(b.point.id === selected))) {
      marks.append(this.drawPoint(place, stop));
    }
    this.stop = stop;
  }

  nameOf({ id, name, doubtful }) {
    return doubtful ? `${shortName(id, name)} ?` : shortName(id, name);
  }

  drawPoint({ point, at }, stop) {
    const { id, group, name, lines, doubtful, member, pinned } = point;
    const node = svg("g", { class: "point", "data-id": id, role: "button", tabindex: id === stop ? 0 : -1, transform: `translate(${at[0]} ${at[1]})`,
      "aria-pressed": id === this.selected, "aria-label": [name, ...lines, ...this.remarks(point)].join(", ") });
    const colour = this.data.groups[group][this.theme];
    node.style.setProperty("--mark", colour);
    if (doubtful) node.append(svg("circle", { class: "doubt", r: 10 }));
    if (pinned) node.append(svg("circle", { class: "pin", r: 10 }));
    node.append(svg("path", { class: member ? "shape" : "shape hollow", d: SHAPES[this.data.groups[group].shape] }));
    if (point.beyond_x) node.append(svg("path", { class: "beyond", d: "M12 -4L16 0L12 4" }));
    if (point.beyond_y) node.append(svg("path", { class: "beyond", d: "M-4 -12L0 -16L4 -12" }));
    node.classList.toggle("selected", id === this.selected);
    return node;
  }

  /* ---- mouse, touch and keys ---- */

  listen() {
    this.svg.addEventListener("pointermove", (event) => event.pointerType !== "touch" && this.hover(this.hit(event)));
    this.svg.addEventListener("pointerleave", () => this.hover(null));
    this.svg.addEventListener("click", (event) => this.pick(this.hit(event)));
    this.svg.addEventListener("keydown", (event) => this.press(event));
    this.stage.addEventListener("focusin", ({ target }) => target.dataset.id && this.enter(target));
    this.stage.addEventListener("focusout", () => this.hover(null));
  }

  placeOf(id) {
    return this.places.find(({ point }) => point.id === id);
  }

  nodeOf(id) {
    return this.svg.querySelector(`[data-id="${id}"]`);
  }

  /** The point nearest to the mouse, if it is near at all. */
  hit({ clientX, clientY }) {
    const { left, top } = this.svg.getBoundingClientRect();
    const scale = this.svg.currentCSSZoom ?? 1; // a presentation enlarges its figures
    const away = ({ at }) => Math.hypot(at[0] - (clientX - left) / scale, at[1] - (clientY - top) / scale);
    const [nearest] = [...(this.places ?? [])].sort((a, b) => away(a) - away(b));
    return nearest && away(nearest) < REACH ? nearest.point.id : null;
  }

  hover(id) {
    this.svg.classList.toggle("over", Boolean(id));
    this.showTip(id);
  }

  showTip(id) {
    const place = id && this.placeOf(id);
    this.tipped = place ? id : null;
    for (const node of this.svg.querySelectorAll(".point.hovered")) node.classList.remove("hovered");
    this.tip.hidden = !place;
    if (!place) return;
    this.nodeOf(id).classList.add("hovered");
    const { name, lines } = place.point;
    const remarks = this.remarks({ ...place.point, doubtful: false }); // the line of the value says it
    this.tip.replaceChildren(html("strong", {}, name), ...[...lines, ...remarks].map((line) => html("span", {}, line)));
    const { offsetWidth: width, offsetHeight: height } = this.tip;
    const [x, y] = place.at;
    const left = Math.max(4, Math.min(this.width - width - 4, x - width / 2));
    this.tip.style.transform = `translate(${left}px, ${y - height - 16 > 0 ? y - height - 16 : y + 16}px)`;
  }

  /** Escape sends the tip away; where the keyboard is on a point and one is chosen, it goes on and lets that go too. */
  hideTip() {
    const wasShown = !this.tip.hidden;
    this.hover(null);
    return wasShown && !(this.selected && this.svg.querySelector(":focus-visible"));
  }

  leave() {
    this.observer.disconnect();
    this.unwatch();
    this.way.leave();
  }

  pick(id) {
    if (id) this.send(id === this.selected ? "" : id);
  }

  enter(node) {
    this.nodeOf(this.stop)?.setAttribute("tabindex", -1);
    node.setAttribute("tabindex", 0);
    this.stop = node.dataset.id;
    this.showTip(this.stop);
  }

  /** The nearest point in a direction; what lies aside counts double. */
  next([dx, dy]) {
    const { at: [x, y] } = this.placeOf(this.stop);
    const found = this.places.map(({ point, at }) => {
      const [along, aside] = [(at[0] - x) * dx + (at[1] - y) * dy, Math.abs((at[0] - x) * dy) + Math.abs((at[1] - y) * dx)];
      return { id: point.id, along, away: along + 2 * aside };
    }).filter(({ id, along }) => id !== this.stop && along > 0.5).sort((a, b) => a.away - b.away);
    return found[0]?.id;
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.places.length) return;
    const names = this.order.map(({ point }) => point.name);
    const typed = this.order[this.typed.find(event, names, this.order.findIndex(({ point }) => point.id === this.stop))];
    const place = { Home: this.order[0], End: this.order.at(-1) }[event.key] ?? typed;
    const acts = { Enter: () => (event.shiftKey ? this.pin(this.stop) : this.pick(this.stop)), " ": () => this.pick(this.stop),
      Escape: this.selected && (() => this.pick(this.selected)) };
    if (!(event.key in ARROWS || place || acts[event.key])) return;
    event.preventDefault();
    const id = event.key in ARROWS ? this.next(ARROWS[event.key]) : place?.point.id;
    if (id) this.nodeOf(id).focus();
    else acts[event.key]?.();
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const scatter = (parentElement.atlasScatter ??= new Scatter(parentElement));
  scatter.show(data, (id) => setTriggerValue("picked", id), (id) => setTriggerValue("pinned", id));
  // A superseded call is cleaned up too: only a plot that has left the page is taken down.
  return () => { if (!scatter.root.isConnected) scatter.leave(); };
}
