/* The table: the equal alternative to the map. Sorting and turning pages happen here, without a rerun.
   An AtlasTable stays on parentElement, so sort order, page, scroll and focus outlive a rerun. */

/** A cell is a text, or {t: text, v: value to sort by, lang: its language, href: where it leads, about: the link in full};
    in a column of numbers a text alone is a number too. */
const textOf = (cell) => cell?.t ?? (typeof cell === "string" ? cell : "");
function valueOf(cell, kind) {
  if (cell && typeof cell === "object") return "v" in cell ? cell.v ?? null : cell.t;
  return kind === "number" && cell ? Number(cell) : cell ?? null;
}

const LONG = 40; // letters: a longer cell has a line to itself on a phone

/** What stands in a cell: its text, or a link to a page of the atlas. */
const drawText = (cell) => (cell?.href ? html("a", { href: cell.href, target: "_self", "aria-label": cell.about }, cell.t) : textOf(cell));

/** Rows in the order of one column; those without a value last, whichever the direction. */
function sorted(rows, column, direction, kind) {
  if (column < 0) return rows;
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : compareWords(String(a), String(b)));
  const [without, having] = [true, false].map((empty) => rows.filter(({ cells }) => (valueOf(cells[column], kind) === null) === empty));
  return [...having.sort((a, b) => direction * compare(valueOf(a.cells[column], kind), valueOf(b.cells[column], kind))), ...without];
}

class AtlasTable {
  constructor(parent) {
    this.sort = { id: null, direction: 1 };
    this.page = 0;
    this.typed = new Typed();
    this.words = html("span");
    this.caption = html("caption", {}, this.words);
    // The roles are said, since a row that is laid out as a block on a phone is none to a screen reader otherwise.
    this.head = html("tr", { role: "row" });
    this.body = html("tbody", { role: "rowgroup" });
    this.table = html("table", { role: "table" }, this.caption, html("thead", { role: "rowgroup" }, this.head), this.body);
    this.scroller = html("div", { class: "scroller", tabindex: 0, role: "region" }, this.table);
    this.live = html("p", { class: "count", role: "status" });
    this.back = html("button", { type: "button", "data-turn": -1 }, say("Previous"));
    this.on = html("button", { type: "button", "data-turn": 1 }, say("Next"));
    this.pager = html("div", { class: "pager", role: "group", "aria-label": say("Pages of the table") }, this.back, this.on);
    this.root = html("div", { class: "table" }, this.scroller, html("div", { class: "foot" }, this.live, this.pager));
    this.pager.addEventListener("click", (event) => this.open(this.page + Number(event.target.closest("[data-turn]")?.dataset.turn ?? 0)));
    this.head.addEventListener("click", (event) => this.turn(event.target.closest("[data-id]")?.dataset.id));
    this.body.addEventListener("click", (event) => this.pick(event.target.closest("tr")?.dataset.row));
    this.body.addEventListener("keydown", (event) => this.press(event));
    parent.append(this.root);
  }

  show({ rows, ...sent }, send) {
    // A number instead of a text: the same as in that row.
    const spell = (cell, column) => (typeof cell === "number" ? rows[cell].cells[column] : cell);
    const data = { ...sent, rows: rows.map((row) => ({ ...row, cells: row.cells.map(spell) })) };
    const isOther = data.selected !== this.data?.selected;
    const isMuch = data.rows.length !== this.data?.rows.length;
    Object.assign(this, { data, send });
    this.words.textContent = data.label;
    this.scroller.setAttribute("aria-label", data.label);
    this.root.classList.toggle("paged", data.rows.length > (data.page_size ?? Infinity));
    const at = this.rows.findIndex((row) => row.id === data.selected);
    if (isOther && at >= 0) this.page = Math.floor(at / this.size);
    else if (isMuch) this.page = 0;
    this.paint();
    if (data.pick) offerTable(this.scroller); // one that stands beside the figures tells something else
  }

  /** Every row, in the order of the column that was chosen. */
  get rows() {
    const at = this.data.columns.findIndex((column) => column.id === this.sort.id);
    return sorted(this.data.rows, at, this.sort.direction, this.data.columns[at]?.kind);
  }

  get size() {
    return (isPrinting ? null : this.data.page_size) ?? Math.max(this.data.rows.length, 1);
  }

  get pages() {
    return Math.max(Math.ceil(this.data.rows.length / this.size), 1);
  }

  paint() {
    const id = this.root.getRootNode().activeElement?.dataset.id;
    this.head.replaceChildren(...this.data.columns.map((column) => this.drawHeading(column)));
    if (!isPrinting) this.page = Math.min(Math.max(this.page, 0), this.pages - 1);
    const page = isPrinting ? 0 : this.page; // on paper there is one
    const rows = this.rows.slice(page * this.size, (page + 1) * this.size);
    this.stop = rows.some((row) => row.id === this.data.selected) ? this.data.selected : rows[0]?.id;
    this.body.replaceChildren(...(rows.length ? rows.map((row) => this.drawRow(row)) : [this.drawEmpty()]));
    this.paintPager(rows.length);
    if (id) this.root.querySelector(`[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  }

  paintPager(shown) {
    const { length } = this.data.rows;
    const first = this.page * this.size + 1;
    const all = length ? sayCount("{n} row", "{n} rows", length) : "";
    const some = () => sayCount("{first}–{last} of {n} row", "{first}–{last} of {n} rows", length, { first, last: first + shown - 1 });
    announce(this.live, this.pages > 1 ? some() : all);
    this.pager.hidden = this.pages === 1;
    this.back.setAttribute("aria-disabled", this.page === 0);
    this.on.setAttribute("aria-disabled", this.page === this.pages - 1);
  }

  /** Turn to a page, if there is one. */
  open(page) {
    if (page < 0 || page >= this.pages || page === this.page) return;
    this.page = page;
    this.paint();
    if (this.root.getBoundingClientRect().top < 0) this.root.scrollIntoView({ block: "start" });
  }

  drawHeading({ id, label, kind, align }) {
    const direction = this.sort.id === id ? this.sort.direction : 0;
    const arrow = html("span", { class: "arrow", "aria-hidden": "true" }, ["↓", "↕", "↑"][direction + 1]);
    return html("th", { scope: "col", role: "columnheader", class: `${kind} ${align ?? ""}`, "aria-sort": ["descending", "none", "ascending"][direction + 1] },
      html("button", { type: "button", "data-id": id }, label, arrow));
  }

  drawRow({ id, cells, in: inside }) {
    const { columns, pick, selected } = this.data;
    const row = html("tr", { role: "row", "data-row": id, class: inside === false ? "outside" : "" }, ...columns.map(({ label, kind, align }, index) => {
      const text = textOf(cells[index]);
      if (index) return html("td", { role: "cell", "data-label": label, class: `${kind} ${align ?? ""} ${text.length > LONG ? "long" : ""}`, lang: cells[index]?.lang || null }, drawText(cells[index]));
      const button = { type: "button", "data-id": `row:${id}`, "aria-pressed": id === selected, tabindex: id === this.stop ? 0 : -1 };
      return html("th", { scope: "row", role: "rowheader", class: kind }, pick ? html("button", button, text) : text);
    }));
    row.classList.toggle("selected", id === selected);
    row.classList.toggle("pick", Boolean(pick));
    return row;
  }

  drawEmpty() {
    return html("tr", { role: "row" }, html("td", { role: "cell", class: "empty", colspan: this.data.columns.length }, this.data.empty));
  }

  /** Sort by a column: numbers start with the largest, words with A; a second click turns it round. */
  turn(id) {
    if (!id) return;
    const first = this.data.columns.find((column) => column.id === id).kind === "number" ? -1 : 1;
    this.sort = { id, direction: this.sort.id === id ? -this.sort.direction : first };
    this.page = 0;
    this.paint();
  }

  pick(id) {
    if (id && this.data.pick) this.send(id === this.data.selected ? "" : id);
  }

  press(event) {
    if (event.key === "Escape") this.pick(this.data.selected);
    const turned = { PageDown: 1, PageUp: -1 }[event.key];
    if (turned) return this.leaf(event, turned);
    const buttons = [...this.body.querySelectorAll("button")];
    const at = buttons.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (!buttons[to]) return this.jump(event);
    event.preventDefault();
    return this.step(buttons[at], buttons[to]);
  }

  /** To the row that is typed, on whichever page it is. */
  jump(event) {
    const { rows } = this;
    const here = rows.findIndex(({ id }) => `row:${id}` === event.target.dataset.id);
    const to = here < 0 ? -1 : this.typed.find(event, rows.map(({ cells }) => textOf(cells[0])), here);
    if (to < 0) return;
    event.preventDefault();
    this.open(Math.floor(to / this.size));
    const from = this.body.querySelector('button[tabindex="0"]');
    const button = this.body.querySelectorAll("button")[to % this.size];
    this.step(from ?? button, button);
  }

  /** The keyboard turns the page and goes to its first row. */
  leaf(event, turned) {
    if (this.pages === 1) return;
    event.preventDefault();
    this.open(this.page + turned);
    const [first] = this.body.querySelectorAll("button");
    if (first) this.step(this.body.querySelector('button[tabindex="0"]') ?? first, first);
  }

  step(from, to) {
    from.setAttribute("tabindex", -1);
    to.setAttribute("tabindex", 0);
    to.focus();
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const table = (parentElement.atlasTable ??= new AtlasTable(parentElement));
  table.show(data, (id) => setTriggerValue("picked", id));
  return () => { if (!table.root.isConnected) withdrawTable(table.scroller); };
}
