"""Amounts and shares in words: short on small marks, in full in tips."""

from geo.amount_words import format_cents, shorten_eur, write_amount, write_short
from geo.figures.marks import tell_share
from geo.findings import format_eur
from geo.messages import speaking


def test_small_marks_and_shares_are_rounded_and_tips_are_not() -> None:
    assert [shorten_eur(cents) for cents in (1_200_000_000, 24_500_000, 435_000)] == [
        "EUR 12.0m",
        "EUR 245k",
        "EUR 4.3k",
    ]
    assert [format_cents(cents) for cents in (435_000, 435_050)] == ["EUR 4,350", "EUR 4,350.50"]
    assert [tell_share(*pair) for pair in ((0, 0), (1, 1000), (1, 3))] == ["", "under 1 per cent", "33 per cent"]
    assert shorten_eur(99_999_999) == "EUR 1.0m"


def test_millions_and_thousands_have_the_form_that_goes_with_the_number() -> None:
    with speaking("fr"):
        assert format_eur(1_900_000) == "1,9\N{NO-BREAK SPACE}million d’EUR"
        assert write_amount(2_000_000) == "2,0\N{NO-BREAK SPACE}millions"
        assert write_short(1_900) == "1,9\N{NO-BREAK SPACE}millier"
    with speaking("es"):
        assert format_eur(1_000_000) == "1,0 millón de EUR"
        assert format_eur(1_900_000) == "1,9 millones de EUR"
    assert [write_short(amount) for amount in (0, 45_000, 12_000_000)] == ["0.0", "45.0 thousand", "12.0"]
