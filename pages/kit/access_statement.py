"""The statement on accessibility: what is met, how it is tested, what is not met and why, and where to tell of a barrier.

The page Accessibility shows it in the visitor's language, `docs/accessibility.md` holds the same in English; a test compares them.
"""

from dataclasses import dataclass
from datetime import date

from geo.messages import mark

WRITTEN = date(2026, 11, 22)
ISSUES_ADDRESS = "https://github.com/streamlit/streamlit/issues/"


@dataclass(frozen=True)
class Gap:
    """A criterion that is not met: what is wrong and what to use instead, the criterion, and who has been told."""

    text: str
    criterion: str
    upstream: tuple[str, ...] = ()


STANDARD = mark(
    "The atlas aims at level AA of the Web Content Accessibility Guidelines 2.2, and so at chapter 9 of EN 301 549. It "
    "conforms in part: what is known to be missing is listed below."
)
MET = (
    mark(
        "Everything works with the keyboard alone: the first stop of a page leads to its finding, a map is one stop in "
        "which letters and arrows choose a country, Escape closes what was opened, and nothing holds the keyboard back."
    ),
    mark(
        "Each figure has a text that tells what it shows, between which values and what is missing, and the same values "
        "stand in a table or in a list."
    ),
    mark(
        "Text has a contrast of 4.5 to 1 or more, in the light and in the dark theme; doubt, missing values and "
        "membership are told by a pattern or a sign too, never by colour alone."
    ),
    mark(
        "A page fits into a window 320 pixels wide, as at 400 per cent zoom, and scrolls in one direction; wide tables "
        "scroll in a frame of their own."
    ),
    mark(
        "Pages, headings and parts of a page have names; the page names its language, and in tables, cards and charts a title "
        "printed in another language names that."
    ),
    mark("No single letter acts outside of what has the keyboard, and those of a presented story can be switched off."),
    mark("Nothing moves where the system asks for less motion, and nothing flashes."),
)
TESTED = (
    mark(
        "Every page is checked with axe-core in Chromium at each change of the atlas: in the light and the dark theme, on "
        "a large screen and a phone's, in English and in French; so are an open card, an open list, a dialog, a story on "
        "the stage and a view in a frame."
    ),
    mark(
        "Other tests press the keys of each task, measure targets and widths, and compute the contrasts and how far apart "
        "the colours of each palette stay for three kinds of colour blindness and in grey."
    ),
    mark(
        "What no program can tell is not proven: nobody has tested the atlas with a screen reader, a magnifier, voice "
        "control or a switch, and nobody who depends on them has been asked. Firefox and Safari were not tested either."
    ),
)
GAPS = (
    Gap(
        mark(
            "Some words inside the filters, menus, dialogs and the file field come from Streamlit, with which the atlas is "
            "built, and are English in every language."
        ),
        "3.1.2",
        ("1353", "13500"),
    ),
    Gap(
        mark(
            "On a phone, the open menu of pages is marked as a list whose sections are no items of it, so that a screen "
            "reader may count them wrong. It is made by Streamlit; no report of just this is known, the nearest asks for "
            "accessible pages in general."
        ),
        "1.3.1",
        ("8399",),
    ),
    Gap(
        mark(
            "On a phone the map stands above the findings of the other topics, and a card above the links to its place; "
            "Firefox and Safari lead a keyboard and a screen reader through them in the order of a large screen."
        ),
        "1.3.2, 2.4.3",
    ),
    Gap(
        mark(
            "Titles as printed, in Spanish or English, are read in the language of the page where they stand in a name or a "
            "list without marks of its own: in the search results, on the timeline, and in the names of tiles and bars."
        ),
        "3.1.2",
    ),
    Gap(
        mark(
            "The map in three dimensions is a picture that a screen reader cannot enter; the ranking and the table below it "
            "hold the same values."
        ),
        "1.1.1, 2.1.1",
    ),
    Gap(
        mark(
            "Pictures, sheets and slides to take away are not tagged for screen readers; the same view is offered as a table "
            "in CSV and Excel."
        ),
        "1.1.1, 1.3.1",
    ),
)
REPORT = mark(
    "If something keeps you out, report it as an issue where this repository is hosted, or to whoever gave you the address of "
    "the atlas: the address of the view, what you tried, and what you use."
)
