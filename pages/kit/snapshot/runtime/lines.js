/* The records behind a mark of a chart of money: the lines that the atlas itself adds up, in whole cents, filtered here. */

const CENTS = 100;
const toEuro = (cents) => say("EUR {amount}", { amount: writeNumber(cents / CENTS) });

/** A number as geo/spelling.py writes it: in Spanish a space between thousands, from five digits on, since a point means decimals from Mexico to Panama. */
function writeNumber(value) {
  const format = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2, useGrouping: LANGUAGE === "es" ? "min2" : "always" });
  const group = { es: "\u00a0", fr: "\u00a0" }[LANGUAGE];
  return format.formatToParts(value).map((part) => (part.type === "group" ? group ?? part.value : part.value)).join("");
}

/** The records whose lines have all of these values ([dimension, value]), and their amounts in cents, the largest first. */
function sumRecords({ fields, lines }, pairs) {
  const at = (name) => fields.indexOf(name);
  const amounts = new Map();
  for (const line of lines) {
    if (pairs.some(([name, value]) => line[at(name)] !== value)) continue;
    const [id, title, cents] = line;
    amounts.set(id, { id, title, cents: (amounts.get(id)?.cents ?? 0) + cents });
  }
  return [...amounts.values()].sort((a, b) => b.cents - a.cents || a.id.localeCompare(b.id));
}

async function drawLines(pairs, page, options) {
  const all = await atlas.load("lines");
  const chosen = page.choices.map(({ name }, at) => [name, options[at]]);
  const measure = chosen.find(([name]) => name === "measure")?.[1] ?? "committed";
  const inside = chosen.filter(([name, value]) => name === "subregion" && value !== "all");
  const had = pairs.filter(([name]) => all[measure].fields.includes(name));
  const records = sumRecords(all[measure], [...had, ...inside]);
  const title = had.map(([name, value]) => pair(all.names[name]?.name ?? name, all.names[name]?.values[value] ?? value)).join("; ");
  const total = records.reduce((sum, { cents }) => sum + cents, 0);
  const close = make("button", { type: "button", class: "plain" }, say("Close"));
  close.addEventListener("click", () => go(Object.fromEntries(pairs.map(([name]) => [`by-${name}`, ""]))));
  const told = measure === "committed"
    ? sayCount("{n} decision, together {amount} committed.", "{n} decisions, together {amount} committed.", records.length, { amount: toEuro(total) })
    : sayCount("{n} contract, together {amount} contracted.", "{n} contracts, together {amount} contracted.", records.length, { amount: toEuro(total) });
  return [make("section", { class: "lines", "aria-label": title }, make("header", {}, make("h2", {}, title), close),
    make("p", { class: "quiet" }, told), make("ol", {}, ...records.map(drawLine)))];
}

function drawLine({ id, title, cents }) {
  const button = make("button", { type: "button" }, title);
  button.addEventListener("click", () => go({ record: id }));
  return make("li", {}, button, make("b", {}, toEuro(cents)), make("span", { class: "quiet" }, id));
}
