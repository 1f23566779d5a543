"""Ways that go on from one journey into another: which jump let somebody in, and what hangs on it.

A story of a run of several journeys is told decision by decision; these are its threads.
"""

from collections.abc import Iterator, Mapping, Sequence

from journeys.document.journey import Journey
from journeys.program.reasons import Reason
from journeys.program.telling import Telling

Key = tuple[str, str | None]


def led(journeys: Mapping[str, Journey], story: Sequence[Telling]) -> Mapping[int, int]:
    """Return the place of the jump whose call was asked for, by the place of who was asked.

    Asked are the starts of the journeys that begin with that call; whether they let the customer
    in is another matter. Calls of one name at one instant are handled in the order they were made.
    """
    open_: list[tuple[int, int, str]] = []
    handled: dict[tuple[int, str], int] = {}
    found: dict[int, int] = {}
    for place, telling in enumerate(story):
        node = journeys[telling.journey].by_id.get(telling.node or "")
        if node is None:
            continue
        if telling.reason is Reason.JUMPED:
            open_ += [(place, telling.time, called.event) for called in node.calls]
            continue
        for event in node.entered_by if open_ else ():
            call = telling.handled, event
            if call not in handled:
                first = next((each for each in open_ if each[1:] == (telling.time, event)), None)
                if first is not None:
                    open_.remove(first)
                    handled[call] = first[0]
            if call in handled:
                found[place] = handled[call]
    return found


def belonging(
    journeys: Mapping[str, Journey], story: Sequence[Telling], journey: str
) -> tuple[int, ...]:
    """Return the places of all that belongs to a journey: its own, and entries it led into or from.

    What else happened to the customer in the other journeys of the run is another story.
    """
    jumps = led(journeys, story)
    pairs = [(_key(story[there]), _key(story[here])) for here, there in jumps.items()]
    kept: set[Key] = {_key(each) for each in story if each.journey == journey}
    grown = True
    while grown:
        more = {key for pair in pairs for key in pair if kept & {*pair} and key[1] is not None}
        grown = not more <= kept
        kept |= more
    return tuple(_kept(story, jumps, kept))


def _kept(story: Sequence[Telling], jumps: Mapping[int, int], kept: set[Key]) -> Iterator[int]:
    """Yield the places; what a start asked goes with what came of it."""
    asked: list[int] = []
    for place, telling in enumerate(story):
        if telling.reason is Reason.LEAF:
            asked.append(place)
            continue
        is_led = place in jumps and _key(story[jumps[place]]) in kept
        if _key(telling) in kept or is_led:
            yield from asked
            yield place
        asked = []
    yield from (place for place in asked if _key(story[place]) in kept)


def _key(telling: Telling) -> Key:
    return telling.journey, telling.entry
