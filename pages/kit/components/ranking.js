/* The ranking: bars in order with reference lines across them, and the countries without a value below.
   A Ranking stays on parentElement, so scroll and focus outlive a rerun. */

const percent = (share) => `${(100 * share).toFixed(3)}%`;
const TIER = 18; // pixels between two rows of reference labels

class Ranking {
  constructor(parent) {
    this.unit = html("p", { class: "unit" });
    this.labels = html("div", { class: "labels" });
    this.lines = html("div", { class: "lines", "aria-hidden": "true" });
    this.list = html("ol", { class: "rows" });
    this.scroller = html("div", { class: "scroller" }, html("div", { class: "sheet" }, this.lines, this.list));
    this.missing = html("div", { class: "missing" });
    this.way = drawWayToTable();
    this.typed = new Typed();
    const head = html("div", { class: "head row" }, this.unit, this.labels);
    this.root = html("div", { class: "ranking", role: "group", "aria-describedby": "told" }, head, this.scroller, this.missing, this.way);
    this.observer = new ResizeObserver(() => this.placeLabels());
    this.observer.observe(this.root);
    this.root.addEventListener("click", (event) => this.pick(event.target.closest("[data-id]")?.dataset.id));
    this.list.addEventListener("keydown", (event) => this.press(event));
    this.missing.addEventListener("keydown", (event) => this.jump(event));
    parent.append(this.root);
  }

  show(data, send) {
    const moved = this.data?.selected !== data.selected;
    const rows = data.rows.map((row) => ({ ...data.usual, ...row, ...data.colours[row.colour] }));
    Object.assign(this, { data: { ...data, rows }, send });
    this.root.setAttribute("aria-label", data.label);
    tellSummary(this.root, data.summary);
    this.unit.textContent = data.unit;
    this.root.classList.toggle("noted", Boolean(data.has_notes));
    this.root.classList.toggle("unreferenced", !data.references.length);
    this.theme = readTheme(this.root);
    this.keepFocus(() => { this.paintRows(); this.paintMissing(); });
    this.paintReferences();
    this.way.update();
    if (moved) this.reveal();
  }

  keepFocus(repaint) {
    const id = this.root.getRootNode().activeElement?.dataset.id;
    repaint();
    if (id) this.root.querySelector(`[data-id="${id}"]`)?.focus({ preventScroll: true });
  }

  /** Where a value lies between the two ends of the axis, 0 to 1. */
  share(value) {
    const [low, high] = this.data.domain;
    return Math.max(0, Math.min(1, (value - low) / (high - low)));
  }

  paintRows() {
    const { rows, selected } = this.data;
    const stop = rows.some(({ id }) => id === selected) ? selected : rows[0]?.id; // one tab stop, arrows inside
    this.list.replaceChildren(...rows.map((row) => html("li", {}, this.drawRow(row, row.id === stop))));
  }

  drawRow(row, isStop) {
    const { id, name, rank, text, note, status, member } = row;
    const value = html("span", { class: "value" }, text, status === "doubtful" ? drawSign("?", "doubtful", say("doubtful")) : "",
      note && html("span", { class: "note" }, `, ${note}`));
    const title = html("span", { class: "name" }, html("span", { class: "clip", title: name }, name), member ? drawSign("", "member", say("member")) : "");
    const button = html("button", { type: "button", class: "row", "data-id": id, tabindex: isStop ? 0 : -1,
      "aria-pressed": id === this.data.selected }, html("span", { class: "rank" }, rank), title, this.drawBar(row), value);
    button.classList.toggle("outside", !row.in);
    return button;
  }

  drawBar(row) {
    const { value, status, ...colours } = row;
    const [low, high] = this.data.domain;
    const [from, to] = [this.share(0), this.share(value)];
    const bar = html("span", { class: `bar ${status}` });
    bar.style.left = percent(Math.min(from, to));
    bar.style.width = percent(Math.abs(to - from));
    Object.assign(bar.style, { backgroundColor: colours[this.theme], color: colours[this.theme] });
    if (value > high) bar.classList.add("cut");
    if (value < low) bar.classList.add("cut", "left");
    return html("span", { class: "track", "aria-hidden": "true" }, bar, ...this.drawShare(row, colours[this.theme]));
  }

  /** The part of a bar that a rule of allocation gave, striped over the end of the bar. */
  drawShare({ own, value }, colour) {
    if (own === null || own === undefined) return [];
    const part = html("span", { class: "bar share" });
    part.style.left = percent(this.share(own));
    part.style.width = percent(this.share(value) - this.share(own));
    part.style.backgroundColor = colour;
    return [part];
  }

  paintReferences() {
    const { references, domain } = this.data;
    const lines = references.map(({ value }) => html("span", { class: "line" }));
    references.forEach(({ value }, index) => { lines[index].style.left = percent(this.share(value)); });
    if (domain[0] < 0) lines.push(html("span", { class: "zero" }));
    if (domain[0] < 0) lines.at(-1).style.left = percent(this.share(0));
    this.lines.replaceChildren(html("div", { class: "track" }, ...lines));
    this.labels.replaceChildren(...references.map(({ label, short, text }) =>
      html("span", { class: "reference", title: pair(label, text) }, short, html("b", {}, text))));
    this.placeLabels();
  }

  /** Stand each label over its line, in the lowest tier where it touches no other. */
  placeLabels() {
    const width = this.labels.clientWidth;
    const ends = []; // right end of the last label of each tier
    const order = [...this.labels.children].map((label, index) => [label, this.share(this.data.references[index].value) * width]);
    for (const [label, at] of order.sort((a, b) => a[1] - b[1])) {
      const left = Math.max(0, Math.min(width - label.offsetWidth, at - label.offsetWidth / 2));
      const free = ends.findIndex((end) => end + 8 < left);
      const tier = free < 0 ? ends.length : free;
      ends[tier] = left + label.offsetWidth;
      label.style.transform = `translate(${left}px, ${-tier * TIER}px)`;
    }
    this.labels.style.height = `${Math.max(1, ends.length) * TIER}px`;
  }

  paintMissing() {
    const { missing, missing_label: label, selected } = this.data;
    this.missing.hidden = !missing.length;
    this.missing.replaceChildren(html("p", {}, `${label} (${missing.length})`), html("ul", {}, ...missing.map(({ id, name }) =>
      html("li", {}, html("button", { type: "button", "data-id": id, "aria-pressed": id === selected }, name)))));
  }

  /** Scroll the selected row into sight inside the list, without moving the page. */
  reveal() {
    const row = this.list.querySelector('[aria-pressed="true"]');
    if (!row) return;
    const [box, seen] = [row.getBoundingClientRect(), this.scroller.getBoundingClientRect()];
    if (box.top < seen.top || box.bottom > seen.bottom) {
      this.scroller.scrollTop += box.top + box.height / 2 - seen.top - seen.height / 2;
    }
  }

  leave() {
    this.observer.disconnect();
    this.way.leave();
  }

  pick(id) {
    if (id) this.send(id === this.data.selected ? "" : id);
  }

  press(event) {
    const rows = [...this.list.querySelectorAll(".row")];
    const at = rows.indexOf(event.target.closest(".row"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (event.key === "Escape") this.pick(this.data.selected);
    if (!rows[to]) return this.jump(event);
    event.preventDefault();
    return this.go(rows[to]);
  }

  /** To the row, or the name of a country without a value, that is typed. */
  jump(event) {
    const buttons = [...this.root.querySelectorAll("[data-id]")];
    const names = [...this.data.rows, ...this.data.missing].map(({ name }) => name);
    const to = buttons[this.typed.find(event, names, buttons.indexOf(event.target.closest("[data-id]")))];
    if (!to) return;
    event.preventDefault();
    this.go(to);
  }

  go(button) {
    if (button.matches(".row")) {
      this.list.querySelector('[tabindex="0"]')?.setAttribute("tabindex", -1);
      button.setAttribute("tabindex", 0);
    }
    button.focus();
  }
}

/** A sign beside a name or value, with its meaning for screen readers. */
function drawSign(sign, kind, meaning) {
  return html("span", { class: `mark ${kind}`, title: meaning, role: "img", "aria-label": meaning }, sign);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const ranking = (parentElement.atlasRanking ??= new Ranking(parentElement));
  ranking.show(data, (id) => setTriggerValue("picked", id));
  // A superseded call is cleaned up too: only a ranking that has left the page is taken down.
  return () => { if (!ranking.root.isConnected) ranking.leave(); };
}
