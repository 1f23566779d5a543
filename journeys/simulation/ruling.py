"""The rules of a whole journey as integers: entry, goals, exits, loops."""

from collections.abc import Iterator, Mapping, Sequence

from journeys.document.journey import Journey
from journeys.document.rules import ExitRule, Goal
from journeys.people.response import ResponseModel, threshold
from journeys.program import operations as op
from journeys.program.assembler import Assembler
from journeys.program.reading import CHANNELS
from journeys.program.roles import PAGE, is_reaction
from journeys.program.updates import CALL
from journeys.simulation.kernel.places import I_VISITS
from journeys.simulation.opens import is_opened
from journeys.simulation.settings import Mode

MODES = {"once": op.MODE_ONCE, "after_exit": op.MODE_AFTER_EXIT, "every": op.MODE_EVERY}
ACTIVES = {
    "ignore": op.ACTIVE_IGNORE,
    "restart": op.ACTIVE_RESTART,
    "update_context": op.ACTIVE_UPDATE,
}
ENGAGEMENT = ("delivered", "opened", "clicked", "bounced", "unsubscribed")
JOURNEYS = (
    "entries", "finished", "path_ended", "restarted", "too_many", "waiting", "updated", "stopped",
    "jumped", "too_many_jumps", "too_many_updates", "put_off",
)  # fmt: skip
GOALS = ("watched", "reached", "censored", "reached_censored", "unmessaged", "left")


class Ruling:
    """Owns what the rules of all journeys have in common while a program is written."""

    def __init__(self, assembler: Assembler, responses: ResponseModel) -> None:
        self.assembler = assembler
        self.pool = assembler.pool
        self.reading = assembler.reading
        self.responses = responses
        self.widest = I_VISITS
        self.asks_exits = False
        self._flags: dict[int, int] = {}

    def row(self, journey: Journey, *, looped: int, width: int) -> list[int]:
        """Return the row of a journey, but for its rank and what its steps decide.

        `width` is how many numbers an instance of it needs.
        """
        row, entry = [0] * op.JOURNEY_WIDTH, journey.entry
        has_key = entry.key is not None
        row[op.J_KEY] = self.reading.column(entry.key)[0] if entry.key is not None else op.NOWHERE
        row[op.J_MODE] = MODES[entry.mode]
        row[op.J_WHEN_ACTIVE] = ACTIVES[entry.when_active]
        cooldown = entry.cooldown
        row[op.J_COOLDOWN] = (
            op.NOWHERE
            if cooldown is None
            else self.pool.put((cooldown.months, cooldown.days, cooldown.seconds))
        )
        row[op.J_MAXIMUM] = entry.maximum if entry.maximum is not None else op.NOWHERE
        row[op.J_VISITS] = journey.loops.maximum_visits
        row[op.J_PERIOD] = journey.loops.minimum_period.at_most
        row[op.J_LOOPED] = looped
        row[op.J_UNPROMPTED] = (
            threshold(journey.unprompted.share) if journey.unprompted else op.NOWHERE
        )
        row[op.J_UNPROMPTED_DELAY] = self.pool.put(self.responses.unprompted_delay)
        row[op.J_TALLY] = self.assembler.count(("journey", journey.id), JOURNEYS)
        row[op.J_ID] = self.pool.put_text(journey.id)
        self._goals(journey, row, has_key=has_key)
        exits = [number for rule in journey.exits for number in self._exit(journey.id, rule)]
        row[op.J_EXITS] = self.pool.put((len(journey.exits), *exits))
        row[op.J_ASKED_EXITS] = int(any(rule.condition for rule in journey.exits))
        self.asks_exits |= bool(row[op.J_ASKED_EXITS])
        for trigger in journey.triggers:
            for event in trigger.entered_by:
                self._flag(self.reading.event(event), op.STARTS)
        self.widest = max(self.widest, width)
        return row

    def _goals(self, journey: Journey, row: list[int], *, has_key: bool) -> None:
        goals = [number for goal in journey.goals for number in self._goal(journey.id, goal)]
        row[op.J_GOALS] = self.pool.put((len(journey.goals), *goals))
        row[op.J_GOAL_TYPE] = op.NOWHERE
        carried: list[int] = []
        if journey.goals:
            first = journey.goals[0]
            row[op.J_GOAL_TYPE] = self.reading.event(first.event)
            carried = [self.reading.column(name)[0] for name in first.carries]
            carried += [row[op.J_KEY]] if has_key else []
        row[op.J_CARRIES] = self.pool.put_counted(sorted(set(carried)))

    def _goal(self, journey: str, goal: Goal) -> list[int]:
        row = [0] * op.GOAL_WIDTH
        row[op.G_TYPE] = self.reading.event(goal.event)
        row[op.G_FILTER] = self.assembler.leaves.chain(goal.where)
        row[op.G_KEYED], row[op.G_ENDS] = int(goal.match_key), int(goal.ends)
        row[op.G_WINDOW] = goal.window.window
        row[op.G_TALLY] = self.assembler.count(("goal", journey, goal.id), GOALS)
        self._flag(row[op.G_TYPE], op.REACHES)
        return row

    def _exit(self, journey: str, rule: ExitRule) -> list[int]:
        row = [0] * op.EXIT_WIDTH
        row[op.X_TALLY] = self.assembler.count(("exit", journey, rule.id), ("left",))
        if rule.event is None:
            row[op.X_TYPE] = op.NOWHERE
            row[op.X_FILTER], row[op.X_CHANGES] = self.assembler.leaves.watched(rule.condition)
            return row
        row[op.X_TYPE] = self.reading.event(rule.event)
        row[op.X_FILTER] = self.assembler.leaves.chain(rule.where)
        row[op.X_KEYED] = int(rule.match_key)
        row[op.X_CHANGES] = self.pool.put((0,))
        self._flag(row[op.X_TYPE], op.TAKES_OUT)
        return row

    def _flag(self, event: int, flag: int) -> None:
        self._flags[event] = self._flags.get(event, 0) | flag

    def flags(self, events: Mapping[str, int]) -> list[int]:
        """Return what the run does with each event, by its code."""
        for code in self.assembler.awaited:
            self._flag(code, op.AWAITED)
        needs, measuring = self.assembler.needs, self.assembler.leaves.measuring
        for code in events.values() if needs.reads_all else needs.counted | measuring.counted:
            self._flag(code, op.COUNTED)
        for code in self.assembler.outgoing.counted:
            self._flag(code, op.COUNTED)
        if self.assembler.outgoing.asks_opens:
            for name, code in events.items():
                self._flag(code, op.OPENS | op.COUNTED if is_opened(name) else 0)
        unsubscribing = {f"{channel}_unsubscribed": at for at, channel in enumerate(CHANNELS, 1)}
        return [
            self._flags.get(code, 0)
            | (op.ENGAGES if is_engagement(name) else 0)
            | (op.REACTS if is_reaction(name) else 0)
            | (op.VIEWS if name.endswith(PAGE) else 0)
            | unsubscribing.get(name, 0) << op.UNSUBSCRIBES_SHIFT
            for name, code in sorted(events.items(), key=lambda item: item[1])
        ]


def made_up(flags: Sequence[int], events: Mapping[str, int], mode: Mode) -> set[int]:
    """Return the events that a run of a mode may make up itself, by their codes (R55, R222)."""
    found = {code for name, code in events.items() if name.startswith(CALL)}
    drawn = {Mode.BACKTEST: 0, Mode.MIXED: op.ENGAGES, Mode.GENERATED: op.ENGAGES | op.REACHES}
    return found | {code for code, flag in enumerate(flags) if flag & drawn[mode]}


def is_engagement(event: str) -> bool:
    """Say whether an event is an answer to a message (R111)."""
    return event.rpartition("_")[2] in ENGAGEMENT


def put_in_order(rows: Sequence[list[int]], journeys: Sequence[Journey]) -> None:
    """Write the place of each journey by its id, and how many have a higher priority (R4, R44)."""
    by_id = sorted(journey.id for journey in journeys)
    levels = sorted({journey.priority for journey in journeys}, reverse=True)
    for row, journey in zip(rows, journeys, strict=True):
        row[op.J_RANK] = by_id.index(journey.id)
        row[op.J_LEVEL] = levels.index(journey.priority)


def timed(
    journeys: Sequence[Journey], places: Mapping[tuple[str, str], int], rows: Sequence[list[int]]
) -> Iterator[int]:
    """Yield the starts by the clock in the order in which they are asked (R217)."""
    for journey in journeys:
        for kinds in ((op.OP_SEGMENT,), (op.OP_SCHEDULE, op.OP_DATE)):
            for trigger in journey.triggers:
                place = places[journey.id, trigger.id]
                if rows[place][op.N_OP] in kinds:
                    yield place
