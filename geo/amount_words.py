"""Amounts, shares and durations in words: one way of writing each, on cards, charts and tables."""

from geo.classify import format_number
from geo.findings import EUR_MILLION
from geo.money_lines import CENTS

DAYS_OF_A_MONTH = 30.44


def format_cents(cents: int) -> str:
    """Return an amount in EUR, whole where it is: "EUR 4,350"."""
    return f"EUR {format_number(cents / CENTS, 2 if cents % CENTS else 0)}"


def shorten_eur(cents: int) -> str:
    """Return an amount for a small mark: "EUR 12.0m", "EUR 245k", "EUR 4.4k"."""
    amount = cents / CENTS
    # From here on thousands would round to 1,000.
    if amount >= EUR_MILLION - 500:
        return f"EUR {format_number(amount / EUR_MILLION, 1)}m"
    return f"EUR {format_number(amount / 1000, 0 if amount >= 10_000 else 1)}k"


def format_percent(part: int, whole: int) -> str:
    """Return how much of the whole a part is, without the sign; "100" only where it is all of it. Raises ZeroDivisionError for none."""
    share = 100 * part / whole
    if part == whole:
        return "100"
    if 0 < share < 0.1:
        return "under 0.1"
    # A hair above or below the whole is not the whole.
    decimals = 2 if abs(share - 100) < 0.05 else 1 if share < 10 or 99 < share < 105 else 0
    return format_number(share, decimals)


def format_share(part: int, whole: int) -> str:
    """Return how much of the whole a part is: "38 per cent", "under 0.1 per cent"."""
    return f"{format_percent(part, whole)} per cent"


def tell_duration(days: int) -> str:
    """Return a duration in days and, from two months on, in months."""
    months = round(days / DAYS_OF_A_MONTH)
    told = "1 day" if days == 1 else f"{format_number(days, 0)} days"
    return f"{told}, about {months} months" if months > 1 else told
