/* Money that belongs to no single country: circles whose area is the amount, the sizes in the legend, and the rule of a view.
   Put before map_parts.js in one script: a component has a single one. */

const LARGEST = 34; // pixels of the radius of the largest mark on a map of full size
const ROOM_FOR_TEXT = 12; // pixels of a radius that holds its amount; a smaller circle has it at its left, in open sea
const SMALLEST_HIT = 13;
const STATE_SIGNS = { apart: mark("not in total"), spread: mark("spread") };

/** Pixels of a circle's radius, less where the map has less room than a full one (1). */
const radiusOf = (size, room) => LARGEST * size * room;

/** A circle with its amount, drawn by what it is to the total; `sizeMark` gives it its radius. */
function drawMark(at, { text, size, state, ...colours }, theme) {
  const sign = STATE_SIGNS[state];
  const node = build(inPixels(at, svg("circle", { class: "reach" }), svg("circle", { class: "disc" }),
    svg("text", { class: "amount" }, text), sign && svg("text", { class: "sign" }, say(sign))), { "data-size": size });
  node.style.setProperty("--mark", colours[theme]);
  return node;
}

function sizeMark(node, room) {
  const radius = radiusOf(Number(node.dataset.size), room);
  const isInside = radius >= ROOM_FOR_TEXT;
  node.querySelector(".disc").setAttribute("r", radius);
  node.querySelector(".reach").setAttribute("r", Math.max(SMALLEST_HIT, radius));
  const words = { "text-anchor": isInside ? "middle" : "end", x: isInside ? 0 : -radius - 4 };
  build(node.querySelector(".amount"), { ...words, y: 4.5 });
  for (const sign of node.querySelectorAll(".sign")) build(sign, { ...words, y: isInside ? radius + 13 : 17, display: isInside || room > 0.8 ? "inline" : "none" });
}

/** The room that marks have: 1 on a map of full size, given the map's width in pixels. */
const roomOf = (width) => clamp(width / 520, 0.2, 1);

/** The circles of the legend, the largest around the others, each with its amount. */
function drawSizes({ sizes, sizes_label: label }, room) {
  const radii = sizes.map(({ size }) => radiusOf(size, room));
  const [radius, line] = [Math.max(...radii), 13];
  const height = 2 * radius + 16; // room for the largest amount above its circle
  // From the smallest up, each amount at least a line above the one before it.
  let before = height + line;
  const drawn = sizes.flatMap(({ text }, index) => {
    const top = height - 2 - 2 * radii[index];
    before = Math.min(top, before - line);
    return [svg("circle", { cx: radius + 2, cy: height - 2 - radii[index], r: radii[index] }),
      svg("path", { d: `M${radius + 2} ${top}L${2 * radius + 6} ${before}H${2 * radius + 12}` }), svg("text", { x: 2 * radius + 16, y: before + 4 }, text)];
  });
  return [build(svg("svg", { width: 2 * radius + 44, height, role: "img", "aria-label": pair(label, sizes.map(({ text }) => text).join(", ")) }), {}, drawn),
    html("span", {}, label)];
}
