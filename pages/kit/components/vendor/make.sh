#!/bin/sh
# Makes layouts.js: the layouts of d3-hierarchy (treemap) and d3-sankey (flow) in one script, with their licences. Run by `make vendor`.
set -eu
HERE=$(cd "$(dirname "$0")" && pwd)
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
cd "$FOLDER"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --save-exact d3-hierarchy@3.1.3 d3-sankey@0.12.3 d3-array@2.12.1 esbuild@0.28.2
cat >entry.js <<'ENTRY'
export { hierarchy, treemap } from "d3-hierarchy";
export { sankey } from "d3-sankey";
ENTRY
npx esbuild entry.js --bundle --minify --format=iife --global-name=layouts --log-level=warning --outfile=bundle.js
{
  echo "/* The layouts of treemap and flow. Made by make.sh beside this file from d3-hierarchy 3.1.3, d3-sankey 0.12.3 and d3-array 2.12.1;"
  echo "   not edited by hand. Their licences:"
  for package in d3-hierarchy d3-sankey d3-array; do
    echo
    echo "$package"
    cat "node_modules/$package/LICENSE"
  done
  echo "*/"
  cat bundle.js
} >"$HERE/layouts.js"
wc -c "$HERE/layouts.js"
