/* Sets of countries as lists: a heading picks the set, a name picks the country.
   A SetList stays on parentElement, so focus outlives a rerun. */

class SetList {
  constructor(parent) {
    this.root = html("div", { class: "sets", role: "group" });
    this.root.addEventListener("click", (event) => this.pick(event.target.closest("button")));
    parent.append(this.root);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.root.setAttribute("aria-label", data.label);
    this.theme = readTheme(this.root);
    const id = this.root.getRootNode().activeElement?.dataset.id;
    this.root.replaceChildren(html("p", { class: "hint" }, data.hint), ...data.sets.map((one) => this.drawSet(one)));
    if (id) [...this.root.querySelectorAll("button")].find((button) => button.dataset.id === id)?.focus({ preventScroll: true });
  }

  drawSet({ id, label, count, sign, pressed, countries, ...colours }) {
    const swatch = html("span", { class: `swatch ${sign}`, "aria-hidden": "true" });
    swatch.style.backgroundColor = colours[this.theme];
    const heading = html("button", { type: "button", class: "heading", "data-id": id, "aria-pressed": pressed }, swatch,
      html("span", {}, label), html("span", { class: "count" }, count), html("span", { class: "state" }, pressed ? say("filtered ×") : ""));
    const names = countries.map((country) => {
      const button = html("button", { type: "button", "data-id": country.id, "aria-pressed": country.id === this.data.selected }, country.name);
      button.classList.toggle("outside", !country.in);
      return html("li", {}, button);
    });
    return html("section", {}, html("h3", {}, heading), html("ul", {}, ...(names.length ? names : [html("li", { class: "none" }, say("no country"))])));
  }

  /** What is pressed already is let go: "|" is the set without a condition, "" no country. */
  pick(button) {
    if (!button) return;
    const isPressed = button.getAttribute("aria-pressed") === "true";
    const nothing = button.classList.contains("heading") ? "|" : "";
    this.send(isPressed ? nothing : button.dataset.id);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const list = (parentElement.atlasSetList ??= new SetList(parentElement));
  list.show(data, (id) => setTriggerValue("picked", id));
  return () => {}; // no listener outside of its own elements, which go with the page
}
