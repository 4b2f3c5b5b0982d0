/* The flow: blocks in three columns, bands between them as wide as their amounts, each in the colour of its programming zone. */

const BLOCK = 11; // pixels
const REACH = 24; // pixels, of what can be hit
const TOP = 26; // room for the names of the columns
const BOTTOM = 16; // room for the last name, which may be taller than its block
const LEAST_BAND = 1.5;

/** Move the names of a column apart, where one would stand on the next: down as far as needed, and up again where the chart ends. */
function spread(labels, height) {
  const placed = labels.map(({ label }) => ({ label, box: label.getBBox() })).sort((a, b) => a.box.y - b.box.y);
  let free = 0;
  for (const one of placed) {
    one.y = Math.max(one.box.y, free);
    free = one.y + one.box.height;
  }
  let end = height;
  for (const one of placed.reverse()) {
    one.y = Math.min(one.y, end - one.box.height);
    end = one.y;
    if (Math.abs(one.y - one.box.y) > 0.5) one.label.setAttribute("transform", `translate(0 ${one.y - one.box.y})`);
  }
}

class Flow extends Chart {
  draw() {
    const { nodes, links } = this.data;
    const most = Math.max(0, ...[0, 1, 2].map((column) => nodes.filter((node) => node.column === column).length));
    const gap = this.isNarrow ? 40 : 30;
    this.height = TOP + Math.max(this.isNarrow ? 420 : 400, most * (gap + 24));
    this.svg = svg("svg", { width: this.width, height: this.height, role: "presentation" });
    this.stage.replaceChildren(this.svg);
    if (!nodes.length) return;
    const layout = layouts.sankey().nodeId(({ id }) => id).nodeAlign(({ column }) => column).nodeWidth(BLOCK).nodePadding(gap)
      .nodeSort(null).extent([[0, TOP], [this.width, this.height - BOTTOM]]);
    const drawn = layout({ nodes: nodes.map((node) => ({ ...node })), links: links.map(({ id, source, target, cents }) => ({ id, source, target, value: cents })) });
    this.moveMiddle(drawn.nodes);
    const told = new Map(links.map((link) => [link.id, link]));
    const bands = svg("g", { class: "bands" });
    const blocks = svg("g");
    this.svg.append(bands, blocks);
    // Wide bands first, so that a thin one is never under another.
    for (const link of [...drawn.links].sort((a, b) => b.width - a.width)) bands.append(this.drawBand(link, told.get(link.id)));
    for (const node of drawn.nodes) blocks.append(this.drawReach(node), this.drawBlock(node));
    const labels = drawn.nodes.map((node) => ({ ...node, label: this.drawLabel(node) }));
    blocks.append(...labels.map(({ label }) => label));
    for (const column of [0, 1, 2]) spread(labels.filter((one) => one.column === column), this.svg.height.baseVal.value);
    this.drawColumns(drawn.nodes);
  }

  /** On a phone the names of zones and of what follows need more room than those of the instruments. */
  moveMiddle(nodes) {
    for (const node of nodes.filter(({ column }) => this.isNarrow && column === 1)) {
      [node.x0, node.x1] = [this.width * 0.34, this.width * 0.34 + BLOCK];
    }
  }

  drawBand({ source, target, y0, y1, width, id }, data) {
    const [from, to] = [source.x1, target.x0];
    const middle = (from + to) / 2;
    const band = svg("path", { class: "band", d: `M${from} ${y0}C${middle} ${y0} ${middle} ${y1} ${to} ${y1}`, "stroke-width": Math.max(LEAST_BAND, width) });
    band.style.setProperty("--hue", data[this.theme]);
    return this.mark(band, { ...data, id }, data.label, [data.told]);
  }

  drawBlock(node) {
    const block = svg("rect", { class: "block", x: node.x0, y: node.y0, width: BLOCK, height: Math.max(2, node.y1 - node.y0) });
    if (node.zone) block.style.fill = node.zone[this.theme];
    return this.mark(block, node, node.label, [node.told]);
  }

  /** What of a narrow block's surroundings does as it does: a finger is not as thin. */
  drawReach({ id, x0, y0, y1 }) {
    const height = Math.max(REACH, y1 - y0);
    return svg("rect", { class: "reach", "data-same": id, x: x0 + (BLOCK - REACH) / 2, y: (y0 + y1 - height) / 2, width: REACH, height });
  }

  drawLabel(node) {
    const isLast = node.column === 2;
    const x = isLast ? node.x0 - 6 : node.x1 + 6;
    const room = this.width * (this.isNarrow ? 0.27 : 0.22);
    const label = svg("text", { class: `name${isLast ? " end" : ""}${node.on ? " on" : ""}${node.pick ? " pick" : ""}`, "data-same": node.id });
    this.svg.append(label); // words are measured where they stand
    const lines = this.wrap(label, `${node.on ? "✓ " : ""}${node.label}`, room);
    label.textContent = `${lines.at(-1)} ${node.text}`;
    const fits = label.getComputedTextLength() <= room;
    const top = (node.y0 + node.y1) / 2 - ((lines.length + Number(!fits)) * 14) / 2 + 11;
    label.replaceChildren(...lines.map((line, index) => svg("tspan", { x, y: top + index * 14 }, line)),
      svg("tspan", { class: "amount", ...(fits ? { dx: 5 } : { x, dy: 14 }) }, node.text));
    return label;
  }

  /** Break words into lines of at most so many pixels. */
  wrap(label, words, room) {
    const lines = [];
    for (const word of words.split(" ")) {
      label.textContent = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && label.getComputedTextLength() <= room) lines[lines.length - 1] = label.textContent;
      else lines.push(word);
    }
    return lines;
  }

  drawColumns(nodes) {
    this.data.columns.forEach((name, column) => {
      const first = nodes.find((node) => node.column === column);
      const attributes = column === 2 ? { x: this.width, class: "column end" } : { x: column ? first.x0 : 0, class: "column" };
      this.svg.append(svg("text", { ...attributes, y: 13 }, name));
    });
  }
}

export default function (component) {
  return mount(component, class extends Flow { constructor(parent) { super(parent, "flow"); } });
}
