/* The rank correlation: a number on a line from -1 to 1 with its interval; and lists of countries to pick from. */

const percent = (number) => `${(50 * (number + 1)).toFixed(2)}%`;

class Relation {
  constructor(parent) {
    this.root = html("section", { class: "relation", "aria-labelledby": "title" });
    this.root.addEventListener("click", (event) => this.pick(event.target.closest("[data-id]")?.dataset.id));
    parent.append(this.root);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.theme = readTheme(this.root);
    const focused = this.root.getRootNode().activeElement?.dataset.id;
    this.root.replaceChildren(html("h3", { id: "title" }, data.title), ...this.drawNumber(),
      ...data.lines.map((line) => html("p", {}, line)), html("div", { class: "lists" }, ...data.lists.map((list) => this.drawList(list))));
    if (focused) this.root.querySelector(`[data-id="${focused}"]`)?.focus({ preventScroll: true });
  }

  drawNumber() {
    const { rho, low, high, text, interval, count, silence } = this.data;
    if (rho === null) return silence ? [html("p", { class: "silence" }, silence)] : [];
    const range = low !== null && html("span", { class: "range" });
    if (range) Object.assign(range.style, { left: percent(low), width: `${(50 * (high - low)).toFixed(2)}%` });
    const dot = html("span", { class: "dot" });
    dot.style.left = percent(rho);
    const ends = html("span", { class: "ends" }, html("span", {}, say("−1 reverse")), html("span", {}, say("0 none")), html("span", {}, say("+1 same order")));
    return [html("p", { class: "number" }, html("b", {}, text), html("span", {}, `${interval}, ${count}`)),
      html("div", { class: "strip", "aria-hidden": "true" }, html("span", { class: "line" }), html("span", { class: "zero" }), range, dot), ends];
  }

  drawList({ label, places, ...colours }) {
    const { selected } = this.data;
    const swatch = colours.light && html("span", { class: "swatch", "aria-hidden": "true" });
    if (swatch) swatch.style.backgroundColor = colours[this.theme];
    const items = places.map(({ id, name, hint }) => html("li", {}, html("button", { type: "button", "data-id": id, "aria-pressed": id === selected }, name),
      hint && html("span", { class: "hint" }, `(${hint})`)));
    return html("div", { class: "list" }, html("h4", {}, swatch, `${label} (${places.length})`), html("ul", {}, ...items));
  }

  pick(id) {
    if (id) this.send(id === this.data.selected ? "" : id);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const relation = (parentElement.atlasRelation ??= new Relation(parentElement));
  relation.show(data, (id) => setTriggerValue("picked", id));
  return () => {}; // no listener outside of its own elements, which go with the page
}
