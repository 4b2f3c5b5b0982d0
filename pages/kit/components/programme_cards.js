/* Programmes as cards: what is printed of each, and the way to its document. Nothing is picked in them. */

function drawCard({ id, name, title, lang, amount, has_amount: hasAmount, facts, note, source, href }) {
  const rows = facts.flatMap(({ label, text }) => [html("dt", {}, label), html("dd", {}, text)]);
  return html("li", { class: "card", "data-programme": id }, html("h4", {}, name), html("p", { class: "title", lang: lang || null }, title),
    html("p", { class: hasAmount ? "amount" : "amount none" }, amount), html("dl", {}, ...rows),
    note && html("details", {}, html("summary", {}, say("Note")), html("p", {}, note)),
    html("p", { class: "source" }, html("a", { href, target: "_self" }, source)));
}

export default function ({ data, parentElement }) {
  const root = (parentElement.atlasProgrammeCards ??= parentElement.appendChild(html("ul", { class: "cards" })));
  const text = JSON.stringify(data);
  if (root.dataset.drawn === text) return; // a rerun leaves open what was opened
  root.dataset.drawn = text;
  root.setAttribute("aria-label", data.label);
  root.replaceChildren(...data.cards.map(drawCard));
}
