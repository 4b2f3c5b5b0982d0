/* Figures in their places: each cell of the page takes the figures whose key it names; what no cell names stands at the end.
   A figure keeps its element while the page shows another view, so zoom, sort order and focus stay. */

/** An element with attributes and children; text stays text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const matches = (pattern, key) => (pattern.endsWith("*") ? key.startsWith(pattern.slice(0, -1)) : key === pattern);

class Figures {
  constructor(body, onPick) {
    this.onPick = onPick;
    this.rows = [...body.querySelectorAll("[data-row]")];
    this.cells = [...body.querySelectorAll("[data-keys]")];
    this.rest = body.querySelector("[data-rest]");
    this.shown = new Map(); // key -> { host, root, kind, heading, cleanUp }
  }

  /** Show figures ({ key, kind, role, data }); `chosen` holds what is selected, by role. */
  show(figures, chosen) {
    const keys = new Set(figures.map(({ key }) => key));
    for (const key of this.shown.keys()) if (!keys.has(key)) this.remove(key);
    for (const figure of figures) this.place(figure);
    for (const figure of figures) this.draw(figure, chosen);
    for (const row of this.rows) row.hidden = !row.querySelector(".figure, .keeps");
  }

  remove(key) {
    const { host, cleanUp } = this.shown.get(key);
    host.remove();
    cleanUp?.();
    this.shown.delete(key);
  }

  place({ key, kind, title }) {
    const known = this.shown.get(key);
    if (known?.kind === kind) return this.name(known, title);
    if (known) this.remove(key);
    const host = make("div", { class: `figure ${kind}`, "data-figure": key });
    const cell = this.cells.find((one) => one.dataset.keys.split(" ").some((pattern) => matches(pattern, key))) ?? this.rest;
    cell.append(host);
    const heading = make("h2", { class: "named" });
    const stage = make("div");
    host.append(heading, stage);
    const shown = { host, kind, heading, root: stage.attachShadow({ mode: "open" }) };
    this.shown.set(key, shown);
    this.name(shown, title);
  }

  name({ heading }, title) {
    heading.textContent = title ?? "";
    heading.hidden = !title;
  }

  draw(figure, chosen) {
    const { key, kind, role, data } = figure;
    const shown = this.shown.get(key);
    const selected = chosen[role];
    const drawn = selected !== undefined && "selected" in data ? { ...data, selected: selected || null } : data;
    shown.cleanUp = drawFigure(shown.root, kind, drawn, (trigger, picked) => this.onPick(role, trigger, picked));
  }
}

/** Draw a figure of the atlas into a shadow root, or say that this snapshot cannot; returns what to call once it has left the page. */
function drawFigure(root, kind, data, send) {
  if (!atlas.kinds[kind]) {
    root.textContent = say("This figure needs the live atlas.");
    return undefined;
  }
  return atlas.kinds[kind]({ parentElement: root, data, setTriggerValue: send, setStateValue: send });
}
