/* Asks the browser whether it draws in three dimensions, how much room it has, and its theme: a scene in WebGL has no style sheet.
   Shown until it has answered; after that it only tells when the theme changes. */

const NARROW = 640; // pixels, where the page becomes one column

function draws3d() {
  const gl = document.createElement("canvas").getContext("webgl2");
  gl?.getExtension("WEBGL_lose_context")?.loseContext(); // a browser has only a few to give
  return Boolean(gl);
}

/** The room is that of the first answer, so that turning a phone does not move the camera; the theme is the page's of now. */
function answer(known, root) {
  const room = known.split(" ")[0] || (draws3d() ? (window.innerWidth < NARROW ? "narrow" : "wide") : "flat");
  return `${room} ${readTheme(root)}`;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = (parentElement.atlasScreen ??= parentElement.appendChild(html("p", { class: "screen", role: "status" })));
  root.textContent = data.known ? "" : say("Preparing the view…");
  root.classList.toggle("asking", !data.known);
  const found = answer(data.known, root);
  if (found === data.known || found === parentElement.atlasSent) return;
  parentElement.atlasSent = found;
  setTriggerValue("answered", found);
}
