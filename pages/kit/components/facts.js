/* Facts: a list of labelled texts, each with its source. Nothing is picked in it. */

function drawFact({ label, value, detail, source, more, title, lang }) {
  return html("div", { class: value ? "row" : "row plain" }, html("dt", {}, label), value && html("dd", { class: "value" }, value),
    title && html("dd", { class: "title", lang: lang || null }, title), detail && html("dd", { class: "detail" }, detail),
    source && html("dd", { class: "source" }, source),
    more && html("dd", { class: "more" }, html("details", {}, html("summary", {}, say("Note")), html("p", {}, more))));
}

export default function ({ data, parentElement }) {
  const root = (parentElement.atlasFacts ??= parentElement.appendChild(html("section", { class: "facts", "aria-labelledby": "title" })));
  const text = JSON.stringify(data);
  if (text === parentElement.atlasDrawn) return; // a note that was opened stays open
  parentElement.atlasDrawn = text;
  root.classList.toggle("columns", Boolean(data.columns));
  root.replaceChildren(html("h3", { id: "title" }, data.title),
    data.rows.length ? html("dl", {}, ...data.rows.map(drawFact)) : html("p", { class: "empty" }, data.empty));
}
