/* The card of a decision or contract: what the documents print of it, what it stands under, and what stands beside it.
   A RecordCard stays on parentElement, so that the keyboard finds its way when one record leads to the next. */

const NARROW_PX = 640; // as wide as a phone: the card is a sheet over the page there, or in a low window below the chart, and shows its start
const COPIED_MS = 4000;

const text = (tag, name, words) => words && html(tag, { class: name }, words);
const signOf = (sign) => sign && html("span", { class: "sign", role: "img", "aria-label": sign, title: sign }, "?");
const titled = (tag, name, { title, lang }) => title && html(tag, { class: name, lang: lang || null }, title);

const drawFact = ({ label, value, detail }) =>
  value && html("div", { class: "fact" }, html("dt", {}, label), html("dd", {}, value, text("span", "detail", detail)));

function drawAmount({ label, value, source, sign, is_main: isMain }) {
  return html("div", { class: isMain ? "amount main" : "amount" }, html("dt", {}, label),
    html("dd", {}, html("b", {}, value), signOf(sign), text("span", "detail", source)));
}

/** How much of the decision is contracted, or what part of it the contract is; cut at the whole, which the words beside it name. */
function drawShare(share, finding) {
  const part = html("span", { class: "part" });
  part.style.width = `${Math.min(share, 100)}%`;
  return html("div", { class: "share" }, html("span", { class: share > 100 ? "track above" : "track", "aria-hidden": "true" }, part), html("p", {}, finding));
}

function drawRelative(row) {
  return html("li", {}, html("button", { type: "button", "data-pick": `record=${row.id}` }, titled("span", "title", row)),
    html("b", {}, row.amount, signOf(row.sign)), text("span", "detail", row.detail));
}

function drawList({ title, note, open, rows }) {
  const body = [text("p", "note", note), html("ol", {}, ...rows.map(drawRelative))];
  return open ? html("section", {}, html("h4", {}, title), ...body) : html("details", {}, html("summary", {}, title), ...body);
}

function drawCaveat({ title, text: words, other, others }) {
  const list = others.length > 0 && html("ol", {}, ...others.map(drawRelative));
  return html("li", {}, html("b", {}, title), html("p", {}, words), other && html("p", {}, html("i", {}, say("Other reading:")), " ", other),
    others.length === 1 && html("p", {}, say("It also concerns:")), others.length === 1 && list,
    others.length > 1 && html("details", {}, html("summary", {}, sayCount("It also concerns {n} record", "It also concerns {n} records", others.length)), list));
}

function drawProgramme({ name, facts, budget, funders, funders_note: fundersNote, note, source, ...programme }) {
  const parts = funders.map((funder) => html("li", {}, html("span", {}, funder.name), html("b", {}, funder.amount), text("span", "detail", funder.source)));
  return html("section", { class: "programme" }, html("h4", {}, say("Described in Annex I: {name}", { name })), titled("p", "title", programme),
    html("dl", {}, ...facts.map(drawFact)), html("h5", {}, say("Budget by funder")), html("p", {}, budget), html("ul", { class: "funders" }, ...parts),
    text("p", "note", fundersNote), text("p", "note", note), text("p", "note", source));
}

class RecordCard {
  constructor(parent) {
    this.title = html("h3", { id: "title", tabindex: -1 });
    this.kind = html("p", { class: "kind" });
    this.close = html("button", { type: "button", class: "plain", "data-pick": "" }, say("Close"));
    this.copy = html("button", { type: "button", class: "plain" }, say("Copy link"));
    this.permalink = html("a", {}, say("Permalink"));
    this.cite = html("button", { type: "button", class: "plain" }, say("Cite"));
    this.live = html("p", { class: "live", role: "status" });
    this.actions = html("p", { class: "actions" });
    this.body = html("div");
    this.root = html("section", { class: "record", "aria-labelledby": "title" },
      html("header", {}, html("div", {}, this.kind, this.title), this.close), this.actions, this.live, this.body);
    this.copy.addEventListener("click", () => this.copyLink());
    this.cite.addEventListener("click", () => this.askCitation(this.data.cite));
    this.root.addEventListener("click", (event) => this.pick(event.target.closest("[data-pick]")));
    this.root.addEventListener("keydown", (event) => event.key === "Escape" && this.send(""));
    parent.append(this.root);
  }

  show(data, send, askCitation) {
    Object.assign(this, { data, send, askCitation });
    const words = JSON.stringify(data);
    if (words === this.drawn) return; // a rerun of the same record leaves open what was opened
    this.drawn = words;
    const isOther = this.id !== data.id;
    this.id = data.id;
    this.paint(data);
    if (isOther) this.arrive();
  }

  paint(data) {
    this.kind.replaceChildren(data.kind, " ", html("span", { class: "reference" }, data.reference));
    this.title.textContent = data.title;
    if (data.lang) this.title.setAttribute("lang", data.lang);
    else this.title.removeAttribute("lang");
    this.permalink.setAttribute("href", this.address);
    const more = data.more && html("button", { type: "button", class: "plain", "data-pick": data.more.pick }, data.more.label);
    this.actions.replaceChildren(this.copy, ...(data.cite ? [this.cite] : []), this.permalink, more ?? "");
    this.live.textContent = "";
    const caveats = data.caveats.length > 0 && html("ul", { class: "caveats", "aria-label": say("Read with care") }, ...data.caveats.map(drawCaveat));
    this.body.replaceChildren(html("div", {}, text("p", "outside", data.outside), html("dl", { class: "amounts" }, ...data.amounts.map(drawAmount)),
      drawShare(data.share, data.finding), caveats, html("dl", { class: "facts" }, ...data.facts.map(drawFact)),
      ...data.lists.map(drawList), ...data.programmes.map(drawProgramme)));
  }

  get address() {
    return new URL(this.data.link, document.baseURI).href;
  }

  /** Another record than before: the keyboard goes to its title where it was in the card, and on a phone the card comes into view. */
  arrive() {
    if (this.walked) this.title.focus({ preventScroll: true });
    this.walked = false;
    const { top } = this.root.getBoundingClientRect();
    if (window.innerWidth <= NARROW_PX || top < 0) this.root.scrollIntoView({ block: "start" });
  }

  pick(button) {
    if (!button) return;
    this.walked = button.dataset.pick.startsWith("record=");
    this.send(button.dataset.pick);
  }

  async copyLink() {
    const copied = navigator.clipboard ? navigator.clipboard.writeText(this.address).then(() => true, () => false) : false;
    this.live.textContent = (await copied) ? say("Link copied.") : say("The browser does not let the page copy. The link: {address}", { address: this.address });
    if (await copied) setTimeout(() => { this.live.textContent = ""; }, COPIED_MS);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const card = (parentElement.atlasRecord ??= new RecordCard(parentElement));
  card.show(data, (picked) => setTriggerValue("picked", picked), (value) => setTriggerValue("cited", value));
  return () => {}; // no listener outside of its own elements, which go with the page
}
