"""How it ended for each customer, in words, and those for whom it ended alike as groups."""

from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field

from journeys.content.message import Message
from journeys.content.unsent import HELD_BACK
from journeys.document.journey import Journey
from journeys.nodes.experiment import HOLDOUT
from journeys.program.reasons import OPERANDS, Reason
from journeys.program.telling import Telling
from journeys.progress import Progress
from journeys.simulation.behind import BY_PORT
from journeys.simulation.dataset import Dataset
from journeys.simulation.funnel import REFUSED
from journeys.simulation.program import Program
from journeys.simulation.replay import CHUNK, decoded, journey_place, replayed
from journeys.simulation.trace import Decoder

IDLE = "Did nothing that starts this journey"
LOOKED_AT = 10_000

DEALT = frozenset({Reason.ARM_ASSIGNED, Reason.ARM_KEPT})
ENDS = {
    Reason.FINISHED: "Ended at '{step}'",
    Reason.PATH_ENDED: "The path ended at {step}",
    Reason.LEFT_BY_GOAL: "Left: reached the goal '{rule}'",
    Reason.EXITED: "Left: rule '{rule}'",
    Reason.WAITING: "Still at {step}",
    Reason.TOO_MANY_VISITS: "Came round to {step} too often",
    Reason.RESTARTED: "Started anew",
    Reason.STOPPED: "Had no such date at {step}",
    Reason.JUMPED: "Went on in another journey at {step}",
    Reason.TOO_MANY_JUMPS: "Went from journey to journey too often",
    Reason.TOO_MANY_UPDATES: "Was changed at {step} too often",
}
UNSENT = {
    Reason.NO_ADDRESS: "No address",
    Reason.NO_CONSENT: "No consent",
    Reason.WORDS_MISSING: "Without what the words need",
    Reason.FAILED: "Sending failed",
    **HELD_BACK,
}
TITLES = {
    "everyone": "Everyone who entered",
    "got": "Got a message",
    "nothing": "No message",
    "held_out": "Held out",
    "path_ended": "Came to the end of a path",
    "waiting": "Still waiting",
    "too_many_visits": "Came round too often",
    "restarted": "Started anew",
    "stopped": "Had no such date",
    "jumped": "Went on in another journey",
    "too_many_jumps": "Went from journey to journey too often",
    "too_many_updates": "Was changed too often",
    "never": "Never entered",
}
TURNED_AWAY = {
    reason: REFUSED[reason.word.removeprefix("refused_")]
    for reason in Reason
    if reason.name.startswith("REFUSED_")
}


@dataclass(frozen=True, slots=True)
class Group:
    """Customers with the same fate: a name to know the group by, its title, and their ids.

    `entries` is how many entries met that fate: a customer may come in more than once.
    """

    name: str
    title: str
    ids: tuple[str, ...]
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Grouped:
    """The `looked_at` customers by group, with words about each of them.

    The first line says what matters most, such as 'No consent'; a second one how it ended, or why
    somebody never entered.
    """

    groups: tuple[Group, ...]
    lines: Mapping[str, str]
    looked_at: int


def grouped(
    program: Program, dataset: Dataset, *, journey: str = "", most: int = LOOKED_AT
) -> Generator[Progress, None, Grouped]:
    """Return how it ended for each of the first `most` customers, and put like to like.

    A customer who entered more than once may stand in more than one group.
    """
    total = min(most, dataset.customers)
    place = journey_place(program, journey)
    decoder = Decoder(program)
    gathered = _Gathered(program.journeys[place])
    for first in range(0, total, CHUNK):
        yield Progress(first, total, "Putting customers into groups")
        last = min(first + CHUNK, total)
        told = dict(replayed(program, dataset, first, last))
        for customer in range(first, last):
            here = [each for each in told.get(customer, ()) if each.journey == place]
            mine = [
                decoded(decoder, each) for each in here if each.has_entry and each.reason in _TOLD
            ]
            turned = (
                TURNED_AWAY[Reason(each.reason)] for each in here if each.reason in TURNED_AWAY
            )
            gathered.take(dataset.ids[customer], mine, next(turned, ""))
    return Grouped(gathered.groups(), gathered.lines, total)


_TOLD = frozenset({Reason.ENTERED, Reason.SENT, *ENDS, *UNSENT, *DEALT})


def _is_held_out(telling: Telling) -> bool:
    return telling.reason in DEALT and telling.operands[0] == HOLDOUT


@dataclass
class _Gathered:
    """Gathers customers by how it ended for them."""

    journey: Journey
    ids: dict[str, list[str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    entries: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        messages = [node for node in self.journey.nodes if isinstance(node, Message)]
        for name, title in TITLES.items():
            self.titles[name] = title
            if name == "got" and len(messages) > 1:
                self.titles |= {
                    f"got {node.id}": BY_PORT["sent"].format(node.name) for node in messages
                }
        self.ids = {name: [] for name in self.titles}

    def take(self, customer: str, tellings: list[Telling], turned_away: str = "") -> None:
        """Take in what was told of one customer, and why the first try to enter came to nothing."""
        reasons = {telling.reason for telling in tellings}
        if Reason.ENTERED not in reasons:
            why = f"Not let in: {turned_away}" if turned_away else IDLE
            self.ids["never"].append(customer)
            self.lines[customer] = f"{self.titles['never']}\n{why}"
            return
        fates = [(name, each.entry) for each in tellings for name in self._fates(each)]
        if Reason.SENT not in reasons:
            fates += [("nothing", each.entry) for each in tellings]
        names = [name for name, _ in dict.fromkeys(fates)]
        self.entries.update(names)
        for name in dict.fromkeys(names):
            self.ids.setdefault(name, []).append(customer)
        self.lines[customer] = self._line(tellings)

    def _fates(self, telling: Telling) -> Iterator[str]:
        """Yield the groups that a decision puts an entry into."""
        yield "everyone"
        if telling.reason is Reason.SENT:
            yield "got"
            if f"got {telling.node}" in self.titles:
                yield f"got {telling.node}"
        if telling.reason in ENDS:
            yield self._name(telling)
        if _is_held_out(telling):
            yield "held_out"

    def _name(self, telling: Telling) -> str:
        reason = telling.reason
        if reason is Reason.FINISHED:
            where = telling.node
        elif reason in (Reason.LEFT_BY_GOAL, Reason.EXITED):
            where = str(telling.operands[0])
        else:
            return reason.word
        name = f"{reason.word} {where}"
        self.titles[name] = self._ended(telling)
        return name

    def _ended(self, telling: Telling) -> str:
        form = ENDS[telling.reason]
        step = self.journey.node(telling.node).name if telling.node else ""
        return form.format(step=step, rule=self._rule(telling) if "{rule}" in form else "")

    def _rule(self, telling: Telling) -> str:
        is_goal = OPERANDS[telling.reason][0] == "goal"
        rules = self.journey.goals if is_goal else self.journey.exits
        return next(rule.name for rule in rules if rule.id == telling.operands[0])

    def _line(self, tellings: list[Telling]) -> str:
        last = next((each for each in reversed(tellings) if each.reason in ENDS), None)
        if last is None:
            return ""
        said = self._ended(last)
        if any(each.reason is Reason.SENT for each in tellings):
            return said
        why = next((UNSENT[each.reason] for each in tellings if each.reason in UNSENT), "")
        return f"{why}\n{said}" if why else said

    def groups(self) -> tuple[Group, ...]:
        """Return the groups that hold anybody, everyone first."""
        return tuple(self._groups())

    def _groups(self) -> Iterator[Group]:
        """Yield them; those who never entered come last."""
        for name in (*(each for each in self.ids if each != "never"), "never"):
            ids = self.ids[name]
            if ids or name == "everyone":
                yield Group(name, self.titles[name], tuple(ids), self.entries[name])
