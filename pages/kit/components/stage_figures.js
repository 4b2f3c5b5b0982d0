/* The figures of a step: each in a shadow root of its own, drawn by the very script that draws it on its page, enlarged.
   Put before stage.js in one script. */

const scripts = new Map(); // address -> promise of a figure's script
const LOST = mark("This figure could not be loaded. The finding above stands without it.");

/** What fills the room of a slide: the same figures are made for a page that scrolls. */
const FITTED = Object.fromEntries(Object.entries({
  map: `.map { height: 100%; flex-wrap: wrap; align-content: flex-start; gap: 8px 20px; }
    .map .stage { width: min(100% - 176px, calc(var(--room) * var(--ratio))); }
    @media (max-width: 699px) { .map .stage { width: 100%; } }
    .map .key { flex: 1 1 150px; max-height: var(--room); overflow-y: auto; }
    .map .note { font-size: 12px; } .label { font-size: 11px; } .title { font-size: 11px; } .map .caption { width: 40%; }`,
  ranking: `.ranking { display: flex; flex-direction: column; max-height: var(--room); } .head { flex: none; }
    .scroller { flex: 1 1 auto; min-height: 120px; max-height: none; } .missing { flex: none; }`,
  table: ".scroller, .wrap { max-height: calc(var(--room) - 40px); overflow: auto; }",
  setlist: ":host { display: block; max-height: var(--room); overflow: auto; }",
  relation: ":host { display: block; max-height: var(--room); overflow: auto; }",
}).map(([kind, css]) => [kind, makeSheet(css)]));

/** The tables of the page behind the stage cannot be reached. */
const ALONE = makeSheet(".to-table { display: none; }");

function makeSheet(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** The function that draws a kind of figure; a page without a server brings its own. */
function loadFigure(kind, address) {
  const own = globalThis.atlas?.kinds?.[kind];
  if (own) return Promise.resolve(own);
  if (!address) return Promise.reject(new Error(kind));
  if (!scripts.has(address)) {
    const script = import(new URL(address, document.baseURI).href).then(({ show }) => show);
    script.catch(() => scripts.delete(address)); // the next step tries again
    scripts.set(address, script);
  }
  return scripts.get(address);
}

class Figure {
  /** `send` is called with what is picked in the figure: an id, or "". */
  constructor({ kind, data }, address, send) {
    this.drawn = { kind, data };
    this.host = html("div", { class: `figure ${kind}` });
    this.root = this.host.attachShadow({ mode: "open" });
    this.send = (trigger, picked) => trigger === "picked" && send(picked);
    this.ready = loadFigure(kind, address).then((draw) => { this.draw = draw; this.show(); }, () => { this.root.textContent = say(LOST); });
  }

  /** Draw with another choice; figures that have none are as they were. */
  show(selected) {
    if (!this.host.isConnected) return; // the stage left the page while the script was on its way
    const { kind, data } = this.drawn;
    const chosen = selected !== undefined && "selected" in data ? { ...data, selected: selected || null } : data;
    this.cleanUp = this.draw?.({ parentElement: this.root, data: chosen, setTriggerValue: this.send, setStateValue: () => {} });
    const fitted = [ALONE, FITTED[kind]].filter((sheet) => sheet && !this.root.adoptedStyleSheets.includes(sheet));
    this.root.adoptedStyleSheets.push(...fitted);
  }

  /** Once it is out of the page. */
  leave() {
    this.cleanUp?.();
  }

  /** What a map or a list says of one of its places; nothing for a figure that tells marks by itself. */
  tell(id) {
    const { kind, data } = this.drawn;
    if (kind === "map") {
      const area = data.areas[id] && { ...data.usual, ...data.areas[id] };
      const found = area ?? data.marks?.find((mark) => mark.id === id);
      if (!found) return null;
      const text = found.text ?? data.missing?.label ?? "";
      return { name: found.name, value: area && /\d/.test(text) ? `${text} ${data.unit}`.trimEnd() : text, lines: found.lines ?? [] };
    }
    const row = kind === "ranking" && data.rows.find((one) => one.id === id);
    return row ? { name: row.name, value: `${row.text} ${data.unit_short ?? ""}`.trimEnd(), lines: row.note ? [row.note] : [] } : null;
  }
}
