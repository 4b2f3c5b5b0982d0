/* The legend of a map of two measures: nine classes, three by three, with the names of the axes in words.
   Put before map_parts.js in one script: a component has a single one. */

/** Ink that reads well on a colour: dark on light ones, light on dark ones. */
function inkOn(colour) {
  return luminanceOf(colour) > 0.19 ? "#11161c" : "#ffffff";
}

/** One cell: its name and how many countries; the label of the class is read out. */
function drawGridCell({ name, label, count, ...colours }, index, theme, pinned) {
  const key = `class-${index}`;
  const words = sayCount("{name}: {label}, {n} country", "{name}: {label}, {n} countries", count, { name, label });
  const button = html("button", { type: "button", class: "cell", "data-id": key, "aria-pressed": key === pinned, "aria-label": words, title: words },
    html("b", {}, count), html("span", {}, name));
  Object.assign(button.style, { backgroundColor: colours[theme], color: inkOn(colours[theme]) });
  return button;
}

/** The whole grid as one entry of the legend; its rows run from the highest class of the measure upwards to the lowest. */
function drawGrid({ classes, grid: { across, upwards } }, theme, pinned) {
  const named = (sign, { title, unit }) => [`${sign} ${title}`, html("span", { class: "count" }, unit)];
  const rows = [2, 1, 0].flatMap((row) => [html("span", { class: "side" }, upwards.labels[row]),
    ...[0, 1, 2].map((column) => drawGridCell(classes[3 * row + column], 3 * row + column, theme, pinned))]);
  return html("li", { class: "grid" }, html("p", { class: "upwards" }, ...named("↑", upwards)), html("div", { class: "cells" }, ...rows, html("span"),
    ...across.labels.map((label) => html("span", { class: "foot" }, label))), html("p", { class: "across" }, ...named("→", across)));
}
