"""Writes a program: each kind of step says what it does in one of the fixed operations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TypeAlias

from journeys.clocks import WEEK, TimeOfDay, Weekday
from journeys.conditions.groups import SegmentTest
from journeys.conditions.tree import Condition, Filter, leaves
from journeys.durations import Duration
from journeys.errors import InvalidJourneyError
from journeys.hashing import stable_hash
from journeys.program import operations as op
from journeys.program.ageing import Ageing
from journeys.program.dates import DateEntry, Dates, DateWait
from journeys.program.leaves import Leaves
from journeys.program.needs import Needs
from journeys.program.outgoing import NOTHING_SAID, RULED, SENDS, Outgoing, Rules
from journeys.program.place import Place
from journeys.program.pool import Pool
from journeys.program.reading import CHANNELS, Reading
from journeys.program.responses import MessageResponses, ResponseTables
from journeys.program.scheduled import put_times
from journeys.program.updates import Answer, Update
from journeys.program.updating import lowered
from journeys.schedules import WallTime
from journeys.sending.rules import NO_RULES, SendingRules

REFUSALS = (
    *("filter", "key_missing", "maximum", "mode", "active", "cooldown", "already"),
    *("paused", "too_old", "missed"),
)
ARMS = ("exposed", "converted", "censored", "converted_censored")
REFUSED = tuple(f"refused_{reason}" for reason in REFUSALS)
LOOKS = {
    "none": op.LOOKS_NOT,
    "since_trigger": op.LOOKS_SINCE_TRIGGER,
    "since_entry": op.LOOKS_SINCE_ENTRY,
}

Owner: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SplitArm:
    """An arm of an experiment with its weight in basis points."""

    id: str
    weight: int


@dataclass(frozen=True, slots=True)
class Split:
    """How an experiment deals out its arms (R50, R51); the holdout is the last arm."""

    experiment: str
    salt: str
    unit: int
    arms: tuple[SplitArm, ...]
    fallback: str | None


@dataclass(frozen=True, slots=True)
class Awaited:
    """One of the things a wait is for (R213): an event under a name, or a condition."""

    event: str | None
    where: Filter | None
    condition: Condition | None
    is_keyed: bool
    name: str | None


class Assembler:
    """Owns the tables of a program; a step is lowered by exactly one of its methods.

    `span` is [start, end) of the run in epoch seconds; `follows_clock` is true once something
    depends on the customer's own clock, so that it matters when their zone changes.
    """

    def __init__(
        self,
        pool: Pool,
        reading: Reading,
        tables: ResponseTables,
        span: tuple[int, int],
        sending: SendingRules = NO_RULES,
    ) -> None:
        self.pool = pool
        self.reading = reading
        self.span = span
        self.needs = Needs(pool, reading)
        self.dates = Dates(pool, reading)
        self.leaves = Leaves(pool, reading, self.needs)
        self.outgoing = Outgoing(pool, reading, self.needs, self.leaves, sending)
        self.ageing = Ageing(pool, self.leaves.rows)
        self.tables = tables
        self.counts: dict[Owner, tuple[int, tuple[str, ...]]] = {}
        self.counted = 0
        self.arm_names: dict[int, str] = {}
        self.household_hashes = 0
        self.journeys: Mapping[str, int] = {}
        self.awaited: set[int] = set()
        self.asks_waits = False
        self.follows_clock = False
        self.place = Place("", "", 0, (), (), has_goal=False, key_hashes=0)

    def count(self, owner: Owner, names: Sequence[str]) -> int:
        """Make room for the counts of an owner, once; return the first of them.

        Owners are ("journey", id), ("node", journey, id), ("goal", journey, id), ("exit", journey,
        id) and ("arm", experiment, id).
        """
        if owner not in self.counts:
            self.counts[owner] = (self.counted, tuple(names))
            self.counted += len(names)
        return self.counts[owner][0]

    def trigger(self, event: str, where: Filter | None) -> None:
        """Enter by an event that passes a filter."""
        self._operate(op.OP_TRIGGER, REFUSED)
        self.place.row[op.N_A : op.N_C] = [self.reading.event(event), self.leaves.chain(where)]

    def schedule(
        self, start: WallTime, repeat: str | None, segment: str | None, *, is_own_clock: bool
    ) -> None:
        """Enter by the clock, the customer's own or the workspace's, where in a segment."""
        self._operate(op.OP_SCHEDULE, REFUSED)
        times = put_times(self.pool, self.span, self.place.node, start, repeat)
        asks = self.leaves.chain(SegmentTest(segment=segment) if segment else None)
        self.place.row[op.N_A : op.N_D] = [times, asks, int(is_own_clock)]
        self.follows_clock |= is_own_clock

    def date_entry(self, entry: DateEntry) -> None:
        """Enter on the date in an attribute, or some time before or after it."""
        self._operate(op.OP_DATE, REFUSED)
        self.place.row[op.N_A], self.place.row[op.N_B] = self.dates.entry(entry), op.ALWAYS
        self.follows_clock = True

    def segment_entry(self, segment: str, *, is_left: bool, includes_current: bool) -> None:
        """Enter when coming to be in a segment, or ceasing to be."""
        self._operate(op.OP_SEGMENT, REFUSED)
        row, (start, changes) = self.place.row, self.leaves.watched(SegmentTest(segment=segment))
        row[op.N_A : op.N_E + 1] = [start, op.ALWAYS, changes, is_left, includes_current]
        self.ageing.watch(changes)

    def wait(self, duration: Duration) -> None:
        """Stand still for a duration."""
        self._operate(op.OP_WAIT)
        self.place.row[op.N_A] = self._lasting(duration)

    def wait_time(self, time: TimeOfDay, until: TimeOfDay | None, days: Sequence[Weekday]) -> None:
        """Stand still until a time of day, or into a window of it, on some days or on all."""
        self._operate(op.OP_WAIT_TIME)
        over = op.NOWHERE if until is None else until.seconds
        bits = sum(1 << WEEK.index(day) for day in days or WEEK)
        self.place.row[op.N_A] = self.pool.put((time.seconds, over, bits))
        self.follows_clock = True

    def wait_date(self, wait: DateWait) -> None:
        """Stand still until a date, or some time before or after it."""
        self._operate(op.OP_WAIT_DATE)
        offset, sign = wait.offset, -1 if wait.is_before else 1
        past = op.NOWHERE if wait.past is None else wait.past
        missing = op.NOWHERE if wait.missing is None else wait.missing
        shift = (offset.months, offset.days, offset.seconds, sign)
        read = self.dates.place(wait)
        self.place.row[op.N_A] = self.pool.put((*shift, *read, past, missing))
        self.follows_clock = True

    def wait_event(self, branches: Sequence[Awaited], timeout: Duration, look_back: str) -> None:
        """Stand still until one of several things happens, or for a duration at most."""
        self._operate(op.OP_WAIT_EVENT)
        row = self.place.row
        row[op.N_A] = self._lasting(timeout)
        row[op.N_B] = self.pool.put((len(branches), *chain(*map(self._catch, branches))))
        row[op.N_C] = LOOKS.get(look_back, op.LOOKS_WINDOW)
        if row[op.N_C] == op.LOOKS_WINDOW:
            row[op.N_D] = Duration.parse(look_back).window
        row[op.N_E] = self.place.memory

    def _catch(self, caught: Awaited) -> list[int]:
        branch = [0] * op.CATCH_WIDTH
        if caught.event is None:
            branch[op.B_TYPE] = op.NOWHERE
            branch[op.B_CHAIN], branch[op.B_CHANGES] = self.leaves.watched(caught.condition)
            self.asks_waits = True
            return branch
        branch[op.B_TYPE] = self.reading.event(caught.event)
        branch[op.B_CHAIN] = self.leaves.chain(caught.where)
        branch[op.B_KEYED] = int(caught.is_keyed)
        branch[op.B_KEPT] = self.place.caught[caught.name] if caught.name else 0
        branch[op.B_CHANGES] = self.pool.put((0,))
        self.awaited.add(branch[op.B_TYPE])
        return branch

    def _lasting(self, duration: Duration) -> int:
        self.follows_clock |= not duration.is_exact
        return self.pool.put((duration.months, duration.days, duration.seconds))

    def branch(self, conditions: Sequence[Condition]) -> None:
        """Leave by the port of the first condition that is true, else by the last port."""
        self._operate(op.OP_BRANCH)
        starts: list[int] = []
        number = 0
        for condition in conditions:
            starts.append(self.leaves.chain(condition, number))
            number += sum(1 for _ in leaves(condition))
        self.place.row[op.N_A] = self.pool.put_counted(starts)

    def split(self, split: Split) -> None:
        """Leave by the port of the unit's arm."""
        self._operate(op.OP_SPLIT)
        table = [0] * op.S_FIRST
        table[op.S_EXPERIMENT], table[op.S_UNIT] = stable_hash(split.experiment), split.unit
        table[op.S_SALT] = stable_hash(split.salt)
        is_household = split.unit == op.UNIT_HOUSEHOLD
        table[op.S_HASHES] = self.household_hashes if is_household else self.place.key_hashes
        table[op.S_DEALT] = self.place.dealt.get(split.experiment, 0)
        table[op.S_ARMS] = len(split.arms)
        ids = [arm.id for arm in split.arms]
        table[op.S_FALLBACK] = ids.index(split.fallback) if split.fallback in ids else 0
        upto = 0
        for arm in split.arms:
            upto += arm.weight
            code = stable_hash(split.experiment, arm.id)
            self.arm_names[code] = arm.id
            table += [upto, code, self.count(("arm", split.experiment, arm.id), ARMS)]
        self.place.row[op.N_A] = self.pool.put(table)

    def send(
        self,
        channel: str,
        responses: MessageResponses,
        needed: Sequence[str] = (),
        rules: Rules = NOTHING_SAID,
    ) -> None:
        """Check whether and when it may be sent, send, and draw how they react."""
        place = self.place
        self.needs.journey = place.journey
        aged = [age.variable for age in rules.ages if age.hides]
        known = place.dealt, place.caught, aged
        needs = self.needs.write(needed, *known, has_session=place.has_session)
        ruled = self.outgoing.table(channel, rules, place.caught, needed)
        counts = (*SENDS, *RULED) if ruled else (*SENDS, RULED[0]) if needs else SENDS
        self._operate(op.OP_SEND, counts)
        row = self.place.row
        row[op.N_E], row[op.N_NOTES], row[op.N_RULES] = needs, self.place.notes, ruled
        row[op.N_A] = CHANNELS.index(channel)
        row[op.N_B] = self.pool.put(
            self.tables.message(channel, responses, has_goal=self.place.has_goal)
        )
        row[op.N_C] = self.reading.find_attribute(f"consent.{channel}")
        row[op.N_D] = self.reading.find_attribute(f"address.{channel}")
        self.asks_waits |= rules.gate is not None and rules.tries is not None
        self.follows_clock |= self.outgoing.follows_clock

    def choose_channel(self, channels: Sequence[str]) -> None:
        """Leave by the port of the channel that suits a customer best, else by the last port."""
        self._operate(op.OP_CHANNEL)
        self.place.row[op.N_A] = self.outgoing.choice(channels)

    def update(self, updates: Sequence[Update]) -> None:
        """Change attributes, one after the other."""
        self._operate(op.OP_UPDATE)
        rows = [number for update in updates for number in lowered(update, self.reading)]
        self.place.row[op.N_A] = self.pool.put((len(updates), *rows))

    def jump(self, journey: str, event: str) -> None:
        """Leave for another journey of the run, which is called by an event."""
        self._operate(op.OP_JUMP)
        if journey not in self.journeys:
            raise InvalidJourneyError(
                f"{self.place.journey}: there is no journey {journey!r} in this run.",
                "Run both together.",
            )
        self.place.row[op.N_A : op.N_C] = [self.reading.event(event), self.journeys[journey]]

    def ask(self, name: str | None, answers: Sequence[Answer]) -> None:
        """Leave by the port of an answer that is drawn, else by the last port."""
        self._operate(op.OP_ASK)
        shares = [answer.share for answer in answers]
        table = [0] * op.ASK_SHARES
        table[op.ASK_ANSWERS] = len(answers)
        table[op.ASK_LIKELIEST] = shares.index(max(shares)) if shares else 0
        table[op.ASK_KEPT] = self.place.caught.get(name or "", 0) if answers else 0
        table[op.ASK_FIRST] = self.needs.answers.first(self.place.journey, self.place.node)
        self.place.row[op.N_A] = self.pool.put((*table, *accumulate(shares)))

    def finish(self) -> None:
        """End here."""
        self._operate(op.OP_FINISH)

    def _operate(self, operation: int, more: Sequence[str] = ()) -> None:
        row, place = self.place.row, self.place
        row[op.N_OP], row[op.N_JOURNEY] = operation, place.journey_place
        row[op.N_PORTS] = self.pool.put_counted(place.targets)
        names = ["reached", "waiting", "left", *(f"port:{port}" for port in place.ports), *more]
        row[op.N_TALLY] = self.count(("node", place.journey, place.node), names)
