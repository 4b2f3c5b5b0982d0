/* The table: the equal alternative to the map. Sorting happens here, without a rerun.
   An AtlasTable stays on parentElement, so sort order, scroll and focus outlive a rerun. */

/** A cell is a text, or {t: text, v: value to sort by, href: where it leads, about: the link in full};
    in a column of numbers a text alone is a number too. */
const textOf = (cell) => cell?.t ?? (typeof cell === "string" ? cell : "");
function valueOf(cell, kind) {
  if (cell && typeof cell === "object") return cell.v ?? null;
  return kind === "number" && cell ? Number(cell) : cell ?? null;
}

/** What stands in a cell: its text, or a link to a page of the atlas. */
const drawText = (cell) => (cell?.href ? html("a", { href: cell.href, target: "_self", "aria-label": cell.about }, cell.t) : textOf(cell));

/** Rows in the order of one column; those without a value last, whichever the direction. */
function sorted(rows, column, direction, kind) {
  if (column < 0) return rows;
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b)));
  const [without, having] = [true, false].map((empty) => rows.filter(({ cells }) => (valueOf(cells[column], kind) === null) === empty));
  return [...having.sort((a, b) => direction * compare(valueOf(a.cells[column], kind), valueOf(b.cells[column], kind))), ...without];
}

class AtlasTable {
  constructor(parent) {
    this.sort = { id: null, direction: 1 };
    this.caption = html("caption");
    this.head = html("tr");
    this.body = html("tbody");
    this.table = html("table", {}, this.caption, html("thead", {}, this.head), this.body);
    this.scroller = html("div", { class: "scroller", tabindex: 0, role: "region" }, this.table);
    this.live = html("p", { class: "count", role: "status" });
    this.root = html("div", { class: "table" }, this.scroller, this.live);
    this.head.addEventListener("click", (event) => this.turn(event.target.closest("[data-id]")?.dataset.id));
    this.body.addEventListener("click", (event) => this.pick(event.target.closest("tr")?.dataset.row));
    this.body.addEventListener("keydown", (event) => this.press(event));
    parent.append(this.root);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.caption.textContent = data.label;
    this.scroller.setAttribute("aria-label", data.label);
    this.live.textContent = data.rows.length ? `${data.rows.length} ${data.rows.length === 1 ? "row" : "rows"}` : "";
    this.paint();
  }

  paint() {
    const id = this.root.getRootNode().activeElement?.dataset.id;
    this.head.replaceChildren(...this.data.columns.map((column) => this.drawHeading(column)));
    const at = this.data.columns.findIndex((column) => column.id === this.sort.id);
    const rows = sorted(this.data.rows, at, this.sort.direction, this.data.columns[at]?.kind);
    this.stop = rows.some((row) => row.id === this.data.selected) ? this.data.selected : rows[0]?.id;
    this.body.replaceChildren(...(rows.length ? rows.map((row) => this.drawRow(row)) : [this.drawEmpty()]));
    if (id) this.root.querySelector(`[data-id="${id}"]`)?.focus({ preventScroll: true });
  }

  drawHeading({ id, label, kind, align }) {
    const direction = this.sort.id === id ? this.sort.direction : 0;
    const arrow = html("span", { class: "arrow", "aria-hidden": "true" }, ["↓", "↕", "↑"][direction + 1]);
    return html("th", { scope: "col", class: `${kind} ${align ?? ""}`, "aria-sort": ["descending", "none", "ascending"][direction + 1] },
      html("button", { type: "button", "data-id": id }, label, arrow));
  }

  drawRow({ id, cells, in: inside }) {
    const { columns, pick, selected } = this.data;
    const row = html("tr", { "data-row": id, class: inside === false ? "outside" : "" }, ...columns.map(({ kind, align }, index) => {
      const text = textOf(cells[index]);
      if (index) return html("td", { class: `${kind} ${align ?? ""}` }, drawText(cells[index]));
      const button = { type: "button", "data-id": `row:${id}`, "aria-pressed": id === selected, tabindex: id === this.stop ? 0 : -1 };
      return html("th", { scope: "row", class: kind }, pick ? html("button", button, text) : text);
    }));
    row.classList.toggle("selected", id === selected);
    row.classList.toggle("pick", Boolean(pick));
    return row;
  }

  drawEmpty() {
    return html("tr", {}, html("td", { class: "empty", colspan: this.data.columns.length }, this.data.empty));
  }

  /** Sort by a column: numbers start with the largest, words with A; a second click turns it round. */
  turn(id) {
    if (!id) return;
    const first = this.data.columns.find((column) => column.id === id).kind === "number" ? -1 : 1;
    this.sort = { id, direction: this.sort.id === id ? -this.sort.direction : first };
    this.paint();
  }

  pick(id) {
    if (id && this.data.pick) this.send(id === this.data.selected ? "" : id);
  }

  press(event) {
    const buttons = [...this.body.querySelectorAll("button")];
    const at = buttons.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") this.pick(this.data.selected);
    if (!buttons[to]) return;
    event.preventDefault();
    buttons[at].setAttribute("tabindex", -1);
    buttons[to].setAttribute("tabindex", 0);
    buttons[to].focus();
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const table = (parentElement.atlasTable ??= new AtlasTable(parentElement));
  table.show(data, (id) => setTriggerValue("picked", id));
  return () => {}; // no listener outside of its own elements, which go with the page
}
