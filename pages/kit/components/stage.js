/* The presenter's mode: one step of a story at a time over the whole window, with all steps in the browser from the start,
   so that a server that sleeps or dies takes nothing away. A modal dialog: what is behind it can be neither seen nor reached. */

const NARROW = 700; // pixels, where the slide becomes one column
const LARGEST = 2.4; // times the figures of a page
const LEAST = 0.66; // of what the window allows, for a figure that is too high; beyond that it scrolls
const SETTLED_MS = 400; // a chart is drawn again once it knows its width
const FORWARD = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);
const TYPED = "input, textarea, select, [contenteditable]";
const ACTING = "button, a[href], summary, [role=button]";

const LETTERS = "atlas-letters"; // in the browser's storage: whether N and F act

const ASLEEP = mark("The figure of this step comes from the server, which has not answered yet.");

const clampStep = (step, count) => Math.max(1, Math.min(count, Math.round(Number(step)) || 1));

function remembered() {
  try { return localStorage.getItem(LETTERS); } catch { return null; }
}

function remember(letters) {
  try { localStorage.setItem(LETTERS, letters); } catch { /* kept until the stage closes */ }
}

class Stage {
  constructor(parent) {
    this.probe = html("div", { class: "probe" });
    this.title = html("h1", { id: "title", tabindex: -1 });
    this.below = html("p", { class: "below" });
    this.problem = html("p", { class: "problem", role: "status" });
    this.figures = html("div", { class: "figures" });
    this.card = html("section", { class: "value", "aria-live": "polite", hidden: "" });
    this.notes = html("aside", { class: "notes", "aria-label": say("Speaker notes"), hidden: "" });
    this.live = html("p", { class: "unseen", "aria-live": "polite" });
    this.root = html("dialog", { class: "stage", "aria-labelledby": "title", tabindex: -1 },
      html("header", {}, this.title, this.below, this.problem),
      html("div", { class: "room" }, this.figures, this.card), this.notes, this.drawBar(), this.live);
    this.steps = new Map(); // number -> its figures, kept as the presenter left them
    parent.append(this.probe, this.root);
    this.listen();
  }

  drawBar() {
    const button = (label, name, act) => {
      const made = html("button", { type: "button", class: name, "aria-label": label, title: label });
      made.addEventListener("click", act);
      return made;
    };
    this.source = html("p", { class: "source" });
    this.progress = html("ol", { class: "progress", "aria-label": say("Steps") });
    this.count = html("p", { class: "count" });
    this.leaveLink = html("a", { class: "leave", title: say("Leave for the page of this view (Escape)") }, say("Open view"));
    this.notesButton = button(say("Speaker notes"), "notes-button", () => this.toggleNotes());
    this.notesButton.append(say("Notes"));
    this.lettersButton = button(say("Letter keys: N for notes, F for the full screen"), "letters-button", () => {
      this.switchLetters(!this.hasLetters);
      remember(this.hasLetters ? "on" : "off");
    });
    this.lettersButton.append(say("Letter keys"));
    this.switchLetters(remembered() !== "off");
    this.back = button(say("Back"), "step back", () => this.go(this.step - 1));
    this.forward = button(say("Next"), "step next", () => this.go(this.step + 1));
    this.back.append("‹");
    this.forward.append("›");
    return html("footer", {}, this.progress, html("div", { class: "bar" }, this.source,
      html("div", { class: "ways" }, this.leaveLink, this.lettersButton, this.notesButton, this.back, this.count, this.forward)));
  }

  show(data, ask) {
    const isNew = !this.data;
    const isOther = !isNew && JSON.stringify(data) !== JSON.stringify(this.data);
    const isElsewhere = isNew || this.address !== location.href; // an answer may come late: it moves nobody, the address does
    Object.assign(this, { data, ask });
    this.paintTheme();
    if (!this.root.open) this.root.showModal();
    if (isNew) this.fit();
    if (isOther) this.forget();
    this.paintProgress();
    if (isElsewhere || isOther) this.paint(isElsewhere ? this.readStep() : this.step);
    this.address = location.href;
    if (isNew) this.focus();
    for (const address of Object.values(data.scripts)) loadFigure("", address).catch(() => {}); // now, while the server answers
  }

  /** The step of the address, in a snapshot that behind its "#": the browser knows it even where the server was told another. */
  readStep() {
    return new URLSearchParams(this.data.is_hashed ? location.hash.slice(1) : location.search).get("step") ?? this.data.step;
  }

  /** Steps whose figures came anew are drawn anew; the others keep zoom and choice. */
  forget() {
    for (const [number, { words }] of this.steps) {
      if (words !== JSON.stringify(this.data.steps[number - 1]?.figures)) this.remove(number);
    }
  }

  remove(number) {
    const { node, drawn } = this.steps.get(number);
    node.remove();
    drawn.forEach((figure) => figure.leave());
    this.steps.delete(number);
  }

  paintTheme() {
    this.root.dataset.theme = readTheme(this.probe);
  }

  paintProgress() {
    this.progress.replaceChildren(...this.data.steps.map(({ title }, at) => {
      const button = html("button", { type: "button", "aria-label": say("Step {n}: {title}", { n: at + 1, title }), title });
      button.addEventListener("click", () => this.go(at + 1));
      return html("li", {}, button);
    }));
  }

  /* ---- stepping ---- */

  go(number) {
    const step = clampStep(number, this.data.steps.length);
    if (step === this.step) return;
    this.paint(step);
    if (this.data.is_hashed) location.hash = `step=${step}`; // the page behind goes along
    else this.pushStep();
    this.address = location.href;
  }

  pushStep() {
    const url = new URL(location.href);
    url.searchParams.set("step", this.step);
    history.pushState(history.state, "", url);
  }

  paint(number) {
    this.step = clampStep(number, this.data.steps.length);
    const step = this.data.steps[this.step - 1];
    this.title.textContent = step.title;
    this.title.classList.toggle("long", step.title.length > 90);
    this.below.textContent = step.below;
    this.problem.textContent = step.problem;
    this.source.replaceChildren(html("b", {}, this.data.atlas), step.source && `, ${step.source.charAt(0).toLowerCase()}${step.source.slice(1)}`);
    this.leaveLink.setAttribute("href", new URL(step.link, document.baseURI).href);
    this.leaveLink.hidden = !step.link;
    this.count.textContent = `${this.step} / ${this.data.steps.length}`;
    this.live.textContent = say("Step {n} of {all}: {title}", { n: this.step, all: this.data.steps.length, title: step.title });
    this.back.disabled = this.step === 1;
    this.forward.disabled = this.step === this.data.steps.length;
    [...this.progress.children].forEach((item, at) => {
      item.classList.toggle("done", at < this.step);
      item.firstChild.ariaCurrent = at === this.step - 1 ? "step" : null;
    });
    this.paintNotes(step);
    this.paintFigures(step);
  }

  paintFigures(step) {
    this.shown = this.steps.get(this.step) ?? this.drawStep(step);
    // Out of sight a slide keeps its width: figures would be drawn anew, and for no room at all.
    for (const { node } of this.steps.values()) node.classList.toggle("away", node !== this.shown.node);
    this.figures.scrollTop = 0;
    this.choose(this.shown.picked ?? "", false);
    this.fit();
    if (step.figures === null) this.ask(this.step);
  }

  drawStep({ figures, empty }) {
    const number = this.step;
    const drawn = (figures ?? []).map((figure) => new Figure(figure, this.data.scripts[figure.kind], (id) => this.choose(id)));
    const told = drawn.length ? [] : [html("p", { class: "empty" }, figures === null ? say(ASLEEP) : empty)];
    const node = html("div", { class: `slide ${drawn.length > 1 ? "two" : "one"}` }, ...drawn.map(({ host }) => host), ...told);
    this.figures.append(node);
    Promise.all(drawn.map(({ ready }) => ready)).then(() => requestAnimationFrame(() => this.fit()));
    setTimeout(() => this.root.isConnected && this.fit(), SETTLED_MS);
    const made = { node, drawn, words: JSON.stringify(figures), picked: drawn[0]?.drawn.data.selected ?? "" };
    this.steps.set(number, made);
    return made;
  }

  /** A place was picked in a figure: all figures of the step show it, and its value stands where the room can read it. */
  choose(id, redraw = true) {
    const { drawn } = this.shown;
    this.shown.picked = id;
    if (redraw) drawn.forEach((figure) => figure.show(id));
    const told = id && drawn.map((figure) => figure.tell(id)).find(Boolean);
    this.card.hidden = !told;
    if (!told) return;
    const close = html("button", { type: "button", class: "close", "aria-label": say("Close") }, "×");
    close.addEventListener("click", () => { this.choose(""); this.focus(); });
    this.card.replaceChildren(close, html("h2", {}, told.name), html("p", { class: "number" }, told.value),
      ...told.lines.map((line) => html("p", {}, line)));
  }

  /* ---- notes ---- */

  paintNotes({ note }) {
    const next = this.data.steps[this.step]?.title;
    const lines = (note || say("This step has no note.")).split("\n");
    this.notes.replaceChildren(html("div", {}, ...lines.map((line) => html("p", {}, line))),
      html("p", { class: "next" }, ...(next ? [html("b", {}, say("Next:")), ` ${next}`] : [say("This was the last step.")])));
  }

  toggleNotes() {
    this.notes.hidden = !this.notes.hidden;
    this.notesButton.setAttribute("aria-pressed", !this.notes.hidden);
    this.fit();
  }

  /* ---- keys, pointer, window ---- */

  listen() {
    // Before the figures take the key: a choice that they let go of is what Escape was for.
    this.root.addEventListener("keydown", () => { this.hadChoice = Boolean(this.shown?.picked); }, true);
    this.root.addEventListener("keydown", (event) => this.press(event));
    this.root.addEventListener("cancel", (event) => event.preventDefault());
    // After a click the keys step again: a country that was clicked would keep them else.
    this.root.addEventListener("click", (event) => event.detail && this.focus());
    this.popped = () => this.data && this.root.isConnected && this.paint(this.readStep());
    window.addEventListener("popstate", this.popped);
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this.figures);
    this.observer.observe(this.root);
  }

  focus() {
    this.root.focus({ preventScroll: true });
  }

  press(event) {
    const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
    const target = event.composedPath()[0];
    if (defaultPrevented || ctrlKey || metaKey || altKey || target.closest?.(TYPED)) return;
    if ([" ", "Enter"].includes(key) && target.closest?.(ACTING)) return;
    const acts = { Home: () => this.go(1), End: () => this.go(this.data.steps.length), Escape: () => this.escape(),
      ...(this.hasLetters && { n: () => this.toggleNotes(), f: () => this.fillScreen() }) };
    const way = FORWARD.has(key) && !(key === " " && shiftKey) ? 1 : BACK.has(key) || key === " " ? -1 : 0;
    const act = way ? () => this.go(this.step + way) : acts[key.length === 1 ? key.toLowerCase() : key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  escape() {
    if (this.hadChoice) this.choose("");
    else if (!this.leaveLink.hidden) location.assign(this.leaveLink.href);
    else this.close();
  }

  /** Where no page has the view, what is behind the stage is where to go. */
  close() {
    this.root.close();
    this.leave();
  }

  /** Who speaks to the computer, or rests a hand on it, can switch off what a single letter does; the browser remembers it. */
  switchLetters(on) {
    this.hasLetters = on;
    this.lettersButton.setAttribute("aria-pressed", on);
    const label = on ? say("Speaker notes (N)") : say("Speaker notes");
    build(this.notesButton, { "aria-label": label, title: label });
  }

  fillScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  /** Enlarge the figures of the step as far as the window allows, less where they would not fit into its room. */
  fit() {
    const { innerWidth: width, innerHeight: height } = window;
    if (!this.shown) return;
    const { node, drawn } = this.shown;
    const isWide = drawn[0]?.drawn.kind === "table" || drawn[0]?.drawn.kind === "matrix";
    const scale = width < NARROW ? 1 : Math.max(1, Math.min(LARGEST, width / (isWide ? 1300 : 1080), height / 640));
    const high = this.enlarge(node, scale);
    if (width >= NARROW && high > 1.01) this.enlarge(node, Math.max(1, scale * LEAST, scale / high));
  }

  /** Show a slide enlarged, told how high its room is; returns how many rooms high it is. */
  enlarge(node, scale) {
    const room = this.figures.clientHeight;
    node.style.setProperty("--scale", scale.toFixed(3));
    node.style.setProperty("--room", `${Math.max(240, Math.floor(room / scale))}px`);
    const { top } = node.getBoundingClientRect();
    return Math.max(0, ...[...node.children].map((child) => child.getBoundingClientRect().bottom - top)) / room;
  }

  leave() {
    window.removeEventListener("popstate", this.popped);
    this.observer.disconnect();
    for (const number of [...this.steps.keys()]) this.remove(number);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const stage = (parentElement.atlasStage ??= new Stage(parentElement));
  stage.show(data, (step) => setTriggerValue("asked", step));
  return () => { if (!stage.root.isConnected) stage.leave(); };
}
