/* A story: its views one after the other with their notes, by buttons, arrow keys or space; presented, it is the stage of the atlas. */

const TYPED_IN = "input, textarea, select, [contenteditable]";
const ACTED_ON = "button, a[href], summary, [role=button]";
const WAYS_OF_KEYS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };

class Story {
  constructor(page) {
    this.page = page;
    this.steps = page.stage.steps;
    this.body = document.querySelector("main");
    const pick = (role, trigger, picked) => this.pick(role, trigger, picked);
    this.figures = new Figures(this.body, pick);
    this.side = new Side(this.body.querySelector("[data-side]"), pick);
    this.marks = [...this.body.querySelectorAll("[data-step]")];
    this.listen();
  }

  listen() {
    window.addEventListener("hashchange", () => this.show());
    window.addEventListener("atlas-theme", () => this.show());
    document.addEventListener("keydown", (event) => this.press(event));
    this.find("[data-go=back]").addEventListener("click", () => this.step(-1));
    this.find("[data-go=next]").addEventListener("click", () => this.step(1));
    this.find("[data-present]").addEventListener("click", () => this.present());
    this.marks.forEach((mark, at) => mark.addEventListener("click", () => this.open(at)));
  }

  find(selector) {
    return this.body.querySelector(selector);
  }

  /** The step that the address asks for, from 0; the first for anything that is no step. */
  get at() {
    const asked = Number(readWay().step ?? 1) - 1;
    return Number.isInteger(asked) && asked in this.steps ? asked : 0;
  }

  step(by) {
    if (this.at + by in this.steps) this.open(this.at + by);
  }

  open(at) {
    go({ step: at + 1, place: "", record: "", event: "", cell: "" });
  }

  /** Over the whole window, as the live atlas presents a story; its keys are its own. */
  present() {
    this.stage?.remove();
    this.stage = document.body.appendChild(make("div", { class: "staged" }));
    drawFigure(this.stage.attachShadow({ mode: "open" }), "stage", { ...this.page.stage, step: this.at + 1 }, () => {});
  }

  /** Keys of the whole page; what has the focus inside a figure keeps its own. */
  press(event) {
    const { key } = event;
    const [target] = event.composedPath(); // inside a figure too, which would else stand for all that it holds
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || this.stage?.shadowRoot.querySelector("dialog[open]")) return;
    if (target.closest?.(TYPED_IN) || event.target.closest?.("[data-search]") || (key === " " && target.closest?.(ACTED_ON))) return;
    const acts = { Home: () => this.open(0), End: () => this.open(this.steps.length - 1), p: () => this.present() };
    if (!(key in WAYS_OF_KEYS || key in acts)) return;
    event.preventDefault();
    if (key in WAYS_OF_KEYS) this.step(key === " " && event.shiftKey ? -1 : WAYS_OF_KEYS[key]);
    else acts[key]();
  }

  async show() {
    const way = readWay();
    const step = this.steps[this.at];
    this.tell(step);
    this.figures.show(step.figures.map((figure) => ({ ...figure, key: `${this.at} ${figure.key}` })), way);
    await this.side.show(way, { ...this.page, has_cards: true, has_records: true, choices: [] }, []);
  }

  tell({ title, below, note, source, link, way }) {
    for (const [name, text] of Object.entries({ title, below, source })) {
      const node = this.find(`[data-say="${name}"]`);
      node.textContent = text;
      node.hidden = !text;
    }
    this.find("[data-say=note]").replaceChildren(...note.split("\n").filter(Boolean).map((line) => make("p", {}, line)));
    this.marks.forEach((mark, index) => {
      mark.classList.toggle("done", index <= this.at);
      mark.ariaCurrent = index === this.at ? "step" : null;
    });
    this.find("[data-count]").textContent = say("{step} of {steps}", { step: this.at + 1, steps: this.steps.length });
    this.find("[data-go=back]").disabled = this.at === 0;
    this.find("[data-go=next]").disabled = this.at === this.steps.length - 1;
    Object.assign(this.find("[data-way]"), { href: link, textContent: way, hidden: !link });
  }

  pick(role, trigger, picked) {
    if (trigger === "opened") go({ record: picked });
    else if (["place", "event", "cell"].includes(role)) go({ [role]: picked, record: "" });
    else if (role === "set" && /^[A-Z]{3}$|^$/.test(picked)) go({ place: picked });
    else if (role === "way" && picked) location.href = `${atlas.page.folder}country-${picked}.html`;
    else if (role === "record" || picked === "" || picked.startsWith("record=")) go({ record: picked.replace(/^record=/, "") });
    else this.side.explain();
  }
}
