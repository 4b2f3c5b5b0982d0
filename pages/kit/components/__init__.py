"""The browser components: map, ranking, table, country card and bars, from the JavaScript and CSS files beside this one.

Each takes a plain dictionary and reports what was picked: `on_pick` runs when something is clicked or chosen with
Enter, and `st.session_state[key].picked` then holds its id, or "" when the choice was cleared.

Streamlit sends a component's script again with every change of its data. So what it gets here is only a loader; the
script itself has an address with its content's hash (`ASSETS`), which a browser fetches once and keeps.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from pages.kit.components.sending import Data, Figure, Preparer, prepare_nothing, send
from pages.kit.components.slim import prepare_map, prepare_ranking, prepare_table

Drawing = Data | Figure

FOLDER = Path(__file__).parent
ADDRESS = "figures"

# File name with hash -> script, for the server to answer with.
ASSETS: dict[str, str] = {}

_LOADER = """const loading = import(new URL("%s", document.baseURI));
export default (component) => {
  let cleanUp;
  loading.then((script) => { cleanUp = script.show(component); },
    () => { component.parentElement.textContent = "This figure could not be loaded. Reload the page to try again."; });
  return () => cleanUp?.();
};"""

# The style of a component goes into its shadow root once, as a sheet that all its instances share.
_FRAME = """%s
const sheet = new CSSStyleSheet();
sheet.replaceSync(%s);
export function show(component) {
  const root = component.parentElement;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return render({ ...component, data: JSON.parse(new TextDecoder().decode(component.data)) });
}
"""


def _register(name: str, *parts: str, prepare: Preparer = prepare_nothing) -> Callable[..., Any]:
    """The mounting command of the component in NAME.css and NAME.js; `parts` are scripts that NAME.js builds on, after base.js.

    A part may have a style of its own, which NAME.css comes after; `prepare` makes its data short.
    """
    scripts = "\n".join((FOLDER / f"{stem}.js").read_text(encoding="utf-8") for stem in ("base", *parts, name))
    styles = [FOLDER / f"{stem}.css" for stem in (*parts, name)]
    css = "\n".join(style.read_text(encoding="utf-8") for style in styles if style.exists() or style.stem == name)
    asset = _FRAME % (scripts.replace("export default function (", "function render("), json.dumps(css))
    file_name = f"{name}-{hashlib.sha256(asset.encode()).hexdigest()[:10]}.js"
    ASSETS[file_name] = asset
    mount = st.components.v2.component(f"atlas_{name}", js=_LOADER % f"{ADDRESS}/{file_name}", isolate_styles=True)

    def show(*, data: Drawing, **more: Any) -> Any:
        return mount(data=send(data, prepare), **more)

    return show


_MAP = _register("map", "map_zoom", "map_draw", "map_grid", "map_marks", "map_parts", "map_paint", prepare=prepare_map)
_RANKING = _register("ranking", prepare=prepare_ranking)
_TABLE = _register("table", prepare=prepare_table)
_CARD = _register("card")
_BARS = _register("bars", "chart")
_TREEMAP = _register("treemap", "vendor/layouts", "chart")
_FLOW = _register("flow", "vendor/layouts", "chart")
_YEARS = _register("years", "chart")
_DATES = _register("dates", "chart")
_SCATTER = _register("scatter", "scatter_labels", "scatter_plane")
_RELATION = _register("relation")
_SIDE_BY_SIDE = _register("side_by_side")
_MATRIX = _register("matrix")
_SEARCH = _register("search", "search_match")
_STRIPS = _register("strips")
_NEIGHBOURS = _register("neighbours")
_FACTS = _register("facts")
_LEDGER = _register("ledger")
_UPSET = _register("upset")
_SETLIST = _register("setlist")
_PROFILE = _register("profile")
_DISTRIBUTION = _register("distribution")
_SIGNED_BARS = _register("signed_bars")
_PROGRAMMES = _register("programmes")
_PROGRAMME_CARDS = _register("programme_cards")
_TIMELINE = _register("timeline")
_GAP_STRIP = _register("gap_strip")
_RECORD = _register("record")
_STANDOUTS = _register("standouts")
_RELIEF_KEY = _register("relief_key")
_SCREEN = _register("screen")


def country_map(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw the choropleth of the 33 countries with its legend; zoom and focus outlive every change of `data`."""
    _MAP(data=data, key=key, on_picked_change=on_pick)


def ranking(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw the countries as bars in order, with reference lines, and those without a value listed below."""
    _RANKING(data=data, key=key, on_picked_change=on_pick)


def table(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw a table that sorts in the browser, and turns pages where `data` has a `page_size`; both outlive every change of `data`."""
    _TABLE(data=data, key=key, on_picked_change=on_pick)


def country_card(
    data: Drawing, key: str, on_pick: Callable[[], None], on_open: Callable[[], None] = lambda: None
) -> None:
    """Draw everything known of one country, each number with its source; its close button picks "".

    A row with a record opens it: `opened` then holds the id of the decision.
    """
    _CARD(data=data, key=key, on_picked_change=on_pick, on_opened_change=on_open)


def record(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw a decision or contract; picks "" (close), or "dimension=id": another record, or the filter by its recipient."""
    _RECORD(data=data, key=key, on_picked_change=on_pick)


def standouts(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw what stands out in a view of money; each line picks "dimension=id": a filter, or the record to open."""
    _STANDOUTS(data=data, key=key, on_picked_change=on_pick)


def _pick_nothing() -> None:
    """Picking changes nothing where marks are only read."""


def bars(data: Drawing, key: str, on_pick: Callable[[], None] = _pick_nothing) -> None:
    """Draw a breakdown as bars of segments with their legend and total; where it says so, a bar or segment picks "by=value;split=value"."""
    _BARS(data=data, key=key, on_picked_change=on_pick)


def treemap(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw nested tiles as large as their amounts; a heading picks "zone=id" or "recipient=id", a tile "record=id"."""
    _TREEMAP(data=data, key=key, on_picked_change=on_pick)


def flow(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw blocks in three columns with bands between them; a block picks "dimension=id", a band both of its ends."""
    _FLOW(data=data, key=key, on_picked_change=on_pick)


def years(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw a bar a year and the line of their sum so far; a bar picks "year=2010" or "start=2010"."""
    _YEARS(data=data, key=key, on_picked_change=on_pick)


def dates(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw contracts as lines from start to end in groups; a line picks "record=id", the heading of a group filters by it."""
    _DATES(data=data, key=key, on_picked_change=on_pick)


def scatter(data: Drawing, key: str, on_pick: Callable[[], None], on_pin: Callable[[], None]) -> None:
    """Draw countries as points on two axes; a click or Enter picks one, the key P pins it (`pinned` then holds its id)."""
    _SCATTER(data=data, key=key, on_picked_change=on_pick, on_pinned_change=on_pin)


def relation(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw a rank correlation with its interval, and lists of countries, each of which picks its ISO3 code."""
    _RELATION(data=data, key=key, on_picked_change=on_pick)


def side_by_side(data: Drawing, key: str, on_pick: Callable[[], None], on_unpin: Callable[[], None]) -> None:
    """Draw pinned countries as columns; a name picks its country, the cross beside it unpins it (`unpinned` holds its id)."""
    _SIDE_BY_SIDE(data=data, key=key, on_picked_change=on_pick, on_unpinned_change=on_unpin)


def matrix(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw rows by columns of marks, sorted in the browser by any column; sort order, scroll and focus outlive a change.

    `data` holds:
    - label: the caption; corner: heading of the names ("Country"); group_label: heading of the rows' groups, or None for no such column;
    - columns: id, label, hint (said on hover and focus), count (short text under the label), kind "mark" or "number";
    - rows: id, label, group, in (False draws it quietly), cells, one a column: mark (a letter, or the text of a number), label (the
      meaning in words), tone, and v, the number that the column sorts by (None: last; without v: 1 for a mark, else None);
    - tones: full (filled square), round (ring), soft (tinted), open (outlined), warn (dashed ring), alert (sharp frame), hatch, quiet
      (letter alone), blank (nothing);
    - legend: mark, tone, label, count; pick: "row", "cell" or ""; selected: a row's id; selected_cell: "row/column";
      hint: how to read it, said while nothing is pointed at; empty: a sentence for no rows.

    `picked` is a row's id, "row/column" where cells are picked, or "" when the choice was cleared.
    """
    _MATRIX(data=data, key=key, on_picked_change=on_pick)


def upset(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw the overlap of groups: a row a group, a column a set of countries; picks a set's id, or "|" to let it go."""
    _UPSET(data=data, key=key, on_picked_change=on_pick)


def set_list(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw sets of countries as lists; a heading picks a set's id ("|": none), a name an ISO3 code ("": none)."""
    _SETLIST(data=data, key=key, on_picked_change=on_pick)


def profile(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw an alliance as labelled facts with its members, each of which picks its ISO3 code, and the source."""
    _PROFILE(data=data, key=key, on_picked_change=on_pick)


def distribution(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw values as dots in rows, one a set of countries, with medians and reference lines; a dot picks its country."""
    _DISTRIBUTION(data=data, key=key, on_picked_change=on_pick)


def relief_key(data: Drawing, key: str) -> None:
    """Draw the legend of the 3D view: classes, heights, and arcs by instrument."""
    _RELIEF_KEY(data=data, key=key)


def screen(known: str, key: str, on_answer: Callable[[], None]) -> None:
    """Ask the browser what it draws: `answered` is like "wide dark", and comes again when the theme is not the `known` one.

    The first word is "flat" where nothing is drawn in 3D, else "wide" or "narrow"; the second is the theme.
    """
    _SCREEN(data={"known": known}, key=key, on_answered_change=on_answer)


def strips(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw the indicators of one country as rows, each with a strip of all countries; a click on a mark picks its country."""
    _STRIPS(data=data, key=key, on_picked_change=on_pick)


def gap_strip(data: Drawing, key: str) -> None:
    """Draw published figures on lines, each with what Annex H gives beside it and both in words."""
    _GAP_STRIP(data=data, key=key)


def neighbours(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw the ways from a country to the next, by name and on the map; arrow keys walk while it has the focus."""
    _NEIGHBOURS(data=data, key=key, on_picked_change=on_pick)


def facts(data: Drawing, key: str) -> None:
    """Draw labelled texts with their sources, or a sentence where there is none."""
    _FACTS(data=data, key=key)


def ledger(data: Drawing, key: str, on_open: Callable[[], None]) -> None:
    """Draw decisions with both of their amounts, and their contracts to be unfolded; `opened` holds the id of the record to open."""
    _LEDGER(data=data, key=key, on_opened_change=on_open)


def search(data: Drawing, key: str, on_pick: Callable[[], None], width: int) -> None:
    """Draw the box that finds anything; `data` is the same in every run, and the index a file that the browser fetches once."""
    _SEARCH(data=data, key=key, on_picked_change=on_pick, width=width)


def signed_bars(data: Drawing, key: str) -> None:
    """Draw groups of bars on one scale that may run below zero, each with its amount in words."""
    _SIGNED_BARS(data=data, key=key)


def programmes(data: Drawing, key: str) -> None:
    """Draw programmes on an axis of years, each with its budget by funder and the way to its decision."""
    _PROGRAMMES(data=data, key=key)


def programme_cards(data: Drawing, key: str) -> None:
    """Draw programmes as cards: amount, for whom, with whom, source."""
    _PROGRAMME_CARDS(data=data, key=key)


def timeline(data: Drawing, key: str, on_pick: Callable[[], None]) -> None:
    """Draw events in lanes, on a narrow screen as a list by year; a click or Enter picks one, Escape or the same again lets it go ("")."""
    _TIMELINE(data=data, key=key, on_picked_change=on_pick)
