/* Your own story: its steps in order, renamed, moved, removed. All of it happens in the browser; the server is told what there is,
   and answers with the link, which it alone can write. */

const SAID_MS = 500; // after the last key
const COPIED_MS = 4000;

const TAKEN = "atlas-story-taken";

/** The offers that were answered in this window: the server may make them again after a change of page. */
function readTaken() {
  try {
    return JSON.parse(sessionStorage.getItem(TAKEN) ?? "[]");
  } catch {
    return [];
  }
}

function keepTaken(ids) {
  try {
    sessionStorage.setItem(TAKEN, JSON.stringify(ids));
  } catch { /* then it asks again */ }
}

const button = (name, label, act, text = label) => {
  const made = html("button", { type: "button", class: name, "aria-label": label, title: label }, text);
  made.addEventListener("click", act);
  return made;
};

class Editor {
  constructor(parent) {
    this.title = html("input", { type: "text", class: "name", placeholder: say("Untitled story"), "aria-label": say("Title of your story") });
    this.list = html("ol", { class: "steps" });
    this.empty = html("p", { class: "quiet" });
    this.incoming = html("div", { class: "incoming", role: "group", hidden: "" });
    this.live = html("p", { class: "told", role: "status" });
    this.present = html("a", { class: "main" }, say("Present"));
    this.copy = button("plain", say("Copy link"), () => this.copyLink());
    this.undo = button("plain", say("Undo"), () => this.takeBack());
    this.tools = html("div", { class: "tools" }, this.present, this.copy, button("plain", say("Save as file"), () => this.save()),
      this.undo, button("plain", say("Clear"), () => this.change((story) => Object.assign(story, newStory()), say("Cleared. Undo brings it back."))));
    this.root = html("section", { class: "editor", "aria-label": say("Your own story") }, this.incoming, this.title, this.empty, this.list, this.tools, this.live);
    this.past = [];
    this.taken = new Set(readTaken());
    this.title.addEventListener("input", () => this.write({ ...this.story, title: this.title.value }));
    this.list.addEventListener("input", ({ target }) => this.rename(target));
    this.list.addEventListener("keydown", (event) => this.press(event));
    this.unwatch = watchStory(() => !this.writing && this.load());
    parent.append(this.root);
  }

  show(data, send) {
    Object.assign(this, { data, send });
    this.title.maxLength = data.most_title;
    this.empty.textContent = data.empty;
    if (!this.story) this.load();
    this.paintWays();
    this.paintIncoming();
  }

  load() {
    this.story = readStory();
    this.paint();
    this.tell();
  }

  /* ---- changing ---- */

  /** Keep a story, and tell the server once the typing pauses; says whether the browser keeps it. */
  write(story) {
    this.story = story;
    this.writing = true;
    const kept = writeStory(story);
    this.writing = false;
    if (!kept) this.live.textContent = say(NOT_KEPT);
    this.revision = null;
    this.paintWays();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.tell(), SAID_MS);
    return kept;
  }

  tell() {
    this.revision = Math.random().toString(36).slice(2);
    this.send(`${this.revision}\n${JSON.stringify(this.story)}`);
  }

  /** Change the story in a way that can be taken back. */
  change(act, said) {
    this.past.push(JSON.stringify(this.story));
    const story = JSON.parse(this.past.at(-1));
    act(story);
    const kept = this.write(story);
    this.paint();
    if (kept) this.live.textContent = said;
  }

  takeBack() {
    if (!this.past.length) return;
    const kept = this.write(JSON.parse(this.past.pop()));
    this.paint();
    if (kept) this.live.textContent = say("The last change was taken back.");
  }

  rename(field) {
    if (field.classList.contains("title")) field.value = field.value.replace(/\s*\n\s*/g, " "); // a title is one line, however it wraps
    const at = [...this.list.children].indexOf(field.closest("li"));
    const name = field.classList.contains("title") ? "title" : "note";
    const steps = this.story.steps.map((step, index) => (index === at ? { ...step, [name]: field.value } : step));
    this.write({ ...this.story, steps });
  }

  move(at, by, focus) {
    const to = at + by;
    if (to < 0 || to >= this.story.steps.length) return;
    this.change((story) => story.steps.splice(to, 0, ...story.steps.splice(at, 1)), say("Now step {n} of {all}.", { n: to + 1, all: this.story.steps.length }));
    const there = this.list.children[to];
    const wanted = there.querySelector(focus);
    (wanted && !wanted.disabled ? wanted : there.querySelector(".title")).focus();
  }

  remove(at) {
    this.change((story) => story.steps.splice(at, 1), say("Step {n} was removed. Undo brings it back.", { n: at + 1 }));
    (this.list.children[Math.min(at, this.list.children.length - 1)]?.querySelector(".title") ?? this.title).focus();
  }

  press(event) {
    const item = event.target.closest("li");
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!item || !by || !event.altKey) return;
    event.preventDefault();
    this.move([...this.list.children].indexOf(item), by, `.${event.target.classList[0]}`);
  }

  /* ---- drawing ---- */

  paint() {
    this.title.value = this.story.title;
    this.list.replaceChildren(...this.story.steps.map((step, at) => this.drawStep(step, at)));
    this.paintWays();
  }

  drawStep(step, at) {
    const [n, last] = [at + 1, this.story.steps.length - 1];
    const up = button("up", say("Move step {n} up", { n }), () => this.move(at, -1, ".up"), "↑");
    const down = button("down", say("Move step {n} down", { n }), () => this.move(at, 1, ".down"), "↓");
    up.disabled = at === 0;
    down.disabled = at === last;
    const title = html("textarea", { class: "title", rows: 1, "aria-label": say("Title of step {n}", { n }), maxlength: this.data?.most_title, placeholder: say("The finding of the view") });
    title.value = step.title;
    const note = html("textarea", { class: "note", rows: 1, "aria-label": say("Note of step {n}", { n }), maxlength: this.data?.most_note, placeholder: say("Speaker notes") });
    note.value = step.note;
    const view = html("a", { class: "view", href: this.addressOf(step) }, this.data?.pages[step.page] ?? step.page);
    return html("li", {}, html("div", { class: "row" }, html("span", { class: "number" }, `${n}`), title, up, down,
      button("remove", say("Remove step {n}", { n }), () => this.remove(at), "×")), note, view);
  }

  addressOf({ page, parameters }) {
    const known = Object.fromEntries(Object.entries({ ...parameters, lang: LANGUAGE }).filter(([, value]) => value));
    return new URL(`${encodeURIComponent(page)}?${new URLSearchParams(known)}`, document.baseURI).href;
  }

  /** Links are those of the story as the server last had it: while it is behind, they wait. */
  paintWays() {
    const has = this.story.steps.length > 0;
    const isCurrent = this.revision && this.data.revision === this.revision;
    const address = isCurrent && this.data.link ? new URL(this.data.link, document.baseURI).href : null;
    this.address = address;
    this.tools.hidden = !has && !this.past.length;
    this.empty.hidden = has;
    this.undo.disabled = !this.past.length;
    this.copy.disabled = !address;
    if (address) this.present.setAttribute("href", new URL(this.data.present, document.baseURI).href);
    else this.present.removeAttribute("href");
    if (isCurrent && this.data.problem) this.live.textContent = this.data.problem;
  }

  /** A story that came by file or link: it takes the place of this one, or its steps follow, or nothing happens. */
  paintIncoming() {
    const { incoming } = this.data;
    const isNew = incoming && !this.taken.has(incoming.id);
    this.incoming.hidden = !isNew;
    if (!isNew) return;
    if (!this.story.steps.length) return this.take((story) => Object.assign(story, incoming.story), say("“{title}” is your story now.", { title: incoming.story.title }));
    if (this.offered === incoming.id) return; // its buttons may have the keyboard
    this.offered = incoming.id;
    const { title, steps } = incoming.story;
    this.incoming.replaceChildren(html("p", {}, ...weave(sayCount("{title}, {n} step, is ready. What about your own story?", "{title}, {n} steps, is ready. What about your own story?", steps.length), { title: html("b", {}, title) })),
      html("div", { class: "acts" },
        button("plain", say("Replace mine"), () => this.take((story) => Object.assign(story, incoming.story), say("Replaced. Undo brings yours back."))),
        button("plain", say("Add its steps to mine"), () => this.take((story) => story.steps.push(...steps.slice(0, this.data.most_steps - story.steps.length)), say("Added."))),
        button("plain", say("Leave mine as it is"), () => this.take(null))));
  }

  take(act, said) {
    this.taken.add(this.data.incoming.id);
    keepTaken([...this.taken]);
    this.incoming.hidden = true;
    if (act) this.change(act, said);
  }

  /* ---- leaving the browser ---- */

  async copyLink() {
    const address = this.address;
    const copied = navigator.clipboard ? await navigator.clipboard.writeText(address).then(() => true, () => false) : false;
    this.live.textContent = copied ? say("Link copied. It holds the whole story.") : say("The browser does not let the page copy. The link: {address}", { address });
    if (copied) setTimeout(() => { this.live.textContent = ""; }, COPIED_MS);
  }

  save() {
    const name = this.story.title.normalize("NFKD").replace(/[^\w]+/g, "-").replace(/^-|-$/g, "").toLowerCase() || "story";
    const file = URL.createObjectURL(new Blob([`${JSON.stringify(this.story, null, 2)}\n`], { type: "application/json" }));
    html("a", { href: file, download: `lac-atlas_${name.slice(0, 60)}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(file), COPIED_MS);
  }
}

export default function ({ data, parentElement, setStateValue }) {
  const editor = (parentElement.atlasEditor ??= new Editor(parentElement));
  editor.show(data, (text) => setStateValue("story", text));
  return () => { if (!editor.root.isConnected) editor.unwatch(); };
}
