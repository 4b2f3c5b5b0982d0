"""How the ledger is made, for the reader of the page: sources, bases, verdicts, and what may not be concluded."""

from geo.ledger_fit import tell_fitted_bases
from geo.ledger_words import tell_all_readings
from geo.messages import say


def tell_notes() -> tuple[str, ...]:
    """Return the notes of the ledger, one sentence or a few each."""
    return (
        say(
            "Source: 2013 assessment commissioned by the European Commission: summary, sections 1, 4 and 6, footnotes 43 and 44, Annex I. "
            "Recomputed from Annex H, pages 154 to 173; the programmes that section 4 says are described in Annex I are counted there."
        ),
        say(
            "As stated is the plain reading of the sentence at its place: the measure it names (committed or contracted), the years, and "
            "what a share is of. Where it names no measure, the explanation says how it was read."
        ),
        say(
            "Exact: equal to the number printed. Within rounding: rounds to it, a half either way. An amount committed that stands alone is "
            "known to the digit that Annex H prints, and no better."
        ),
        say(
            "Words: “some” and “around” give no more room than rounding does, “almost” up to 5 per cent below; "
            "“at least”, “more than” and “less than” are taken at their word."
        ),
        say(
            "Holds: words make the number a bound, and what Annex H gives is within it. That says less than a number that comes out, so it is "
            "counted apart."
        ),
        say(
            "On another base: comes out when other years, the other measure or another whole are counted. The same bases are tried for "
            "every figure of a kind; of those that do, the one shown suits most figures that are printed beside it."
        ),
        *tell_fitted_bases(),
        say(
            "Gap: percentage points of a share, per cent of an amount or count, so that figures can be put in order. Difference: as stated "
            "less published, in the unit of the figure."
        ),
        say(
            "Smallest change: up to three decisions or two contracts left out, counted although the base leaves them out, or, for shares of "
            "zones and partners, put into or out of the share. That a change would do does not say that it was made."
        ),
        tell_all_readings(),
        say("No amount was changed to make a figure come out. Amounts committed and contracted are never added."),
    )
