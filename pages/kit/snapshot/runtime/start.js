/* What every page starts: its data, the switch of light and dark, menus that close, the search box, and its own views or steps. */

function startTheme() {
  const button = document.querySelector("[data-theme-switch]");
  const show = () => {
    button.setAttribute("aria-pressed", atlas.theme === "dark");
    window.dispatchEvent(new Event("atlas-theme"));
  };
  button.addEventListener("click", () => { atlas.theme = atlas.theme === "dark" ? "light" : "dark"; show(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  button.setAttribute("aria-pressed", atlas.theme === "dark");
}

/** Paper is light: figures are painted for it, and as before afterwards. */
function startPrinting() {
  const page = document.documentElement;
  let before;
  const paint = () => window.dispatchEvent(new Event("atlas-theme"));
  window.addEventListener("beforeprint", () => { before = page.dataset.theme; page.dataset.theme = "light"; paint(); });
  window.addEventListener("afterprint", () => {
    if (before) page.dataset.theme = before;
    else delete page.dataset.theme;
    paint();
  });
}

/** One menu is open at a time; a click elsewhere and Escape close it. */
function startMenus() {
  const menus = [...document.querySelectorAll("nav details")];
  const keep = (target) => menus.forEach((menu) => { if (!menu.contains(target)) menu.open = false; });
  document.addEventListener("pointerdown", ({ target }) => keep(target));
  document.addEventListener("focusin", ({ target }) => keep(target));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && keep(null));
}

function startSearch() {
  const root = document.querySelector("[data-search]").attachShadow({ mode: "open" });
  // In the bar the invitation in the field says enough; the label stays for those who hear the page.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".search > label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }");
  root.adoptedStyleSheets.push(sheet);
  drawFigure(root, "search", atlas.page.search, (_, picked) => {
    const address = findAddress(picked);
    if (address) location.href = address;
  });
}

function start() {
  atlas.page = JSON.parse(document.querySelector("#page").textContent);
  atlas.addresses = atlas.page.addresses;
  startTheme();
  startPrinting();
  startMenus();
  startSearch();
  if (atlas.page.stage) new Story(atlas.page).show();
  else if (atlas.page.views) new Page(atlas.page).show();
}

start();
