/* Ahead of the page: a choice in the filters asks for its map at once, while Streamlit runs the whole page.
   The run's own map comes a moment later and has the last word, so whatever fails here costs nothing but that moment. */

const MULTIPLE = new Set(["subregion", "alliance"]);
const chosen = new Map(); // parameter -> its new value, and those that the URL may still have before it

/** The filter that a field belongs to, by its name in the URL, or "" for a field that is none. */
const filterOf = (field) => field?.closest("[class*=st-key-filter_]")?.className.match(/st-key-filter_(\w+)/)?.[1] ?? "";

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

let asking = null; // what takes back the question before

async function draw(address) {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  const { pathname } = location;
  try {
    const answer = await fetch(new URL(`${address}?${listParameters()}`, document.baseURI), { signal });
    const data = answer.status === 200 && (await answer.json());
    const isWanted = data && !signal.aborted && location.pathname === pathname;
    if (isWanted) document.dispatchEvent(new CustomEvent("atlas-figure", { detail: { kind: "map", data } }));
  } catch { /* The run brings it. */ }
}

/** Follow a choice: the only value of a filter, or one more of several, or without an id one less. */
function follow({ page: address }, name, id) {
  const present = listParameters().get(name);
  const held = (present ?? "").split(",").filter(Boolean);
  const several = id ? [...held.filter((one) => one !== id), id] : held.slice(0, -1);
  const value = MULTIPLE.has(name) ? several.join() : id;
  if (value === present) return; // no run follows that could have the last word
  const { passing = [] } = chosen.get(name) ?? {};
  chosen.set(name, { value, passing: new Set([...passing, present]) });
  draw(address);
}

class Ahead {
  constructor() {
    document.addEventListener("keydown", (event) => this.press(event), true);
    document.addEventListener("click", (event) => this.click(event), true);
    document.addEventListener("atlas-shown", ({ detail }) => this.settle(detail.kind));
  }

  press({ key, target, isComposing }) {
    const name = filterOf(target);
    if (!this.choices?.options[name] || isComposing) return;
    if (key === "Enter") this.choose(name, document.getElementById(target.getAttribute("aria-activedescendant")));
    if (key === "Backspace" && MULTIPLE.has(name) && target.value === "") follow(this.choices, name, "");
  }

  click({ target }) {
    const option = target.closest?.("[role=option]");
    if (option) this.choose(filterOf(document.querySelector("[role=combobox][aria-expanded=true]")), option);
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

  choose(name, option) {
    const id = this.choices?.options[name]?.[option?.textContent.trim()];
    if (id) follow(this.choices, name, id);
  }
}

const ahead = (globalThis.atlasAhead ??= new Ahead());
