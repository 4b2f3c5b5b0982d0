"""Downloads: the rows that the page shows, made when they are asked for."""

from collections.abc import Callable

import streamlit as st

from data.schema import BUILT_TABLES
from data.store import BUILT_FOLDER
from geo import compare_extract, extract, extract_money, need_extract
from geo.dimensions import COMMITTED
from geo.exports.columns import TABLES_CONTEXT
from geo.exports.loading import list_snippets_of_table
from geo.messages import carry, say, say_in
from geo.need_view import NeedView
from geo.pairs import CompareView
from geo.pinned import PinnedRow
from geo.portfolio import Portfolio
from geo.selection import Selection
from geo.views import IndicatorView
from pages.kit import permalinks, plain_tables, take_data, tongue


def indicator(view: IndicatorView, selection: Selection) -> None:
    """Offer the rows of an indicator as CSV."""
    _button(lambda: extract.to_csv(extract.extract_indicator(view)), extract.name_file(view.indicator_id, selection))


def records(portfolio: Portfolio) -> None:
    """Offer the decisions or contracts behind a view as CSV."""
    subject = "eu-decisions" if portfolio.query.measure == COMMITTED else "eu-contracts"
    _button(
        lambda: extract.to_csv(extract_money.extract_records(portfolio)),
        extract_money.name_file(subject, portfolio.query),
    )


def need(view: NeedView, selection: Selection) -> None:
    """Offer the rows of money beside need as CSV: each place with its value, its source, and its money by instrument."""
    subject = f"need_{view.need.indicator_id}_{view.money.measure}"
    _button(lambda: extract.to_csv(need_extract.extract_need(view)), extract.name_file(subject, selection))


def pairs(view: CompareView, selection: Selection) -> None:
    """Offer the countries of a comparison as CSV: both values with their source, and why a country is left out."""
    subject = f"compare_{view.across.measure_id}_{view.upwards.measure_id}"
    _button(lambda: extract.to_csv(compare_extract.extract_pairs(view)), extract.name_file(subject, selection))


def pinned(rows_of_measures: tuple[PinnedRow, ...], pins: tuple[str, ...]) -> None:
    """Offer every measure of the pinned countries as CSV."""
    file_name = f"lac-atlas_pinned_{'-'.join(pins)}.csv"
    _button(lambda: extract.to_csv(compare_extract.extract_pinned(rows_of_measures)), file_name, key="download_pinned")


def rows(make: Callable[[], bytes], file_name: str) -> None:
    """Offer rows as CSV that a page makes itself; they are made when they are asked for."""
    _button(make, file_name)


def built_tables() -> None:
    """Offer every built table as it is."""
    st.subheader(say("Tables"), anchor=False)
    with st.container(horizontal=True, key="built_tables"):
        for name, table in BUILT_TABLES.items():
            st.download_button(
                f"{name}.csv", data=(BUILT_FOLDER / f"{name}.csv").read_bytes, file_name=f"lac-atlas_{name}.csv", mime="text/csv",
                on_click="ignore", help=say_in(TABLES_CONTEXT, table.description), key=f"table_{name}",
            )  # fmt: skip


def code() -> None:
    """Show how a notebook reads a built table from its plain address, without a click."""
    st.subheader(say("Read a table from a notebook"), anchor=False)
    about = say(
        "Each table has an address of its own, open to scripts of any site. A reader that has it already is told so, and gets it again only "
        "when it changed."
    )
    st.markdown(about)
    _show_code()


@st.fragment
def _show_code() -> None:
    """The code of one table; choosing another runs this part alone."""
    tongue.take_up()
    names = list(BUILT_TABLES)
    table = st.selectbox(say("Table"), names, names.index("indicator_values"), key="table_to_read", width=250)
    address = permalinks.find_base() + plain_tables.find_address(table)
    take_data.show_code(list_snippets_of_table(address, table))


def _button(make: Callable[[], bytes], file_name: str, *, key: str = "download") -> None:
    st.download_button(
        say("Download these rows (CSV)"), data=carry(make), file_name=file_name, mime="text/csv", on_click="ignore",
        icon=":material/download:", key=key,
    )  # fmt: skip
