/* What every component is built with. Put first in each script. */

/** Give an element attributes and children; what is null or undefined is left out, so are empty children. */
function build(element, attributes = {}, children = []) {
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

const html = (tag, attributes = {}, ...children) => build(document.createElement(tag), attributes, children);
const svg = (tag, attributes = {}, ...children) =>
  build(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

/** Whether the page is being laid out for paper; set before any component is drawn anew for it. */
let isPrinting = false;
addEventListener("beforeprint", () => { isPrinting = true; });
addEventListener("afterprint", () => { isPrinting = false; });

/** "dark" or "light", by the page's background, read back as rgb() from a property that draws nothing. */
function readTheme(root) {
  if (isPrinting) return "light";
  const [red, green, blue] = getComputedStyle(root).outlineColor.match(/[\d.]+/g) ?? [255, 255, 255]; // taken away while its data came: it has no colours
  return red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? "dark" : "light";
}
