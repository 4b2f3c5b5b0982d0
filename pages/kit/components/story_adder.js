/* "Add this view": title and note, and into the story of this browser. The server takes no part in it. */

/** The same text for the same view: a file or a link may hold its parameters in another order, and with empty ones. */
const nameView = ({ page, parameters }) => JSON.stringify([page, Object.entries(parameters).filter(([, value]) => value).sort()]);

/** How many steps a story has, by its title if it has one. */
function tellLength({ title, steps: { length } }) {
  if (title && length) return sayCount("“{title}” has {n} step.", "“{title}” has {n} steps.", length, { title });
  if (title) return say("“{title}” is empty so far.", { title });
  return length ? sayCount("Your story has {n} step.", "Your story has {n} steps.", length) : say("Your story is empty so far.");
}

function tellFull({ title, steps: { length: n } }) {
  return title ? say("“{title}” is full: {n} steps are the most.", { title, n }) : say("Your story is full: {n} steps are the most.", { n });
}

class Adder {
  constructor(parent) {
    this.title = html("input", { type: "text", id: "title", autocomplete: "off" });
    this.note = html("textarea", { id: "note", rows: 4 });
    this.hint = html("p", { class: "quiet" });
    this.add = html("button", { type: "submit", class: "main" });
    this.told = html("p", { role: "status" });
    this.open = html("a", { class: "way" });
    this.root = html("form", { class: "adder" }, html("label", { for: "title" }, say("What this view shows")), this.title,
      html("label", { for: "note" }, say("What you would say (speaker notes)")), this.note, this.hint,
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
    const story = readStory();
    const { steps } = story;
    const same = nameView(this.data.step);
    const at = steps.findIndex((step) => nameView(step) === same);
    const isFull = steps.length >= this.data.most_steps;
    const where = at < 0 ? "" : say("This view is step {n} already.", { n: at + 1 });
    this.hint.textContent = isFull ? tellFull(story) : [tellLength(story), say("It is kept in this browser alone."), where].filter(Boolean).join(" ");
    this.add.disabled = isFull;
    this.open.hidden = !steps.length;
  }

  keep() {
    const story = readStory();
    story.steps.push({ ...this.data.step, title: this.title.value.trim(), note: this.note.value.trim() });
    const kept = writeStory(story);
    this.told.textContent = kept ? say("Added as step {n}.", { n: story.steps.length }) : say(NOT_KEPT);
  }
}

export default function ({ data, parentElement }) {
  const adder = (parentElement.atlasAdder ??= new Adder(parentElement));
  adder.show(data);
  return () => { if (!adder.root.isConnected) adder.unwatch(); };
}
