/* Painting the map: what each rerun changes, and the words that go with it. The mouse and the keys are in map.js.
   Put before map.js in one script: a component has a single one. */

/** In the inset each country has a marker, so that they look alike and none is too small to hit. */
const withMarkers = (inset) => ({ ...inset,
  areas: Object.fromEntries(Object.entries(inset.areas).map(([id, area]) => [id, { ...area, small: true }])) });

function kindOf(area) {
  if (!area.in) return "outside";
  if (area.class !== null) return `class-${area.class}`;
  return area.status === "none" ? "plain" : "missing";
}

function belongs(area, key) {
  if (key.startsWith("mark-")) return false;
  if (key === "member") return area.in && area.member;
  if (key === "only-spread") return area.in && area.status === "spread";
  return key === "doubtful" ? area.in && area.status === key : kindOf(area) === key;
}

class PaintedMap {
  constructor(parent) {
    this.message = html("p", { class: "message", role: "status" }, say("Loading the map…"));
    this.stage = html("div", { class: "stage loading" }, this.message);
    this.caption = html("p", { class: "caption" });
    this.way = drawWayToTable();
    this.typed = new Typed();
    this.legend = new Legend((key) => this.emphasise(key));
    this.note = html("p", { class: "note" });
    this.about = html("p", { class: "unseen", id: "about" });
    this.live = html("p", { class: "unseen", "aria-live": "polite" });
    const key = html("div", { class: "key" }, this.legend.list, this.note);
    this.root = html("div", { class: "map" }, this.stage, key, this.about, this.live);
    parent.append(this.root);
  }

  /** Draw what stays, once for a map file. */
  draw(file) {
    this.file = file;
    this.scopes = [drawScope("world", file), drawScope("inset", withMarkers(file.inset))];
    const [world, inset] = this.scopes;
    for (const [id, node] of Object.entries(world.nodes)) {
      build(node, { role: "button", tabindex: -1 }).classList.toggle("twin", id in inset.areas);
    }
    this.marks = svg("g", { class: "marks" });
    world.group.append(drawRectangle("source", file.inset.source), this.marks);
    this.patterns = ["world", "inset", "pin"].flatMap(drawPatterns);
    this.stripes = svg("g");
    this.svg = svg("svg", { viewBox: file.view.join(" "), role: "group", "aria-describedby": "about" },
      svg("defs", {}, ...this.patterns, this.stripes), world.group, drawPanel(file.inset, inset));
    this.root.style.setProperty("--ratio", file.view[2] / file.view[3]);
  }

  paint() {
    this.theme = readTheme(this.root);
    this.root.dataset.theme = this.theme;
    this.svg.setAttribute("aria-label", this.data.label);
    this.caption.textContent = this.data.caption ?? "";
    this.caption.hidden = !this.data.caption;
    this.paintStripes();
    this.scopes.forEach((scope) => this.paintScope(scope));
    this.keepFocus(() => { this.paintMarks(); this.legend.paint(this.data, this.theme); });
    this.paintOrder();
    this.outline("selected", this.selected);
    this.emphasise(this.legend.pinned);
    this.rescale();
  }

  /** A pattern for each class, where some country has only what a rule gave it. */
  paintStripes() {
    const isStriped = Object.values(this.data.areas).some(({ status }) => status === "spread");
    const patterns = this.data.classes.flatMap((entry, index) => ["world", "inset", "pin"].map((scale) => drawStripes(index, entry[this.theme], scale)));
    this.stripes.replaceChildren(...(isStriped ? patterns : []));
  }

  paintScope(scope) {
    for (const [id, node] of Object.entries(scope.nodes)) this.paintArea(id, node, scope.name);
    for (const [id, label] of Object.entries(scope.labels ?? {})) label.textContent = shortName(id, this.data.areas[id].name);
    const having = (key) => Object.keys(scope.areas).filter((id) => belongs(this.data.areas[id], key)).map((id) => scope.areas[id]);
    scope.members.setAttribute("d", having("member").filter(({ small }) => !small).map(({ d }) => withoutSpecks(d)).join(""));
    scope.badges.replaceChildren(...having("doubtful").map(drawBadge));
  }

  paintArea(id, node, scopeName) {
    const area = this.data.areas[id];
    const kind = kindOf(area);
    const colour = this.data.classes[area.class]?.[this.theme];
    const isStriped = kind.startsWith("class") && area.status === "spread";
    const fill = (scale) => {
      if (isStriped) return `url(#stripes-${area.class}-${scale})`;
      return kind === "missing" ? `url(#hatch-${scale})` : kind.startsWith("class") ? colour : "";
    };
    node.setAttribute("fill", fill(scopeName));
    node.querySelector(".pin")?.setAttribute("fill", fill("pin"));
    for (const name of ["outside", "plain", "missing"]) node.classList.toggle(name, kind === name);
    node.classList.toggle("striped", isStriped);
    node.classList.toggle("pale", kind.startsWith("class") && isPale(colour, this.theme));
    node.classList.toggle("member", belongs(area, "member"));
    if (scopeName === "world") build(node, { "aria-label": this.describe(id), "aria-pressed": id === this.selected });
  }

  paintMarks() {
    this.marks.replaceChildren(...this.data.marks.map((mark) => build(drawMark(this.file.anchors[mark.id], mark, this.theme), {
      class: `mark ${mark.state} ${mark.id === this.selected ? "selected" : ""}`.trimEnd(), "data-id": mark.id, role: "button", tabindex: -1,
      "aria-label": this.describe(mark.id), "aria-pressed": mark.id === this.selected,
    })));
  }

  /** The one tab stop: where the reader last was, else the selected country, else the first by name. */
  paintOrder() {
    const { areas, marks } = this.data;
    const names = Object.keys(areas).sort((a, b) => compareWords(areas[a].name, areas[b].name));
    this.order = [...names, ...marks.map(({ id }) => id)];
    this.setStop([this.stop, this.selected].find((id) => this.order.includes(id)) ?? names[0]);
  }

  keepFocus(repaint) {
    const focused = this.root.getRootNode().activeElement;
    repaint();
    if (focused && !focused.isConnected) this.root.querySelector(`[data-id="${focused.dataset.id}"]`)?.focus({ preventScroll: true });
  }

  /** Dim all countries but those of one legend entry; without a key, none. */
  emphasise(key) {
    this.svg?.classList.toggle("hushed", Boolean(key) && key !== "member"); // the members' outlines would outshine it
    for (const { nodes } of this.scopes ?? []) {
      for (const [id, node] of Object.entries(nodes)) node.classList.toggle("dim", Boolean(key) && !belongs(this.data.areas[id], key));
    }
  }

  /** Outline a country as "selected" or "focused"; one without a marker by a line drawn above its neighbours. */
  outline(name, id) {
    for (const { nodes, outlines, areas } of this.scopes) {
      for (const [key, node] of Object.entries(nodes)) node.classList.toggle(name, key === id);
      const d = areas[id] && !areas[id].small ? areas[id].d : "";
      outlines[name].replaceChildren(svg("path", { class: "casing", d }), svg("path", { class: "line", d }));
    }
  }

  /** Keep markers, texts and patterns at their size in pixels after a zoom or a resize. */
  rescale() {
    const { k, unit } = this.zoom;
    const scales = { world: unit / k, inset: unit, pin: 1 };
    this.svg.style.setProperty("--px", unit);
    this.scopes[0].group.style.setProperty("--px", unit / k);
    // The inset's islands would hide each other in the whole map: their markers reach full size at 3x.
    this.svg.style.setProperty("--twin", Math.min(1, 0.4 + 0.2 * k));
    const room = roomOf(this.file.view[2] / unit);
    for (const mark of this.marks.children) sizeMark(mark, room);
    this.legend.paintSizes(this.data, room);
    for (const pattern of [...this.patterns, ...this.stripes.children]) pattern.setAttribute("patternTransform", `scale(${scales[pattern.dataset.scale]})`);
  }

  /* ---- words ---- */

  thing(id) {
    return this.data.areas[id] ?? this.data.marks.find((mark) => mark.id === id);
  }

  /** "91.6 per 100,000", "Not reported"; marks bring their unit in their text. */
  valueOf(id) {
    const text = this.thing(id).text ?? this.data.missing.label;
    return id in this.data.areas && /\d/.test(text) ? `${text} ${this.data.unit}`.trimEnd() : text;
  }

  describe(id) {
    const { name, lines } = this.thing(id);
    return [pair(name, this.valueOf(id)), ...lines.slice(0, id in this.data.areas ? 1 : 2)].join(", ");
  }
}
