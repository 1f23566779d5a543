"""Everything that has become of one customer so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeys.people.population import Content, Held
from journeys.simulation.settings import Pause, RunSettings
from tests.oracle.best import Learned
from tests.oracle.caps import Outgoing
from tests.oracle.happening import Happening
from tests.oracle.instance import Instance
from tests.oracle.plan import Plan
from tests.oracle.profile import Profile
from tests.oracle.rows import Operand, Row


@dataclass(frozen=True, slots=True)
class Exposure:
    """A unit met an experiment; `key` is the key value where the unit is one (R126)."""

    experiment: str
    unit: str
    arm: str
    time: int
    plan: Plan
    key: Content


@dataclass(slots=True)
class Dated:
    """What an attribute says, and which of its occurrences is the next one to come (R220)."""

    value: Content
    place: int = 0


@dataclass(slots=True)
class Fate:
    """A customer's state in the middle of a run; `columns` are the properties the data have.

    `moved` are those who leave their step, by a port, once all phases are over (R4). A profile that
    steps have changed is handled once they have run on, and before `jumps` (R222, R223); `jumped`
    is an instant and how many were made at it, `updated` the same of updates. `had` is how many
    occurrences of a schedule, by journey and trigger, have been (R219), `members` whether the
    customer was in a segment when that was last asked, by journey and trigger (R218). `asked_at` is
    the last instant at which conditions were asked, `pauses_ahead` are those that will end (R226).
    `due` is when what is being handled was due: before now where the run slept (R228). `sent` has
    the messages of all journeys, `learned` what the whole audience did before the run (R306);
    `started` is when that began.
    """

    profile: Profile
    plans: tuple[Plan, ...]
    settings: RunSettings
    columns: Mapping[str, Held]
    sleeps: tuple[tuple[int, int], ...] = ()
    pauses_ahead: list[tuple[Plan, Pause]] = field(default_factory=list)
    now: int = 0
    due: int = 0
    asked_at: int = 0
    history: list[Happening] = field(default_factory=list)
    generated: list[Happening] = field(default_factory=list)
    instances: list[Instance] = field(default_factory=list)
    moved: list[tuple[Instance, str]] = field(default_factory=list)
    is_changed: bool = False
    jumps: list[Happening] = field(default_factory=list)
    jumped: tuple[int, int] = (0, 0)
    updated: tuple[int, int] = (0, 0)
    had: dict[tuple[str, str], int] = field(default_factory=dict)
    members: dict[tuple[str, str], bool] = field(default_factory=dict)
    members_asked_at: int = 0
    dates: dict[tuple[str, str], Dated] = field(default_factory=dict)
    causes: set[tuple[str, str, str]] = field(default_factory=set)
    arms: dict[tuple[str, str], str] = field(default_factory=dict)
    exposures: list[Exposure] = field(default_factory=list)
    sent: list[Outgoing] = field(default_factory=list)
    learned: Learned = field(default_factory=Learned)
    started: int = 0
    rows: list[Row] = field(default_factory=list)

    def tell(self, instance: Instance, reason: str, *operands: Operand) -> None:
        """Write down what an instance does where it stands."""
        self.write(instance.plan, instance.entry, instance.node, reason, *operands)

    def write(
        self, plan: Plan, entry: int | None, node: str, reason: str, *operands: Operand
    ) -> None:
        """Write down one decision."""
        digits = None if entry is None else f"{entry:016x}"
        self.rows.append(Row(self.now, plan.journey.id, digits, node, reason, operands))

    def pause_at(self, plan: Plan, instant: int) -> Pause | None:
        """Return the pause of a journey that an instant lies in (R226)."""
        mine = (pause for pause in self.settings.pauses if pause.journey == plan.journey.id)
        return next((pause for pause in mine if pause.start <= instant < pause.end), None)

    def wake(self, instant: int) -> int:
        """Return when what is due at an instant is handled: when nothing sleeps (R228)."""
        slept = self.sleep_at(instant)
        return instant if slept is None else slept[1]

    def sleep_at(self, instant: int) -> tuple[int, int] | None:
        """Return the span in which nothing ran that an instant lies in."""
        return next((each for each in self.sleeps if each[0] <= instant < each[1]), None)

    def is_missed(self, following: int | None) -> bool:
        """Return whether what was due was slept over: not the last, or too old on waking (R228)."""
        slept = self.sleep_at(self.due)
        if slept is None:
            return False
        is_last = following is None or following >= slept[1]
        return not is_last or self.now - self.due >= self.settings.maximum_age

    def is_paused(self, plan: Plan) -> bool:
        """Return whether nothing of a journey moves on now."""
        return self.pause_at(plan, self.now) is not None

    def in_order(self) -> list[Instance]:
        """Return all instances, ended ones included, in the order of R4."""
        return sorted(self.instances, key=lambda instance: instance.order)
