/* Programmes on an axis of years, each with its budget on one scale. A larger programme is an outline, what is filled is
   for justice and security. A Programmes stays on parentElement: a rerun leaves open what was opened. */

const percent = (share) => `${(100 * share).toFixed(3)}%`;

function place(element, from, to) {
  element.style.left = percent(from);
  element.style.width = percent(to - from);
  return element;
}

function drawYears({ from, to, open, years }) {
  const bar = from !== null && place(html("span", { class: open ? "span open" : "span" }), from, to);
  return html("div", { class: "when" }, html("span", { class: "track", "aria-hidden": "true" }, bar), html("span", { class: "years" }, years));
}

function drawBudget({ whole, segments, words }) {
  const track = html("span", { class: "track", "aria-hidden": "true" });
  if (whole) track.append(place(html("span", { class: "whole" }), 0, whole));
  let from = 0;
  for (const { kind, label, share } of segments) {
    const part = place(html("span", { class: `part ${kind}`, title: label }), from, from + share);
    track.append(part);
    from += share;
  }
  return html("div", { class: "budget" }, track, html("span", { class: "words" }, words));
}

function drawMore({ title, lang, budget, method, partners, note, source }) {
  const rows = [[say("Budget as printed"), budget], [say("Method"), method], [say("Partners"), partners.join(" · ")], [say("Note"), note], [say("Source"), source]];
  return html("div", { class: "more", hidden: "" }, title && html("p", { class: "title", lang: lang || null }, title),
    html("dl", {}, ...rows.filter(([, text]) => text).flatMap(([label, text]) => [html("dt", {}, label), html("dd", {}, text)])));
}

function drawRow(row) {
  const link = row.href
    ? html("a", { href: row.href, target: "_self" }, say("Decision {number}", { number: row.decision }))
    : say("No decision of its own");
  const button = html("button", { type: "button", class: "open", "aria-expanded": "false", "aria-label": say("Details of {name}", { name: row.name }) }, say("Details"));
  return html("li", { class: "row", "data-programme": row.id }, html("div", { class: "what" }, html("b", {}, row.name),
    html("span", { class: "place" }, html("span", {}, row.place), html("span", { class: "decision" }, link))), drawYears(row), drawBudget(row), button, drawMore(row));
}

function drawHead({ ticks, largest }) {
  const labels = ticks.map(({ at, text }, index) => {
    const tick = html("span", { class: index % 2 ? "tick odd" : "tick" }, text);
    tick.style.left = percent(at);
    return tick;
  });
  return html("div", { class: "row head", "aria-hidden": "true" }, html("span", { class: "what" }, say("Programme")),
    html("span", { class: "when" }, html("span", { class: "track" }, ...labels)), html("span", { class: "budget" }, say("Budget, EUR million; the widest bar is {amount}", { amount: largest })));
}

class Programmes {
  constructor(parent) {
    this.root = html("figure", { class: "programmes" });
    this.root.addEventListener("click", ({ target }) => this.turn(target.closest("button")));
    parent.append(this.root);
  }

  turn(button) {
    if (!button) return;
    const isOpen = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", !isOpen);
    button.nextElementSibling.hidden = isOpen;
  }

  show(data) {
    const text = JSON.stringify(data);
    if (text === this.drawn) return;
    this.drawn = text;
    this.root.setAttribute("aria-label", data.label);
    this.root.style.setProperty("--years", data.ticks.length);
    this.root.replaceChildren(
      html("ul", { class: "legend" }, ...data.legend.map(({ kind, label }) => html("li", {}, html("span", { class: `swatch ${kind}`, "aria-hidden": "true" }), label))),
      drawHead(data),
      ...data.groups.flatMap(({ title, rows }) => [html("h4", {}, title), html("ul", {}, ...rows.map(drawRow))]),
      html("figcaption", {}, data.source),
    );
    tellSummary(this.root, data.summary);
  }
}

export default function ({ data, parentElement }) {
  (parentElement.atlasProgrammes ??= new Programmes(parentElement)).show(data);
}
