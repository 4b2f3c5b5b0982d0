/* Years: a bar each, the sum so far as a line with the axis on the right; years before the programme and what has no year stand apart. */

const EDGE = { top: 38, right: 46, bottom: 34, left: 44 };

class Years extends Chart {
  draw() {
    const { bars, apart, axis, sum_axis: sumAxis } = this.data;
    this.height = this.isNarrow ? 300 : 380;
    this.svg = svg("svg", { width: this.width, height: this.height, role: "presentation" });
    this.stage.replaceChildren(this.svg);
    this.bottom = this.height - EDGE.bottom;
    const slots = bars.length + (apart.length ? (bars.length ? 1.6 : 1) : 0);
    this.step = (this.width - EDGE.left - EDGE.right) / Math.max(1, slots);
    this.drawAxis(axis, "left");
    if (bars.length > 1) this.drawAxis(sumAxis, "right");
    bars.forEach((bar, index) => this.drawBar(bar, index));
    apart.forEach((bar) => this.drawApart(bar, slots));
    this.drawEarly(bars);
    this.drawLine(bars);
    this.clearNames();
  }

  y(share) {
    return this.bottom - share * (this.bottom - EDGE.top);
  }

  x(index) {
    return EDGE.left + (index + 0.5) * this.step;
  }

  drawAxis({ name, ticks }, side) {
    const isLeft = side === "left";
    for (const { at, text } of ticks) {
      if (isLeft) this.svg.append(svg("path", { class: "grid", d: `M${EDGE.left} ${this.y(at)}H${this.width - EDGE.right}` }));
      this.svg.append(svg("text", { class: `tick ${side}`, x: isLeft ? EDGE.left - 6 : this.width - EDGE.right + 6, y: this.y(at) + 4 }, text));
    }
    this.svg.append(svg("text", { class: `axis ${side}`, x: isLeft ? 0 : this.width, y: 12 }, name));
  }

  drawBar(bar, at) {
    const width = Math.min(64, this.step * 0.7);
    const [x, top] = [this.x(at), this.y(bar.share)];
    const group = svg("g", { class: `bar${bar.early ? " early" : ""}` });
    group.style.setProperty("--hue", this.data[this.theme]);
    // The whole column is the target of the mouse: a small bar is hard to hit.
    group.append(svg("rect", { class: "target", x: x - this.step / 2, y: EDGE.top, width: this.step, height: this.height - EDGE.top }),
      svg("rect", { class: "body", x: x - width / 2, y: top, width, height: Math.max(0, this.bottom - top) }),
      svg("text", { class: "year", x, y: this.bottom + 16 }, this.step < 32 && Number(bar.label) ? `’${bar.label.slice(2)}` : bar.label));
    if (bar.text) group.append(this.drawAmount(bar, x, top));
    this.mark(group, bar, bar.label, bar.lines);
    this.svg.append(group);
  }

  /** The amount over the bar; inside it, or over the line, where the line's dot would cover it. */
  drawAmount({ text, at, share }, x, top) {
    const dot = at === null ? -99 : this.y(at);
    const isFree = Math.abs(dot - (top - 9)) > 13;
    const isInside = !isFree && this.bottom - top > 24;
    const y = isFree ? top - 5 : isInside ? Math.max(top, dot) + 20 : Math.min(top, dot) - 8;
    return svg("text", { class: `amount${isInside ? " inside" : ""}`, "data-share": share, x, y }, text);
  }

  drawApart(bar, slots) {
    this.drawBar({ ...bar, label: say("No date") }, slots - 1);
    const x = EDGE.left + (slots - 1.3) * this.step;
    if (this.data.bars.length) this.svg.append(svg("path", { class: "divide", d: `M${x} ${EDGE.top}V${this.bottom}` }));
    this.mark(this.svg.querySelector(".bar:last-of-type"), bar, bar.label, bar.lines);
  }

  /** Where bars stand closer than their amounts are wide, every other amount stays, the largest among them; the tip and the table have all. */
  clearNames() {
    const amounts = [...this.svg.querySelectorAll(".amount")];
    const boxes = new Map(amounts.map((amount) => [amount, amount.getBBox()]));
    const isClear = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y + 3 || b.y + b.height <= a.y + 3;
    const kept = [];
    for (const amount of amounts.sort((a, b) => Number(b.dataset.share) - Number(a.dataset.share))) {
      const box = boxes.get(amount);
      if (kept.every((other) => isClear(box, other))) kept.push(box);
      else amount.remove();
    }
  }

  drawEarly(bars) {
    const number = bars.filter(({ early }) => early).length;
    if (!number) return;
    const x = EDGE.left + number * this.step;
    if (number < bars.length) this.svg.append(svg("path", { class: "divide", d: `M${x} ${EDGE.top}V${this.bottom}` }));
    this.svg.append(svg("text", { class: "note", x: x - 6, y: EDGE.top + 4 }, this.data.early));
  }

  drawLine(bars) {
    if (bars.length < 2) return;
    const points = bars.map(({ at }, index) => [this.x(index), this.y(at)]);
    this.svg.append(svg("path", { class: "sum", d: `M${points.map((point) => point.join(" ")).join("L")}` }),
      ...points.map(([cx, cy]) => svg("circle", { class: "dot", cx, cy, r: 3 })));
  }
}

export default function (component) {
  return mount(component, class extends Years { constructor(parent) { super(parent, "years"); } });
}
