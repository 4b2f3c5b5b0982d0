/* The values of an indicator in sets of countries: a row a set, a dot a country, the median as a line with its value.
   Dots that would hide each other are stacked here. A Distribution stays on parentElement, so focus outlives a rerun. */

const DOT = 14; // pixels from one dot to the next
const percent = (share) => `${(100 * share).toFixed(3)}%`;

class Distribution {
  constructor(parent) {
    this.way = drawWayToTable();
    this.typed = new Typed();
    this.unit = html("p", { class: "unit" });
    this.rows = html("div", { class: "rows" });
    this.axis = html("div", { class: "axis", "aria-hidden": "true" });
    this.readout = html("p", { class: "readout", "aria-hidden": "true" }); // the dots say it
    this.root = html("div", { class: "distribution", role: "group" }, this.unit, this.rows, this.way, this.axis, this.readout);
    this.root.addEventListener("click", (event) => this.pick(this.meant(event)?.dataset.id));
    this.root.addEventListener("pointermove", (event) => this.tell(this.meant(event)));
    this.root.addEventListener("focusin", (event) => this.tell(event.target.closest(".dot") ?? undefined));
    this.root.addEventListener("focusout", () => this.tell());
    this.root.addEventListener("keydown", (event) => this.press(event));
    this.observer = new ResizeObserver(() => this.root.clientWidth !== this.width && this.stack());
    this.observer.observe(this.root);
    parent.append(this.root);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.root.setAttribute("aria-label", data.label);
    tellSummary(this.root, data.summary);
    this.unit.textContent = data.unit;
    const focused = this.root.getRootNode().activeElement?.dataset.id;
    this.rows.replaceChildren(...data.rows.map((row) => this.drawRow(row)));
    this.axis.replaceChildren(...this.drawAxis());
    this.setStop(this.dotOf(focused) ?? this.dotOf(data.selected) ?? this.dots()[0]);
    if (focused) this.dotOf(focused)?.focus({ preventScroll: true });
    this.stack();
    this.tell();
    this.way.update();
  }

  /** Where a value lies between the two ends of the axis, 0 to 1; beyond them at the edge. */
  share(value) {
    const [low, high] = this.data.domain;
    return Math.max(0, Math.min(1, (value - low) / (high - low)));
  }

  at(value, node) {
    node.style.left = percent(this.share(value));
    return node;
  }

  drawRow({ label, about, median, median_text: text, points, missing }) {
    const lines = this.data.references.map(({ value }) => this.at(value, html("span", { class: "reference" })));
    const middle = median === null ? [] : [this.at(median, html("span", { class: "median" }, html("b", {}, text)))];
    const field = html("div", { class: "field" }, ...lines, ...middle, ...points.map((point) => this.drawDot(point)));
    const below = missing ? html("p", { class: "missing" }, missing) : "";
    return html("section", {}, html("h3", {}, label), html("p", { class: "about" }, about), field, below);
  }

  drawDot({ id, name, value, text, doubtful }) {
    const dot = this.at(value, html("button", { type: "button", class: "dot", "data-id": id, "data-name": name, tabindex: -1,
      "aria-label": pair(name, text), "aria-pressed": id === this.data.selected }));
    dot.classList.toggle("doubtful", doubtful);
    dot.classList.toggle("beyond", value > this.data.domain[1] || value < this.data.domain[0]);
    if (doubtful) dot.textContent = "?";
    return dot;
  }

  drawAxis() {
    const ticks = this.data.ticks.map(({ text }) => html("span", { class: "tick" }, text));
    ticks.forEach((tick, index) => { tick.style.left = percent(this.data.ticks[index].at); });
    const references = this.data.references.map(({ value, short, text }) =>
      this.at(value, html("span", { class: "label" }, `${short} ${text}`)));
    return [html("div", { class: "ticks" }, ...ticks), html("div", { class: "labels" }, ...references)];
  }

  /** Lift each dot to the lowest level where it touches no other of its row, and make the row as high as that needs. */
  stack() {
    this.width = this.root.clientWidth;
    for (const field of this.rows.querySelectorAll(".field")) {
      const dots = [...field.querySelectorAll(".dot")].sort((a, b) => parseFloat(a.style.left) - parseFloat(b.style.left));
      const ends = [];
      for (const dot of dots) {
        const x = (parseFloat(dot.style.left) / 100) * field.clientWidth;
        const free = ends.findIndex((end) => x - end >= DOT);
        const level = free < 0 ? ends.length : free;
        ends[level] = x;
        dot.style.bottom = `${level * DOT + 3}px`;
      }
      field.style.height = `${Math.max(2, ends.length) * DOT + 24}px`;
    }
    this.nameLonely();
    this.spreadLabels();
  }

  /** Name the dots that stand alone: those with room for their name before the next one, and before the edge. All are measured at once. */
  nameLonely() {
    this.rows.querySelectorAll(".name").forEach((name) => name.remove());
    const names = [...this.rows.querySelectorAll(".dot:not(.beyond)")].map((dot) => {
      const name = html("span", { class: "name", "aria-hidden": "true" }, dot.dataset.name);
      Object.assign(name.style, { left: dot.style.left, bottom: dot.style.bottom });
      dot.parentElement.append(name);
      return name;
    });
    const crowded = names.filter((name) => {
      const { parentElement: field } = name;
      const place = ({ style }) => (parseFloat(style.left) / 100) * field.clientWidth;
      const x = place(name);
      const end = x + 12 + name.offsetWidth;
      return end > field.clientWidth || [...field.querySelectorAll(".dot, .median, .reference")].map(place).some((other) => other > x && other < end + 8);
    });
    for (const name of crowded) name.remove();
  }

  /** Labels of reference lines stand in tiers where they would touch. */
  spreadLabels() {
    const box = this.axis.querySelector(".labels");
    const ends = [];
    const labels = [...(box?.children ?? [])].sort((a, b) => parseFloat(a.style.left) - parseFloat(b.style.left));
    for (const label of labels) {
      const x = (parseFloat(label.style.left) / 100) * box.clientWidth;
      const left = Math.max(0, Math.min(box.clientWidth - label.offsetWidth, x - label.offsetWidth / 2));
      const free = ends.findIndex((end) => end + 8 < left);
      const tier = free < 0 ? ends.length : free;
      ends[tier] = left + label.offsetWidth;
      label.style.transform = `translate(${left - x}px, ${tier * 17}px)`;
    }
    if (box) box.style.height = `${ends.length * 17}px`;
  }

  leave() {
    this.observer.disconnect();
    this.way.leave();
  }

  /* ---- mouse and keys ---- */

  dots() {
    return [...this.rows.querySelectorAll(".dot")];
  }

  dotOf(id) {
    return this.dots().find((dot) => dot.dataset.id === id);
  }

  setStop(dot) {
    this.stop?.setAttribute("tabindex", -1);
    dot?.setAttribute("tabindex", 0);
    this.stop = dot;
  }

  /** The line below: the country under the pointer or the focus, else the chosen one. */
  tell(dot = this.dotOf(this.data.selected)) {
    this.readout.textContent = dot?.getAttribute("aria-label") ?? say("Point at a dot to read its country; a click or Enter chooses it.");
  }

  /** The dot that a pointer means: where their places to hit overlap, the nearest. A click by Enter has no place. */
  meant({ type, target, detail, clientX, clientY }) {
    const dot = target.closest(".dot") ?? undefined;
    if (!dot || (type === "click" && !detail)) return dot;
    const away = (one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return Math.hypot(left + width / 2 - clientX, top + height / 2 - clientY);
    };
    return [...dot.parentElement.querySelectorAll(".dot")].reduce((best, one) => (away(one) < away(best) ? one : best), dot);
  }

  pick(id) {
    if (id) this.send(id === this.data.selected ? "" : id);
  }

  /** Left and right lead to the next value of the row, up and down to the nearest value of the next row. */
  press(event) {
    if (event.key === "Escape" && this.data.selected) this.send("");
    const rows = [...this.rows.querySelectorAll(".field")].map((field) => [...field.querySelectorAll(".dot")].reverse());
    const y = rows.findIndex((row) => row.includes(event.target));
    if (y < 0) return;
    const x = rows[y].indexOf(event.target);
    const away = (dot) => Math.abs(parseFloat(dot.style.left) - parseFloat(event.target.style.left));
    const nearest = (row) => row?.length && row.reduce((best, dot) => (away(dot) < away(best) ? dot : best));
    const filled = (step) => { let at = y + step; while (rows[at] && !rows[at].length) at += step; return rows[at]; };
    const to = { ArrowRight: rows[y][x + 1], ArrowLeft: rows[y][x - 1], Home: rows[y][0], End: rows[y].at(-1),
      ArrowUp: nearest(filled(-1)), ArrowDown: nearest(filled(1)) }[event.key] ?? rows[y][this.typed.find(event, rows[y].map((dot) => dot.dataset.name), x)];
    if (!to) return;
    event.preventDefault();
    this.setStop(to);
    to.focus();
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const distribution = (parentElement.atlasDistribution ??= new Distribution(parentElement));
  distribution.show(data, (id) => setTriggerValue("picked", id));
  // A superseded call is cleaned up too: only one that has left the page is taken down.
  return () => { if (!distribution.root.isConnected) distribution.leave(); };
}
