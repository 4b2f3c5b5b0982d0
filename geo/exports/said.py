"""What every file says of the view that it was made from, by label: finding, filters, address, version, documents, notes."""

from collections.abc import Collection

import pandas as pd

from data.integrity import SUMS, find_version, hash_file
from data.store import BUILT_FOLDER
from geo.boundaries import BOUNDARIES_DISCLAIMER, BOUNDARIES_SOURCE
from geo.citation import ATLAS
from geo.handout import Handout
from geo.messages import say, say_in
from geo.spoken import load_records


def list_filters(handout: Handout) -> tuple[str, ...]:
    """Return each filter in force in words, or that there is none."""
    return handout.filters or (say_in("filters", "None"),)


def list_facts(handout: Handout, permalink: str) -> list[tuple[str, str]]:
    """Return what the view is: its finding, page, filters one by one, address, rows, and the version of atlas and data."""
    finding = [(say("Finding"), handout.title), *([(say("Below it"), handout.below)] if handout.below else [])]
    return [*finding, *list_origins(handout, permalink)]


def list_origins(handout: Handout, permalink: str) -> list[tuple[str, str]]:
    """Return where a view is from: its page, filters one by one, address, rows, and the version of atlas and data."""
    data = say("SHA-256 of all built files together: {checksum}", checksum=hash_file(BUILT_FOLDER / SUMS))
    return [
        (say("Page"), handout.page),
        *((say("Filter"), one) for one in list_filters(handout)),
        (say("Permalink"), permalink),
        (say("Rows"), str(len(handout.rows))),
        (say("Atlas"), say("{atlas}, version {version}", atlas=ATLAS, version=find_version())),
        (say("Data"), data),
        (say("Outlines"), f"{say(BOUNDARIES_SOURCE)} {say(BOUNDARIES_DISCLAIMER)}"),
    ]


def list_sources(handout: Handout) -> list[dict[str, str]]:
    """Return the documents that the rows name, as the table of sources has them; none where there are no rows."""
    return pick_sources(_collect(handout, "source_id"))


def pick_sources(named: Collection[str]) -> list[dict[str, str]]:
    """Return the documents of these ids, in the order of the table."""
    return [row for row in load_records("sources") if row["source_id"] in named]


def list_caveats(handout: Handout) -> list[dict[str, str]]:
    """Return the caveats that the rows name, in the order of the table."""
    named = {one for ids in _collect(handout, "caveat_ids") for one in ids.split(";")}
    return [row for row in load_records("caveats") if row["caveat_id"] in named]


def list_tables(handout: Handout) -> list[tuple[str, str, pd.DataFrame]]:
    """Return the tables of a view: the name of each in files, its title and rows; the first is "data"."""
    return [("data", handout.title, handout.rows), *((one.name, one.title, one.frame) for one in handout.further)]


def _collect(handout: Handout, ending: str) -> set[str]:
    """The different values of all columns whose name ends so."""
    return {one for _, _, frame in list_tables(handout) for one in collect(frame, ending)}


def collect(frame: pd.DataFrame, ending: str) -> set[str]:
    """Return the different values of all columns of a table whose name ends so."""
    columns = [frame[name] for name in frame.columns if str(name).endswith(ending)]
    return {str(value) for column in columns for value in column.dropna()}
