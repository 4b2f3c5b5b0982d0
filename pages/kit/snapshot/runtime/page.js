/* A page with views: its choices, what is picked in its figures, and the card beside them. The address is the state, see way.js. */

const BAD_LINK = mark("The link asks for something that this snapshot does not have. Showing the view without it.");

class Page {
  constructor(page) {
    this.page = page;
    this.body = document.querySelector("main");
    this.figures = new Figures(this.body, (role, trigger, picked) => this.pick(role, trigger, picked));
    this.side = new Side(this.body.querySelector("[data-side]"), (role, trigger, picked) => this.pick(role, trigger, picked));
    this.body.addEventListener("change", ({ target }) => target.dataset.choice && this.choose(target));
    window.addEventListener("hashchange", () => this.show());
    window.addEventListener("atlas-theme", () => this.show());
  }

  choose({ dataset, value }) {
    go({ [dataset.choice]: value, ...(dataset.choice === "measure" ? { record: "" } : {}) });
  }

  /** The names of the options that the address asks for, the first option where it asks for none or for one that does not exist. */
  read(way) {
    this.isBad = false;
    return this.page.choices.map(({ name, options }) => {
      if (!(name in way)) return options[0];
      this.isBad ||= !options.includes(way[name]);
      return options.includes(way[name]) ? way[name] : options[0];
    });
  }

  async show() {
    const way = readWay();
    const options = this.read(way);
    const key = options.join("|");
    const { views, figures } = key === this.page.first ? this.page : await atlas.load(this.page.file);
    const view = views[key];
    this.tell(view, options);
    this.figures.show(view.figures.map(({ data, ...figure }) => ({ ...figure, data: figures[data] })), this.list(way));
    await this.side.show(way, this.page, options);
  }

  list({ place = "", record = "", event = "", cell = "" }) {
    return { place, record, event, cell };
  }

  tell({ title, below, filters, told, notes, csv, live }, options) {
    const write = (name, text) => this.body.querySelectorAll(`[data-say="${name}"]`).forEach((node) => { node.textContent = text; node.hidden = !text; });
    write("title", title);
    write("below", below);
    write("filters", filters);
    write("told", told);
    write("problem", this.isBad ? say(BAD_LINK) : "");
    for (const list of this.body.querySelectorAll("[data-notes]")) list.replaceChildren(...notes.map((note) => make("li", {}, note)));
    for (const [name, address] of [["csv", csv], ["live", live]]) {
      for (const link of this.body.querySelectorAll(`[data-get="${name}"]`)) this.offer(link, address);
    }
    this.page.choices.forEach(({ name }, at) => {
      for (const input of this.body.querySelectorAll(`[data-choice="${name}"]`)) input.checked = input.value === options[at];
    });
  }

  offer(link, address) {
    link.hidden = !address;
    if (address) link.href = address;
  }

  pick(role, trigger, picked) {
    if (trigger === "opened") return this.open(picked);
    if (trigger !== "picked") return this.side.explain();
    const acts = { place: () => go({ place: picked, record: "" }), record: () => go({ record: picked }), event: () => go({ event: picked }),
      way: () => { location.href = `${atlas.page.folder}country-${picked}.html`; }, narrow: () => this.narrow(picked), cell: () => go({ cell: picked }),
      set: () => (/^[A-Z]{3}$|^$/.test(picked) ? go({ place: picked }) : this.side.explain()) };
    return acts[role]?.();
  }

  open(record) {
    if (this.page.has_records) go({ record });
    else location.href = findAddress(/^\d+$/.test(record) ? `contract/${record}` : `decision/${record}`);
  }

  /** A mark of a chart of money: a record opens its card; other marks are listed record by record, which needs no server. */
  narrow(picked) {
    const pairs = Object.fromEntries(picked.split(";").map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
    if (picked === "") go({ record: "" });
    else if (pairs.record) this.open(pairs.record);
    else this.turn(pairs);
  }

  turn(pairs) {
    const way = readWay();
    const isOn = Object.entries(pairs).every(([name, value]) => way[`by-${name}`] === value);
    const without = Object.fromEntries(Object.keys(way).filter((name) => name.startsWith("by-")).map((name) => [name, ""]));
    const wanted = Object.fromEntries(Object.entries(pairs).map(([name, value]) => [`by-${name}`, value]));
    go({ ...without, ...(isOn ? {} : wanted), record: "", place: "" });
  }
}
