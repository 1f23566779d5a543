"""One customer's story as entries of a timeline: what happened, when, at which step, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from journeys.document.journey import Journey
from journeys.program.reasons import Reason
from journeys.simulation.explain import Told
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
STOPPED = frozenset({Reason.NO_ADDRESS, Reason.NO_CONSENT, Reason.FAILED})
GONE = frozenset(
    {
        Reason.LEFT_BY_GOAL,
        Reason.EXITED,
        Reason.RESTARTED,
        Reason.TOO_MANY_VISITS,
        Reason.PATH_ENDED,
    }
)
HELD = frozenset({Reason.HELD, Reason.WAITING})
MARKS: Mapping[Reason, str] = MappingProxyType(
    dict.fromkeys(STOPPED, "circle-x")
    | dict.fromkeys(GONE, "log-out")
    | {Reason.GOAL_REACHED: "target", Reason.WAITING: "hourglass"}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a timeline.

    `decision` is the place of the decision that the sentence says in the story; `number` counts
    the entries from 1. `heading` is said above where a day or another entry begins.
    """

    decision: int
    number: int
    heading: str
    time: str
    step: str
    node: str | None
    sentence: str
    reasons: tuple[str, ...]
    reason: Reason
    icon: str
    tint: str

    @property
    def is_refused(self) -> bool:
        """True where somebody was not let in."""
        return self.reason.name.startswith("REFUSED")

    @property
    def is_stopped(self) -> bool:
        """True where a message was not sent."""
        return self.reason in STOPPED

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


def entries(told: Sequence[Told], journeys: Sequence[Journey]) -> tuple[Entry, ...]:
    """Return a story as entries: what was asked, and what follows from it, under what was done."""
    return tuple(_dressed(list(_raw(told)), {journey.id: journey for journey in journeys}))


def _raw(told: Sequence[Told]) -> Iterator[_Raw]:
    asked: list[str] = []
    last: _Raw | None = None
    for place, one in enumerate(told):
        reason = one.telling.reason
        if reason is Reason.LEAF:
            asked.append(one.words)
        elif reason in SUPPORT and last is not None and _is_with(last.told, one):
            last.reasons.append(one.words)
        else:
            if last is not None:
                yield last
            last = _Raw(place, one, asked)
            asked = []
    if last is not None:
        yield last


def _is_with(before: Told, after: Told) -> bool:
    return (before.clock, before.telling.node) == (after.clock, after.telling.node)


def _dressed(raws: Sequence[_Raw], journeys: Mapping[str, Journey]) -> Iterator[Entry]:
    numbers: dict[tuple[str, str], int] = {}
    entered = {(raw.told.telling.journey, raw.told.telling.entry) for raw in raws}
    is_several = sum(entry is not None for _, entry in entered) > 1
    before = ""
    for number, raw in enumerate(raws, start=1):
        telling = raw.told.telling
        key = (telling.journey, telling.entry or "")
        if telling.entry and key not in numbers:
            numbers[key] = sum(journey == key[0] for journey, _ in numbers) + 1
        day, _, time = raw.told.clock.partition(", ")
        heading = _day(day)
        if is_several and telling.entry:
            heading = f"Entry {numbers[key]}, {heading}"
        journey = journeys.get(telling.journey)
        node = journey.by_id.get(telling.node) if journey and telling.node else None
        yield Entry(
            decision=raw.place,
            number=number,
            heading="" if heading == before else heading,
            time=time[:5],
            step=raw.told.step,
            node=telling.node,
            sentence=raw.told.words.removesuffix("."),
            reasons=tuple(raw.reasons),
            reason=telling.reason,
            icon=MARKS.get(telling.reason) or (node.card.icon if node else "zap"),
            tint=node.card.tint if node else "trigger",
        )
        before = heading


def _day(clock: str) -> str:
    """Return '5 Jan 2026' with its day of the week."""
    day = datetime.strptime(clock, "%d %b %Y")  # noqa: DTZ007 a day has no zone
    return f"{day:%A} {day.day} {day:%B %Y}"
