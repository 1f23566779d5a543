"""One customer's story as entries of a timeline: what happened, when, at which step, and why."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from journeys.content.unsent import UNSENT
from journeys.document.journey import Journey
from journeys.program.reasons import Reason
from journeys.simulation.evidence import Evidence, Seen
from journeys.simulation.explain import Told
from journeys.simulation.follow import Followed
from widgets.theme import Theme, Tint

SUPPORT = frozenset(
    {
        Reason.RESPONSE,
        Reason.UNPROMPTED,
        Reason.EXPOSED,
        Reason.GOAL_KEY_MISSING,
        Reason.EXIT_KEY_MISSING,
    }
)
GONE = frozenset(
    {
        Reason.LEFT_BY_GOAL,
        Reason.EXITED,
        Reason.RESTARTED,
        Reason.TOO_MANY_VISITS,
        Reason.TOO_MANY_JUMPS,
        Reason.TOO_MANY_UPDATES,
        Reason.PATH_ENDED,
        Reason.STOPPED,
    }
)
REFUSED = "REFUSED"
MOST_CHIPS = 6
CLOCK = re.compile(r"(\d{1,2} [A-Z][a-z]{2} \d{4}), (\d\d:\d\d):\d\d")
HELD = frozenset({Reason.HELD, Reason.WAITING})
MARKS: Mapping[Reason, str] = MappingProxyType(
    dict.fromkeys(UNSENT, "circle-x")
    | dict.fromkeys(GONE, "log-out")
    | {Reason.GOAL_REACHED: "target", Reason.WAITING: "hourglass"}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a timeline.

    `decision` is the place of the decision that the sentence says in the story; `number` counts
    the decisions since the customer entered, from 1 to `of`, and is 0 for who was not let in.
    `turn` says which entry it is where the customer came in more than once, else 0.
    `heading` is said above where a day or another entry begins; `chips` are events that were
    counted, `event` is the one in the data that brought this about. `journey` is the one it
    happens in, `node` the step where that is the journey looked at.
    """

    decision: int
    number: int
    of: int
    turn: int
    heading: str
    day: str
    time: str
    step: str
    node: str | None
    entry: str | None
    sentence: str
    reasons: tuple[str, ...]
    chips: tuple[str, ...]
    event: Seen | None
    reason: Reason
    icon: str
    tint: str
    journey: str = ""

    @property
    def when(self) -> str:
        """The day and the time: Tue 10 Mar 07:12."""
        return f"{self.day} {self.time}"

    @property
    def is_refused(self) -> bool:
        """True where somebody was not let in."""
        return self.reason.name.startswith(REFUSED)

    @property
    def is_stopped(self) -> bool:
        """True where a message was not sent."""
        return self.reason in UNSENT

    @property
    def is_held(self) -> bool:
        """True where the customer stands and nothing goes on for now."""
        return self.reason in HELD

    def colours(self, theme: Theme) -> Tint:
        """Return the colours of its disc."""
        if self.is_stopped:
            return Tint(theme.bad, theme.bad_ground)
        if self.reason in GONE:
            return Tint(theme.warning, theme.warning_ground)
        if self.reason is Reason.GOAL_REACHED:
            return Tint(theme.good, theme.good_ground)
        return theme.tints[self.tint]


@dataclass
class _Raw:
    """An entry while its reasons are gathered."""

    place: int
    told: Told
    reasons: list[str] = field(default_factory=list)
    chips: list[str] = field(default_factory=list)
    event: Seen | None = None
    again: int = 0

    @property
    def is_refused(self) -> bool:
        """True where somebody was not let in."""
        return self.told.telling.reason.name.startswith(REFUSED)

    @property
    def key(self) -> tuple[str, str]:
        """Which entry of which journey it belongs to."""
        return (self.told.telling.journey, self.told.telling.entry or "")

    def is_like(self, other: "_Raw") -> bool:
        """Say whether this is the same refusal on the same day."""
        return self.is_refused and self._what() == other._what()  # noqa: SLF001 of its own kind

    def _what(self) -> tuple[str, str | None, str]:
        return (self.told.clock.split(",")[0], self.told.telling.node, self.told.words)


def entries(followed: Followed, journeys: Sequence[Journey]) -> tuple[Entry, ...]:
    """Return a story as entries: what was asked, and what follows from it, under what was done."""
    raws = list(_together(_raw(followed)))
    return tuple(_dressed(raws, {journey.id: journey for journey in journeys}, followed.own))


def elsewhere(followed: Followed, journeys: Sequence[Journey]) -> tuple[Journey, ...]:
    """Return the other journeys that a story leads into or comes from."""
    told = {one.telling.journey for one in followed.told}
    jumped = (one.telling for one in followed.told if one.telling.reason is Reason.JUMPED)
    names = told | {str(telling.operands[0]) for telling in jumped}
    return tuple(each for each in journeys if each.id in names and each.id != followed.own)


def shortened(words: str, clock: str) -> str:
    """Return a sentence without the seconds of its clocks, and without the day where it is today.

    `clock` is when it is said.
    """
    today, year = clock.partition(",")[0], clock.partition(",")[0][-4:]

    def shorter(found: re.Match[str]) -> str:
        day, time = found.groups()
        if day == today:
            return time
        return f"{day.removesuffix(year).rstrip()}, {time}"

    return CLOCK.sub(shorter, words.removesuffix("."))


def _raw(followed: Followed) -> Iterator[_Raw]:
    asked: list[str] = []
    chips: list[str] = []
    last: _Raw | None = None
    for place, one in enumerate(followed.told):
        behind = followed.behind[place] if place < len(followed.behind) else Evidence()
        reason, words = one.telling.reason, shortened(one.words, one.clock)
        if reason is Reason.LEAF:
            asked.append(", ".join((words, *behind.words)))
            chips += behind.chips
        elif reason in SUPPORT and last is not None and _is_with(last.told, one):
            last.reasons += [words, *behind.words]
        else:
            if last is not None:
                yield last
            reasons = [*behind.words, *asked]
            last = _Raw(place, one, reasons, chips, behind.event)
            if last.is_refused:
                last.reasons = asked
            asked, chips = [], []
    if last is not None:
        yield last


def _together(raws: Iterable[_Raw]) -> Iterator[_Raw]:
    """Yield the same refusal again and again on one day as a single one."""
    last: _Raw | None = None
    for raw in raws:
        if last is not None and last.is_like(raw):
            last.again += 1
            continue
        if last is not None:
            yield last
        last = raw
    if last is not None:
        yield last


def _is_with(before: Told, after: Told) -> bool:
    return (before.clock, before.telling.node) == (after.clock, after.telling.node)


def _dressed(raws: Sequence[_Raw], journeys: Mapping[str, Journey], own: str) -> Iterator[Entry]:
    several = len({raw.key for raw in raws if raw.told.telling.entry and raw.key[0] == own}) > 1
    names: dict[tuple[str, str], int] = {}
    numbers: Counter[tuple[str, str]] = Counter()
    totals = Counter(raw.key for raw in raws)
    before, at = "", own
    for raw in raws:
        telling = raw.told.telling
        is_in = telling.entry is not None
        if is_in and raw.key not in names:
            names[raw.key] = sum(journey == telling.journey for journey, _ in names) + 1
        numbers[raw.key] += 1
        day, _, time = raw.told.clock.partition(", ")
        heading = _day(day)
        is_own = telling.journey == own
        journey = journeys.get(telling.journey)
        if not is_own or telling.journey != at:
            heading = f"{journey.name if journey else telling.journey}, {heading}"
        elif several and is_in:
            heading = f"Entry {names[raw.key]}, {heading}"
        elif before.endswith(heading):
            heading = before
        node = journey.by_id.get(telling.node) if journey and telling.node else None
        yield Entry(
            decision=raw.place,
            number=numbers[raw.key] if is_in else 0,
            of=totals[raw.key] if is_in else 0,
            turn=names[raw.key] if several and is_in and is_own else 0,
            heading="" if heading == before else heading,
            day=f"{_day(day)[:3]} {day[:-5]}",
            time=time[:5],
            step=raw.told.step,
            node=telling.node if is_own else None,
            entry=telling.entry,
            sentence=shortened(raw.told.words, raw.told.clock),
            reasons=(*raw.reasons, *_again(raw)),
            chips=tuple(dict.fromkeys(raw.chips))[:MOST_CHIPS],
            event=raw.event,
            reason=telling.reason,
            icon=MARKS.get(telling.reason) or (node.card.icon if node else "zap"),
            tint="finish" if raw.is_refused or node is None else node.card.tint,
            journey=telling.journey,
        )
        before, at = heading, telling.journey


def _again(raw: _Raw) -> tuple[str, ...]:
    if not raw.again:
        return ()
    return ("Once more on that day." if raw.again == 1 else f"{raw.again} more times that day.",)


def _day(clock: str) -> str:
    """Return '5 Jan 2026' with its day of the week."""
    day = datetime.strptime(clock, "%d %b %Y")  # noqa: DTZ007 a day has no zone
    return f"{day:%A} {day.day} {day:%B %Y}"
