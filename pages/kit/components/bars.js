/* A breakdown: bars of segments that add up to a total, as a list that reads well without colour. Where the data say what a bar or a
   segment picks, its words are a mark, and its colour does the same for the mouse. */

class Bars extends Chart {
  draw() {
    const { rows, arrangement, parts } = this.data;
    this.isSplit = parts > 1; // else every bar is whole
    this.root.classList.toggle("grouped", arrangement === "grouped");
    const drawn = rows.map((row) => (arrangement === "grouped" ? this.drawGroup(row) : this.drawStack(row)));
    this.stage.replaceChildren(html("ul", { class: "rows" }, ...drawn));
  }

  drawStack(row) {
    const isTold = this.isSplit && (row.segments.length > 1 || row.segments[0].label !== row.label);
    const words = isTold ? row.segments.map((segment) => this.drawWords(row, segment)) : [];
    const track = html("span", { class: "track", "aria-hidden": "true" }, ...row.segments.map((segment) => this.drawPart(row, segment)));
    return html("li", {}, ...this.drawHead(row), track, html("span", { class: "note" }, html("span", { class: "share" }, row.note), ...words));
  }

  /** Each segment on a line of its own, from the same zero. */
  drawGroup(row) {
    const lines = row.segments.map((segment) => html("span", { class: "line" }, this.drawWords(row, segment, segment.label),
      html("span", { class: "track", "aria-hidden": "true" }, this.drawPart(row, segment)), html("span", { class: "amount" }, segment.text)));
    return html("li", {}, ...this.drawHead(row), html("span", { class: "note" }, row.note), html("span", { class: "lines" }, ...lines));
  }

  drawHead(row) {
    const label = html("span", { class: "label" }, html("span", {}, row.label), row.hint && html("small", {}, row.hint));
    if ("pick" in row) this.mark(label, { ...row, id: row.id }, row.label, [], `${row.text}, ${row.note}`);
    this.hush(row.id);
    return [label, html("span", { class: "value" }, row.text)];
  }

  drawPart(row, segment) {
    const part = this.swatch(segment);
    part.classList.add("part");
    part.style.width = `${this.data.max ? (100 * segment.value) / this.data.max : 0}%`;
    part.title = pair(this.isSplit ? `${row.label}, ${segment.label}` : row.label, segment.text);
    if (segment.pick) {
      // Without words of its own, a segment is its whole bar.
      const id = `${row.id}/${segment.id}`;
      part.dataset.same = this.told.has(id) ? id : row.id;
      part.classList.add("pick");
      part.classList.toggle("on", this.told.has(id) && segment.on);
    }
    return part;
  }

  drawWords(row, segment, text = `${segment.label} ${segment.text}`) {
    const words = html("span", { class: "words" }, this.swatch(segment), text);
    const id = `${row.id}/${segment.id}`;
    if (segment.pick) this.mark(words, { ...segment, id }, `${row.label}, ${segment.label}`, [], segment.text);
    this.hush(id);
    return words;
  }

  /** All that a tip could say stands beside the bar. */
  hush(id) {
    const told = this.told.get(id);
    if (told) told.lines = [];
  }
}

export default function (component) {
  return mount(component, class extends Bars { constructor(parent) { super(parent, "bars"); } });
}
