"""One journey of one customer, from an entry to its end (R2)."""

from dataclasses import dataclass, field

from journeys.people.population import Content
from tests.oracle.happening import Happening
from tests.oracle.plan import Plan


@dataclass(frozen=True, slots=True)
class Sent:
    """A message went out: when, by which channel, at which visit, after how many events."""

    time: int
    channel: str
    visit: int
    seen: int


@dataclass(slots=True)
class Attempt:
    """What a visit to a message remembers of its attempts to send.

    `stands` is why they stand there: for a gate, quiet hours, a cap, the best hour, or not at all.
    `first` is when the list was first asked, `deferred` when the visit was first put off, `since`
    when it was last, by the clock of `zone`; `gate_until` is when its gate is no longer asked.
    """

    stands: str = ""
    first: int | None = None
    deferred: int | None = None
    since: int = 0
    zone: str = ""
    gate_until: int | None = None
    has_best: bool = False


@dataclass(slots=True, eq=False)
class Instance:
    """Where a customer stands in a journey, and what the journey remembers of them.

    `seen` is how many events the customer had seen up to the entry event, itself included (R153);
    `admitted` is the same as it was on admission. `left` is how many they had seen when they last
    left a step that waits for events, `caught` what waits have caught under a name (R213, R214).
    `arms` are those of the experiments that this entry has passed (R151), `sent_log` has when which
    message went out, `sent` the last message of each step (R206). `date` is what a wait until a
    date has read (R211), `zone` by whose clock its end was computed, `added` what pauses have made
    it longer, and `way` how it is left after a pause in which something was caught (R226).
    `attempt` is how far a message has come in this visit (R302, R303).
    """

    plan: Plan
    key: Content
    entry: int
    entered_at: int
    event: Happening
    node: str
    seen: int
    is_active: bool = True
    is_candidate: bool = False
    is_held: bool = False
    timer: int | None = None
    waiting_since: int = 0
    date: Content = None
    added: int = 0
    zone: str = ""
    way: str | None = None
    attempt: Attempt = field(default_factory=Attempt)
    admitted: int = field(init=False)
    visits: dict[str, int] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    caught: dict[str, Happening] = field(default_factory=dict)
    arms: dict[str, str] = field(default_factory=dict)
    loops: dict[frozenset[str], tuple[str, int]] = field(default_factory=dict)
    watched_from: int | None = None
    reached: set[str] = field(default_factory=set)
    sent_log: list[tuple[int, str]] = field(default_factory=list)
    sent: dict[str, Sent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Remember where the admission stands among the events, which no update moves."""
        self.admitted = self.seen

    @property
    def is_waiting(self) -> bool:
        """Whether they stand and wait, not held before the step acts, nor with something caught."""
        is_on = self.timer is not None and not self.is_held and self.way is None
        return is_on and not self.attempt.stands

    @property
    def order(self) -> tuple[int, str, int, int]:
        """The rank among all instances of a customer (R4)."""
        return (*self.plan.order, self.entered_at, self.entry)

    def end(self) -> None:
        """Leave the journey; goals stay watched (R53)."""
        self.is_active = self.is_candidate = self.is_held = False
        self.timer = None
        self.attempt.stands = ""
