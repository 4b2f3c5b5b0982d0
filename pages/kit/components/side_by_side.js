/* Pinned countries side by side: a column a country, a row a measure, the ends marked by a shape and in words.
   A SideBySide stays on parentElement, so scroll and focus outlive a rerun. */

const line = (name, text) => text && html("span", { class: name }, text);

class SideBySide {
  constructor(parent) {
    this.table = html("table");
    this.root = html("div", { class: "scroller", tabindex: 0, role: "region" }, this.table);
    this.root.addEventListener("click", (event) => this.act(event.target.closest("button")));
    parent.append(html("div", { class: "side" }, this.root));
  }

  show(data, send, unpin) {
    Object.assign(this, { data, send, unpin });
    const focused = this.root.getRootNode().activeElement?.dataset.key;
    this.root.setAttribute("aria-label", data.label);
    const heading = html("tr", {}, html("th", { scope: "col", class: "corner" }, say("Measure")), ...data.countries.map((one) => this.drawCountry(one)),
      html("th", { scope: "col", class: "source" }, say("Source")));
    this.table.replaceChildren(html("caption", {}, data.label), html("thead", {}, heading), ...data.sections.map((section) => this.drawSection(section)));
    if (focused) this.root.querySelector(`[data-key="${focused}"]`)?.focus({ preventScroll: true });
  }

  drawCountry({ id, name, subregion }) {
    const title = html("button", { type: "button", class: "name", "data-key": `pick:${id}`, "data-pick": id, "aria-pressed": id === this.data.selected }, name);
    const unpin = say("Unpin {country}", { country: name });
    const off = html("button", { type: "button", class: "off", "data-key": `off:${id}`, "data-off": id, "aria-label": unpin, title: unpin }, "×");
    return html("th", { scope: "col", class: "country" }, html("span", { class: "head" }, title, off), line("quiet", subregion));
  }

  drawSection({ title, rows }) {
    const across = this.data.countries.length + 2;
    return html("tbody", {}, html("tr", { class: "topic" }, html("th", { scope: "colgroup", colspan: across }, html("span", {}, title))),
      ...rows.map((row) => this.drawRow(row)));
  }

  drawRow({ label, unit, year, cells, source }) {
    return html("tr", {}, html("th", { scope: "row" }, label, line("quiet", `${unit}, ${year}`)), ...cells.map((cell) => this.drawCell(cell)),
      html("td", { class: "source" }, source));
  }

  drawCell({ text, has, rank, printed, status, extreme, shape, words }) {
    const mark = words && html("span", { class: "mark" }, html("span", { "aria-hidden": "true" }, shape), words);
    const value = html("span", { class: "value", title: printed }, text, status && html("span", { class: "sign", role: "img", "aria-label": status }, "?"));
    return html("td", { class: has ? extreme : "none" }, value, line("quiet", rank), line("quiet", status), mark);
  }

  act(button) {
    if (button?.dataset.off) this.unpin(button.dataset.off);
    else if (button) this.send(button.dataset.pick === this.data.selected ? "" : button.dataset.pick);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const side = (parentElement.atlasSideBySide ??= new SideBySide(parentElement));
  side.show(data, (id) => setTriggerValue("picked", id), (id) => setTriggerValue("unpinned", id));
  return () => {}; // no listener outside of its own elements, which go with the page
}
