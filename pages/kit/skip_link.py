"""The way past navigation, search and filters: the first thing that the keyboard reaches, written into the page before anything is drawn."""

from html import escape

from geo.messages import cached, mark, say

LABEL = mark("Go to the finding")
ID = "atlas-skip"
# Seen only while it has the keyboard. Its colours keep 8 to 1 in both themes; Streamlit's are not there yet.
_STYLE = (
    f"#{ID}{{position:fixed;top:0;left:1rem;z-index:1000000;padding:.6rem 1rem;border-radius:0 0 4px 4px;background:#0b4f8a;color:#fff;"
    f"font:600 15px/1.4 public-sans,system-ui,sans-serif;transform:translateY(-150%)}}"
    f"#{ID}:focus{{transform:none;outline:2px solid #fff;outline-offset:-5px}}@media print{{#{ID}{{display:none}}}}"
)


@cached
def write() -> str:
    """Return the link as HTML, in the current language; components/skip.js moves the keyboard.

    Until that script is there, the link leads to the page's main part, as any link does.
    """
    return f'<style>{_STYLE}</style><a id="{ID}" href="#stMain">{escape(say(LABEL))}</a>'
