/* The treemap: tiles of zones, recipients, decisions and contracts, each as large as its amount. Headings filter, tiles open a record. */

const HEADS = [0, 24, 24, 15]; // pixels of a heading by depth: none, zone, recipient, decision with contracts
const LEAST = { width: 46, height: 34 }; // of a tile that has a heading

const DIGIT = 7.3; // pixels of a character of an amount, about
const LETTER = [0, 7.6, 7, 6.2]; // pixels of a letter of a heading by depth, about

/** Where paddings leave no room, rounding may push a tile out of the one that holds it. */
function keepInside(node) {
  const { parent } = node;
  if (!parent) return;
  [node.x0, node.x1] = [Math.max(node.x0, parent.x0), Math.min(node.x1, parent.x1)];
  [node.y0, node.y1] = [Math.max(node.y0, parent.y0), Math.min(node.y1, parent.y1)];
}

class Treemap extends Chart {
  draw() {
    const height = this.isNarrow ? Math.round(this.width * 2) : Math.max(420, Math.round(this.width * 0.6));
    const root = layouts.hierarchy(this.data, ({ children }) => children).sum(({ children, cents }) => (children?.length ? 0 : cents));
    const hasRoom = (node) => node.x1 - node.x0 >= LEAST.width && node.y1 - node.y0 >= LEAST.height;
    layouts.treemap().size([this.width, height]).round(true)
      .paddingInner((node) => (node.depth === 0 ? 4 : node.depth === 1 ? 2 : 1))
      .paddingTop((node) => (node.depth && node.height && hasRoom(node) ? HEADS[node.depth] : 0))(root);
    root.eachBefore(keepInside);
    this.stage.style.height = `${height}px`;
    this.stage.replaceChildren(...root.descendants().slice(1).flatMap((node) => this.drawTile(node)));
  }

  drawTile(node) {
    const [width, height] = [node.x1 - node.x0, node.y1 - node.y0];
    if (width < 1 || height < 1) return []; // under a pixel: the table below lists it
    const zone = node.ancestors().at(-2);
    const { data } = node;
    const record = this.data.records[data.record];
    const head = node.children ? node.children.reduce((top, { y0 }) => Math.min(top, y0), node.y1) - node.y0 : height;
    const tile = html("div", { class: `tile depth${node.depth} ${node.children ? "head" : "leaf"}` });
    Object.assign(tile.style, { left: `${node.x0}px`, top: `${node.y0}px`, width: `${width}px`, height: `${node.children ? head : height}px` });
    tile.style.setProperty("--hue", zone.data[this.theme]);
    if (node.children && head < 10) return []; // no room for a heading: its tiles stand alone
    tile.classList.toggle("doubtful", Boolean(record?.doubtful));
    const name = record ? record.name : data.label;
    const lines = [record?.title, data.told, ...(record?.lines ?? [])].filter(Boolean);
    this.mark(tile, data, name, lines);
    if (width > 34 && (node.children || height > 17)) tile.append(...this.write(node, record, width, height));
    return [tile];
  }

  write({ data, children, depth }, record, width, height) {
    const words = `${width > 72 || !record ? data.text : data.text.replace(/\s?EUR\s?/, "")}${record?.doubtful ? " ?" : ""}`;
    // An amount that is cut reads as another amount.
    if (!children && width < words.length * DIGIT + 10) return [];
    const amount = html("b", {}, words);
    const title = record ? record.title : data.label;
    if (!children) {
      const lines = Math.floor((height - 22) / 14);
      if (lines < 1 || width < 78) return [amount];
      const text = html("span", { lang: record?.lang || null }, title);
      text.style.setProperty("--lines", lines);
      return [amount, text];
    }
    const label = html("span", { class: "clip", lang: record?.lang || null }, depth === 3 ? record.title : title);
    const needed = (title.length + data.text.length) * LETTER[depth] + 24;
    const isShort = depth === 3 && width > 170; // titles of decisions are long anyway
    return [label, width > needed || isShort ? html("span", { class: "sum" }, data.text) : ""];
  }
}

export default function (component) {
  return mount(component, class extends Treemap { constructor(parent) { super(parent, "treemap"); } });
}
