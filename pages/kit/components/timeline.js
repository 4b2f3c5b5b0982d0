/* The timeline: events in lanes on an axis of years; on a narrow screen a list by year. An event is as wide as the span in which it
   may have been, so one known to the year fills that year. A Timeline stays on parentElement, so focus outlives a rerun. */

const NARROW = 760; // pixels: below, names have no room beside their marks
const ROW = 24; // pixels from one row of a lane to the next
const GAP = 6; // pixels between a mark and its name
const LEAST = { day: 9, month: 9, year: 9 }; // pixels: a mark is never too small to see
const HELP = mark("Arrow keys move from event to event, Home and End to the first and last. Enter opens, Escape closes.");

class Timeline {
  constructor(parent) {
    this.legend = html("ul", { class: "legend", "aria-label": say("Legend") });
    this.plot = html("div", { class: "plot" });
    this.detail = html("div", { class: "detail", "aria-live": "polite" });
    this.source = html("p", { class: "quiet source" });
    this.about = html("p", { class: "unseen", id: "about" }, say(HELP));
    this.root = html("section", { class: "timeline", "aria-describedby": "about" }, this.legend, html("div", { class: "body" }, this.plot, this.detail), this.source, this.about);
    this.root.addEventListener("click", ({ target }) => this.pick(target.closest("[data-id]")?.dataset.id, target.closest(".close")));
    this.root.addEventListener("keydown", (event) => this.press(event));
    this.observer = new ResizeObserver(() => this.data && this.root.clientWidth !== this.width && this.paint());
    this.observer.observe(this.root);
    document.fonts?.ready.then(() => this.data && this.paint()); // names are measured
    parent.append(this.root);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.root.setAttribute("aria-label", data.label);
    tellSummary(this.root, data.summary);
    this.legend.replaceChildren(...data.legend.map(({ precision, label, count }) =>
      html("li", {}, html("span", { class: `mark ${precision}` }), `${label} (${count})`)));
    this.source.textContent = data.source;
    this.paint();
  }

  paint() {
    const focused = this.root.getRootNode().activeElement?.dataset.id;
    this.width = this.root.clientWidth;
    const isNarrow = this.width < NARROW;
    this.root.classList.toggle("narrow", isNarrow);
    this.events = this.data.lanes.flatMap(({ events }) => events);
    this.chosen = this.events.find(({ id }) => id === this.data.selected);
    if (isNarrow) this.drawList();
    else this.drawLanes();
    this.paintDetail(isNarrow);
    this.stop(this.nodeOf(focused) ?? this.nodeOf(this.data.selected) ?? this.root.querySelector(".event"));
    if (focused) this.nodeOf(focused)?.focus({ preventScroll: true });
  }

  /* ---- wide: lanes ---- */

  drawLanes() {
    const ticks = this.data.ticks.map(({ at, text }) => style(html("span", { class: "tick" }, text), { left: `${100 * at}%` }));
    const axis = html("div", { class: "axis", "aria-hidden": "true" }, ...ticks);
    const lanes = this.data.lanes.map(({ title, count, events }) =>
      html("section", { class: "lane" }, html("h4", {}, title, html("span", { class: "count" }, ` ${count}`)), html("ol", {}, ...events.map((event) => this.drawEvent(event)))));
    const grid = this.data.ticks.map(({ at }) => style(html("span", { class: "grid" }), { left: `${100 * at}%` }));
    this.plot.replaceChildren(html("div", { class: "grids", "aria-hidden": "true" }, ...grid), axis, ...lanes);
    this.plot.querySelectorAll("ol").forEach((list, index) => this.placeEvents(list, this.data.lanes[index].events));
  }

  drawEvent({ id, title, date, precision }) {
    const button = html("button", { type: "button", class: "event", "data-id": id, tabindex: -1, "aria-pressed": id === this.data.selected,
      "aria-label": pair(date, title), title: pair(date, title) }, html("span", { class: `mark ${precision}` }), html("span", { class: "name" }, title));
    return html("li", {}, button);
  }

  /** Stand each event in the highest row of its lane where it touches no other; its name on the right, or on the left where that is too narrow. */
  placeEvents(list, events) {
    const width = list.clientWidth;
    const rows = []; // right end of the last event of each row
    events.forEach((event, index) => {
      const button = list.children[index].firstChild;
      const mark = button.firstChild;
      const size = Math.max(LEAST[event.precision], (event.to - event.from) * width);
      mark.style.width = `${event.precision === "year" ? size : LEAST[event.precision]}px`;
      const from = event.precision === "year" ? event.from * width : (event.from + event.to) / 2 * width - LEAST[event.precision] / 2;
      const whole = button.offsetWidth;
      const turned = from + whole > width && from + mark.offsetWidth - whole >= 0;
      button.classList.toggle("turned", turned);
      const left = turned ? from + mark.offsetWidth - whole : from;
      const free = rows.findIndex((taken) => taken.every(([begin, end]) => left >= end + GAP || left + whole + GAP <= begin));
      const row = free < 0 ? rows.length : free;
      (rows[row] ??= []).push([left, left + whole]);
      style(button, { left: `${left}px`, top: `${row * ROW}px` });
    });
    list.style.height = `${rows.length * ROW}px`;
  }

  /* ---- narrow: a list by year ---- */

  drawList() {
    const years = new Map();
    for (const event of [...this.events].sort((a, b) => a.from - b.from || b.to - a.to)) {
      if (!years.has(event.year)) years.set(event.year, []);
      years.get(event.year).push(event);
    }
    this.plot.replaceChildren(...[...years].map(([year, events]) => html("section", { class: "year" }, html("h4", {}, year),
      html("ol", {}, ...events.map((event) => this.drawItem(event))))));
  }

  drawItem({ id, title, date, precision, theme }) {
    const when = precision === "year" ? theme : `${date} · ${theme}`;
    const button = html("button", { type: "button", class: "event", "data-id": id, tabindex: -1, "aria-pressed": id === this.data.selected },
      html("span", { class: `mark ${precision}` }), html("span", { class: "name" }, title, html("span", { class: "when" }, when)));
    return html("li", {}, button);
  }

  /* ---- the chosen event ---- */

  paintDetail(isNarrow) {
    const event = this.chosen;
    const home = isNarrow && event ? this.nodeOf(event.id).parentElement : this.root.querySelector(".body");
    if (this.detail.parentElement !== home) home.append(this.detail);
    this.detail.hidden = isNarrow && !event;
    const text = JSON.stringify(event ?? this.data.hint);
    if (text === this.detailed) return; // it is read out when it changes, not with every run
    this.detailed = text;
    const close = html("button", { type: "button", class: "close", "aria-label": say("Close") }, "×");
    this.detail.replaceChildren(...(event ? [html("div", { class: "head" }, html("h4", {}, event.title), close),
      html("p", { class: "date" }, event.date, html("span", {}, ` · ${event.known}`)), html("p", {}, event.text), html("p", { class: "quiet" }, event.theme),
      html("p", { class: "quiet" }, say("Source: {source}", { source: event.source }))] : [html("p", { class: "quiet" }, this.data.hint)]));
  }

  /* ---- keys and clicks ---- */

  nodeOf(id) {
    return id ? this.root.querySelector(`.event[data-id="${CSS.escape(id)}"]`) : null;
  }

  stop(node) {
    this.root.querySelectorAll(".event").forEach((event) => event.setAttribute("tabindex", event === node ? 0 : -1));
  }

  pick(id, close) {
    if (close) this.send("");
    else if (id) this.send(id === this.data.selected ? "" : id);
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && this.data.selected) this.send("");
    const node = event.target.closest(".event");
    if (!node) return;
    const nodes = [...this.root.querySelectorAll(".event")];
    const at = nodes.indexOf(node);
    const to = nodes[{ ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: nodes.length - 1 }[event.key]];
    if (!to) return;
    event.preventDefault();
    this.stop(to);
    to.focus();
  }
}

function style(element, rules) {
  Object.assign(element.style, rules);
  return element;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const timeline = (parentElement.atlasTimeline ??= new Timeline(parentElement));
  timeline.show(data, (id) => setTriggerValue("picked", id));
  // A superseded call is cleaned up too: only a timeline that has left the page is taken down.
  return () => { if (!timeline.root.isConnected) timeline.observer.disconnect(); };
}
