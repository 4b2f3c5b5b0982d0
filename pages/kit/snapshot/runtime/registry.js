/* What is there: figures by kind, and files by name. A file is a script that hands its content over, since a page that was opened
   from a folder may not fetch anything. */

atlas.kinds = {}; // kind -> function that draws a figure, as the atlas has it
atlas.contents = {}; // name -> content of a file that was loaded
atlas.addresses = {}; // name -> where the file lies, from this page
const loading = new Map(); // name -> promise of the content

atlas.keep = (name, content) => { atlas.contents[name] = content; };

/** The content of a file, loaded once. Rejects for a file that the snapshot does not have. */
atlas.load = (name) => {
  if (!loading.has(name)) loading.set(name, fetchScript(name));
  return loading.get(name);
};

function fetchScript(name) {
  return new Promise((resolve, reject) => {
    if (name in atlas.contents) return resolve(atlas.contents[name]);
    if (!(name in atlas.addresses)) return reject(new Error(name));
    const script = document.createElement("script");
    script.src = atlas.addresses[name];
    script.addEventListener("load", () => resolve(atlas.contents[name]));
    script.addEventListener("error", () => { loading.delete(name); reject(new Error(name)); });
    return document.head.append(script);
  });
}

/** What figures call instead of the browser's fetch: an answer that holds the content of a file of the snapshot. */
atlas.fetch = (url) => atlas.load(String(url).split("/").pop()).then((content) => ({ ok: true, json: () => Promise.resolve(content) }));
