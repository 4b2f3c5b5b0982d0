/* A matrix of marks: rows by columns, sorted by any column here in the browser, one tab stop, arrow keys from cell to cell.
   Every cell is a letter in a shape and says in words what it means: colour is never the only carrier.
   A Matrix stays on parentElement, so sort order, scroll and focus outlive a rerun. */

const NAME = "row:name";
const GROUP = "row:group";
const byName = (a, b) => compareWords(a.label, b.label);

/** What a column is sorted by: the cell's number, else 1 for a mark and nothing for an empty cell. */
const weigh = (cell) => cell.v ?? (cell.mark ? 1 : null);

class Matrix {
  constructor(parent) {
    this.sort = { id: NAME, direction: 1 };
    this.typed = new Typed();
    this.caption = html("p", { class: "caption", "aria-hidden": "true" });
    this.head = html("tr");
    this.body = html("tbody");
    this.table = html("table", { role: "grid", tabindex: -1 }, html("thead", {}, this.head), this.body);
    this.scroller = html("div", { class: "scroller" }, this.table);
    this.readout = html("p", { class: "readout", "aria-hidden": "true" });
    this.legend = html("ul", { class: "legend" });
    this.root = html("div", { class: "matrix" }, this.legend, this.caption, this.scroller, this.readout);
    this.table.addEventListener("click", (event) => this.act(event.target.closest("[data-at]")));
    this.table.addEventListener("keydown", (event) => this.press(event));
    this.table.addEventListener("focusin", (event) => this.enter(event.target.closest("[data-at]")));
    this.table.addEventListener("pointerover", (event) => this.tell(event.target.closest("[data-at]")));
    this.table.addEventListener("pointerleave", () => this.tell(this.focused()));
    this.table.addEventListener("focusout", () => this.tell());
    parent.append(this.root);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.caption.textContent = data.label;
    this.table.setAttribute("aria-label", data.label);
    tellSummary(this.root, data.summary);
    this.legend.replaceChildren(...(data.legend ?? []).map(({ label, count, ...sign }) =>
      html("li", {}, drawSign(sign), label, html("span", { class: "count" }, count ?? ""))));
    this.legend.hidden = !data.legend?.length;
    this.paint();
    if (data.pick === "row") offerTable(this.table);
  }

  paint() {
    const focused = this.focused();
    const known = [NAME, GROUP, ...this.data.columns.map(({ id }) => id)];
    if (!known.includes(this.sort.id)) this.sort = { id: NAME, direction: 1 };
    this.head.replaceChildren(...this.drawHeadings());
    const rows = this.sorted();
    this.body.replaceChildren(...(rows.length ? rows.map((row) => this.drawRow(row)) : [this.drawEmpty()]));
    this.setStop(this.nodeAt(this.stop) ?? this.nodeAt(this.data.selected_cell) ?? this.nodeAt(`${this.data.selected}/`) ?? this.table.querySelector("[data-at]"));
    if (focused) this.stopNode()?.focus({ preventScroll: true });
    this.tell(this.focused());
  }

  /** Rows in order; those with nothing in the sorted column come last, and ties stay by name. */
  sorted() {
    const { rows, columns } = this.data;
    const { id, direction } = this.sort;
    const names = [...rows].sort(byName);
    if (id === NAME) return direction > 0 ? names : names.reverse();
    if (id === GROUP) return names.sort((a, b) => direction * compareWords(a.group ?? "", b.group ?? ""));
    const at = columns.findIndex((column) => column.id === id);
    const value = (row) => weigh(row.cells[at]);
    const having = names.filter((row) => value(row) !== null);
    return [...having.sort((a, b) => direction * (value(a) - value(b))), ...names.filter((row) => value(row) === null)];
  }

  drawHeadings() {
    const { columns, corner, group_label: group } = this.data;
    const own = [this.drawHeading({ id: NAME, label: corner ?? say("Country"), kind: "name" })];
    if (group) own.push(this.drawHeading({ id: GROUP, label: group, kind: "group" }));
    return [...own, ...columns.map((column) => this.drawHeading(column))];
  }

  drawHeading({ id, label, hint = "", count = "", kind = "mark" }) {
    const direction = this.sort.id === id ? this.sort.direction : 0;
    const arrow = html("span", { class: "arrow", "aria-hidden": "true" }, ["↓", "↕", "↑"][direction + 1]);
    const button = html("button", { type: "button", "data-at": `/${id}`, tabindex: -1, "data-tell": hint ? pair(label, hint) : label,
      "aria-label": [label, count, hint, say("sort")].filter(Boolean).join(", ") }, html("span", { class: "words" }, label), html("span", { class: "count" }, count, arrow));
    return html("th", { scope: "col", class: kind, "aria-sort": ["descending", "none", "ascending"][direction + 1] }, button);
  }

  drawRow(row) {
    const { columns, selected, group_label: group, pick } = this.data;
    const at = { "data-at": `${row.id}/`, tabindex: -1, "data-tell": [row.label, row.group].filter(Boolean).join(", ") };
    const name = pick ? html("button", { type: "button", ...at, "aria-pressed": row.id === selected }, row.label) : html("span", at, row.label);
    const line = html("tr", { "data-row": row.id }, html("th", { scope: "row", class: "name" }, name));
    if (group) line.append(html("td", { class: "group" }, row.group ?? ""));
    line.append(...columns.map((column, index) => this.drawCell(row, column, row.cells[index])));
    line.classList.toggle("selected", row.id === selected);
    line.classList.toggle("outside", row.in === false);
    return line;
  }

  drawCell(row, column, cell) {
    const at = `${row.id}/${column.id}`;
    const picked = this.data.pick === "cell" && at === this.data.selected_cell;
    const words = pair(`${row.label}, ${column.label}`, cell.label);
    const node = html("td", { class: column.kind ?? "mark", "data-at": at, "data-tell": words, "aria-label": words, tabindex: -1 });
    node.append(column.kind === "number" ? html("span", {}, cell.mark) : drawSign(cell));
    if (this.data.pick === "cell") node.setAttribute("aria-selected", picked);
    node.classList.toggle("picked", picked);
    return node;
  }

  drawEmpty() {
    return html("tr", {}, html("td", { class: "empty", colspan: this.data.columns.length + 2 }, this.data.empty ?? say("No rows.")));
  }

  /* ---- mouse and keys ---- */

  nodeAt(at) {
    return at ? [...this.table.querySelectorAll("[data-at]")].find((node) => node.dataset.at === at) : undefined;
  }

  focused() {
    return this.table.contains(this.root.getRootNode().activeElement) ? this.stopNode() : undefined;
  }

  stopNode() {
    return this.nodeAt(this.stop);
  }

  setStop(node) {
    this.stopNode()?.setAttribute("tabindex", -1);
    node?.setAttribute("tabindex", 0);
    this.stop = node?.dataset.at;
  }

  enter(node) {
    if (!node) return;
    this.setStop(node);
    this.tell(node);
  }

  /** The line below the matrix: what the cell under the pointer or the focus says, in full. */
  tell(node) {
    this.readout.textContent = node?.dataset.tell ?? this.data.hint ?? "";
    const index = node ? [...node.closest("tr").children].indexOf(node.closest("td, th")) : -1;
    const headings = [...this.head.children];
    headings.forEach((heading, at) => heading.classList.toggle("over", at === index && index > 0));
  }

  /** A heading sorts; a row's name, or a cell where cells are picked, is sent. */
  act(node) {
    if (!node) return;
    const [row, column] = node.dataset.at.split(/\/(.*)/);
    if (!row) return this.turn(column);
    const { pick, selected, selected_cell: cell } = this.data;
    if (!pick) return undefined;
    this.setStop(node);
    if (pick === "cell" && column) return this.send(node.dataset.at === cell ? "" : node.dataset.at);
    return this.send(row === selected && !cell ? "" : row);
  }

  /** Names start with A, marks and numbers with the most; a second press turns the order round. */
  turn(id) {
    const first = id === NAME || id === GROUP ? 1 : -1;
    this.sort = { id, direction: this.sort.id === id ? -this.sort.direction : first };
    this.stop = `/${id}`;
    this.paint();
  }

  press(event) {
    const node = event.target.closest("[data-at]");
    if (!node || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && this.data.pick && (this.data.selected || this.data.selected_cell)) return this.send("");
    if ((event.key === "Enter" || event.key === " ") && node.tagName !== "BUTTON") {
      event.preventDefault();
      return this.act(node);
    }
    const to = this.next(node, event);
    if (!to) return undefined;
    event.preventDefault();
    to.focus();
    return to.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Where a key leads: the neighbouring cell, the ends of the row, the first or last row, the row that is typed. */
  next(node, event) {
    const { key, ctrlKey } = event;
    const lines = [...this.table.rows].map((line) => [...line.querySelectorAll("[data-at]")]);
    // The sub-region has a heading and no cell to stop at: columns are matched by id, not by count.
    const columnOf = (one) => one.dataset.at.split(/\/(.*)/)[1].replace(NAME, "");
    const y = lines.findIndex((line) => line.includes(node));
    const x = lines[y].indexOf(node);
    const below = (line) => lines[line]?.find((one) => columnOf(one) === columnOf(node)) ?? lines[line]?.[0];
    const ends = { Home: lines[ctrlKey ? 1 : y]?.[0], End: lines[ctrlKey ? lines.length - 1 : y]?.at(-1) };
    const steps = { ArrowLeft: lines[y][x - 1], ArrowRight: lines[y][x + 1], ArrowUp: below(y - 1), ArrowDown: below(y + 1),
      PageUp: below(Math.max(0, y - 10)), PageDown: below(Math.min(lines.length - 1, y + 10)) };
    const names = this.data.rows.length ? this.sorted().map(({ label }) => label) : [];
    return ends[key] ?? steps[key] ?? below(this.typed.find(event, names, y - 1) + 1 || -1);
  }
}

/** A letter in a shape; the words stand in the cell's label and in the legend. */
function drawSign({ mark = "", tone = "blank" }) {
  return html("span", { class: `sign ${tone}`, "aria-hidden": "true" }, mark);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const matrix = (parentElement.atlasMatrix ??= new Matrix(parentElement));
  matrix.show(data, (id) => setTriggerValue("picked", id));
  return () => { if (!matrix.root.isConnected) withdrawTable(matrix.table); };
}
