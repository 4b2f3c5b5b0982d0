/* The atlas's own map, painted from two selections that the page has already: Enter shows the other one. */
import { show } from "./map.js";

const painted = await (await fetch("selections.json")).json();
/* As the server sends them: JSON in bytes. */
const selections = painted.map((one) => new TextEncoder().encode(JSON.stringify(one)));
const parentElement = document.getElementById("map").attachShadow({ mode: "open" });
let shown = 0;
const paint = () => show({ data: selections[shown], parentElement, setTriggerValue: () => {} });
paint();
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  shown = 1 - shown;
  paint();
});
