/* An alliance as labelled facts, its members as names that can be clicked, and where all this is printed. */

class Profile {
  constructor(parent) {
    this.root = html("section", { class: "profile" });
    this.root.addEventListener("click", (event) => this.pick(event.target.closest("button")?.dataset.id));
    parent.append(this.root);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.root.setAttribute("aria-label", data.title);
    const id = this.root.getRootNode().activeElement?.dataset.id;
    this.root.replaceChildren(html("h3", {}, data.title), html("p", { class: "subtitle" }, data.subtitle),
      html("dl", {}, ...data.facts.flatMap((fact) => this.drawFact(fact)), ...this.drawMembers()),
      html("p", { class: "note" }, data.note), html("p", { class: "note" }, data.source));
    if (id) this.root.querySelector(`[data-id="${id}"]`)?.focus({ preventScroll: true });
  }

  drawFact({ label, items }) {
    const value = items.length > 1 ? html("ul", {}, ...items.map((item) => html("li", {}, item))) : items[0] ?? "";
    return [html("dt", {}, label), html("dd", {}, value)];
  }

  drawMembers() {
    const names = this.data.members.map(({ id, name }) => html("li", {},
      html("button", { type: "button", "data-id": id, "aria-pressed": id === this.data.selected }, name)));
    return [html("dt", {}, this.data.members_label), html("dd", {}, html("ul", { class: "inline" }, ...names))];
  }

  pick(id) {
    if (id) this.send(id === this.data.selected ? "" : id);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const profile = (parentElement.atlasProfile ??= new Profile(parentElement));
  profile.show(data, (id) => setTriggerValue("picked", id));
  return () => {}; // no listener outside of its own elements, which go with the page
}
