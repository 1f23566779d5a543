"""What stands behind a decision: the real values, the events that were counted, the raw event."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from journeys.conditions.behaviours import OF_ONE
from journeys.conditions.tree import (
    BehaviourTest,
    EngagementTest,
    Leaf,
    SampleTest,
    SequenceTest,
)
from journeys.nodes.experiment import EVERYBODY, Experiment
from journeys.people.population import ColumnType, Content
from journeys.people.response import FULL
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.simulation.dataset import Dataset
from journeys.simulation.jit import plain_kernel
from journeys.simulation.program import AskedLeaf, Program
from journeys.simulation.sleep import spans_of
from journeys.simulation.zones import EARLIEST

MOST_CHIPS = 4
MOST_SAID = 4
TELLING = (
    *("product", "item", "category", "cart", "order", "plan"),
    *("price", "value", "amount", "total", "quantity", "revenue"),
)
BY_AN_EVENT = frozenset(reason for reason in Reason if reason.name.startswith("REFUSED_")) | {
    Reason.ENTERED,
    Reason.CONTEXT_UPDATED,
}
BY_A_CAP = frozenset({Reason.DEFERRED, Reason.CAPPED})
BY_A_RULE = frozenset({Reason.GOAL_REACHED, Reason.LEFT_BY_GOAL, Reason.EXITED})


@dataclass(frozen=True, slots=True)
class Seen:
    """An event as it stands in the data: its name, its clock and its properties in words."""

    name: str
    clock: str
    properties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The `words` and `chips` behind one decision; `event` is the one that brought it about."""

    words: tuple[str, ...] = ()
    chips: tuple[str, ...] = ()
    event: Seen | None = None


class Witness:
    """Knows what one customer did; `place` is the customer's place in the data set."""

    def __init__(self, program: Program, dataset: Dataset, place: int, zone: ZoneInfo) -> None:
        self._program = program
        self._zone = zone
        self._journeys = {journey.id: journey for journey in program.journeys}
        self._events = dataset.part(place, place + 1)

    def evidence(self, telling: Telling) -> Evidence:
        """Return what stands behind a decision."""
        reason = telling.reason
        if reason is Reason.LEAF:
            return self._compared(telling)
        if reason is Reason.ARM_ASSIGNED:
            return Evidence(words=self._drawn(telling))
        if reason is Reason.FAILED:
            return Evidence(words=(_failed(telling),))
        if reason in BY_AN_EVENT or reason in BY_A_RULE:
            row = self._behind(telling)
            event = self._seen(row) if row is not None else None
            said = _in_short(event) if event is not None and reason not in BY_A_RULE else ""
            return Evidence(words=(*filter(None, [said]), *self._off(telling, row)), event=event)
        if reason in BY_A_CAP and isinstance(telling.operands[-1], int):
            return Evidence(words=(f"the newest was sent {self._clock(telling.operands[-1])}",))
        return Evidence(words=self._off(telling, None))

    def _off(self, telling: Telling, row: int | None) -> tuple[str, ...]:
        """Return from when to when the journey was paused, or nothing ran, where it matters."""
        asked, found = self._program.settings, list[str]()
        if telling.is_paused or telling.reason is Reason.REFUSED_PAUSED:
            found += [
                f"paused from {self._clock(pause.start)} to {self._clock(pause.end)}"
                for pause in asked.pauses
                if pause.journey == telling.journey and pause.start <= telling.time <= pause.end
            ]
        if row is not None and self._events.handled[row] > self._events.time[row]:
            found.append(f"received {self._clock(int(self._events.handled[row]))}")
        if telling.reason is Reason.REFUSED_MISSED or (
            row is not None and self._acts(row) > self._events.handled[row]
        ):
            found += [
                f"nothing ran from {self._clock(begin)} to {self._clock(over)}"
                for begin, over in spans_of(asked.asleep, self._program.start)
                if over == telling.time
            ]
        return tuple(found)

    def _acts(self, row: int) -> int:
        """Return when an event is handled: as it arrives, or as the run wakes."""
        handled = int(self._events.handled[row])
        if not self._program.settings.asleep:
            return handled
        return int(plain_kernel().woken(self._program.numbers, handled))

    def _clock(self, instant: int) -> str:
        when = datetime.fromtimestamp(instant, self._zone)
        return f"{when.day} {when:%b %Y, %H:%M}"

    def _compared(self, telling: Telling) -> Evidence:
        if telling.leaf < 0:
            return Evidence()
        leaf = self._program.leaves[telling.leaf]
        return Evidence((self._actual(leaf, telling.operands[2]),), self._chips(leaf, telling))

    def _actual(self, asked: AskedLeaf, actual: Content) -> str:
        leaf = asked.leaf
        if actual is None:
            return "never" if _is_happening(leaf) else "not known"
        if asked.column.type is ColumnType.INSTANT:
            return f"it is {self._clock(int(actual))}"
        if isinstance(leaf, SampleTest):
            return f"the draw is {_part(actual)}; below {_part(leaf.share)} is in"
        is_counted = isinstance(leaf, BehaviourTest) and leaf.measure in ("count", "distinct")
        return f"{actual} found" if is_counted else f"it is {_said(actual)}"

    def _chips(self, asked: AskedLeaf, telling: Telling) -> tuple[str, ...]:
        """Return the newest events that were counted; none where that cannot be told for sure."""
        leaf = asked.leaf
        codes = self._program.vocabulary.event_codes
        if not isinstance(leaf, BehaviourTest) or leaf.where is not None:
            return ()
        if leaf.since is not None and leaf.measure != "count":
            return ()
        since = _begin(leaf, telling.time)
        rows = [
            row
            for row in range(self._events.events)
            if self._events.type[row] == codes.get(leaf.event, -1)
            and since < self._events.time[row]
            and self._acts(row) <= telling.time
            and (not self._program.settings.asleep or row < telling.handled)
        ]
        if leaf.measure == "count" and len(rows) != telling.operands[2]:
            return ()
        looked = {"first": rows[:1], "last": rows[-1:]}.get(leaf.measure, rows[-MOST_CHIPS:])
        return tuple(self._chip(row, leaf) for row in looked)

    def _chip(self, row: int, leaf: BehaviourTest) -> str:
        when = datetime.fromtimestamp(int(self._events.time[row]), self._zone)
        values = dict(self._properties(row))
        amounts = (leaf.of or "", "amount", "value", "revenue", "total", "price")
        said = [f"{name} {values[name]}" for name in amounts if name in values]
        return f"{when.day} {when:%b %H:%M}, {(*said, leaf.event)[0]}".replace("_", " ")

    def _drawn(self, telling: Telling) -> tuple[str, ...]:
        """Return the draw of an experiment, and the bounds of the arm it fell into."""
        node = self._journeys[telling.journey].node(telling.node or "")
        arm, point = telling.operands
        if not isinstance(node, Experiment):
            return ()
        upto = 0
        weights = [each.weight for each in node.arms] + [node.holdout]
        for port, weight in zip(node.ports(), weights, strict=False):
            first, upto = upto, upto + weight
            if port.id == arm:
                draw, bounds = _part(point), (_part(first), _part(upto))
                where = f"{port.title} is {bounds[0]} to {bounds[1]}"
                return (f"The draw is {draw}; {where}.",)
        return ()

    def _behind(self, telling: Telling) -> int | None:
        """Return the row at the instant of a decision that a trigger or a rule looks for."""
        journey = self._journeys[telling.journey]
        node = journey.by_id.get(telling.node) if telling.node else None
        name = ""
        if telling.reason in BY_A_RULE:
            rules = journey.exits if telling.reason is Reason.EXITED else journey.goals
            events = {rule.id: rule.event or "" for rule in rules}
            name = events.get(str(telling.operands[0]), "")
        elif node is not None:
            name = next(iter(node.entered_by), "")
        code = self._program.vocabulary.event_codes.get(name)
        rows = [
            row
            for row in range(self._events.events if code is not None else 0)
            if self._events.type[row] == code and self._acts(row) == telling.time
        ]
        if self._program.settings.asleep:
            # On waking, many rows are handled at one instant: it is the last that was by then.
            rows = [row for row in reversed(rows) if row < telling.handled]
        return rows[0] if rows else None

    def _seen(self, row: int) -> Seen:
        """Return an event as it stands in the data."""
        when = datetime.fromtimestamp(int(self._events.time[row]), self._zone)
        name = self._program.vocabulary.events[self._events.type[row]]
        return Seen(name, f"{when.day} {when:%b %Y, %H:%M:%S}", tuple(self._properties(row)))

    def _properties(self, row: int) -> Iterator[tuple[str, str]]:
        """Yield the properties an event has, by name."""
        words = self._program.vocabulary
        values = (*self._events.narrow[:, row].tolist(), *self._events.wide[:, row].tolist())
        for column, value in zip(words.columns, values, strict=True):
            content = words.decode(column, value)
            if content is None:
                continue
            if column.type is ColumnType.INSTANT:
                yield column.name, self._clock(int(value))
            else:
                yield column.name, _plain(content)


def _in_short(event: Seen) -> str:
    """Return what an event is about in a line: things and money first, else what stands first."""
    telling = [each for each in event.properties if any(word in each[0] for word in TELLING)]
    said = (telling or event.properties)[:MOST_SAID]
    return ", ".join(f"{name} {value}" for name, value in said)


def _failed(telling: Telling) -> str:
    _, draw, share = (int(each or 0) for each in telling.operands[:3])
    return f"The draw is {draw / FULL:.3f}; below {share / FULL:.3f} sending fails."


def _part(content: Content) -> str:
    return f"{int(content or 0) / EVERYBODY:.2f}"


def _said(content: Content) -> str:
    return f"'{content}'" if isinstance(content, str) else _plain(content)


def _plain(content: Content) -> str:
    if isinstance(content, bool):
        return "yes" if content else "no"
    return str(content)


def _is_happening(leaf: Leaf) -> bool:
    """Say whether a leaf asks when something happened."""
    if isinstance(leaf, BehaviourTest):
        return leaf.measure in OF_ONE and leaf.of is None
    return isinstance(leaf, (SequenceTest, EngagementTest))


def _begin(leaf: BehaviourTest, time: int) -> int:
    """Return the instant after which events count; a day of a window is 24 hours (R118)."""
    return EARLIEST if leaf.within is None else time - leaf.within.window
