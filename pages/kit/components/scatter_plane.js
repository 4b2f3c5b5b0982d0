/* What a scatter plot stands on: the axes with their ticks, bands and medians, and the legend below.
   Put before scatter.js in one script: a component has a single one. */

const MARGIN = { top: 34, right: 18, bottom: 50 };
const SHAPES = { circle: "M0 -6A6 6 0 1 1 0 6A6 6 0 1 1 0 -6Z", square: "M-5.4 -5.4H5.4V5.4H-5.4Z", triangle: "M0 -7L6.7 5H-6.7Z" };

/** A title that is wider than its room goes without its unit, which every point tells, and then in smaller letters. */
function fitTitle(title, room) {
  if (title.getComputedTextLength() > room) title.querySelector(".unit").remove();
  const width = title.getComputedTextLength();
  if (width > room) title.style.fontSize = `${Math.max(11, (13 * room) / width)}px`;
}

class Plane {
  measure() {
    this.width = this.stage.clientWidth || 640;
    this.height = Math.round(Math.max(360, Math.min(this.width * 0.6, 520)));
    const widest = Math.max(...this.data.upwards.ticks.map(({ text }) => text.length), 1);
    this.left = 16 + widest * 7.4;
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${this.height}`);
    this.svg.setAttribute("aria-label", this.data.label);
    this.stage.style.height = `${this.height}px`;
  }

  /** Points keep some pixels away from the frame, so that none is cut. */
  x(share) {
    return this.left + 12 + share * (this.width - MARGIN.right - this.left - 24);
  }

  y(share) {
    return this.height - MARGIN.bottom - 12 - share * (this.height - MARGIN.bottom - MARGIN.top - 24);
  }

  drawAxes() {
    const { across, upwards } = this.data;
    const [left, right, top, bottom] = [this.left, this.width - MARGIN.right, MARGIN.top, this.height - MARGIN.bottom];
    const line = (name, x1, y1, x2, y2) => svg("line", { class: name, x1, y1, x2, y2 });
    const text = (name, x, y, words, ...more) => svg("text", { class: name, x, y }, words, ...more);
    const parts = [];
    if (across.band) parts.push(svg("rect", { class: "band", x: left, y: top, width: this.x(across.band) - left - 5, height: bottom - top }));
    if (upwards.band) {
      const edge = this.y(upwards.band) + 5;
      parts.push(svg("rect", { class: "band", x: left, y: edge, width: right - left, height: bottom - edge }));
    }
    for (const { at, text: words } of across.ticks) {
      parts.push(line("grid", this.x(at), top, this.x(at), bottom), text("tick", this.x(at), bottom + 17, words));
    }
    for (const { at, text: words } of upwards.ticks) {
      parts.push(line("grid", left, this.y(at), right, this.y(at)), text("tick left", left - 7, this.y(at) + 4, words));
    }
    if (across.zero !== null) parts.push(line("zero", this.x(across.zero), top, this.x(across.zero), bottom));
    if (upwards.zero !== null) parts.push(line("zero", left, this.y(upwards.zero), right, this.y(upwards.zero)));
    parts.push(line("axis", left, bottom, right, bottom), line("axis", left, top, left, bottom));
    const unit = (side) => svg("tspan", { class: "unit", dx: 6 }, side.unit);
    const titles = [text("title", 0, 13, `↑ ${upwards.title}`, unit(upwards)), text("title end", right, this.height - 8, `→ ${across.title}`, unit(across))];
    this.svg.append(...parts, ...titles);
    for (const title of titles) fitTitle(title, right);
    this.drawGuides(line, text, { left, right, top, bottom });
  }

  /** The medians, each with its value at its end; their boxes are kept free of names. */
  drawGuides(line, text, { left, right, top, bottom }) {
    const { across, upwards } = this.data;
    [this.taken, this.lines] = [[], []];
    if (across.guide) {
      const at = this.x(across.guide.at);
      const words = text("guide", at, top - 5, across.guide.text);
      this.svg.append(line("median", at, top, at, bottom), words);
      this.lines.push([at - 1, top, at + 1, bottom]);
      const half = words.getComputedTextLength() / 2;
      words.setAttribute("x", Math.max(left + half, Math.min(right - half, at)));
    }
    if (upwards.guide) {
      const at = this.y(upwards.guide.at);
      const words = text("guide", 0, 0, upwards.guide.text);
      this.svg.append(line("median", left, at, right, at), words);
      this.lines.push([left, at - 1, right, at + 1]);
      const width = words.getComputedTextLength() + 8;
      // At the end and on the side of the line where no point is in its way, if there is one.
      const boxes = [[right - width, at - 17], [right - width, at + 2], [left, at - 17], [left, at + 2]].map(([x, y]) => [x, y, x + width, y + 15]);
      const isFree = (box) => box[3] < bottom && !this.places.some(({ at: [x, y] }) => meet(box, [x - 9, y - 9, x + 9, y + 9]));
      const box = boxes.find(isFree) ?? boxes[0];
      build(words, { x: box[0] + width / 2, y: box[1] + 12 }, []);
      this.taken.push(box);
    }
  }

  /** What is to be said of a point beside its values. */
  remarks({ doubtful, member, pinned, beyond_x: right, beyond_y: up }) {
    return [doubtful && say("doubtful or conflicting"), this.data.highlight && (member ? say("member") : say("not a member")), pinned && say("pinned"),
      (right || up) && say("beyond the axis")].filter(Boolean);
  }

  paintLegend() {
    const { groups, points, highlight } = this.data;
    const sign = (classes, shape, colours) => {
      const mark = svg("svg", { viewBox: "-11 -11 22 22", class: "sign", "aria-hidden": "true" }, ...classes.map(([name, d]) =>
        (d ? svg("path", { class: name, d }) : svg("circle", { class: name, r: 10 }))));
      if (colours) mark.style.setProperty("--mark", colours[this.theme]);
      return mark;
    };
    const entry = (mark, label, count) => html("li", {}, mark, label, html("span", { class: "count" }, count));
    const quiet = { light: "#5b626b", dark: "#a9b0b8" };
    const entries = groups.map((group) => entry(sign([["shape", SHAPES[group.shape]]], group.shape, group), group.label, group.count));
    const number = (test) => points.filter(test).length;
    if (highlight) {
      entries.push(entry(sign([["shape", SHAPES.circle]], "", quiet), say("filled: member"), number(({ member }) => member)),
        entry(sign([["shape hollow", SHAPES.circle]], "", quiet), say("ring: not a member"), number(({ member }) => !member)));
    }
    const doubtful = number((point) => point.doubtful);
    if (doubtful) entries.push(entry(sign([["doubt"], ["shape", SHAPES.circle]], "", quiet), say("dashed ring and ?: doubtful or conflicting"), doubtful));
    const pinned = number((point) => point.pinned);
    if (pinned) entries.push(entry(sign([["pin"], ["shape", SHAPES.circle]], "", quiet), say("outer ring: pinned"), pinned));
    this.legend.replaceChildren(...entries);
  }
}
