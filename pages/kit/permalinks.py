"""The address of one decision or contract: a link that shows it, and nothing of the view in which it was found."""

from urllib.parse import urlencode

from geo.record import find_measure_of
from pages.kit.urlstate import VERSION

PAGE = "money"


def link_record(record_id: str) -> str:
    """Return the relative address of a record's card. Raises KeyError for an id that Annex H does not have."""
    parameters = {"v": VERSION, "measure": find_measure_of(record_id), "record": record_id}
    return f"{PAGE}?{urlencode(parameters)}"
