"""The browser components: map, ranking, table, country card, charts, from the JavaScript and CSS files beside this one.

Each takes a plain dictionary, or a figure that is drawn once, and reports what was picked: `on_pick` runs when something is clicked or
chosen with Enter, and `st.session_state[key].picked` then holds its id, or "" when the choice was cleared.
"""

from collections.abc import Callable

from pages.kit.components.assets import ADDRESS, ASSETS, KINDS, Drawing, find_script, keep, register, tell_lost

__all__ = ["ADDRESS", "ASSETS", "KINDS", "Drawing", "find_script", "tell_lost"]

# What every chart of money is built with.
_CHART = ("typed", "tips", "to_table", "chart")

_MAP = register(
    "map",
    "typed",
    "tips",
    "to_table",
    "short_names",
    "map_zoom",
    "map_draw",
    "map_grid",
    "map_marks",
    "map_parts",
    "map_paint",
)
_RANKING = register("ranking", "typed", "to_table")
_TABLE = register("table", "typed", "to_table")
_CARD = register("card")
_BARS = register("bars", *_CHART)
_TREEMAP = register("treemap", "vendor/layouts", *_CHART)
_FLOW = register("flow", "vendor/layouts", *_CHART)
_YEARS = register("years", *_CHART)
_DATES = register("dates", *_CHART)
_SCATTER = register("scatter", "typed", "tips", "to_table", "short_names", "scatter_labels", "scatter_plane")
_RELATION = register("relation")
_SIDE_BY_SIDE = register("side_by_side")
_MATRIX = register("matrix", "typed", "to_table")
_SEARCH = register("search", "search_match", "focus", "skip", "ahead")
_STRIPS = register("strips", "typed", "tips")
_NEIGHBOURS = register("neighbours")
_FACTS = register("facts")
_LEDGER = register("ledger")
_UPSET = register("upset")
_SETLIST = register("setlist")
_PROFILE = register("profile")
_DISTRIBUTION = register("distribution", "typed", "to_table")
_SIGNED_BARS = register("signed_bars")
_PROGRAMMES = register("programmes")
_PROGRAMME_CARDS = register("programme_cards")
_TIMELINE = register("timeline")
_GAP_STRIP = register("gap_strip")
_RECORD = register("record")
_STANDOUTS = register("standouts")
_RELIEF_KEY = register("relief_key")
_SCREEN = register("screen")
_STAGE = register("stage", "stage_figures")
_STORY_EDITOR = register("story_editor", "story_store")
_STORY_ADDER = register("story_adder", "story_store")
_COPY = register("copy")
_SHEET = register("sheet")
keep("sketch")


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
    data: Drawing,
    key: str,
    on_pick: Callable[[], None],
    on_open: Callable[[], None] = lambda: None,
    on_cite: Callable[[], None] = lambda: None,
) -> None:
    """Draw everything known of one country, each number with its source; its close button picks "".

    A row with a record opens it: `opened` then holds the id of the decision. Where `data` has a `cite`, the id of a value, a button
    asks for its citation: `cited` then holds it.
    """
    _CARD(data=data, key=key, on_picked_change=on_pick, on_opened_change=on_open, on_cited_change=on_cite)


def record(data: Drawing, key: str, on_pick: Callable[[], None], on_cite: Callable[[], None] = lambda: None) -> None:
    """Draw a decision or contract; picks "" (close), or "dimension=id": another record, or the filter by its recipient.

    Where `data` has a `cite`, the id of a value, a button asks for its citation: `cited` then holds it.
    """
    _RECORD(data=data, key=key, on_picked_change=on_pick, on_cited_change=on_cite)


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
    """Draw countries as points on two axes; a click or Enter picks one, Shift and Enter pins it (`pinned` then holds its id)."""
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
    """Draw the box that finds anything; `data` changes with the page alone, and the index is a file that the browser fetches once."""
    _SEARCH(data=data, key=key, on_picked_change=on_pick, width=width)


def sheet(label: str, key: str) -> None:
    """Draw the button that opens the filters on a phone, where they are a sheet; a wide window shows them without it."""
    _SHEET(data={"label": label}, key=key)


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


def copy(data: Drawing, key: str) -> None:
    """Draw a text under its `name` with a button that copies it; `is_code` sets it in a fixed width."""
    _COPY(data=data, key=key)


def stage(data: Drawing, key: str, on_ask: Callable[[], None]) -> None:
    """Draw a story over the whole window, a step at a time; `asked` holds the number of a step whose figures are missing."""
    _STAGE(data=data, key=key, on_asked_change=on_ask)


def story_editor(data: Drawing, key: str) -> None:
    """Draw the story that this browser keeps, to be changed; `story` holds a revision, a line break, and the story as JSON."""
    _STORY_EDITOR(data=data, key=key, default={"story": ""}, on_story_change=_pick_nothing)


def story_adder(data: Drawing, key: str) -> None:
    """Draw the fields that add a view to the story that this browser keeps."""
    _STORY_ADDER(data=data, key=key)
