/* The state of a page is the end of its address, after "#": which view of its choices, which place, record or event; so a link leads
   to exactly one view, from a stick too. */

const readWay = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

/** Change parts of the state; an empty value takes a part away. The change of the address draws the page. */
function go(changes) {
  const parts = Object.entries({ ...readWay(), ...changes }).filter(([, value]) => value);
  const wanted = `#${new URLSearchParams(parts)}`;
  if (wanted !== (location.hash || "#")) location.hash = wanted;
}

/** The way to a page of the atlas, or to a place, indicator, group or record that the search box found; null where there is none. */
function findAddress(picked) {
  const [kind, ...rest] = picked.split("/");
  const id = rest.join("/");
  const record = () => `money.html#${new URLSearchParams({ measure: kind === "contract" ? "contracted" : "committed", record: id })}`;
  const found = { place: () => `country-${id}.html`, indicator: () => `${id}.html`, group: () => "alliances.html", page: () => atlas.page.pages[id],
    decision: record, contract: record }[kind];
  const name = found?.();
  return name ? atlas.page.folder + name : null;
}
