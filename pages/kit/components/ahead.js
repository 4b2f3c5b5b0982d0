/* Ahead of the page: a choice in the filters asks for its map at once, while Streamlit runs the whole page.
   The run's own map comes a moment later and has the last word, so whatever fails here costs nothing but that moment. */

const MULTIPLE = new Set(["subregion", "alliance"]);
const chosen = new Map(); // parameter -> its new value, and those that the URL may still have before it

/** The filter that a field belongs to, by its name in the URL, or "" for a field that is none. */
const filterOf = (field) => field?.closest("[class*=st-key-filter_]")?.className.match(/st-key-filter_(\w+)/)?.[1] ?? "";

/** The field whose list is open, and the option that is lit in the list of a field. */
const findOpen = () => document.querySelector("[role=combobox][aria-expanded=true]");
const findLit = (field) => document.getElementById(field.getAttribute?.("aria-activedescendant"));

let page = ""; // where they were chosen: no choice counts on another page

/** The parameters of the view as it will be: those of the URL, and what was chosen since. */
function listParameters() {
  if (page !== location.pathname) chosen.clear();
  page = location.pathname;
  const parameters = new URLSearchParams(location.search);
  for (const [name, { value, passing }] of chosen) {
    const held = parameters.get(name);
    if (held !== value && passing.has(held)) parameters.set(name, value);
    else chosen.delete(name); // the URL has it, or what another way than a choice led to
  }
  return parameters;
}

/** Ask for the map of a view: the address, what takes the question back, and the map once it came. */
function ask(address) {
  const control = new AbortController();
  const question = { address, signal: control.signal, abort: () => control.abort(), map: null };
  question.coming = fetch(address, { signal: control.signal })
    .then((answer) => (answer.status === 200 ? answer.json() : null))
    .then((map) => { question.map = map; }, () => { /* The run brings it. */ })
    .finally(() => { if (expected === question && !question.map) expected = null; });
  return question;
}

let asking = null; // for the choice that was made last
let expected = null; // for the one that would be made next

const addressOf = (page, parameters) => new URL(`${page}?${parameters}`, document.baseURI).href;

/** Paint the map of the view as it will be: now where it was expected and is here, else when it comes. */
function draw(page) {
  const address = addressOf(page, listParameters());
  const question = expected?.address === address ? expected : ask(address);
  asking?.abort();
  [asking, expected] = [question, null];
  const { pathname } = location;
  const paint = () => {
    const isWanted = question.map && !question.signal.aborted && location.pathname === pathname;
    if (isWanted) document.dispatchEvent(new CustomEvent("atlas-figure", { detail: { kind: "map", data: question.map } }));
  };
  if (question.map) paint();
  else question.coming.then(paint);
}

/** The value that a filter gets by a choice: the only one, or one more of several, or without an id one less. */
function valueWith(name, id, present) {
  const held = (present ?? "").split(",").filter(Boolean);
  const several = id ? [...held.filter((one) => one !== id), id] : held.slice(0, -1);
  return MULTIPLE.has(name) ? several.join() : id;
}

/** Follow a choice. */
function follow({ page }, name, id) {
  const present = listParameters().get(name);
  const value = valueWith(name, id, present);
  if (value === present) return; // no run follows that could have the last word
  const { passing = [] } = chosen.get(name) ?? {};
  chosen.set(name, { value, passing: new Set([...passing, present]) });
  draw(page);
}

/** Ask for the map that a choice would bring, so that it is here when the choice is made. */
function expect({ page }, name, id) {
  const parameters = listParameters();
  const present = parameters.get(name);
  const value = valueWith(name, id, present);
  if (value === present) return;
  parameters.set(name, value);
  const address = addressOf(page, parameters);
  if (expected?.address === address) return;
  expected?.abort();
  expected = ask(address);
}

const PAUSE = 60; // ms that an option is lit before its map is asked for: who runs down a list wants none of those between

class Ahead {
  constructor() {
    document.addEventListener("keydown", (event) => this.press(event), true);
    document.addEventListener("click", (event) => this.click(event), true);
    for (const kind of ["keyup", "input"]) document.addEventListener(kind, ({ target }) => this.wait(() => findLit(target)), true);
    document.addEventListener("pointerover", ({ target }) => this.wait(() => target.closest?.("[role=option]")), true);
    document.addEventListener("atlas-shown", ({ detail }) => this.settle(detail.kind));
  }

  /** An option is lit by the keyboard or under the pointer, and stays so for a moment: it may be the next choice. */
  wait(find) {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.meet(filterOf(findOpen()), find(), expect), PAUSE);
  }

  press({ key, target, isComposing }) {
    const name = filterOf(target);
    if (!this.choices?.options[name] || isComposing) return;
    if (key === "Enter") this.meet(name, findLit(target), follow);
    if (key === "Backspace" && MULTIPLE.has(name) && target.value === "") follow(this.choices, name, "");
  }

  click({ target }) {
    const option = target.closest?.("[role=option]");
    if (option) this.meet(filterOf(findOpen()), option, follow);
    else if (target.closest?.("button:not([aria-haspopup])")) this.forget();
  }

  /** A button takes choices back, as that of a value or the one that resets all: what was asked for may no longer be wanted. */
  forget() {
    chosen.clear();
    asking?.abort();
  }

  /** A run has shown its map: an answer that comes after it comes too late, unless a choice is still on its way to the URL. */
  settle(kind) {
    if (kind !== "map") return;
    listParameters();
    if (!chosen.size) asking?.abort();
  }

  /** Follow or expect the choice of an option of a filter, where its map can be asked for. */
  meet(name, option, act) {
    const id = this.choices?.options[name]?.[option?.textContent.trim()];
    if (id) act(this.choices, name, id);
  }
}

const ahead = (globalThis.atlasAhead ??= new Ahead());
