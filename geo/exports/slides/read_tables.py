"""Tables, lists, dates and cards as tables that can be edited; the first rows that fit stand on the slide."""

from collections.abc import Callable, Iterable
from typing import Any

from geo.exports.slides.content import Cell, Exhibit, Table
from geo.messages import say, say_in
from geo.spelling import join_clauses, name_value

Payload = dict[str, Any]
# What a column weighs when there is no room for all: prose goes first, then where something stands.
WEIGHTS = {"prose": 0, "where": 1, "source": 1, "page": 1, "status": 4}
FIRST, USUAL = 9, 3
MOST_BESIDE_GROUPS = 8


def read_table(data: Payload) -> Exhibit:
    """Return a table with its columns and rows in their order."""
    kinds = [column["kind"] for column in data["columns"]]
    rows = tuple(
        tuple(_cell(cell, kind) for cell, kind in zip(row["cells"], kinds, strict=True)) for row in data["rows"]
    )
    weights = (FIRST, *(WEIGHTS.get(kind, USUAL) for kind in kinds[1:]))
    table = Table(tuple(column["label"] for column in data["columns"]), rows, weights)
    return Exhibit(data["label"], "", table, data["label"], () if rows else (data["empty"],))


def read_matrix(data: Payload) -> Exhibit:
    """Return a matrix with its marks as letters; the legend says what they mean."""
    # Beside many columns there is no room for one more.
    grouped = data["group_label"] if len(data["columns"]) <= MOST_BESIDE_GROUPS else None
    headings = (data["corner"], *([grouped] if grouped else []), *(column["label"] for column in data["columns"]))
    rows = (
        (row["label"], *([row["group"]] if grouped else []), *(cell["mark"] or "" for cell in row["cells"]))
        for row in data["rows"]
    )
    legend = join_clauses(name_value(one["mark"], f"{one['label']} ({one['count']})") for one in data["legend"])
    return _exhibit(data.get("name") or data["label"], headings, rows, words=(legend,) if legend else ())


def read_facts(data: Payload) -> Exhibit:
    """Return labelled texts with their sources."""
    found = data["rows"]
    rows = [(one["label"], _join(one["value"], one["detail"], one["more"]), one["source"]) for one in found]
    headings = ("", say("What is printed or told"), say("Source"))
    return _exhibit(data["title"], headings, rows, where={2}, words=() if rows else (data["empty"],))


def read_profile(data: Payload) -> Exhibit:
    """Return an alliance as labelled facts."""
    rows = [(one["label"], ", ".join(one["items"])) for one in data["facts"]]
    rows.append((data["members_label"], ", ".join(one["name"] for one in data["members"])))
    words = tuple(filter(None, (data["note"], data["source"])))
    title = say("{name}: {value}", name=data["title"], value=data["subtitle"])
    return _exhibit(title, ("", say("What the documents print")), rows, words=words)


def read_sets(data: Payload) -> Exhibit:
    """Return sets of countries with their names."""
    rows = [
        (one["label"], str(one["count"]), ", ".join(place["name"] for place in one["countries"]))
        for one in data["sets"]
    ]
    return _exhibit(data["label"], (say("Set"), say("Countries"), say_in("countries", "Which")), rows, numbers={1})


def read_upset(data: Payload) -> Exhibit:
    """Return sets of countries by the groups that they are in, the largest first."""
    rows = [(one["label"], str(one["count"]), one["countries"] or say("no country")) for one in data["columns"]]
    return _exhibit(data["label"], (say("Groups"), say("Countries"), say_in("countries", "Which")), rows, numbers={1})


def read_ledger(data: Payload) -> Exhibit:
    """Return decisions with both of their amounts side by side, which are never added."""
    rows = [
        (one["meta"], _join(one["title"], one["sign"]), one["committed"], one["contracted"], one["source"])
        for one in data["decisions"]
    ]
    headings = (say("Decision"), say("Title as printed"), say("Committed"), say("Contracted"), say("Source"))
    words = (data["note"],) if data["note"] else ()
    return _exhibit(data["title"], headings, rows, numbers={2, 3}, where={4}, words=words)


def read_strips(data: Payload) -> Exhibit:
    """Return the indicators of a country: value, unit, place among all, source; words where there is no value."""
    rows = [
        (
            row["label"],
            "" if row["message"] else _join(row["text"], row["sign"]),
            row["unit"],
            row["message"] or row["rank"],
            row["source"],
        )
        for group in data["groups"]
        for row in group["rows"]
    ]
    headings = (say("Indicator"), say("Value"), say("Unit"), say("Place among countries"), say("Page, table, row"))
    return _exhibit(data["label"], headings, rows, numbers={1})


def read_side_by_side(data: Payload) -> Exhibit:
    """Return the measures of pinned countries, a column a country."""
    headings = (say("Measure"), *(one["name"] for one in data["countries"]), say("Source"))
    rows = [
        (
            f"{row['label']}, {row['unit']}",
            *(_join(cell["text"], cell["status"]) for cell in row["cells"]),
            row["source"],
        )
        for section in data["sections"]
        for row in section["rows"]
    ]
    count = len(data["countries"])
    return _exhibit(data["label"], headings, rows, numbers=set(range(1, count + 1)), where={count + 1})


def read_relation(data: Payload) -> Exhibit:
    """Return a rank correlation with its interval, and lists of countries."""
    rows = [(data["text"], f"{data['interval']}, {data['count']}")] if data["rho"] is not None else []
    rows += [(data["silence"], "")] if data["silence"] else []
    rows += [
        (one["label"], ", ".join(_join(place["name"], place["hint"]) for place in one["places"]))
        for one in data["lists"]
    ]
    return _exhibit(data["title"], ("", say_in("countries", "Which")), rows, words=tuple(data["lines"]))


def read_standouts(data: Payload) -> Exhibit:
    """Return what stands out in a view of money."""
    rows = [(one["label"], one["value"], one["detail"]) for one in (*data["rows"], *data["doubtful"]["rows"])]
    words = (data["note"],) if data["note"] else ()
    headings = (say("What"), say("Amount"), say_in("records", "Which"))
    return _exhibit(data["finding"], headings, rows, numbers={1}, words=words)


def read_dates(data: Payload) -> Exhibit:
    """Return contracts with their dates, group by group, then those without both dates."""
    rows = [
        (group["label"], row["name"], row["title"], row["lines"][1], row["text"])
        for group in data["groups"]
        for row in group["rows"]
    ]
    rows += [(say("Not dated"), row["name"], row["title"], row["known"], row["text"]) for row in data["undated"]]
    words = tuple(filter(None, (data["undated_title"], data["total"])))
    headings = (say_in("recipient", "For"), say("Contract"), say("Title as printed"), say("Dates"), "EUR")
    return _exhibit(data["title"], headings, rows, numbers={4}, words=words)


def read_timeline(data: Payload) -> Exhibit:
    """Return events by date, each with its document and page."""
    found = [(one["from"], lane["title"], one) for lane in data["lanes"] for one in lane["events"]]
    rows = [
        (one["date"], one["title"], lane, one["source"])
        for _, lane, one in sorted(found, key=lambda each: (each[0], each[2]["id"]))
    ]
    headings = (say("Date"), say("Event"), say("Theme"), say("Source"))
    return _exhibit(data["label"], headings, rows, where={3}, words=(data["source"],))


def read_programmes(data: Payload) -> Exhibit:
    """Return programmes with their budgets as printed, parts never added up."""
    rows = [
        (_join(row["name"], row["title"]), row["place"], row["years"], row["words"], row["source"])
        for group in data["groups"]
        for row in group["rows"]
    ]
    years, amount = say("Years"), say("EUR million, as printed")
    headings = (say("Programme"), say_in("recipient", "For"), years, amount, say("Source"))
    return _exhibit(data["label"], headings, rows, where={4}, words=(data["source"],))


def read_cards(data: Payload) -> Exhibit:
    """Return later programmes with amount, place, years and source."""
    rows = [
        (_join(card["name"], card["title"] if card["title"] != card["name"] else ""), card["amount"],
         join_clauses(name_value(fact["label"], fact["text"]) for fact in card["facts"]), card["source"])
        for card in data["cards"]
    ]  # fmt: skip
    headings = (say("Programme"), say("Amount"), say("What is printed"), say("Source"))
    return _exhibit(data["label"], headings, rows, where={3})


def read_gap_strip(data: Payload) -> Exhibit:
    """Return published figures beside what the annexes give."""
    found = [row for group in data["groups"] for row in group["rows"]]
    if data["layout"] == "pairs":
        first, first_is, second, second_is = (one["label"] for one in data["key"])
        headings: tuple[str, ...] = (say("Share"), f"{first}, {first_is}", f"{second}, {second_is}")
        return _exhibit(data["label"], headings, [(row["label"], *row["sides"]) for row in found])
    if data["layout"] == "totals":
        totals = [(row["label"], row["published"]) for row in found]
        return _exhibit(data["label"], (say("Total"), say("EUR million")), totals, numbers={1})
    rows = [(_join(row["label"], row["where"]), row["published"], row["given"], row["verdict"]) for row in found]
    headings = (say_in("published", "Figure"), say_in("published", "Printed"), say("From the annexes"), say("Verdict"))
    return _exhibit(data["label"], headings, rows)


def _exhibit(  # noqa: PLR0913 - a part of the table each
    title: str,
    headings: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    *,
    numbers: set[int] | None = None,
    where: set[int] | None = None,
    words: tuple[str, ...] = (),
) -> Exhibit:
    """A table of texts; `numbers` are the places of columns of numbers, `where` of those that only say where something stands."""
    of_numbers, texts = numbers or set(), list(rows)
    # A column that says nothing takes no room.
    kept = [at for at in range(len(headings)) if at == 0 or any(row[at] for row in texts)]
    cells = tuple(tuple(Cell(row[at], at in of_numbers) for at in kept) for row in texts)
    weights = (FIRST, *(WEIGHTS["source"] if at in (where or set()) else USUAL for at in kept[1:]))
    return Exhibit(title, "", Table(tuple(headings[at] for at in kept), cells, weights), title, words)


def _cell(cell: Any, kind: str) -> Cell:
    return Cell(str(cell["t"] if isinstance(cell, dict) else cell), kind == "number")


def _join(text: str, *more: str) -> str:
    """A text with what is said beside it."""
    return ", ".join(filter(None, (text, *more)))


READERS: dict[str, Callable[[Payload], Exhibit]] = {
    "table": read_table,
    "matrix": read_matrix,
    "facts": read_facts,
    "profile": read_profile,
    "setlist": read_sets,
    "upset": read_upset,
    "ledger": read_ledger,
    "strips": read_strips,
    "side_by_side": read_side_by_side,
    "relation": read_relation,
    "standouts": read_standouts,
    "dates": read_dates,
    "timeline": read_timeline,
    "programmes": read_programmes,
    "programme_cards": read_cards,
    "gap_strip": read_gap_strip,
}
