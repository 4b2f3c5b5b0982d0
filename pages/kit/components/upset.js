/* The overlap of groups: a row a group, a column a set of countries. Dots say which groups a set is in, the bar above how many it has.
   An Upset stays on parentElement, so scroll and focus outlive a rerun. */

const BAR = 110; // pixels of the longest bar

class Upset {
  constructor(parent) {
    this.names = html("ul", { class: "names" });
    this.columns = html("div", { class: "columns", role: "toolbar" });
    this.scroller = html("div", { class: "scroller" }, this.columns);
    this.readout = html("p", { class: "readout", "aria-hidden": "true" }); // the columns say it
    this.root = html("div", { class: "upset", role: "group" }, html("div", { class: "chart" }, this.names, this.scroller), this.readout);
    this.columns.addEventListener("click", (event) => this.pick(event.target.closest("button")));
    this.columns.addEventListener("keydown", (event) => this.press(event));
    this.columns.addEventListener("pointerover", (event) => this.tell(event.target.closest("button")));
    this.columns.addEventListener("pointerleave", () => this.tell());
    this.columns.addEventListener("focusin", (event) => this.tell(event.target.closest("button")));
    parent.append(this.root);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.root.setAttribute("aria-label", data.label);
    tellSummary(this.root, data.summary);
    this.columns.setAttribute("aria-label", data.label);
    this.root.style.setProperty("--rows", data.rows.length);
    this.names.replaceChildren(...data.rows.map(({ label, count }) => html("li", {}, html("span", { class: "clip", title: label }, label), html("b", {}, count))));
    const focused = this.root.getRootNode().activeElement?.dataset.id;
    this.most = Math.max(1, ...data.columns.map(({ count }) => count));
    const stop = (data.columns.find(({ id }) => id === focused) ?? data.columns.find(({ pressed }) => pressed) ?? data.columns[0])?.id;
    this.columns.replaceChildren(...data.columns.map((column) => this.drawColumn(column, column.id === stop)));
    if (focused) this.buttonOf(stop)?.focus({ preventScroll: true });
    this.tell();
  }

  buttonOf(id) {
    return [...this.columns.children].find((button) => button.dataset.id === id);
  }

  drawColumn({ id, label, count, countries, in: inside, pressed }, isStop) {
    const bar = html("span", { class: "bar" });
    bar.style.height = `${(BAR * count) / this.most}px`;
    const dots = inside.map((is) => html("span", { class: is ? "dot in" : "dot" }));
    const [first, last] = [inside.indexOf(true), inside.lastIndexOf(true)];
    const line = html("span", { class: "line" });
    Object.assign(line.style, { top: `calc((${first} + 0.5) * var(--row))`, height: `calc(${last - first} * var(--row))` });
    return html("button", { type: "button", "data-id": id, "aria-pressed": pressed, tabindex: isStop ? 0 : -1,
      "aria-label": sayCount("{group}: {n} country: {countries}", "{group}: {n} countries: {countries}", count, { group: label, countries }) },
      html("span", { class: "top", "aria-hidden": "true" }, html("span", { class: "count" }, count), bar),
      html("span", { class: "dots", "aria-hidden": "true" }, ...dots, last > first ? line : ""));
  }

  /** The line below: the set under the pointer or the focus, else the chosen one, else how to read the chart. */
  tell(button) {
    const id = button?.dataset.id ?? this.data.columns.find(({ pressed }) => pressed)?.id;
    const column = this.data.columns.find((one) => one.id === id);
    const head = column && html("b", {}, `${column.pressed ? say("{group} (filter of all pages):", { group: column.label }) : say("{group}:", { group: column.label })} `);
    this.readout.replaceChildren(...(column ? [head, `${column.count}. ${column.countries}`] : [this.data.hint]));
    const inside = button ? column.in : [];
    [...this.names.children].forEach((row, index) => row.classList.toggle("in", Boolean(inside[index])));
  }

  /** The chosen set is let go by a second press: "|" is the set without a condition. */
  pick(button) {
    if (button) this.send(button.getAttribute("aria-pressed") === "true" ? "|" : button.dataset.id);
  }

  press(event) {
    const buttons = [...this.columns.children];
    const at = buttons.indexOf(event.target.closest("button"));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape" && this.data.columns.some(({ pressed }) => pressed)) this.send("|");
    if (!buttons[to]) return;
    event.preventDefault();
    buttons[at].setAttribute("tabindex", -1);
    buttons[to].setAttribute("tabindex", 0);
    buttons[to].focus();
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const upset = (parentElement.atlasUpset ??= new Upset(parentElement));
  upset.show(data, (id) => setTriggerValue("picked", id));
  return () => {}; // no listener outside of its own elements, which go with the page
}
