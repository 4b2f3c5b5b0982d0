/* Where the names beside the points of a scatter plot stand: the first free place around each, or none.
   Put before scatter.js in one script: a component has a single one. */

const LINE = 14; // height of a name

/** Left and top of a name's box in each of the eight places around a point, `gap` pixels from its middle, the best first. */
const around = ({ at: [x, y], width, gap }) => [
  [x + gap, y - LINE / 2], [x - gap - width, y - LINE / 2], [x - width / 2, y - gap - LINE], [x - width / 2, y + gap],
  [x + gap - 3, y - LINE - 4], [x + gap - 3, y + 4], [x - width - gap + 3, y - LINE - 4], [x - width - gap + 3, y + 4],
];

const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** How alone a point stands: the distance to the nearest other. */
const distanceToNearest = (one, all) =>
  Math.min(...all.filter((other) => other !== one).map(({ at }) => Math.hypot(at[0] - one.at[0], at[1] - one.at[1])));

/** Give each point {at, width, gap, first} a `box` for its name inside [left, top, right, bottom], or null; no name lies on
    a box of `taken`, and on a line only where there is no other place.
    Those that must be named come first, then the lonely ones, whose names cannot be taken for another's. */
function placeNames(points, bounds, taken, lines) {
  const boxes = [...taken, ...points.map(({ at: [x, y] }) => [x - 6, y - 6, x + 6, y + 6])];
  const order = points.map((point) => [point, distanceToNearest(point, points)])
    .sort((a, b) => b[0].first - a[0].first || b[1] - a[1]);
  for (const [point] of order) {
    const own = boxes[taken.length + points.indexOf(point)];
    const fit = around(point).map(([left, top]) => [left, top, left + point.width, top + LINE])
      .filter((box) => box[0] >= bounds[0] && box[1] >= bounds[1] && box[2] <= bounds[2] && box[3] <= bounds[3]
        && !boxes.some((other) => other !== own && meet(box, other)));
    const free = fit.find((box) => !lines.some((line) => meet(box, line))) ?? fit[0];
    point.box = free ?? null;
    if (free) boxes.push(free);
  }
}
