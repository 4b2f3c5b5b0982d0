/* Which entries a text finds, and in which order: whole names first, then beginnings, words, and near misses. */

const SHOWN = 9; // results at once
const PER_KIND = 4; // of one kind, where several kinds are found
const LITTLE_WORDS = new Set("a and d da das de del des do dos e el en et for i in l la las le les los n o of on os para por s su the to und y".split(" "));
const GUESS = 0.3;
// What breaks a tie: a country is meant more often than one of its contracts.
const FAVOUR = { place: 0.3, indicator: 0.28, group: 0.25, page: 0.2, decision: 0.1, contract: 0 };

const split = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean);
const squeeze = (words) => words.join("");

/** An entry with its words at hand: those of its names, and those that only surround it. */
function prepare(entry) {
  const names = [entry.name, ...entry.also].map((name) => ({ name, words: split(name) }));
  return { ...entry, names, around: split(`${entry.context} ${entry.words ?? ""}`) };
}

/** The fewest letters to put in, leave out, change or swap between two words; more than `most` counts as Infinity. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let [before, above] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return Infinity;
    [before, above] = [above, row];
  }
  return above[b.length] <= most ? above[b.length] : Infinity;
}

/** How many slips a word may have; none in short words and in numbers. */
const slips = (word) => (/\d/.test(word) || word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/** How well a typed word fits a word of an entry, 0 to 1: the same, its beginning, or nearly so. */
function fit(typed, word, isNear) {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return 0.7 + 0.2 * (typed.length / word.length);
  const most = isNear ? slips(typed) : 0;
  if (!most || word.length < 3) return 0;
  // A word that is still being typed may have its slip too: it is held against beginnings of about the same length.
  const begun = [0, 1].map((less) => distance(typed, word.slice(0, typed.length - less), most));
  const off = Math.min(distance(typed, word, most), 0.5 + Math.min(...begun));
  const isSure = typed[0] === word[0] || off <= 1;
  return off <= most + 0.5 && isSure ? 0.5 - 0.12 * off : 0;
}

const best = (typed, words, isNear) => words.reduce((most, word) => Math.max(most, fit(typed, word, isNear)), 0);

/** How well one name of an entry fits: every typed word in it or around the entry, and more where the name begins so. */
function fitName(typed, { words }, around) {
  const fits = typed.map((one) => Math.max(best(one, words, true), 0.45 * best(one, around, false)));
  const [phrase, whole] = [typed.join(" "), words.join(" ")];
  const glued = /\d/.test(phrase) && phrase.length > 4 && squeeze(words).includes(squeeze(typed));
  const worst = glued ? 1 : Math.min(...fits);
  if (worst === 0) return { points: 0, worst };
  const mean = glued ? 0.9 : fits.reduce((sum, one) => sum + one, 0) / fits.length;
  const begins = whole === phrase ? 2 : whole.startsWith(phrase) ? 1 : ` ${whole}`.includes(` ${phrase}`) ? 0.4 : 0;
  return { points: mean + begins - Math.min(0.1, 0.005 * words.length), worst };
}

/** An entry's score and the name that earned it; an ISO code of two or three letters counts only when typed whole. */
function score(entry, typed) {
  const phrase = squeeze(typed);
  const fits = entry.names
    .filter(({ name }) => !/^[A-Z]{2,3}$/.test(name) || fold(name) === phrase)
    .map((name) => ({ ...fitName(typed, name, entry.around), by: name.name }));
  const { points, worst, by } = fits.reduce((most, one) => (one.points > most.points ? one : most), { points: 0, worst: 0, by: "" });
  return { entry, by, worst, points: points && points + FAVOUR[entry.id.split("/")[0]] };
}

/** The results of a text: {entry, by}, best kind first and best entry first in it, and how many there are in all. */
function find(entries, text) {
  const all = split(text);
  const strong = all.filter((word, at) => !LITTLE_WORDS.has(word) || (at === all.length - 1 && all.length > 1 && word.length > 1));
  const typed = strong.length ? strong : all;
  if (!typed.length) return { results: [], total: 0 };
  const any = entries.map((entry) => score(entry, typed)).filter(({ points }) => points > 0);
  // A word with two slips is a guess: it stands only where nothing comes nearer.
  const near = any.filter(({ worst }) => worst > GUESS);
  const found = near.length ? near : any;
  found.sort((a, b) => b.points - a.points || compareWords(a.entry.name, b.entry.name));
  return { results: groupByKind(choose(found)), total: found.length };
}

/** The first few: at most four of a kind as long as other kinds have any. */
function choose(found) {
  const counts = {};
  const first = found.filter(({ entry }) => (counts[entry.kind] = (counts[entry.kind] ?? 0) + 1) <= PER_KIND).slice(0, SHOWN);
  return [...first, ...found.filter((one) => !first.includes(one)).slice(0, SHOWN - first.length)];
}

function groupByKind(results) {
  const kinds = [...new Set(results.map(({ entry }) => entry.kind))];
  return kinds.flatMap((kind) => results.filter(({ entry }) => entry.kind === kind).sort((a, b) => b.points - a.points));
}
