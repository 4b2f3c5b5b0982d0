/* "Add this view": title and note, and into the story of this browser. The server takes no part in it. */

/** The same text for the same view: a file or a link may hold its parameters in another order, and with empty ones. */
const nameView = ({ page, parameters }) => JSON.stringify([page, Object.entries(parameters).filter(([, value]) => value).sort()]);

class Adder {
  constructor(parent) {
    this.title = html("input", { type: "text", id: "title", autocomplete: "off" });
    this.note = html("textarea", { id: "note", rows: 4 });
    this.hint = html("p", { class: "quiet" });
    this.add = html("button", { type: "submit", class: "main" });
    this.told = html("p", { role: "status" });
    this.open = html("a", { class: "way" });
    this.root = html("form", { class: "adder" }, html("label", { for: "title" }, "What this view shows"), this.title,
      html("label", { for: "note" }, "What you would say (speaker notes)"), this.note, this.hint,
      html("div", { class: "acts" }, this.add, this.open), this.told);
    this.root.addEventListener("submit", (event) => { event.preventDefault(); this.keep(); });
    this.unwatch = watchStory(() => this.count());
    parent.append(this.root);
  }

  show(data) {
    const isOther = JSON.stringify(data.step) !== JSON.stringify(this.data?.step);
    this.data = data;
    if (isOther) { this.title.value = data.step.title; this.note.value = ""; this.told.textContent = ""; }
    this.title.maxLength = data.most_title;
    this.note.maxLength = data.most_note;
    this.open.textContent = data.open_label;
    this.open.setAttribute("href", new URL(data.open, document.baseURI).href);
    this.add.textContent = data.label;
    this.count();
  }

  /** What the story holds now, and whether this view is in it. */
  count() {
    const { steps, title } = readStory();
    const same = nameView(this.data.step);
    const at = steps.findIndex((step) => nameView(step) === same);
    const name = title ? `“${title}”` : "Your story";
    const count = steps.length ? `has ${steps.length} ${steps.length === 1 ? "step" : "steps"}` : "is empty so far";
    const held = `${name} ${count}. It is kept in this browser alone.`;
    const isFull = steps.length >= this.data.most_steps;
    this.hint.textContent = isFull ? `${name} is full: ${steps.length} steps are the most.` : at < 0 ? held : `${held} This view is step ${at + 1} already.`;
    this.add.disabled = isFull;
    this.open.hidden = !steps.length;
  }

  keep() {
    const story = readStory();
    story.steps.push({ ...this.data.step, title: this.title.value.trim(), note: this.note.value.trim() });
    const kept = writeStory(story);
    this.told.textContent = kept ? `Added as step ${story.steps.length}.` : NOT_KEPT;
  }
}

export default function ({ data, parentElement }) {
  const adder = (parentElement.atlasAdder ??= new Adder(parentElement));
  adder.show(data);
  return () => { if (!adder.root.isConnected) adder.unwatch(); };
}
