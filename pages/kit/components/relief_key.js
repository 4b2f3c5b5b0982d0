/* The legend of the 3D view: what colours, heights and arcs mean. Nothing is picked in it. */

const ARC = { width: 34, height: 20, base: 17 };

class ReliefKey {
  constructor(parent) {
    this.root = html("section", { class: "relief-key", "aria-label": say("Legend") });
    parent.append(this.root);
  }

  show(data) {
    this.theme = readTheme(this.root);
    this.root.replaceChildren(this.drawColours(data), this.drawHeights(data), this.drawArcs(data));
  }

  drawColours({ colour, classes, signs }) {
    const entries = [...classes.map((entry) => this.drawEntry("class", entry)), ...signs.map((entry) => this.drawEntry(entry.kind, entry))];
    return html("div", { class: "part" }, html("h3", {}, say("Colour")), html("p", {}, colour), html("ul", {}, ...entries));
  }

  drawEntry(kind, { label, count, ...colours }) {
    const swatch = html("span", { class: `swatch ${kind}`, "aria-hidden": "true" }, kind === "doubtful" ? "?" : "");
    if (colours[this.theme]) swatch.style.backgroundColor = colours[this.theme];
    return html("li", {}, swatch, html("span", {}, label), html("span", { class: "count" }, count));
  }

  drawHeights({ height, lines }) {
    return html("div", { class: "part" }, html("h3", {}, say("Height")), html("p", {}, height), html("ul", {}, ...lines.map((line) => html("li", {}, line))));
  }

  drawArcs({ arcs, ring, beside }) {
    const disc = html("span", { class: "swatch ring", "aria-hidden": "true" });
    disc.style.color = ring[this.theme];
    return html("div", { class: "part" }, html("h3", {}, say("Arcs from Brussels")), html("p", {}, arcs.length ? say("by instrument; the wider, the more") : ""),
      html("ul", {}, ...arcs.map((arc) => this.drawArc(arc)), html("li", {}, disc, html("span", {}, ring.label))), html("p", { class: "beside" }, beside));
  }

  /** As on the map: each instrument swings to its own height. */
  drawArc({ label, text, swing, ...colours }) {
    const top = 11 - swing * 6;
    const line = svg("path", { d: `M2 ${ARC.base}Q${ARC.width / 2} ${top} ${ARC.width - 2} ${ARC.base}`, stroke: colours[this.theme] });
    const sample = svg("svg", { class: "arc", viewBox: `0 0 ${ARC.width} ${ARC.height}`, "aria-hidden": "true" }, line);
    return html("li", {}, sample, html("span", {}, label, html("b", {}, text)));
  }
}

export default function ({ data, parentElement }) {
  (parentElement.atlasReliefKey ??= new ReliefKey(parentElement)).show(data);
}
