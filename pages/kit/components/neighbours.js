/* The ways from a country to the next: buttons with names, and arrow keys while one of them has the focus.
   A Neighbours stays on parentElement with its buttons, so one can walk on without looking for the focus. */

const SIGNS = { previous: "‹", next: "›", left: "←", right: "→", up: "↑", down: "↓" };
const KEYS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", PageUp: "previous", PageDown: "next" };
const NOBODY = {
  left: mark("No country to the west of {country}."), right: mark("No country to the east of {country}."),
  up: mark("No country to the north of {country}."), down: mark("No country to the south of {country}."),
};

class Neighbours {
  constructor(parent) {
    this.buttons = Object.fromEntries(Object.keys(SIGNS).map((way) => [way, html("button", { type: "button", "data-way": way })]));
    const part = (label, keys, ways) => html("div", { class: "part" },
      html("span", { class: "label" }, label, html("span", { class: "keys" }, ` (${keys})`)), ...ways.map((way) => this.buttons[way]));
    this.live = html("span", { class: "live", role: "status" });
    this.root = html("nav", { class: "neighbours" }, part(say("By name"), say("Page Up, Page Down"), ["previous", "next"]),
      part(say("On the map"), say("arrow keys"), ["left", "up", "down", "right"]), this.live);
    this.root.addEventListener("click", (event) => this.go(event.target.closest("button")?.dataset.way));
    this.root.addEventListener("keydown", (event) => this.press(event));
    parent.append(this.root);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.root.setAttribute("aria-label", data.label);
    this.ways = Object.fromEntries(data.ways.map((way) => [way.way, way]));
    const focused = this.root.getRootNode().activeElement;
    for (const [way, button] of Object.entries(this.buttons)) this.paint(button, way, this.ways[way]);
    this.live.textContent = "";
    if (focused?.hidden) this.buttons.next.focus({ preventScroll: true });
  }

  paint(button, way, there) {
    button.hidden = !there;
    if (!there) return;
    const sign = html("span", { class: "sign", "aria-hidden": "true" }, SIGNS[way]);
    button.replaceChildren(...(way === "next" || way === "right" ? [there.name, sign] : [sign, there.name]));
    button.setAttribute("aria-label", `${there.name}, ${there.word}`);
  }

  go(way) {
    if (!way) return;
    if (this.ways[way]) this.send(this.ways[way].id);
    else this.live.textContent = way in NOBODY ? say(NOBODY[way], { country: this.data.name }) : "";
  }

  press(event) {
    const way = KEYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.go(way);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const neighbours = (parentElement.atlasNeighbours ??= new Neighbours(parentElement));
  neighbours.show(data, (id) => setTriggerValue("picked", id));
  return () => {}; // no listener outside of its own elements, which go with the page
}
