/* The legend below the map and the tooltip in it.
   Put before map.js in one script: a component has a single one. */

class Legend {
  /** `emphasise` is called with the key of the entry pointed at, focused or pinned by a click, or with nothing. */
  constructor(emphasise) {
    this.list = html("ul", { class: "legend", "aria-label": say("Legend") });
    this.sizes = html("li", { class: "sizes", hidden: "" });
    this.emphasise = emphasise;
    const keyOf = (event) => event.target.closest("button")?.dataset.id;
    for (const kind of ["pointerover", "focusin"]) this.list.addEventListener(kind, (event) => emphasise(keyOf(event) ?? this.pinned));
    for (const kind of ["pointerout", "focusout"]) this.list.addEventListener(kind, () => emphasise(this.pinned));
    this.list.addEventListener("click", (event) => this.pin(keyOf(event)));
  }

  pin(key) {
    if (!key) return;
    this.pinned = key === this.pinned ? undefined : key;
    for (const chip of this.list.querySelectorAll("button")) chip.setAttribute("aria-pressed", chip.dataset.id === this.pinned);
    this.emphasise(this.pinned);
  }

  paint(data, theme) {
    const { classes, grid, missing, plain, only_spread: spread, mark_legend: marks = [], outside_filter: outside, doubtful, members } = data;
    const regions = Object.fromEntries(marks.map(({ state, ...entry }) => [`mark-${state}`, entry]));
    const others = Object.entries({ "only-spread": spread, missing, plain, outside, ...regions, doubtful, member: members }).filter(([, entry]) => entry);
    const entries = [...classes.map((entry, index) => [`class-${index}`, entry]), ...others];
    if (!entries.some(([key]) => key === this.pinned)) this.pinned = undefined;
    const drawn = grid ? [drawGrid(data, theme, this.pinned)] : []; // two measures: the classes stand three by three
    this.list.replaceChildren(...drawn, ...entries.slice(grid ? classes.length : 0).map(([key, entry]) => this.draw(key, entry, theme)), this.sizes);
  }

  /** The sizes of circles, where a view has any: they follow the size of the map. */
  paintSizes(data, room) {
    this.sizes.hidden = !data.sizes?.length;
    this.sizes.replaceChildren(...(data.sizes?.length ? drawSizes(data, room) : []));
  }

  draw(key, { label, count, ...colours }, theme) {
    const swatch = html("span", { class: `swatch ${key}` }, key === "doubtful" ? "?" : "");
    if (key.startsWith("mark-")) swatch.style.setProperty("--mark", colours[theme]);
    else swatch.style.backgroundColor = colours[theme] ?? "";
    return html("li", {}, html("button", { type: "button", "data-id": key, "aria-pressed": key === this.pinned },
      swatch, html("span", {}, label), html("span", { class: "count" }, count)));
  }
}

class Tip {
  constructor(stage) {
    this.stage = stage;
    this.box = html("div", { class: "tip", "aria-hidden": "true", hidden: "" }); // names are read from the shapes
  }

  fill(name, value, lines) {
    this.box.replaceChildren(html("strong", {}, name), html("span", { class: "value" }, value),
      ...lines.map((line) => html("span", {}, line)));
  }

  /** Stand above a point of the screen, or below it for want of room, inside the stage. */
  show(left, top) {
    this.box.hidden = false;
    const [stage, { offsetWidth: width, offsetHeight: height }] = [this.stage.getBoundingClientRect(), this.box];
    const scale = this.stage.currentCSSZoom ?? 1; // a presentation enlarges its figures
    const [x0, y0] = [(left - stage.left) / scale, (top - stage.top) / scale];
    const above = y0 - height - 14;
    const x = clamp(x0 - width / 2, 6, stage.width / scale - width - 6);
    const y = clamp(above > 6 ? above : y0 + 18, 6, stage.height / scale - height - 6);
    this.box.style.transform = `translate(${x}px, ${y}px)`;
  }

  hide() {
    this.box.hidden = true;
  }
}
