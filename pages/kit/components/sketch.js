/* The first map before Streamlit: the view of the link, drawn by the map's own script where the page's map will stand (sketch.py), while
   Streamlit's scripts still come and start. It goes when the page's map is there, and whatever fails here leaves the page as it is without it. */

const PATIENCE = 30_000; // ms; a run that takes longer has failed without a word

/** The theme that the visitor chose in Streamlit's menu, which keeps it for each page; "" leaves it to the browser. */
function findTheme() {
  try {
    return { Light: "light", Dark: "dark" }[JSON.parse(localStorage.getItem(`stActiveTheme-${location.pathname}-v2`))] ?? "";
  } catch {
    return ""; // nothing is kept where the browser keeps nothing
  }
}

/** A part of what stands above the map: words, more parts, or nothing, and then how wide it is. */
function drawPart([name, content]) {
  const part = document.createElement("div");
  part.className = name;
  if (Array.isArray(content)) part.append(...content.map(drawPart));
  else if (typeof content === "number") part.style.width = `${content}px`;
  else part.textContent = content;
  return part;
}

/** Act as soon as a map stands in a shadow root, before it is painted: its shapes come after everything else of it. */
function whenDrawn(root, act) {
  const look = () => {
    if (!root.querySelector(".stage > svg")) return;
    watch.disconnect();
    act();
  };
  const watch = new MutationObserver(look);
  watch.observe(root, { childList: true, subtree: true });
  look();
}

class Sketch {
  constructor(host) {
    this.host = host;
    this.page = location.pathname;
    this.over = new AbortController();
    const { signal } = this.over;
    document.addEventListener("atlas-shown", ({ detail }) => detail.kind === "map" && whenDrawn(detail.root, () => this.leave()), { signal });
    // A choice, or the page moved under it: the picture is no longer of the view, or not in its place.
    document.addEventListener("atlas-figure", () => this.leave(), { signal });
    addEventListener("scroll", () => this.leave(), { capture: true, signal });
    this.watch = new MutationObserver(() => this.isLeft() && this.leave());
    this.watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-test-script-state"] });
    this.late = setTimeout(() => this.leave(), PATIENCE);
  }

  /** Whether the visitor went to another page, or the run is over and brought no map, or came before the sketch. */
  isLeft() {
    const hasEnded = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning";
    const isDrawn = document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]');
    const isMissed = !this.host.classList.contains("drawn") || !document.querySelector(".st-key-map");
    return location.pathname !== this.page || Boolean(hasEnded && isDrawn && isMissed);
  }

  async draw({ view, script }) {
    const [answer, { show }] = await Promise.all([fetch(view, { signal: this.over.signal }), import(new URL(script, document.baseURI))]);
    const { map, above } = answer.status === 200 ? await answer.json() : {};
    if (!map) return this.leave();
    if (this.over.signal.aborted) return;
    const figure = drawPart(["figure", ""]);
    this.host.append(drawPart(["above", above]), figure);
    const root = figure.attachShadow({ mode: "open" });
    this.cleanUp = show({ data: map, parentElement: root, setTriggerValue: () => {}, isSketch: true });
    whenDrawn(root, () => this.host.classList.add("drawn"));
  }

  leave() {
    this.over.abort();
    this.watch.disconnect();
    clearTimeout(this.late);
    this.host.remove();
    this.cleanUp?.();
  }
}

document.documentElement.dataset.atlasTheme = findTheme();
const host = document.getElementById("atlas-sketch");
if (host) {
  const sketch = new Sketch(host);
  sketch.draw(host.dataset).catch(() => sketch.leave());
}
