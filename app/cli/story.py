"""Prints one customer's story: every decision with its instant, its step and its reason."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.cli.text import wrapped
from journeys.people.population import Content
from journeys.program.reasons import Reason
from journeys.simulation.explain import Told
from journeys.simulation.results import written
from journeys.values import Json


def story(customer: str, told: Sequence[Told], titles: dict[str, str]) -> Iterator[str]:
    """Yield the lines of a story, under a heading for each entry; `titles` are the journeys'."""
    yield f"Customer {customer}"
    if not told:
        yield "  Nothing that this customer did leads into the journey."
    heading = ""
    for one in told:
        said = f"{one.telling.journey} {one.telling.entry}"
        if said != heading:
            heading = said
            inside = "" if one.telling.entry else ", at the door"
            yield ""
            yield f"  {titles[one.telling.journey]}{inside}"
        yield from _line(one)


def _line(one: Told) -> Iterator[str]:
    yield from wrapped(f"{one.step}: {one.words}", first=f"    {one.clock:<22}  ", rest=" " * 28)


def plain(customer: str, told: Sequence[Told]) -> dict[str, Json]:
    """Return a story as JSON-ready objects."""
    return {
        "customer": customer,
        "story": [
            {
                "time": written(one.telling.time),
                "journey": one.telling.journey,
                "entry": one.telling.entry,
                "step": one.telling.node,
                "reason": one.telling.reason.word,
                "operands": [_plain(operand) for operand in one.telling.operands],
                "words": one.words,
            }
            for one in told
        ],
    }


def is_inside(told: Sequence[Told]) -> bool:
    """Say whether a story has an entry in it."""
    return any(one.telling.reason is Reason.ENTERED for one in told)


def _plain(content: Content) -> Json:
    if isinstance(content, Decimal):
        return str(content)
    return content


