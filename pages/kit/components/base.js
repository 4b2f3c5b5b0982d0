/* What every component is built with. Put first in each script. */

/** A message in the reader's language, its {placeholders} filled in. WORDS stands before every script; the message is a literal in double quotes. */
const say = (message, values = {}) => fill(WORDS[message] ?? message, values);
/** The message in the form that goes with a number, which stands in it as {n}. */
const sayCount = (one, many, n, values = {}) =>
  fill((WORDS[one] ?? [one, many])[(LANGUAGE === "fr" ? n > 1 : n !== 1) ? 1 : 0], { n, ...values });
/** A message that is said later, with say. */
const mark = (message) => message;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
/** A message as children of an element, with elements in the places that `say` left open. */
const weave = (text, nodes) => text.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? nodes[part] ?? `{${part}}` : part));
/** What is said of something after its name. */
const pair = (name, value) => say("{name}: {value}", { name, value });
/** Text without accents and case. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
/** The order of words in the reader's language. */
const compareWords = new Intl.Collator(LANGUAGE).compare;

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

const GROUNDS = { light: 0.97, dark: 0.008 }; // how much light the page gives

/** How much light a colour like "#2f6f95" gives, 0 to 1. */
function luminanceOf(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Whether a colour stands out too little from the page to be seen without an edge (under 3 to 1). */
function isPale(colour, theme) {
  const [low, high] = [luminanceOf(colour), GROUNDS[theme]].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05) < 3;
}

/** Write what is read out when it changes, and else is not: the same words written again would be read again. */
function announce(live, words) {
  if (live.textContent !== words) live.textContent = words;
}

/** Say what a figure shows in a paragraph that only a screen reader comes across, at the figure's start. */
function tellSummary(root, text) {
  const told = root.querySelector(":scope > .told") ?? html("p", { class: "told", id: "told" });
  Object.assign(told.style, { position: "absolute", width: "1px", height: "1px", margin: 0, overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" });
  told.textContent = text ?? "";
  if (root.firstChild !== told) root.prepend(told);
}
