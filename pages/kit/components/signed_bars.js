/* Bars on one scale with a zero line: what lies below zero is drawn to its left. A list that reads well without colour. */

const percent = (share) => `${(100 * share).toFixed(3)}%`;

function drawBar({ from, to, tone }, zero) {
  const bar = html("span", { class: `bar ${tone}` });
  bar.style.left = percent(from);
  bar.style.width = percent(to - from);
  const line = html("span", { class: "zero" });
  line.style.left = percent(zero);
  return html("span", { class: "track", "aria-hidden": "true" }, bar, line);
}

function drawRow(row, zero) {
  const { rank, label, text, note, strong } = row;
  return html("li", { class: strong ? "row strong" : "row" }, html("span", { class: "rank" }, rank), html("span", { class: "label" }, label),
    drawBar(row, zero), html("span", { class: "value" }, text), note && html("span", { class: "note" }, note));
}

function drawTicks(ticks) {
  const labels = ticks.map(({ at, text }) => {
    const tick = html("span", { class: "tick" }, text);
    tick.style.left = percent(at);
    return tick;
  });
  return html("div", { class: "row axis", "aria-hidden": "true" }, html("span", { class: "track" }, ...labels));
}

export default function ({ data, parentElement }) {
  const root = (parentElement.atlasSignedBars ??= parentElement.appendChild(html("figure", { class: "signed-bars", "aria-labelledby": "title" })));
  const legend = data.legend.map(({ tone, label }) => html("li", {}, html("span", { class: `swatch ${tone}`, "aria-hidden": "true" }), label));
  const groups = data.groups.flatMap(({ title, rows }) =>
    [title && html("h4", {}, title), html("ol", { class: "rows" }, ...rows.map((row) => drawRow(row, data.zero)))]);
  root.replaceChildren(html("h3", { id: "title" }, data.label), legend.length ? html("ul", { class: "legend" }, ...legend) : "",
    drawTicks(data.ticks), ...groups.filter(Boolean), html("figcaption", {}, data.source));
  tellSummary(root, data.summary);
}
