/* Strips: a row an indicator, in which every country is a mark and one of them stands out.
   A Strips stays on parentElement, so scroll and focus outlive the change to another country. */

const percent = (share) => `${(100 * share).toFixed(2)}%`;
const TIER = 16; // pixels between two rows of reference labels
const REACH = 14; // pixels: how far from a mark a pointer still means it
const HELP = mark("Left and right arrow keys move along the strip, letters to the name that begins with them. Enter opens the country.");

class Strips {
  constructor(parent) {
    this.typed = new Typed();
    this.key = html("ul", { class: "key" });
    this.body = html("div");
    this.tip = html("div", { class: "tip", "aria-hidden": "true", hidden: "" }); // names are read from the marks
    this.root = html("div", { class: "strips", role: "group" }, this.key, this.body, this.tip);
    this.observer = new ResizeObserver(() => this.placeLabels());
    this.observer.observe(this.root);
    this.unwatch = hideByEscape(this.root, () => this.hideTip());
    this.body.addEventListener("click", (event) => this.pick(event));
    this.body.addEventListener("pointermove", (event) => this.hover(event));
    this.body.addEventListener("pointerleave", () => this.showTip(null));
    this.body.addEventListener("focusin", ({ target }) => this.showTip(target.matches(".dot:focus-visible") ? target : null));
    this.body.addEventListener("focusout", () => this.showTip(null));
    this.body.addEventListener("keydown", (event) => this.press(event));
    parent.append(this.root);
  }

  show(data, send) {
    this.send = send;
    const text = JSON.stringify(data);
    if (text === this.drawn) return;
    this.drawn = text;
    this.data = data;
    this.root.setAttribute("aria-label", data.label);
    this.showTip(null);
    const { own, near, far } = data.key;
    const entries = [["own", own], ["near", near], ["far", far], ["far hollow", say("hollow: doubtful")]];
    this.key.replaceChildren(...entries.map(([kind, label]) => html("li", {}, html("span", { class: `dot ${kind}` }), label)),
      html("li", { class: "order" }, say("Places count from the highest value; a range where values tie, or where a doubtful or contradicted one could change them.")));
    const row = this.root.getRootNode().activeElement?.closest?.(".row")?.dataset.row;
    this.body.replaceChildren(...data.groups.map(({ title, rows }) =>
      html("section", {}, html("h3", {}, title), ...rows.map((one) => this.drawRow(one)))));
    if (row) this.body.querySelector(`[data-row="${row}"] .dot[tabindex="0"]`)?.focus({ preventScroll: true });
    this.placeLabels();
  }

  drawRow(row) {
    const sign = row.sign && html("span", { class: "sign", role: "img", "aria-label": row.sign, title: row.sign }, "?");
    return html("div", { class: "row", "data-row": row.id },
      html("div", { class: "what" }, html("span", { class: "name", title: row.about }, row.label), html("span", { class: "unit" }, row.unit)),
      row.text && html("div", { class: "value" }, html("b", {}, row.text), sign),
      row.dots ? this.drawStrip(row) : html("p", { class: "message" }, row.message),
      html("div", { class: "where" }, html("span", { class: "rank" }, row.rank), html("span", { class: "source", title: row.column }, row.source)),
      row.caveats.length > 0 && html("ul", { class: "caveats" }, ...row.caveats.map((caveat) => html("li", {}, caveat))));
  }

  drawStrip({ dots: sent, references, ends, alt }) {
    const dots = sent.map((dot) => ({ ...this.data.usual, name: this.data.names[dot.id], ...dot }));
    const lines = references.map(({ x }) => at(html("span", { class: "line" }), x));
    const labels = references.map(({ short, label, text, x }) =>
      html("span", { class: "reference", title: pair(label, text), "data-x": x }, short, html("b", {}, text)));
    const stop = Math.max(0, dots.findIndex(({ kind }) => kind === "own"));
    const marks = dots.map((dot, index) => this.drawDot(dot, index === stop));
    return html("div", { class: "strip", role: "group", "aria-label": `${alt} ${say(HELP)}` },
      references.length > 0 && html("div", { class: "labels" }, ...labels), html("div", { class: "track" }, ...lines, ...marks),
      html("div", { class: "ends", "aria-hidden": "true" }, ...ends.map((end) => html("span", {}, end))));
  }

  drawDot({ id, name, text, x, kind, hollow, cut }, isStop) {
    const dot = html("button", { type: "button", class: `dot ${kind}`, "data-id": id, "data-name": name, "data-text": text,
      tabindex: isStop ? 0 : -1, "aria-label": pair(name, text) });
    if (kind === "own") dot.setAttribute("aria-current", "true");
    dot.classList.toggle("hollow", hollow);
    dot.classList.toggle("cut", cut);
    return at(dot, x);
  }

  /** Stand each label over its line, in the lowest tier where it touches no other. */
  placeLabels() {
    for (const row of this.body.querySelectorAll(".labels")) {
      const ends = []; // right end of the last label of each tier
      for (const label of [...row.children].sort((a, b) => a.dataset.x - b.dataset.x)) {
        const left = Math.max(0, Math.min(row.clientWidth - label.offsetWidth, label.dataset.x * row.clientWidth - label.offsetWidth / 2));
        const free = ends.findIndex((end) => end + 8 < left);
        const tier = free < 0 ? ends.length : free;
        ends[tier] = left + label.offsetWidth;
        label.style.transform = `translate(${left}px, ${-tier * TIER}px)`;
      }
      row.style.height = `${ends.length * TIER}px`;
    }
  }

  /** The mark that a pointer means: in a crowd the nearest, and none from afar. */
  nearest({ target, clientX }) {
    const dots = [...(target.closest(".strip")?.querySelectorAll(".dot") ?? [])].map((dot) => {
      const { left, width } = dot.getBoundingClientRect();
      return [Math.abs(left + width / 2 - clientX), dot];
    });
    const [away, dot] = dots.sort((a, b) => a[0] - b[0])[0] ?? [Infinity];
    return away <= REACH ? dot : null;
  }

  hover(event) {
    const dot = event.pointerType === "touch" ? null : this.nearest(event);
    event.target.closest(".strip")?.classList.toggle("over", Boolean(dot));
    this.showTip(dot);
  }

  showTip(dot) {
    this.body.querySelector(".dot.meant")?.classList.remove("meant");
    this.tip.hidden = !dot;
    if (!dot) return;
    dot.classList.add("meant");
    this.tip.replaceChildren(html("strong", {}, dot.dataset.name), html("span", {}, dot.dataset.text));
    const [mark, box] = [dot.getBoundingClientRect(), this.root.getBoundingClientRect()];
    const left = mark.left + mark.width / 2 - box.left - this.tip.offsetWidth / 2;
    const top = mark.top - box.top - this.tip.offsetHeight - 6;
    this.tip.style.transform = `translate(${Math.max(0, Math.min(box.width - this.tip.offsetWidth, left))}px, ${top}px)`;
  }

  /** Hide the tip; says whether there was one. */
  hideTip() {
    const wasShown = !this.tip.hidden;
    this.showTip(null);
    return wasShown;
  }

  leave() {
    this.observer.disconnect();
    this.unwatch();
  }

  pick(event) {
    const dot = event.detail ? this.nearest(event) : event.target.closest(".dot"); // a click by Enter has no place
    if (dot && !dot.classList.contains("own")) this.send(dot.dataset.id);
  }

  press(event) {
    const dot = event.target.closest(".dot");
    if (!dot || event.ctrlKey || event.metaKey || event.altKey) return;
    const dots = [...dot.parentElement.querySelectorAll(".dot")];
    const place = dots.indexOf(dot);
    const step = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: dots.length - 1 }[event.key];
    const to = dots[step ?? this.typed.find(event, dots.map((one) => one.dataset.name), place)];
    if (!to) return;
    event.preventDefault();
    dot.setAttribute("tabindex", -1);
    to.setAttribute("tabindex", 0);
    to.focus();
  }
}

function at(element, x) {
  element.style.left = percent(x);
  return element;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const strips = (parentElement.atlasStrips ??= new Strips(parentElement));
  strips.show(data, (id) => setTriggerValue("picked", id));
  // A superseded call is cleaned up too: only strips that have left the page are taken down.
  return () => { if (!strips.root.isConnected) strips.leave(); };
}
