/* Dates: a line for each contract from its start to its end, in groups; what lies after the annex was made is paler. */

const percentOf = (share) => `${(100 * share).toFixed(2)}%`;

class Dates extends Chart {
  draw() {
    const { groups, ticks, cut_off: cutOff, undated } = this.data;
    const scrolled = this.scroller?.scrollTop ?? 0;
    const lines = ticks.map(({ at }) => this.stand("span", "grid", at));
    const heads = ticks.map(({ at, text }) => this.stand("span", "tick", at, this.isNarrow ? `’${text.slice(2)}` : text));
    if (cutOff) {
      lines.push(this.stand("span", "cut", cutOff.at));
      heads.push(this.stand("span", "cut-name", cutOff.at, cutOff.text));
    }
    const axis = html("div", { class: "row axis", "aria-hidden": "true" }, html("span", { class: "track" }, ...heads));
    const sheet = html("div", { class: "sheet" }, html("div", { class: "row under", "aria-hidden": "true" }, html("span", { class: "track" }, ...lines)),
      ...groups.flatMap((group) => [this.drawGroup(group), ...group.rows.map((row) => this.drawRow(row, group, cutOff))]));
    this.scroller = html("div", { class: "scroller" }, groups.length ? axis : "", sheet);
    this.stage.replaceChildren(this.scroller, undated.length ? this.drawUndated() : "");
    this.scroller.scrollTop = scrolled;
    this.reveal();
  }

  /** Scroll a newly chosen contract into sight inside the list, without moving the page. */
  reveal() {
    const row = this.scroller.querySelector(".contract.on");
    const isNew = row && row.dataset.mark !== this.revealed;
    this.revealed = row?.dataset.mark;
    if (!isNew) return;
    const [box, seen] = [row.getBoundingClientRect(), this.scroller.getBoundingClientRect()];
    if (box.top < seen.top + 40 || box.bottom > seen.bottom) this.scroller.scrollTop += box.top - seen.top - seen.height / 2;
  }

  stand(tag, kind, share, text = "") {
    const node = html(tag, { class: kind }, text);
    node.style.left = percentOf(share);
    return node;
  }

  drawGroup(group) {
    const label = html("span", { class: "title" }, html("strong", {}, group.label), group.hint && html("span", { lang: group.lang || null }, ` ${group.hint}`));
    const node = html("div", { class: "row group" }, label, html("span", { class: "amount" }, group.text));
    node.style.setProperty("--hue", group[this.theme]);
    const lines = [group.hint, say("{amount} in {contracts}", { amount: group.text, contracts: group.note })].filter(Boolean);
    return this.mark(node, { ...group, id: `group/${group.id}` }, group.label, lines);
  }

  drawRow(row, group, cutOff) {
    const bar = html("span", { class: row.doubtful ? "span doubtful" : "span" });
    bar.style.left = percentOf(row.from);
    bar.style.width = percentOf(row.to - row.from);
    bar.style.setProperty("--hue", group[this.theme]);
    if (cutOff && row.to > cutOff.at) {
      const known = Math.max(0, (cutOff.at - row.from) / (row.to - row.from));
      bar.style.setProperty("--known", percentOf(known));
    }
    const node = html("div", { class: "row contract" }, html("span", { class: "title", lang: row.lang || null }, row.title),
      html("span", { class: "track" }, bar), html("span", { class: "amount" }, row.text, row.doubtful ? " ?" : ""));
    return this.mark(node, { ...row, id: `${group.id}/${row.id}` }, row.name, [row.title, ...row.lines]);
  }

  drawUndated() {
    const rows = this.data.undated.map((row) => this.mark(html("li", {}, html("span", { class: "title", lang: row.lang || null }, row.title),
      html("span", { class: "known" }, row.known), html("span", { class: "amount" }, row.text, row.doubtful ? " ?" : "")),
    { ...row, id: `undated/${row.id}` }, row.name, [row.title, ...row.lines]));
    return html("div", { class: "undated" }, html("p", {}, this.data.undated_title), html("ul", { role: "group" }, ...rows));
  }
}

export default function (component) {
  return mount(component, class extends Dates { constructor(parent) { super(parent, "dates"); } });
}
