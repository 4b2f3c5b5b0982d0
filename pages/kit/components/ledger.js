/* The ledger: decisions with what they commit and what their contracts assign, side by side and never added; contracts below.
   A title opens the record. A Ledger stays on parentElement: a rerun with the same decisions leaves open what was opened. */

const signOf = (sign) => sign && html("span", { class: "sign", role: "img", "aria-label": sign, title: sign }, "?");
const drawCaveats = (caveats) => caveats.length > 0 && html("ul", { class: "caveats" }, ...caveats.map((caveat) => html("li", {}, caveat)));

const drawTitle = (id, title) => html("button", { type: "button", class: "open", "data-record": id, title: id }, title);

function drawContract({ id, title, lang, dates, amount, sector, partner, source, sign, caveats }) {
  return html("li", { class: "contract" }, html("div", { class: "line" }, html("span", { lang: lang || null }, drawTitle(id, title)), html("b", {}, amount, signOf(sign) ?? "")),
    html("p", { class: "meta" }, [say("Contract {number}", { number: id }), dates, sector, partner, source].join(" · ")), drawCaveats(caveats));
}

function drawDecision({ id, title, lang, meta, committed, contracted, summary, source, sign, caveats, contracts }) {
  const amounts = html("dl", {}, html("div", {}, html("dt", {}, say("Committed")), html("dd", {}, html("b", {}, committed), signOf(sign))),
    html("div", {}, html("dt", {}, say("Contracted")), html("dd", {}, contracted)));
  const list = summary && html("details", {}, html("summary", {}, say("Show {contracts}", { contracts: summary })), drawCaveats(caveats), html("ol", {}, ...contracts.map(drawContract)));
  return html("li", { class: "decision" }, html("div", { class: "head" }, html("div", {}, html("h4", { lang: lang || null }, drawTitle(id, title)),
    html("p", { class: "meta" }, `${meta} · ${source}`)), amounts), list);
}

class Ledger {
  constructor(parent) {
    this.root = html("section", { class: "ledger", "aria-labelledby": "title" });
    this.root.addEventListener("click", (event) => {
      const record = event.target.closest("[data-record]")?.dataset.record;
      if (record) this.open(record);
    });
    parent.append(this.root);
  }

  show(data, open) {
    this.open = open;
    const text = JSON.stringify(data);
    if (text === this.drawn) return;
    this.drawn = text;
    this.root.replaceChildren(html("h3", { id: "title" }, data.title), data.note ? html("p", { class: "note" }, data.note) : "",
      html("ul", {}, ...data.decisions.map(drawDecision)));
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  (parentElement.atlasLedger ??= new Ledger(parentElement)).show(data, (id) => setTriggerValue("opened", id));
}
