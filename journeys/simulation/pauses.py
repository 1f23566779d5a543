"""Pauses of a run: which cannot be, how the engine reads them, and how they are said (R226)."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from journeys.document.journey import Journey
from journeys.errors import ThroughlineError
from journeys.simulation.explain import clock
from journeys.simulation.settings import Pause, Policy

BECOMES = {
    Policy.EXTEND: "all waits end that much later",
    Policy.CATCH_UP: "whoever would have gone on meanwhile goes on at its end",
}


def refuse_impossible(pauses: Sequence[Pause], journeys: Sequence[Journey]) -> None:
    """Raise ThroughlineError for the first pause that cannot be."""
    ids = [journey.id for journey in journeys]
    before: dict[str, Pause] = {}
    for pause in sorted(pauses, key=lambda each: each.start):
        name = pause.journey
        if name not in ids:
            raise ThroughlineError(
                f"There is no journey {name!r} in this run that could be paused.",
                f"The run has: {', '.join(ids)}.",
            )
        if pause.end <= pause.start:
            raise ThroughlineError(
                f"A pause of the journey {name!r} would end before it begins.",
                "Choose a later end.",
            )
        if name in before and pause.start <= before[name].end:
            raise ThroughlineError(
                f"Two pauses of the journey {name!r} overlap, or one ends where the other begins.",
                "Make one pause of them.",
            )
        before[name] = pause


def in_order(pauses: Sequence[Pause], ids: Sequence[str], start: int) -> Iterator[int]:
    """Yield the numbers of the pauses that matter to a run from `start`, by their ends.

    `ids` are those of the journeys in the order of R4.
    """
    found = [pause for pause in pauses if pause.end > start]
    for pause in sorted(found, key=lambda each: (each.end, ids.index(each.journey))):
        yield from (ids.index(pause.journey), pause.start, pause.end)
        yield int(pause.policy is Policy.EXTEND)


def said(pause: Pause, journey: Journey, zone: str) -> str:
    """Return that a journey is paused, when, and what becomes of those who wait."""
    first, last = (clock(each, ZoneInfo(zone)) for each in (pause.start, pause.end))
    return (
        f"{journey.name!r} is paused from {first} to {last}: nobody enters or goes on, and "
        f"{BECOMES[pause.policy]}."
    )
