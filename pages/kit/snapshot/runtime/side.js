/* Beside the figures: the card of what was picked, made beforehand, or the records behind a mark. */

const LIVE_ONLY = mark("This filter needs the live atlas. The choices above are the views that the snapshot holds.");

class Side {
  constructor(place, onPick) {
    this.place = place;
    this.onPick = onPick;
    this.last = "";
  }

  /** Show what the address asks for; a record before a mark, a mark before a place. */
  async show(way, page, options) {
    if (!this.place) return;
    const pairs = Object.entries(way).filter(([name]) => name.startsWith("by-")).map(([name, value]) => [name.slice(3), value]);
    const shown = await this.find(way, pairs, page, options).catch(() => null);
    const asked = way.record || way.cell || pairs.join() || way.place || "";
    this.place.hidden = !shown;
    this.place.replaceChildren(...(shown ?? []));
    if (shown && asked !== this.last && this.last !== null) this.reveal();
    this.last = asked;
  }

  /** On a phone the card stands below what was picked: it is brought into view. */
  reveal() {
    if (innerWidth < 760) this.place.scrollIntoView({ block: "nearest" });
  }

  async find(way, pairs, page, options) {
    if (way.record && page.has_records) return this.drawRecord(way.record);
    if (pairs.length && page.has_records) return drawLines(pairs, page, options);
    if (way.cell) return this.drawCell(way.cell);
    return way.place && page.has_cards ? this.drawPlace(way.place) : null;
  }

  async drawPlace(id) {
    const card = (await atlas.load("cards"))[id];
    if (!card) return null;
    const links = [make("a", { href: `${atlas.page.folder}country-${id}.html` }, card.is_country ? say("Open the country's page") : say("Open the region's page"))];
    if (card.has_money) links.push(make("a", { href: `${atlas.page.folder}money.html#by-recipient=${id}` }, say("Follow this money")));
    return [make("p", { class: "ways" }, ...links), this.mount("card", card.data, "place")];
  }

  async drawRecord(id) {
    const data = (await atlas.load("records"))[id];
    return data ? [this.mount("record", data, "narrow")] : null;
  }

  async drawCell(id) {
    const data = (await atlas.load("panels"))[id];
    return data ? [this.mount("card", data, "cell")] : null;
  }

  mount(kind, data, role) {
    const host = make("div", { class: `figure ${kind}` });
    const root = host.attachShadow({ mode: "open" });
    drawFigure(root, kind, data, (trigger, picked) => this.onPick(role, trigger, picked));
    return host;
  }

  /** Say that what was asked for needs a server. */
  explain() {
    if (!this.place) return;
    this.place.hidden = false;
    this.place.replaceChildren(make("p", { class: "told", role: "status" }, say(LIVE_ONLY)));
  }
}
