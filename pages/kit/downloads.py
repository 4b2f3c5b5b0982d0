"""Downloads: the rows that the page shows, made when they are asked for."""

from collections.abc import Callable

import streamlit as st

from data.schema import BUILT_TABLES
from data.store import BUILT_FOLDER
from geo import extract
from geo.selection import Selection
from geo.views import IndicatorView, MoneyView


def indicator(view: IndicatorView, selection: Selection) -> None:
    """Offer the rows of an indicator as CSV."""
    _button(lambda: extract.to_csv(extract.extract_indicator(view)), extract.name_file(view.indicator_id, selection))


def decisions(view: MoneyView, selection: Selection) -> None:
    """Offer the decisions behind a money view as CSV."""
    _button(
        lambda: extract.to_csv(extract.extract_decisions(view)),
        extract.name_file(f"eu-decisions_{view.measure}", selection),
    )


def built_tables() -> None:
    """Offer every built table as it is."""
    st.subheader("Tables", anchor=False)
    with st.container(horizontal=True, key="built_tables"):
        for name, table in BUILT_TABLES.items():
            st.download_button(
                f"{name}.csv", data=(BUILT_FOLDER / f"{name}.csv").read_bytes, file_name=f"lac-atlas_{name}.csv", mime="text/csv",
                on_click="ignore", help=table.description, key=f"table_{name}",
            )  # fmt: skip


def _button(make: Callable[[], bytes], file_name: str) -> None:
    st.download_button(
        "Download these rows (CSV)", data=make, file_name=file_name, mime="text/csv", on_click="ignore", icon=":material/download:", key="download"
    )  # fmt: skip
