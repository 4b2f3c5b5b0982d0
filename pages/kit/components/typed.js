/* Letters lead to the name that begins with them, in figures of many marks and one tab stop. Put before what uses it in one script. */

const PAUSE_MS = 1000; // after which a letter begins a new name

/** A name as it is typed: without accents, case and signs. */
const plain = (name) => fold(name).replace(/[^\p{L}\p{N}]+/gu, " ");

class Typed {
  text = "";
  last = -Infinity;

  /** The place among `names` that a key leads to from the one `here` (-1: none); -1 for a key that leads nowhere. */
  find({ key, ctrlKey, metaKey, altKey, timeStamp }, names, here) {
    const begun = timeStamp - this.last < PAUSE_MS ? this.text : "";
    // A space picks, unless it is one inside a name.
    if (ctrlKey || metaKey || altKey || !(/^\p{L}$/u.test(key) || (key === " " && begun))) return -1;
    const text = begun + fold(key);
    const words = names.map(plain);
    let found = this.search(words, text, here + (begun ? 0 : 1), key !== " ");
    // One letter again and again walks through the names that begin with it.
    if (found < 0 && [...text].every((letter) => letter === text[0])) found = this.search(words, text[0], here + 1, true);
    if (found < 0) return -1;
    this.text = text;
    this.last = timeStamp;
    return found;
  }

  /** The first name from a place on, round to it again, that begins with a text; else one with a word that does. */
  search(names, text, from, hasWords) {
    const order = names.map((_, at) => (Math.max(0, from) + at) % names.length);
    const found = order.find((at) => names[at].startsWith(text));
    return found ?? (hasWords ? order.find((at) => names[at].includes(` ${text}`)) : undefined) ?? -1;
  }
}
