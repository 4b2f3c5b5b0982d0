/* The gap strip: published figures on a line each, with what the rows of Annex H give beside them.
   Every row says in words what its marks show; the line is for the eye. A GapStrip stays on parentElement. */

const percent = (share) => `${(100 * share).toFixed(2)}%`;

function placed(element, x) {
  element.style.left = percent(x);
  return element;
}

function span(element, from, to) {
  element.style.left = percent(Math.min(from, to));
  element.style.width = percent(Math.abs(to - from));
  return element;
}

function drawMark({ x, kind, text, cut }) {
  return placed(html("span", { class: `mark ${kind} ${cut && `cut ${cut}`}`, title: text }), x);
}

function drawTrack({ band, zero, lines, marks }, ticks) {
  return html("div", { class: "track", "aria-hidden": "true" }, ...ticks.map(({ x }) => placed(html("span", { class: "grid" }), x)),
    band && span(html("span", { class: "band" }), ...band), zero !== null && placed(html("span", { class: "mark published", title: say("as printed") }), zero),
    ...lines.map((ends) => span(html("span", { class: "line" }), ...ends)), ...marks.map(drawMark));
}

function drawRow(row, ticks) {
  const words = row.sides.length ? html("ul", { class: "sides" }, ...row.sides.map((side) => html("li", {}, side))) : row.given;
  return html("li", { class: "row" },
    html("div", { class: "what" }, html("span", { class: "name" }, row.label), html("span", { class: "where" }, row.where)),
    html("div", { class: "published-text" }, row.published),
    row.marks.length ? drawTrack(row, ticks) : html("div", { class: "track none" }),
    html("div", { class: "given" }, row.verdict && html("span", { class: `verdict ${row.verdict_id}` }, row.verdict), words && html("span", {}, words)));
}

function drawGroup({ title, note, ticks, rows }) {
  const axis = html("div", { class: "axis", "aria-hidden": "true" }, ...ticks.map(({ x, text }) => placed(html("span", {}, text), x)));
  return html("section", {}, title && html("h3", {}, title), html("ul", { class: "rows" }, ...rows.map((row) => drawRow(row, ticks))),
    html("div", { class: "row foot" }, axis, html("p", { class: "note" }, note)));
}

class GapStrip {
  constructor(parent) {
    this.root = html("div", { class: "gap-strip", role: "group" });
    parent.append(html("div", { class: "frame" }, this.root));
  }

  show(data) {
    const text = JSON.stringify(data);
    if (text === this.drawn) return;
    this.drawn = text;
    this.root.setAttribute("aria-label", data.label);
    this.root.className = `gap-strip ${data.layout}`;
    const key = data.key.map(({ kind, label }) => html("li", {}, html("span", { class: `mark ${kind}`, "aria-hidden": "true" }), label));
    this.root.replaceChildren(html("ul", { class: "key" }, ...key), ...data.groups.map(drawGroup));
    tellSummary(this.root, data.summary);
  }
}

export default function ({ data, parentElement }) {
  (parentElement.atlasGapStrip ??= new GapStrip(parentElement)).show(data);
}
