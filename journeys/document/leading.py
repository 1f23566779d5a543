"""Problems of steps that lead on into other journeys (R222)."""

from collections.abc import Iterator, Sequence

from journeys.document.edits.steps import RemoveNodes
from journeys.document.edits.waits import WaitFirst
from journeys.document.journey import Journey
from journeys.document.node import Called, Node
from journeys.document.problems import Problem
from journeys.spoken import spoken


def leading(journey: Journey, others: Sequence[Journey]) -> Iterator[Problem]:
    """Yield calls of journeys and starts that are not there, and circles that no wait interrupts.

    `others` are the journeys that would run beside it.
    """
    beside = {each.id: each for each in (*others, journey)}
    for node in journey.nodes:
        for called in node.calls:
            yield from _missing(node, called, beside)
            if _comes_back(journey, node, called, [*beside.values()]):
                words = f"{node.name!r} leads round to itself in no time: put a wait in."
                brief = "Leads round to itself without a wait"
                into = tuple(edge for edge in journey.edges if edge.target == node.id)
                remove = RemoveNodes((node.id,))
                fix, also = (WaitFirst(into), (remove,)) if into else (remove, ())
                yield Problem("jump_circle", words, node.id, fix=fix, brief=brief, also=also)


def _missing(node: Node, called: Called, beside: dict[str, Journey]) -> Iterator[Problem]:
    target = beside.get(called.journey)
    if target is None:
        named = spoken(called.journey)
        words = (
            f"{node.name!r} goes on in the journey {named!r}, and there is none of that name "
            "beside this one: choose another."
        )
        yield Problem("no_journey", words, node.id, brief=f"There is no journey {named!r}")
        return
    starts = [event for trigger in target.triggers for event in trigger.entered_by]
    if called.event not in starts:
        name = called.event.partition(".")[2]
        words = (
            f"{node.name!r} goes on in {target.name!r} by its start {spoken(name)!r}, and it has "
            "no such start: choose another."
        )
        brief = f"{target.name!r} has no such start"
        yield Problem("no_call", words, node.id, brief=brief)


def _comes_back(journey: Journey, node: Node, called: Called, all_: Sequence[Journey]) -> bool:
    """Say whether a call leads back to the step that makes it while no time passes."""
    waiting, seen = [called.event], {called.event}
    while waiting:
        event = waiting.pop()
        for each in all_:
            there = _at_once(each, event)
            if each is journey and node.id in there:
                return True
            for step in there:
                for onward in each.by_id[step].calls:
                    if onward.event not in seen:
                        seen.add(onward.event)
                        waiting.append(onward.event)
    return False


def _at_once(journey: Journey, event: str) -> set[str]:
    """Return the steps that who enters by an event comes to at that very instant."""
    waiting = [node.id for node in journey.triggers if event in node.entered_by]
    found = set(waiting)
    while waiting:
        node = journey.by_id[waiting.pop()]
        for port in () if node.takes_time else node.ports():
            target = journey.target(node.id, port.id)
            if target in journey.by_id and target is not None and target not in found:
                found.add(target)
                waiting.append(target)
    return found
