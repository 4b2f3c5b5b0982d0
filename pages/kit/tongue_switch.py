"""The row of languages on every page: each leads to the same view in that language, by a load of the whole page.

The page around the atlas names its language to screen readers, and a component fetches its script in that of the page; so a language is
not changed within a visit, but by its address.
"""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from geo.messages import LANGUAGES, current, say
from pages.kit.parameters import LANGUAGE


def list_links(parameters: Mapping[str, str]) -> dict[str, str]:
    """Return the relative address of the view with these URL parameters in each language, by its code.

    It is whole, empty parameters too: its page writes nothing to it, so Back leads to the language before.
    """
    return {language: f"?{urlencode({**parameters, LANGUAGE: language}, safe=',/')}" for language in LANGUAGES}


def write(links: Mapping[str, str]) -> str:
    """Return the row as HTML; the current language is marked for those who see it and for those who hear it."""
    shown = " ".join(_link(language, href) for language, href in links.items())
    return f'<nav aria-label="{escape(say("Language"))}">{shown}</nav>'


def _link(language: str, href: str) -> str:
    mark = ' aria-current="true"' if language == current() else ""
    # The code is what a narrow window shows of the name.
    text = f'<span class="code">{language.upper()}</span> <span class="name">{LANGUAGES[language]}</span>'
    return f'<a href="{escape(href)}" lang="{language}" hreflang="{language}"{mark}>{text}</a>'
