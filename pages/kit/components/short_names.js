/* Names of countries where there is room for two words. Put before what draws them in one script. */

const SHORT_NAMES = { ATG: mark("Antigua"), KNA: mark("St Kitts"), LCA: mark("St Lucia"), TTO: mark("Trinidad"), VCT: mark("St Vincent") };

/** A country's short name if it has one: "St Vincent"; else its name. */
const shortName = (id, name) => (id in SHORT_NAMES ? say(SHORT_NAMES[id]) : name);
