/* What stands out in a view of money: lines that each narrow the view or open a record, and decisions by how far they are taken up.
   The Standouts stay on parentElement: a rerun of the same view leaves open what was opened, and the scroll where it was. */

const titled = (name, words, lang) => words && html("span", { class: name, lang: lang || null }, words);

function drawLine({ pick, label, value, detail, lang, on, kind }) {
  const button = { type: "button", "data-pick": pick, "aria-pressed": kind === "filter" ? Boolean(on) : null };
  return html("li", {}, html("button", button, html("span", { class: "label" }, label), html("span", { class: "value" }, value), titled("detail", detail, lang)));
}

/** A decision's bar ends at what it commits: contracts above that are marked at its end and told by the number. */
function drawBar({ pick, label, reference, share, text, above, doubtful, hint }) {
  const part = html("span", { class: "part" });
  part.style.width = `${Math.min(share, 100)}%`;
  const told = [share ? say("{share} per cent", { share: text }) : say("no contract"), above && say("above the decision"), doubtful && say("doubtful")];
  const words = `${pair(`${label}, ${reference}`, told.filter(Boolean).join(", "))}. ${hint}`;
  return html("li", {}, html("button", { type: "button", "data-pick": pick, title: `${reference}. ${hint}`, "aria-label": words },
    html("span", { class: "label" }, label), html("span", { class: above ? "track above" : "track" }, part),
    html("span", { class: "value" }, text, above ? " ▸" : "", doubtful ? " ?" : "")));
}

class Standouts {
  constructor(parent) {
    this.root = html("section", { class: "standouts", "aria-labelledby": "title" });
    this.root.addEventListener("click", (event) => {
      const pick = event.target.closest("[data-pick]")?.dataset.pick;
      if (pick) this.send(pick);
    });
    parent.append(this.root);
  }

  show(data, send) {
    this.send = send;
    const words = JSON.stringify(data);
    if (words === this.drawn) return;
    this.drawn = words;
    const at = this.root.getRootNode().activeElement?.dataset.pick;
    const { doubtful, bars } = data;
    this.root.replaceChildren(html("h3", { id: "title" }, data.title), html("p", { class: "finding" }, data.finding),
      html("ul", { class: "lines" }, ...data.rows.map(drawLine)),
      doubtful.rows.length ? html("details", {}, html("summary", {}, doubtful.title), html("ul", { class: "lines" }, ...doubtful.rows.map(drawLine))) : "",
      bars.rows.length ? html("section", {}, html("h4", {}, bars.title), html("ol", { class: "bars", tabindex: 0, "aria-label": bars.title }, ...bars.rows.map(drawBar))) : "",
      data.note ? html("p", { class: "note" }, data.note) : "");
    if (at) this.root.querySelector(`[data-pick="${CSS.escape(at)}"]`)?.focus({ preventScroll: true });
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  (parentElement.atlasStandouts ??= new Standouts(parentElement)).show(data, (picked) => setTriggerValue("picked", picked));
  return () => {}; // no listener outside of its own elements, which go with the page
}
