"""The button for a country's brief as one page to print; the page is drawn when it is asked for."""

import streamlit as st

from geo.country_brief import CountryBrief
from geo.exports.brief import make_page
from geo.messages import carry, current, say
from pages.kit import permalinks, urlstate, worker
from pages.kit.parameters import LANGUAGE


def offer(found: CountryBrief) -> None:
    """Offer the page of a country as PDF."""
    link = f"{permalinks.find_base()}country?v={urlstate.VERSION}&{LANGUAGE}={current()}&place={found.iso3}"
    st.download_button(
        say("One page to print (PDF)"), data=carry(lambda: worker.run(make_page, found.iso3, link)), file_name=f"lac-atlas_{found.iso3}_brief.pdf",
        mime="application/pdf", on_click="ignore", icon=":material/picture_as_pdf:", key="take_brief",
        help=say("Indicators, groups, EU money and what is not known, on a page of A4 that can be read in grey"),
    )  # fmt: skip
