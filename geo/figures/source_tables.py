"""The built tables that the page on sources shows as they are: which columns of each, under which headings."""

from collections.abc import Callable
from functools import partial
from typing import Any

from geo.figures.tables import tabulate_plain
from geo.messages import mark

_CAVEATS = {"title": mark("Caveat"), "text": mark("What a reader should know")}
_UNPLACED = {
    "iso3": mark("Country"), "printed_value": mark("Printed"), "page": mark("Page"), "table": mark("Table"), "note": mark("Possible readings"),
}  # fmt: skip
_GROUPS = {
    "name": mark("Group"), "kind": mark("Kind"), "printed_member_count": mark("Members, as stated"), "launched_on": mark("Launched"),
    "launch_place": mark("Where"), "source_id": mark("Document"), "page": mark("Page"), "note": mark("Note"),
}  # fmt: skip
_MEMBERS = {
    "iso3": mark("Country"), "alliance_id": mark("Group"), "role": mark("Role"), "since": mark("Since"), "printed_name": mark("As printed"),
    "source_id": mark("Document"), "page": mark("Page"),
}  # fmt: skip
_DOCUMENTS = {
    "source_id": mark("Key"), "citation": mark("Citation"), "kind": mark("Kind"), "published_on": mark("Published"), "licence": mark("Terms of use"),
}  # fmt: skip

# The built tables behind them, besides that of the documents: what each is called, as a message.
BUILT = {
    "caveats": mark("Caveats"),
    "unplaced_values": mark("Printed cells whose column cannot be known"),
    "alliances": mark("Groups of countries"),
    "memberships": mark("Memberships"),
}
# What makes each table, by its key on the page, in the order of the page.
TABLES: dict[str, Callable[[], dict[str, Any]]] = {
    "caveats": partial(tabulate_plain, "caveats", _CAVEATS, BUILT["caveats"]),
    "unplaced": partial(tabulate_plain, "unplaced_values", _UNPLACED, BUILT["unplaced_values"]),
    "groups": partial(tabulate_plain, "alliances", _GROUPS, BUILT["alliances"]),
    "memberships": partial(tabulate_plain, "memberships", _MEMBERS, BUILT["memberships"]),
    "documents": partial(tabulate_plain, "sources", _DOCUMENTS, mark("Source documents")),
}
