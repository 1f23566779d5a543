"""One customer's story as entries of a timeline: what happened, when, at which step, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
REFUSED = "REFUSED"
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
    the steps come to since the customer entered, from 1, and is 0 for who was not let in.
    `heading` is said above where a day or another entry begins.
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
        return self.reason.name.startswith(REFUSED)

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
    again: int = 0

    @property
    def is_refused(self) -> bool:
        """True where somebody was not let in."""
        return self.told.telling.reason.name.startswith(REFUSED)

    def is_like(self, other: "_Raw") -> bool:
        """Say whether this is the same refusal on the same day."""
        return self.is_refused and self._what() == other._what()  # noqa: SLF001 of its own kind

    def _what(self) -> tuple[str, str | None, str]:
        return (self.told.clock.split(",")[0], self.told.telling.node, self.told.words)


def entries(told: Sequence[Told], journeys: Sequence[Journey]) -> tuple[Entry, ...]:
    """Return a story as entries: what was asked, and what follows from it, under what was done."""
    raws = _together(_raw(told))
    return tuple(_dressed(list(raws), {journey.id: journey for journey in journeys}))


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


def _dressed(raws: Sequence[_Raw], journeys: Mapping[str, Journey]) -> Iterator[Entry]:
    numbers: dict[tuple[str, str], int] = {}
    stands: dict[tuple[str, str], tuple[str | None, int]] = {}
    entered = {(raw.told.telling.journey, raw.told.telling.entry) for raw in raws}
    is_several = sum(entry is not None for _, entry in entered) > 1
    before = ""
    for raw in raws:
        telling = raw.told.telling
        key = (telling.journey, telling.entry or "")
        if telling.entry and key not in numbers:
            numbers[key] = sum(journey == key[0] for journey, _ in numbers) + 1
        if telling.entry:
            last, number = stands.get(key, (None, 0))
            stands[key] = (telling.node, number + (telling.node != last))
        day, _, time = raw.told.clock.partition(", ")
        heading = _day(day)
        if is_several and telling.entry:
            heading = f"Entry {numbers[key]}, {heading}"
        elif before.endswith(heading):
            heading = before
        journey = journeys.get(telling.journey)
        node = journey.by_id.get(telling.node) if journey and telling.node else None
        yield Entry(
            decision=raw.place,
            number=stands[key][1] if telling.entry else 0,
            heading="" if heading == before else heading,
            time=time[:5],
            step=raw.told.step,
            node=telling.node,
            sentence=raw.told.words.removesuffix("."),
            reasons=(*raw.reasons, *_again(raw)),
            reason=telling.reason,
            icon=MARKS.get(telling.reason) or (node.card.icon if node else "zap"),
            tint="finish" if raw.is_refused or node is None else node.card.tint,
        )
        before = heading


def _again(raw: _Raw) -> tuple[str, ...]:
    if not raw.again:
        return ()
    return ("Once more on that day." if raw.again == 1 else f"{raw.again} more times that day.",)


def _day(clock: str) -> str:
    """Return '5 Jan 2026' with its day of the week."""
    day = datetime.strptime(clock, "%d %b %Y")  # noqa: DTZ007 a day has no zone
    return f"{day:%A} {day.day} {day:%B %Y}"
