/* The country card: what is known of one country, each number with its source.
   A Card stays on parentElement, so the close button keeps the focus when the country changes. */

const line = (name, text) => text && html("span", { class: name }, text);

const STATUSES = { doubtful: mark("doubtful"), conflict: mark("conflict") };

/** One number: label and value on a line, then rank and source, then why it is doubtful. The label of a decision opens it. */
function drawRow({ label, value, unit, rank, status, caveat, source, record_id: record }) {
  const word = status in STATUSES && say(STATUSES[status]);
  const sign = word && html("span", { class: "sign", role: "img", "aria-label": word, title: word }, "?");
  return html("div", { class: `row ${status}` }, html("dt", {}, record ? html("button", { type: "button", class: "open", "data-record": record }, label) : label),
    html("dd", { class: "value" }, html("b", {}, value), sign, line("unit", unit)),
    (rank || source) && html("dd", { class: "more" }, line("rank", rank), line("source", source)),
    caveat && html("dd", { class: "caveat" }, caveat));
}

const drawRows = (rows) => html("dl", {}, ...rows.map(drawRow));

class Card {
  constructor(parent) {
    this.title = html("h3", { id: "title" });
    this.subtitle = html("p", { class: "subtitle" });
    this.cite = html("button", { type: "button", class: "close" }, say("Cite"));
    this.close = html("button", { type: "button", class: "close" });
    this.badges = html("ul", { class: "badges" });
    this.body = html("div");
    const head = html("header", {}, html("div", {}, this.title, this.subtitle), html("div", { class: "actions" }, this.cite, this.close));
    this.root = html("section", { class: "card", "aria-labelledby": "title" }, head, this.badges, this.body);
    this.close.addEventListener("click", () => this.send(""));
    this.cite.addEventListener("click", () => this.askCitation(this.cited));
    this.body.addEventListener("click", (event) => {
      const record = event.target.closest("[data-record]")?.dataset.record;
      if (record) this.open(record);
    });
    this.root.addEventListener("keydown", (event) => event.key === "Escape" && this.send(""));
    parent.append(this.root);
  }

  show(data, send, open, askCitation) {
    Object.assign(this, { send, open, askCitation, cited: data.cite });
    this.cite.hidden = !data.cite;
    this.title.textContent = data.title;
    this.subtitle.textContent = data.subtitle;
    this.close.textContent = data.close_label;
    this.badges.replaceChildren(...data.badges.map((badge) => html("li", {}, badge)));
    this.badges.hidden = !data.badges.length;
    const sections = data.sections.map(({ title, rows }) => html("section", {}, html("h4", {}, title), drawRows(rows)));
    const notes = data.notes.map((note) => html("p", { class: "note" }, note));
    this.body.replaceChildren(drawRows(data.rows), ...sections, ...notes);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const card = (parentElement.atlasCard ??= new Card(parentElement));
  card.show(data, (id) => setTriggerValue("picked", id), (id) => setTriggerValue("opened", id), (id) => setTriggerValue("cited", id));
  return () => {}; // no listener outside of its own elements, which go with the page
}
