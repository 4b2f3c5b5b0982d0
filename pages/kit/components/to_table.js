/* From a figure to the table with the same values by one key: a button behind the figure, seen while the keyboard is on it.
   Figures and tables know each other by what all scripts of the page share. Put before what uses it in one script. */

const tables = (globalThis.atlasTables ??= Object.assign(new EventTarget(), { frames: new Set() }));

/** Tell the figures that a table is there: an element that can have the focus. */
function offerTable(frame) {
  tables.frames.add(frame);
  tables.dispatchEvent(new Event("changed"));
}

function withdrawTable(frame) {
  tables.frames.delete(frame);
  tables.dispatchEvent(new Event("changed"));
}

const hostOf = (node) => node.getRootNode().host ?? node; // each figure stands in a shadow root of its own
const isBefore = (one, other) => Boolean(hostOf(one).compareDocumentPosition(hostOf(other)) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The next table after a figure of the page, else the first. */
function findTable(figure) {
  const seen = [...tables.frames].filter((frame) => frame.getClientRects().length).sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return seen.find((frame) => isBefore(figure, frame)) ?? seen[0];
}

/** The button; there is none to see or to reach where the page has no table. Its figure calls `update` when drawn and `leave` when gone. */
function drawWayToTable() {
  const button = html("button", { type: "button", class: "to-table", hidden: "" }, say("Go to the table"));
  const update = () => { button.hidden = !findTable(button); };
  button.addEventListener("click", () => {
    const frame = findTable(button);
    frame?.focus({ preventScroll: true });
    frame?.scrollIntoView({ block: "center" });
  });
  tables.addEventListener("changed", update);
  return Object.assign(button, { update, leave: () => tables.removeEventListener("changed", update) });
}
