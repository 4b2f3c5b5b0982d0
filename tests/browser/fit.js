() => {
  const cut = [];
  let seen = 0;
  const widest = ["html", "body", "[data-testid=stApp]", "[data-testid=stMain]", "[data-testid=stMainBlockContainer]"];
  const wide = widest.some((selector) => { const one = document.querySelector(selector); return one.scrollWidth > one.clientWidth; });

  /** Kept for those who listen: drawn nowhere. */
  const isUnseen = (element) => {
    for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath !== "none") return true;
    return false;
  };
  const isTold = (element) => Boolean(element.closest("[title], [aria-label]:is(button, a, li, td, th, [role])"));
  const placeOf = (element) => {
    const host = element.getRootNode().host ?? element;
    const keyed = [...(host.closest("[class*=st-key-]")?.classList ?? [])].find((one) => one.startsWith("st-key-"));
    return `${keyed ?? ""} ${element.tagName.toLowerCase()}.${[...element.classList].filter((one) => !one.startsWith("st-emotion")).join(".")}`;
  };
  const tell = (what, element, by, text = element.textContent) => cut.push({ what, where: placeOf(element), text: text.trim().slice(0, 70), by: Math.round(by) });

  function findCut(element) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    return Math.max(hides(overflowX) ? element.scrollWidth - element.clientWidth - 1 : 0, hides(overflowY) ? element.scrollHeight - element.clientHeight - 2 : 0);
  }

  /** By how much words stand out of the box of what holds them. */
  function findSpill(element) {
    const box = element.getBoundingClientRect();
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let most = 0;
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      if (!text.data.trim() || isUnseen(text.parentElement) || text.parentElement.closest("[data-testid=stIconMaterial]")) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const rect of range.getClientRects()) most = Math.max(most, box.left - rect.left, rect.right - box.right, box.top - rect.top - 3, rect.bottom - box.bottom - 3);
    }
    return most;
  }

  function walk(root) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element.namespaceURI.endsWith("svg") || !element.textContent.trim()) continue;
      const { width, height } = element.getBoundingClientRect();
      if (width < 3 || height < 3 || isUnseen(element)) continue;
      const hidden = findCut(element);
      if (hidden > 0 && !isTold(element)) tell("cut off", element, hidden);
      if (!element.matches("button, a, summary, [role=tab], th, td") || getComputedStyle(element).display === "inline") continue;
      seen += 1;
      const spilt = findSpill(element);
      if (spilt > 1.5) tell("stands out", element, spilt);
    }
    // What a list of options shows of the chosen one.
    for (const field of root.querySelectorAll("[data-testid=stSelectbox] input")) {
      const room = field.clientWidth - field.scrollWidth;
      if (field.clientWidth && room < -1) tell("cut off", field, -room, field.value);
    }
  }

  walk(document.querySelector("[data-testid=stMain]"));
  return { cut, seen, wide };
}
