"""What the parts of a context are called in sentences (R208)."""

from journeys.conditions.facts import TRAIL
from journeys.spoken import spoken

WORDS = {
    "session.started": "the beginning of their visit",
    "session.source": "the source of their visit",
    "session.referrer": "the referrer of their visit",
    "session.campaign": "the campaign of their visit",
    "session.pages": "the pages seen in their visit",
    "session.duration": "the seconds their visit had lasted",
    "cart.id": "the cart they entered with",
    "cart.items": "the things in their cart",
    "cart.value": "the worth of their cart",
}
BEFORE = " before"
PLACES = (
    *("last", "second last", "third last", "fourth last", "fifth last", "sixth last"),
    *("seventh last", "eighth last", "ninth last", "tenth last"),
)


def context_words(name: str) -> str:
    """Return what a part of the context is called: 'the source of their visit'."""
    if name in WORDS:
        return WORDS[name]
    trail = TRAIL.fullmatch(name)
    if trail is not None:
        event, place, part = trail.groups()
        return f"{_part(part)} of the {PLACES[int(place)]} {spoken(event)}{BEFORE}"
    owner, _, part = name.partition(".")
    return f"{_part(part)} of {spoken(owner)}"


def _part(name: str) -> str:
    return "the time" if name == "at" else spoken(name)
