/* Before anything is drawn: the light or dark that the reader chose last; without a choice the system's. */
const THEME = "atlas-theme";
const page = document.documentElement;
const remember = () => {
  try { return localStorage.getItem(THEME); } catch { return null; } // some browsers keep nothing for a file
};
const remembered = remember();
if (remembered === "light" || remembered === "dark") page.dataset.theme = remembered;
page.classList.add("scripted");
window.atlas = {
  get theme() {
    return page.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  },
  set theme(theme) {
    page.dataset.theme = theme;
    try { localStorage.setItem(THEME, theme); } catch { /* the choice then holds for this page */ }
  },
};
