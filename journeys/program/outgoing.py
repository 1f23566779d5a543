"""The rules of sending of each message as integers: gate, hours, caps, ages (R300 to R306)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from journeys.clocks import WEEK
from journeys.conditions.tree import Condition
from journeys.people.population import ColumnType
from journeys.program import dispatch
from journeys.program import operations as op
from journeys.program.leaves import Leaves
from journeys.program.needs import Needs, lies_within
from journeys.program.pool import Pool
from journeys.program.reading import CHANNELS, Reading
from journeys.program.vocabulary import fold
from journeys.sending.caps import Cap
from journeys.sending.hours import Hours
from journeys.sending.rules import SendingRules

SENDS = (
    "no_address", "no_consent", "opened", "clicked", "unsubscribed", "goal_drawn", "credited",
)  # fmt: skip
RULED = (
    *("words_missing", "gate_closed", "gate_waiting", "suppressed", "best_hour", "quiet_dropped"),
    *("deferred", "deferral_moved", "deferred_too_long", "capped", "context_too_old"),
    "context_expired",
)
SUPPRESSED, PREFERRED = "suppressed", "preferred_channel"
EVENT = "event"
NOT_SENT, OTHER = 1, 3
HELD_BY = (dispatch.O_HOURS, dispatch.O_CAPS, dispatch.O_AGES, dispatch.O_OPENS)
BY = {"defer": dispatch.DEFERS, "drop": NOT_SENT, "other_channel": OTHER}


@dataclass(frozen=True, slots=True)
class Aged:
    """A variable that is too old beyond `most` seconds: it is missing then, or nothing is sent."""

    variable: str
    owner: str
    most: int
    hides: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """What one message says of when it may be sent; `tries` is how many seconds its gate is tried.

    `when_quiet` and `when_capped` are "defer", "drop" or "other_channel".
    """

    gate: Condition | None = None
    tries: int | None = None
    window: Hours | None = None
    when_quiet: str = "defer"
    when_capped: str = "drop"
    category: str | None = None
    is_free: bool = False
    ages: tuple[Aged, ...] = ()
    has_best_hour: bool = False


NOTHING_SAID = Rules()


class Habits(Protocol):
    """What is known of all customers from before the start of a run."""

    def hours(self) -> Sequence[int]:
        """Return the share of all opens in each hour of the day, in basis points, cut."""

    def rate(self, opened: str, delivered: str) -> int:
        """Return how many of one event there are to another, in basis points, cut, at most all."""


class Outgoing:
    """Owns what is known of the rules of sending of a run while its program is written.

    `habits` has to be told before anything is written. `follows_clock` is true once a message is
    held back by hours, `asks_opens` once one asks for its best hour; `counted` are the events that
    tell how customers react.
    """

    habits: Habits

    def __init__(
        self, pool: Pool, reading: Reading, needs: Needs, leaves: Leaves, rules: SendingRules
    ) -> None:
        self.pool = pool
        self.reading = reading
        self.needs = needs
        self.leaves = leaves
        self.rules = rules
        self.follows_clock = False
        self.asks_opens = False
        self.counted: set[int] = set()
        self._categories: dict[str | None, int] = {None: op.NOWHERE}

    def table(
        self, channel: str, rules: Rules, caught: Mapping[str, int], needed: Sequence[str]
    ) -> int:
        """Return the place of the rules of a message, or 0 where it has none."""
        row = [0] * dispatch.RULES_WIDTH
        row[dispatch.O_GATE], row[dispatch.O_CHANGES] = op.ALWAYS, self.pool.put((0,))
        if rules.gate is not None and rules.tries is not None:
            row[dispatch.O_GATE], row[dispatch.O_CHANGES] = self.leaves.watched(rules.gate)
        elif rules.gate is not None:
            row[dispatch.O_GATE] = self.leaves.chain(rules.gate)
        row[dispatch.O_TRY] = op.NOWHERE if rules.tries is None else rules.tries
        row[dispatch.O_SUPPRESSED] = self.reading.find_attribute(SUPPRESSED)
        row[dispatch.O_CATEGORY] = self._category(rules.category)
        row[dispatch.O_FREE] = int(rules.is_free)
        if not rules.is_free:
            row[dispatch.O_HOURS] = self._hours(channel, rules.window)
            row[dispatch.O_CAPS] = self._caps(channel, rules.category)
        row[dispatch.O_WHEN_QUIET] = BY[rules.when_quiet]
        row[dispatch.O_WHEN_CAPPED] = BY[rules.when_capped]
        row[dispatch.O_AGES] = self._ages(rules.ages, caught, needed)
        if rules.has_best_hour:
            row[dispatch.O_OPENS] = self.pool.put(self.habits.hours())
            self.asks_opens = True
        self.follows_clock |= row[dispatch.O_HOURS] > 0
        counts = bool(self.rules.caps) and (rules.is_free or rules.category is not None)
        asks = rules.gate is not None or row[dispatch.O_SUPPRESSED] >= 0 or counts
        held = any(row[name] for name in HELD_BY)
        return self.pool.put(row) if asks or held else 0

    def choice(self, channels: Sequence[str]) -> int:
        """Return the place of a choice among channels (R307)."""
        vocabulary, find = self.reading.vocabulary, self.reading.find_attribute
        forms = {fold(channel, exactly=False): at for at, channel in enumerate(channels)}
        texts = vocabulary.texts_as_compared(exactly=False)
        ports = {code: at for form, at in forms.items() for code in texts.get(form, ())}
        preferred = find(PREFERRED)
        if preferred >= 0 and self.reading.attributes[PREFERRED].type is not ColumnType.TEXT:
            preferred = op.NOWHERE
        table = [len(channels), find(SUPPRESSED), preferred, self.pool.put_pairs(ports)]
        for channel in channels:
            opened = f"{channel}_{'clicked' if channel == 'sms' else 'opened'}"
            events = opened, f"{channel}_delivered"
            codes = [self.reading.event(name) for name in events]
            self.counted |= set(codes)
            table += [find(f"consent.{channel}"), find(f"address.{channel}"), *codes]
            table += [self.habits.rate(*events), place_of(channel)]
        return self.pool.put(table)

    def _category(self, name: str | None) -> int:
        return self._categories.setdefault(name, len(self._categories))

    def _hours(self, channel: str, window: Hours | None) -> int:
        quiet = [
            hours
            for hours in self.rules.quiet_hours
            if not hours.channels or channel in hours.channels
        ]
        rows = [self._row(hours, is_window=False) for hours in quiet]
        rows += [self._row(window, is_window=True)] if window is not None else []
        return self._counted(rows)

    @staticmethod
    def _row(hours: Hours, *, is_window: bool) -> tuple[int, ...]:
        bits = sum(1 << WEEK.index(day) for day in hours.days or WEEK)
        return int(is_window), hours.start.seconds, hours.end.seconds, bits

    def _caps(self, channel: str, category: str | None) -> int:
        rows = [
            self._cap(number, cap)
            for number, cap in enumerate(self.rules.caps)
            if cap.channel in (None, channel) and cap.category in (None, category)
        ]
        return self._counted(rows)

    def _cap(self, number: int, cap: Cap) -> tuple[int, ...]:
        channel = op.NOWHERE if cap.channel is None else place_of(cap.channel)
        return number, channel, self._category(cap.category), cap.count, cap.within.window

    def _ages(self, ages: Iterable[Aged], caught: Mapping[str, int], needed: Sequence[str]) -> int:
        names = self.needs.names
        rows = []
        for age in ages:
            number = names.setdefault(age.variable, len(names))
            hides = 0
            if age.hides:
                hidden = [names[path] for path in needed if lies_within(path, age.variable)]
                hides = self.pool.put_counted(hidden)
            kept = 0 if age.owner == EVENT else caught.get(age.owner, 0)
            if kept or age.owner == EVENT:
                rows.append((number, kept, age.most, hides))
        return self._counted(rows)

    def _counted(self, rows: Sequence[Sequence[int]]) -> int:
        return (
            self.pool.put((len(rows), *(number for row in rows for number in row))) if rows else 0
        )


def place_of(channel: str) -> int:
    """Return the number of a channel; one that no message of the run has is beyond them."""
    return CHANNELS.index(channel) if channel in CHANNELS else len(CHANNELS)
