"""From a customer's story to what was known of them at each step they came to."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal

from journeys.content.unsent import UNSENT
from journeys.context.entry import Moment, context
from journeys.context.past import Past, Plain
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.program.needs import FROM
from journeys.program.reasons import Reason
from journeys.program.roles import Roles
from journeys.program.telling import Telling
from journeys.program.updates import CALL, Given
from journeys.simulation.story import Story

STEPS = frozenset({
    Reason.WAIT_STARTED, Reason.BRANCH_TAKEN, Reason.ARM_ASSIGNED, Reason.ARM_KEPT,
    *UNSENT, Reason.SENT, Reason.FINISHED, Reason.DATE_PAST, Reason.DATE_MISSING,
    Reason.PROFILE_UPDATED, Reason.ANSWERED, Reason.JUMPED, Reason.TOO_MANY_JUMPS,
    Reason.TOO_MANY_UPDATES,
})  # fmt: skip
DEALT = frozenset({Reason.ARM_ASSIGNED, Reason.ARM_KEPT})


@dataclass(frozen=True, slots=True)
class Arrival:
    """A customer at a step: what was decided there, and the entry event's place among all.

    `arms` are the arms dealt in this entry before the step, by experiment; `caught` the events that
    waits caught before, as places among all, by the names they are kept under (R214), `answered`
    what other systems answered, by theirs (R225); `updates`
    counts what steps had changed of the profile by then. `title` is what the journey is called,
    `source` the jump that led into it (R222).
    """

    telling: Telling
    event: int
    arms: Mapping[str, str]
    caught: Mapping[str, int] = field(default_factory=dict)
    updates: int = 0
    answered: Mapping[str, Mapping[str, Plain]] = field(default_factory=dict)
    title: str = ""
    source: "Arrival | None" = None


@dataclass
class _Way:
    """Where an entry stands while its story is read; `last` is what was decided last."""

    event: int
    source: Arrival | None = None
    last: Telling | None = None
    arms: dict[str, str] = field(default_factory=dict)
    caught: dict[str, int] = field(default_factory=dict)
    answered: dict[str, Mapping[str, Plain]] = field(default_factory=dict)

    def catch(self, node: Node, telling: Telling) -> None:
        """Keep an event that was caught; what was answered under its name is no more."""
        for each in node.catches():
            if each.port == telling.operands[0]:
                self.answered.pop(each.name, None)
                self.caught[each.name] = telling.row

    def go_on(self, node: Node, telling: Telling) -> None:
        """Keep an arm that was dealt, and an answer; what was caught under its name is no more."""
        if telling.reason in DEALT:
            self.arms[str(getattr(node, "experiment", ""))] = str(telling.operands[0])
        for each in node.declares() if telling.reason is Reason.ANSWERED else ():
            if each.port == telling.operands[0] and each.name is not None:
                self.caught.pop(each.name, None)
                self.answered[each.name] = {
                    name: _plain(value) for name, value in each.values.items()
                }


def arrivals(journeys: Mapping[str, Journey], story: Story) -> Iterator[Arrival]:
    """Yield every arrival at a step in the order of a story."""
    ways: dict[tuple[str, str], _Way] = {}
    updates, jumps, calls = 0, list[Arrival](), _calls(story)
    for telling in story.tellings:
        if telling.entry is None or telling.node is None:
            continue
        name = (telling.journey, telling.entry)
        if telling.reason is Reason.ENTERED:
            ways[name] = _Way(telling.handled - 1, _source(jumps, calls, telling))
        elif telling.reason is Reason.CONTEXT_UPDATED:
            ways[name].event = telling.handled - 1
            ways[name].source = _source(jumps, calls, telling)
        elif telling.reason is Reason.CAUGHT:
            node = journeys[telling.journey].node(telling.node)
            ways[name].catch(node, telling)
        elif telling.reason in STEPS:
            way = ways[name]
            if not _is_same_visit(way.last, telling):
                kept = (dict(way.arms), dict(way.caught), updates, dict(way.answered))
                title = journeys[telling.journey].name
                arrival = Arrival(telling, way.event, *kept, title, way.source)
                jumps += [arrival] if telling.reason is Reason.JUMPED else []
                yield arrival
            way.last = telling
            updates += telling.reason is Reason.PROFILE_UPDATED
            way.go_on(journeys[telling.journey].node(telling.node), telling)


def _calls(story: Story) -> dict[int, int]:
    """Return which of the jumps made each call there is among the events."""
    rows = enumerate(story.seen)
    made = [at for at, row in rows if row.place is None and row.name.startswith(CALL)]
    return {at: number for number, at in enumerate(made)}


def _source(jumps: Sequence[Arrival], calls: Mapping[int, int], telling: Telling) -> Arrival | None:
    """Return the jump whose call let somebody in; None where it was no such call."""
    number = calls.get(telling.handled - 1)
    return None if number is None else jumps[number]


def _plain(value: Given) -> Plain:
    is_whole = isinstance(value, Decimal) and value == value.to_integral_value()
    return int(value) if is_whole else value


def _is_same_visit(last: Telling | None, telling: Telling) -> bool:
    """Say whether a step that makes several changes of the profile is still at it."""
    is_change = telling.reason is Reason.PROFILE_UPDATED
    return is_change and last is not None and last.node == telling.node


def known(
    arrival: Arrival,
    past: Past,
    roles: Roles,
    journey: Journey,
    wanted: Collection[str] | None = None,
) -> dict[str, Plain]:
    """Return the variables that are there at an arrival, by their first names (R70).

    `wanted` narrows them to those that are needed (`first_names`); None is all.
    """
    return _known(arrival, past, roles, journey.name, wanted)


def _known(
    arrival: Arrival, past: Past, roles: Roles, title: str, wanted: Collection[str] | None
) -> dict[str, Plain]:
    moment = Moment(arrival.telling.time, arrival.telling.handled, arrival.updates)
    found = context(past, arrival.event, moment, roles, wanted)
    found["now"] = datetime.fromtimestamp(moment.now, UTC)
    found["journey"] = {"id": arrival.telling.journey, "title": title}
    source = arrival.source
    if source is not None and (wanted is None or FROM in wanted):
        found[FROM] = _known(source, past, roles, source.title, None)
    found["experiment"] = {name: {"arm": arm} for name, arm in arrival.arms.items()}
    for name, values in arrival.answered.items():
        if wanted is None or name in wanted:
            found[name] = dict(values)
    for name, row in arrival.caught.items():
        if wanted is None or name in wanted:
            found[name] = past.event(row)
    return found
