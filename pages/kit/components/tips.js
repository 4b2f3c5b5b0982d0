/* Tips: what is shown beside a mark while the pointer or the keyboard is on it. Put before what uses it in one script. */

/** Let Escape send the tip of a figure away, wherever the keyboard is: `hide` says whether that was all there is to do. Returns what ends it. */
function hideByEscape(figure, hide) {
  const press = (event) => {
    if (event.key !== "Escape" || !hide()) return;
    const path = event.composedPath();
    if (!path.includes(figure) && path[0].matches?.(":focus-visible")) return; // what has the keyboard has its own use for the key
    event.preventDefault();
    event.stopPropagation(); // what lies below the tip, as a choice, stays
  };
  document.addEventListener("keydown", press, true);
  return () => document.removeEventListener("keydown", press, true);
}
