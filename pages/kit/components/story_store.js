/* The story that a visitor is making. It is kept in this browser alone: it outlives a change of page, a reload and a server that dies,
   no server holds it, and no link of a view carries it. Put before what shows or changes it in one script. */

const STORE = "atlas-story";
const BROKEN = "atlas-story-unreadable";
const FORMAT = "lac_atlas_story";
const CHANGED = "atlas-story-changed";
const NOT_KEPT = mark("This browser keeps nothing for this page. Save the story as a file before you leave.");
let inMemory = null; // where the browser keeps nothing

const newStory = () => ({ [FORMAT]: 1, title: "", steps: [] });
const asText = (value) => (typeof value === "string" ? value : "");

/** Anything as a story: what is none of its fields is dropped; null for what is no story at all. */
function shapeStory(raw) {
  if (!raw || typeof raw !== "object" || !Array.isArray(raw.steps)) return null;
  const steps = raw.steps.filter((step) => step && typeof step.page === "string").map(({ page, parameters, title, note }) => ({
    page, parameters: Object.fromEntries(Object.entries(parameters ?? {}).map(([name, value]) => [name, asText(value)])),
    title: asText(title), note: asText(note) }));
  return { [FORMAT]: 1, title: asText(raw.title), steps };
}

/** The story of this browser; one that cannot be read is put aside, not thrown away. */
function readStory() {
  let text = null;
  try {
    text = localStorage.getItem(STORE);
  } catch { /* this browser keeps nothing */ }
  const found = text && parseStory(text);
  if (text && !found) putAside(text);
  return found || inMemory || newStory();
}

/** The story in a text; null for what is none, also for one of a later format. */
function parseStory(text) {
  try {
    const raw = JSON.parse(text);
    return raw?.[FORMAT] > 1 ? null : shapeStory(raw);
  } catch {
    return null;
  }
}

function putAside(text) {
  try {
    localStorage.setItem(BROKEN, text);
  } catch { /* no room for a second story */ }
}

/** Keep a story; says whether the browser could. */
function writeStory(story) {
  inMemory = story;
  let kept = true;
  try {
    localStorage.setItem(STORE, JSON.stringify(story));
  } catch {
    kept = false;
  }
  window.dispatchEvent(new CustomEvent(CHANGED));
  return kept;
}

/** Call a function when the story changes in this window or another. */
function watchStory(act) {
  const other = (event) => event.key === STORE && act();
  window.addEventListener(CHANGED, act);
  window.addEventListener("storage", other);
  return () => {
    window.removeEventListener(CHANGED, act);
    window.removeEventListener("storage", other);
  };
}
