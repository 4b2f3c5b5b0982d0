"""What the card component draws: a place as a sheet of labelled values."""

from dataclasses import asdict
from typing import Any

from geo.country_card import CountryCard
from geo.messages import say
from geo.places import Membership
from geo.spelling import name_value


def draw_card(card: CountryCard) -> dict[str, Any]:
    """Return a country's card: badges for its groups, a section a topic, notes below."""
    # The two totals of the place's own come first, and beside them what a rule makes of them.
    totals, decisions = card.money[:2], card.money[2:]
    sections = ((say("EU commitments in Annex H"), (*totals, *card.under_rule, *decisions)),)
    return {
        "id": card.place_id,
        "title": card.name,
        "subtitle": card.subtitle,
        "badges": [_badge(one) for one in card.memberships],
        "rows": [asdict(row) for row in card.indicators],
        "sections": [{"title": title, "rows": [asdict(row) for row in rows]} for title, rows in sections if rows],
        "notes": list(card.notes),
        "close_label": say("Close"),
    }


def _badge(one: Membership) -> str:
    name = f"{one.short_name} {one.since[:4]}" if one.since else one.short_name
    return name if one.role == "member" else name_value(name, say(one.role))
