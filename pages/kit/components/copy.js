/* A text to be taken away: under its name, with a button that copies it. */

const COPIED_MS = 4000;

class Copy {
  constructor(parent) {
    this.name = html("h3", { id: "name" });
    this.button = html("button", { type: "button" }, say("Copy"));
    this.live = html("span", { class: "live", role: "status" });
    this.text = html("pre", { tabindex: 0, role: "group", "aria-labelledby": "name" });
    this.button.addEventListener("click", () => this.copy());
    parent.append(html("section", { class: "copy" }, html("header", {}, this.name, this.live, this.button), this.text));
  }

  show({ name, text, is_code: isCode }) {
    this.name.textContent = name;
    this.button.setAttribute("aria-label", say("Copy: {name}", { name }));
    this.text.classList.toggle("code", isCode);
    if (this.text.textContent === text) return;
    this.text.textContent = text;
    this.live.textContent = "";
  }

  /** A browser that lets no page copy has the text selected instead, so that one key copies it. */
  async copy() {
    const copied = navigator.clipboard ? await navigator.clipboard.writeText(this.text.textContent).then(() => true, () => false) : false;
    if (!copied) getSelection().selectAllChildren(this.text);
    this.live.textContent = copied ? say("Copied.") : say("Selected. Press Ctrl and C, or hold, to copy it.");
    if (copied) setTimeout(() => { this.live.textContent = ""; }, COPIED_MS);
  }
}

export default function ({ data, parentElement }) {
  const copy = (parentElement.atlasCopy ??= new Copy(parentElement));
  copy.show(data);
  return () => {}; // no listener outside of its own elements, which go with the page
}
