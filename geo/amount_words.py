"""Amounts, counts, shares and durations in words: one way of writing each, on cards, charts and tables."""

from geo.dimensions import COMMITTED
from geo.findings import EUR_MILLION
from geo.messages import say, say_count
from geo.money_lines import CENTS
from geo.spelling import count_form, format_number

DAYS_OF_A_MONTH = 30.44


def format_cents(cents: int) -> str:
    """Return an amount in EUR, whole where it is: "EUR 4,350"."""
    return say("EUR {amount}", amount=format_number(cents / CENTS, 2 if cents % CENTS else 0))


def shorten_eur(cents: int) -> str:
    """Return an amount for a small mark: "EUR 12.0m", "EUR 245k", "EUR 4.4k"."""
    amount = cents / CENTS
    # From here on thousands would round to 1,000.
    if amount >= EUR_MILLION - 500:
        return say("EUR {amount}m", amount=format_number(amount / EUR_MILLION, 1))
    return say("EUR {amount}k", amount=format_number(amount / 1000, 0 if amount >= 10_000 else 1))


def shorten_amount(cents: int) -> str:
    """Return an amount for the smallest of marks, where the currency is known: "12.0m", "245k", "4.4k"."""
    amount = cents / CENTS
    if amount >= EUR_MILLION - 500:
        return say("{amount}m", amount=format_number(amount / EUR_MILLION, 1))
    return say("{amount}k", amount=format_number(amount / 1000, 0 if amount >= 10_000 else 1))


def write_short(amount: float) -> str:
    """Return an amount of EUR as a number of millions, where the unit is known; one that would round to nothing says its thousands."""
    return write_amount(amount) if 0 < abs(amount) < EUR_MILLION / 10 else format_number(amount / EUR_MILLION, 1)


def write_amount(amount: float) -> str:
    """Return an amount of EUR whose currency stands elsewhere: "12.0 million", "45.0 thousand"."""
    if 0 < abs(amount) < EUR_MILLION / 10:
        number = format_number(amount / 1000, 1)
        return say_count("{amount} thousand", "{amount} thousand", count_form(number), amount=number)
    number = format_number(amount / EUR_MILLION, 1)
    return say_count("{amount} million", "{amount} million", count_form(number), amount=number)


def count_decisions(number: int) -> str:
    """Return "1 decision", "2 decisions"."""
    return say_count("{n} decision", "{n} decisions", number)


def count_contracts(number: int) -> str:
    """Return "1 contract", "2 contracts"."""
    return say_count("{n} contract", "{n} contracts", number)


def count_records(number: int, measure: str) -> str:
    """Return how many records of a measure there are: decisions commit, contracts contract."""
    return count_decisions(number) if measure == COMMITTED else count_contracts(number)


def format_percent(part: int, whole: int) -> str:
    """Return how much of the whole a part is, without the sign; "100" only where it is all of it. Raises ZeroDivisionError for none."""
    share = 100 * part / whole
    if part == whole:
        return "100"
    if 0 < share < 0.1:
        return say("under {value}", value=format_number(0.1, 1))
    # A hair above or below the whole is not the whole.
    decimals = 2 if abs(share - 100) < 0.05 else 1 if share < 10 or 99 < share < 105 else 0
    return format_number(share, decimals)


def format_share(part: int, whole: int) -> str:
    """Return how much of the whole a part is: "38 per cent", "under 0.1 per cent"."""
    return say("{value} per cent", value=format_percent(part, whole))


def tell_duration(days: int) -> str:
    """Return a duration in days and, from two months on, in months."""
    months = round(days / DAYS_OF_A_MONTH)
    number = format_number(days, 0)
    if months > 1:
        return say("{number} days, about {months} months", number=number, months=months)
    return say_count("{number} day", "{number} days", days, number=number)
