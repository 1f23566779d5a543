"""Prints one customer's story: every decision with its instant, its step and its reason."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from zoneinfo import ZoneInfo

from app.cli.text import wrapped
from app.cli.words import lines
from app.delivery.worded import Worded
from journeys.people.population import Content
from journeys.program.reasons import Reason
from journeys.simulation.explain import Told
from journeys.simulation.results import written
from journeys.values import Json

INDENT = 30
NO_WORDS: Mapping[int, Worded] = MappingProxyType({})


def story(
    customer: str,
    told: Sequence[Told],
    zone: ZoneInfo,
    titles: Mapping[str, str],
    words: Mapping[int, Worded] = NO_WORDS,
) -> Iterator[str]:
    """Yield the lines of a story, in parts: one for each entry, and one for each refused one.

    It is told by the clock of `zone`; `words` holds what was said in messages, by the place of the
    decision to send.
    """
    yield f"Customer {customer}, by the clock of {zone}"
    if not told:
        yield "  Nothing that this customer did leads into a journey of the run."
    entries: dict[str, dict[str, int]] = {}
    before, clock, step = "", "", ""
    for place, (one, entry) in enumerate(zip(told, _entries(told), strict=True)):
        journey = one.telling.journey
        numbers = entries.setdefault(journey, {})
        number = numbers.setdefault(entry, len(numbers) + 1) if entry else 0
        heading = f"  {titles[journey]}" + (f", entry {number}" if number else ", not let in")
        if heading != before or (not number and one.clock != clock):
            yield from ("", heading)
            before, clock, step = heading, "", ""
        if (one.clock, one.step) != (clock, step):
            yield f"    {'' if one.clock == clock else one.clock:<22}  {one.step}"
            clock, step = one.clock, one.step
        yield from wrapped(one.words, first=" " * INDENT)
        if place in words:
            yield from lines(words[place], " " * (INDENT + 2))


def _entries(told: Sequence[Told]) -> Iterator[str]:
    """Yield the entry that each decision belongs to: what is asked at a start, to what follows."""
    for place, one in enumerate(told):
        entry = one.telling.entry
        for later in told[place + 1 :] if entry is None else ():
            if later.telling.entry is not None or later.telling.node != one.telling.node:
                is_let_in = later.telling.reason is Reason.ENTERED and later.clock == one.clock
                entry = later.telling.entry if is_let_in else None
                break
            if later.telling.reason is not Reason.LEAF:
                break
        yield entry or ""


def plain(
    customer: str, told: Sequence[Told], zone: ZoneInfo, words: Mapping[int, Worded] = NO_WORDS
) -> dict[str, Json]:
    """Return a story as JSON-ready objects, with messages by the place of their sending."""
    return {
        "customer": customer,
        "zone": str(zone),
        "story": [
            {
                "time": written(one.telling.time),
                "journey": one.telling.journey,
                "entry": one.telling.entry,
                "step": one.telling.node,
                "reason": one.telling.reason.word,
                "operands": [_plain(operand) for operand in one.telling.operands],
                "words": one.words,
                **({"message": words[place].plain()} if place in words else {}),
            }
            for place, one in enumerate(told)
        ],
    }


def _plain(content: Content) -> Json:
    if isinstance(content, Decimal):
        return str(content)
    return content
