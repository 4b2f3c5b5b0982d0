/* A breakdown: bars of segments that add up to a total, as a list that reads well without colour. */

class Bars {
  constructor(parent) {
    this.root = html("figure", { class: "bars" });
    parent.append(this.root);
  }

  show(data) {
    this.root.setAttribute("aria-label", data.label);
    this.theme = readTheme(this.root);
    this.root.replaceChildren(
      html("h3", {}, data.title),
      html("ul", { class: "legend" }, ...data.legend.map((entry) => html("li", {}, this.swatch(entry), entry.label))),
      html("ul", { class: "rows" }, ...data.rows.map((row) => this.drawRow(row, data.max))),
      html("figcaption", {}, data.total),
    );
  }

  swatch(colours) {
    const swatch = html("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.backgroundColor = colours[this.theme];
    return swatch;
  }

  drawRow({ label, text, note, segments }, max) {
    const track = html("span", { class: "track", "aria-hidden": "true" });
    for (const segment of segments) {
      const part = this.swatch(segment);
      part.style.width = `${max ? (100 * segment.value) / max : 0}%`;
      part.title = `${segment.label}: ${segment.text}`;
      track.append(part);
    }
    const parts = segments.length > 1 ? segments.map((segment) => `${segment.label} ${segment.text}`).join(", ") : "";
    return html("li", {}, html("span", { class: "label" }, label), html("span", { class: "value" }, text), track,
      html("span", { class: "note" }, parts ? `${note}: ${parts}` : note));
  }
}

export default function ({ data, parentElement }) {
  (parentElement.atlasBars ??= new Bars(parentElement)).show(data);
}
