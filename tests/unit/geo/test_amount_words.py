"""Amounts and shares in words: short on small marks, in full in tips."""

from geo.amount_words import format_cents, shorten_eur
from geo.figures.marks import tell_share


def test_small_marks_and_shares_are_rounded_and_tips_are_not() -> None:
    assert [shorten_eur(cents) for cents in (1_200_000_000, 24_500_000, 435_000)] == [
        "EUR 12.0m",
        "EUR 245k",
        "EUR 4.3k",
    ]
    assert [format_cents(cents) for cents in (435_000, 435_050)] == ["EUR 4,350", "EUR 4,350.50"]
    assert [tell_share(*pair) for pair in ((0, 0), (1, 1000), (1, 3))] == ["", "under 1 per cent", "33 per cent"]
    assert shorten_eur(99_999_999) == "EUR 1.0m"
