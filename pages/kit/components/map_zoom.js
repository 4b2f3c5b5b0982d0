/* Zoom and pan of the map: wheel, drag, two fingers, and the steps of buttons and keys. It knows no country.
   Put before map.js in one script: a component has a single one. */

const MOST = 12; // times the whole map
const DRAG = 4; // pixels that a click may wander

const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

class Zoom {
  /** `changed` is called after every change of scale; `svg` shows [0, 0, width, height], `world` is the group that moves in it. */
  constructor(svg, world, [, , width, height], changed) {
    Object.assign(this, { svg, world, width, height, changed, k: 1, x: 0, y: 0, dragged: false, engaged: false });
    this.listenWheel();
    this.listenDrag();
    this.listenPinch();
  }

  /** How often a pixel of the style stands on the screen: a presentation enlarges its figures by the property zoom. */
  get enlarged() {
    return this.svg.currentCSSZoom ?? 1;
  }

  /** Map units per CSS pixel, before zooming. */
  get unit() {
    return this.width / (this.svg.getBoundingClientRect().width / this.enlarged || this.width);
  }

  /** Where a mouse or finger is, in map units before zooming. */
  point({ clientX, clientY }) {
    const box = this.svg.getBoundingClientRect();
    const unit = this.unit / this.enlarged;
    return [(clientX - box.left) * unit, (clientY - box.top) * unit];
  }

  /** Move to scale `k` and offset [x, y], as far as the edges allow; says whether anything moved. */
  to(k, x, y) {
    const scale = this.k;
    const before = [this.k, this.x, this.y].join();
    this.k = clamp(k, 1, MOST);
    this.x = clamp(x, this.width * (1 - this.k), 0);
    this.y = clamp(y, this.height * (1 - this.k), 0);
    this.world.setAttribute("transform", `translate(${this.x} ${this.y}) scale(${this.k})`);
    if (this.k !== scale) this.changed();
    return before !== [this.k, this.x, this.y].join();
  }

  /** Zoom by a factor about a point that stays where it is: the middle, unless told. */
  by(factor, [px, py] = [this.width / 2, this.height / 2]) {
    const k = clamp(this.k * factor, 1, MOST);
    return this.to(k, px - ((px - this.x) * k) / this.k, py - ((py - this.y) * k) / this.k);
  }

  reset() {
    this.to(1, 0, 0);
  }

  /** Where a place of the map stands, if it is in view. */
  find([x, y]) {
    const [left, top] = [x * this.k + this.x, y * this.k + this.y];
    const isSeen = left > 0 && left < this.width && top > 0 && top < this.height;
    return isSeen ? [left, top] : undefined;
  }

  /** Bring a place of the map into view, at the same scale, if it is outside. */
  reveal([x, y]) {
    if (!this.find([x, y])) this.to(this.k, this.width / 2 - x * this.k, this.height / 2 - y * this.k);
  }

  /** The wheel zooms with Ctrl, or from a click in the map until the mouse leaves it: else the page scrolls. */
  listenWheel() {
    this.svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && !this.engaged) return;
      const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002));
      if (this.by(factor, this.point(event)) || event.ctrlKey) event.preventDefault();
    }, { passive: false });
    this.svg.addEventListener("pointerleave", () => { this.engaged = false; });
  }

  listenDrag() {
    let from = null;
    this.svg.addEventListener("pointerdown", (event) => {
      this.engaged = true;
      this.dragged = false;
      const held = event.pointerType !== "touch" && event.button === 0;
      from = held ? { left: event.clientX, top: event.clientY, x: this.x, y: this.y } : null;
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (!from || !event.buttons) return;
      const [right, down] = [(event.clientX - from.left) / this.enlarged, (event.clientY - from.top) / this.enlarged];
      if (!this.dragged && Math.hypot(right, down) < DRAG) return;
      this.dragged = true;
      this.svg.setPointerCapture(event.pointerId);
      this.to(this.k, from.x + right * this.unit, from.y + down * this.unit);
    });
    this.svg.addEventListener("pointerup", () => { from = null; });
  }

  /** Two fingers zoom and pan; one finger is left to the page, which scrolls. */
  listenPinch() {
    let last = null;
    const read = ([a, b]) => ({
      middle: this.point({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }),
      apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    });
    const pinch = (event) => {
      if (event.touches.length !== 2) { last = null; return; }
      event.preventDefault();
      const now = read(event.touches);
      if (last) {
        this.to(this.k, this.x + now.middle[0] - last.middle[0], this.y + now.middle[1] - last.middle[1]);
        this.by(now.apart / last.apart, now.middle);
      }
      last = now;
    };
    for (const kind of ["touchstart", "touchmove", "touchend"]) this.svg.addEventListener(kind, pinch, { passive: false });
  }
}
