/* What of the map is drawn once: shapes, markers, patterns and the inset, as SVG without any value.
   Put before map.js in one script: a component has a single one. */

/** A group whose children are measured in CSS pixels from the point [x, y], whatever the zoom. */
const inPixels = ([x, y], ...children) =>
  svg("g", { transform: `translate(${x} ${y})` }, svg("g", { class: "px" }, ...children));

/** The hatching of "not reported" and the dots of members, in one of the scales at which they are drawn. */
function drawPatterns(scale) {
  const pattern = (name, size, ...children) => svg("pattern",
    { id: `${name}-${scale}`, "data-scale": scale, width: size, height: size, patternUnits: "userSpaceOnUse" }, ...children);
  const ground = svg("rect", { class: "ground", width: 6, height: 6 });
  return [
    pattern("hatch", 6, ground, svg("path", { class: "hatch", d: "M-1 1L1 -1M0 6L6 0M5 7L7 5" })),
    pattern("dots", 9, svg("circle", { class: "dot", cx: 4.5, cy: 4.5, r: 1 })),
  ];
}

/** The stripes of a country that has only what a rule gave it, in the colour of its class. */
function drawStripes(index, colour, scale) {
  return svg("pattern", { id: `stripes-${index}-${scale}`, "data-scale": scale, width: 5, height: 5, patternUnits: "userSpaceOnUse" },
    svg("rect", { width: 5, height: 5, fill: colour }), svg("path", { class: "stripe", stroke: inkOn(colour), d: "M-1 4L1 6M0 0L5 5M4 -1L6 1" }));
}

/** One country: its shape and, if it is small, a marker of fixed size. */
function drawArea(id, { d, at, small }) {
  const node = svg("g", { class: "area", "data-id": id }, svg("path", { d }));
  if (small) node.append(inPixels(at, svg("circle", { class: "pin", r: 6 }), svg("circle", { class: "dot", r: 1.6 })));
  return node;
}

/** A shape without its specks, whose heavy outlines would run together; all of it if it is nothing but specks. */
function withoutSpecks(d) {
  const parts = d.split(/(?=M)/);
  return parts.filter((part) => part.length > 150).join("") || d;
}

/** The countries of the main view ("world") or of the inset; islands come last, so that their markers lie on top. */
function drawScope(name, { areas, context }) {
  const nodes = Object.fromEntries(Object.entries(areas).map(([id, area]) => [id, drawArea(id, area)]));
  const sized = (small) => Object.keys(areas).filter((id) => areas[id].small === small).map((id) => nodes[id]);
  const members = svg("path", { class: "members", fill: `url(#dots-${name})` });
  const outlines = { selected: svg("g", { class: "outline" }), focused: svg("g", { class: "outline focus" }) };
  const badges = svg("g");
  const group = svg("g", { class: name }, svg("path", { class: "context", d: context }), ...sized(false),
    members, ...Object.values(outlines), ...sized(true), badges);
  return { name, areas, nodes, members, outlines, badges, group };
}

/** The "?" of a doubtful value: on a large country, beside the marker of a small one. */
const drawBadge = ({ at, small }) => inPixels(at, svg("g", { class: "badge", transform: small ? "translate(10 -8)" : "" },
  svg("circle", { r: 8 }), svg("text", { dy: "0.36em" }, "?")));

const drawRectangle = (name, [x, y, width, height]) => svg("rect", { class: name, x, y, width, height });

/** A label stands at the right of its marker; below it near the frame's edge; left of it or above, out of a neighbour's way. */
function placeLabel([x, y], places, left, width) {
  const share = (x - left) / width;
  const isCrowded = places.some(([ox, oy]) => ox > x && ox - x < width * 0.4 && Math.abs(oy - y) < width * 0.07);
  if (share > 0.75) return { x: 0, y: 21, "text-anchor": "middle" };
  if (!isCrowded) return { x: 11, y: 4 };
  return share > 0.35 ? { x: -11, y: 4, "text-anchor": "end" } : { x: -18, y: -10 }; // from the frame on: names are longer in other languages
}

/** The framed panel around the inset's countries, which does not zoom; adds their name labels to the scope. */
function drawPanel({ frame }, scope) {
  const [left, top, width] = frame;
  const places = Object.values(scope.areas).map(({ at }) => at);
  scope.labels = Object.fromEntries(Object.entries(scope.areas).map(([id, { at }]) =>
    [id, svg("text", { class: "label", ...placeLabel(at, places, left, width) })]));
  scope.group.append(...Object.entries(scope.labels).map(([id, label]) => inPixels(scope.areas[id].at, label)));
  scope.group.setAttribute("clip-path", "url(#frame)");
  // Hidden from screen readers and keyboard: the main view offers the same countries once already.
  return svg("g", { class: "panel", "aria-hidden": "true" }, svg("clipPath", { id: "frame" }, drawRectangle("", frame)),
    drawRectangle("sea", frame), scope.group, drawRectangle("frame", frame),
    inPixels([left, top], svg("text", { class: "title", y: -6 }, say("Lesser Antilles"))));
}

/** A row of buttons from [sign, label, action]. */
function drawButtons(steps) {
  return html("div", { class: "buttons" }, ...steps.map(([sign, label, act]) => {
    const button = html("button", { type: "button", "aria-label": label, title: label }, sign);
    button.addEventListener("click", act);
    return button;
  }));
}
