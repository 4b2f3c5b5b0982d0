"""The built tables that the page on sources shows as they are: which columns of each, under which headings."""

from collections.abc import Callable
from functools import partial
from typing import Any

from geo.figures.tables import tabulate_plain

_CAVEATS = {"title": "Caveat", "text": "What a reader should know"}
_UNPLACED = {"iso3": "Country", "printed_value": "Printed", "page": "Page", "table": "Table", "note": "Possible readings"}  # fmt: skip
_GROUPS = {
    "name": "Group", "kind": "Kind", "printed_member_count": "Members, as stated", "launched_on": "Launched", "launch_place": "Where",
    "source_id": "Document", "page": "Page", "note": "Note",
}  # fmt: skip
_MEMBERS = {
    "iso3": "Country", "alliance_id": "Group", "role": "Role", "since": "Since", "printed_name": "As printed", "source_id": "Document",
    "page": "Page",
}  # fmt: skip
_DOCUMENTS = {"source_id": "Key", "citation": "Citation", "kind": "Kind", "published_on": "Published", "licence": "Terms of use"}  # fmt: skip

# What makes each table, by its key on the page, in the order of the page.
TABLES: dict[str, Callable[[], dict[str, Any]]] = {
    "caveats": partial(tabulate_plain, "caveats", _CAVEATS, "Caveats"),
    "unplaced": partial(tabulate_plain, "unplaced_values", _UNPLACED, "Printed cells whose column cannot be known"),
    "groups": partial(tabulate_plain, "alliances", _GROUPS, "Groups of countries"),
    "memberships": partial(tabulate_plain, "memberships", _MEMBERS, "Memberships"),
    "documents": partial(tabulate_plain, "sources", _DOCUMENTS, "Source documents"),
}
# The built tables behind them, besides that of the documents: what each is called.
BUILT = {
    "caveats": "Caveats",
    "unplaced_values": "Printed cells whose column cannot be known",
    "alliances": "Groups of countries",
    "memberships": "Memberships",
}
