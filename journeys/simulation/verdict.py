"""Why an entry got no message: the first thing that stopped it, and whether silence was right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import BehaviourTest, leaves
from journeys.content.message import Message
from journeys.content.unsent import UNSENT
from journeys.document.journey import Journey
from journeys.nodes.branch import Branch
from journeys.people.response import FULL
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.simulation.explain import Told

LEAVES = frozenset(
    {
        Reason.LEFT_BY_GOAL,
        Reason.EXITED,
        Reason.RESTARTED,
        Reason.TOO_MANY_VISITS,
        Reason.TOO_MANY_JUMPS,
        Reason.TOO_MANY_UPDATES,
        Reason.PATH_ENDED,
        Reason.STOPPED,
        Reason.WAITING,
    }
)
CHOOSES = frozenset(
    {
        *(Reason.BRANCH_TAKEN, Reason.ARM_ASSIGNED, Reason.ARM_KEPT),
        *(Reason.ANSWERED, Reason.CAUGHT, Reason.TIMED_OUT, Reason.DATE_PAST, Reason.DATE_MISSING),
    }
)
ENDS_WAIT = frozenset({Reason.WAIT_OVER, Reason.CAUGHT, Reason.TIMED_OUT})
BY_A_RULE = frozenset({Reason.LEFT_BY_GOAL, Reason.EXITED})
AT_LEAST = frozenset({Operator.AT_LEAST, Operator.GREATER})
HOUR, DAY = 3_600, 86_400


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why an entry got no message.

    `place` is that of the decision in the story that stopped it; `close` says how close it was,
    where the engine wrote that down; `right` says why silence was right, where it was.
    """

    place: int
    what: str
    step: str
    when: str
    close: str = ""
    right: str = ""


def verdict(journey: Journey, told: Sequence[Told], entry: str | None) -> Verdict | None:
    """Return why an entry got no message; None where it got one, or has nothing to do with any.

    `entry` None asks about who never entered: then the first refusal is what stopped it.
    """
    mine = [
        (place, one)
        for place, one in enumerate(told)
        if one.telling.journey == journey.id and _is_of(one.telling, entry)
    ]
    if entry is None:
        mine = [(place, one) for place, one in mine if one.telling.reason.name[:7] == "REFUSED"]
    reasons = {one.telling.reason for _, one in mine}
    if not mine or Reason.SENT in reasons:
        return None
    stop = next(_stops(journey, mine), None)
    if stop is None:
        return None
    place, one, what = stop
    return Verdict(
        place,
        what,
        one.step,
        one.clock,
        _close(told, place),
        _right(journey, mine, place),
    )


def _is_of(telling: Telling, entry: str | None) -> bool:
    return telling.entry == entry and telling.reason is not Reason.LEAF


def _stops(journey: Journey, mine: Sequence[tuple[int, Told]]) -> Iterator[tuple[int, Told, str]]:
    """Yield what kept a message away, in order."""
    leading = _leading(journey)
    if not leading:
        return
    for place, one in mine:
        reason, node = one.telling.reason, one.telling.node
        if reason in UNSENT or reason in LEAVES or reason.name.startswith("REFUSED"):
            yield place, one, one.words.removesuffix(".")
        elif reason in CHOOSES and node in leading:
            port = journey.node(node).left_by(one.telling)
            if port is not None and journey.target(node, port) not in leading:
                ports = journey.node(node).ways(journey.names)
                title = next((each.title for each in ports if each.id == port), port)
                yield place, one, f"Took the path '{title}', which has no message"


def _leading(journey: Journey) -> frozenset[str]:
    """Return the messages and the steps from which one can be come to."""
    found = {node.id for node in journey.nodes if isinstance(node, Message)}
    grown = True
    while grown:
        before = len(found)
        found |= {edge.source for edge in journey.edges if edge.target in found}
        grown = len(found) > before
    return frozenset(found)


def _close(told: Sequence[Told], place: int) -> str:
    """Return how close it was, as far as the numbers of the decision say."""
    telling = told[place].telling
    match telling.reason:
        case Reason.FAILED:
            draw, share = (int(each or 0) / FULL for each in telling.operands[1:3])
            return f"The draw was {draw:.3f}; from {share:.3f} on it would have been sent."
        case Reason.REFUSED_COOLDOWN:
            left = int(telling.operands[1] or 0) - telling.time
            return f"{_span(left)} later the pause would have been over."
        case Reason.WAITING:
            left = int(telling.operands[0] or 0) - telling.time
            return f"The wait had {_span(left)} to go." if left > 0 else ""
        case Reason.REFUSED_FILTER:
            return " ".join(_answered(told[:place]))
        case Reason.ARM_ASSIGNED:
            return "By chance, to see what would happen without a message."
        case _:
            return _remaining(told, place) if telling.reason in BY_A_RULE else ""


def _answered(told: Sequence[Told]) -> Iterator[str]:
    """Yield what was asked last, with the value that was there."""
    if told and told[-1].telling.reason is Reason.LEAF:
        actual = told[-1].telling.operands[2]
        found = "not known" if actual is None else f"'{actual}'"
        yield f"{told[-1].words.removesuffix('.')}, it is {found}."


def _remaining(told: Sequence[Told], place: int) -> str:
    """Return how long the wait that was cut short had still to go."""
    here = told[place].telling
    for one in reversed(told[:place]):
        telling = one.telling
        if telling.entry != here.entry:
            continue
        if telling.reason in ENDS_WAIT:
            return ""
        if telling.reason in (Reason.WAIT_STARTED, Reason.WAIT_MOVED):
            is_moved = telling.reason is Reason.WAIT_MOVED
            left = int(telling.operands[is_moved] or 0) - here.time
            return f"{_span(left)} before the wait was over." if left > 0 else ""
    return ""


def _right(journey: Journey, mine: Sequence[tuple[int, Told]], place: int) -> str:
    """Return why silence was right: the goal was reached before, or a rule says so."""
    names = {goal.id: goal.name for goal in journey.goals}
    names |= {rule.id: rule.name for rule in journey.exits}
    for at, one in mine:
        reason = one.telling.reason
        if reason in (Reason.GOAL_REACHED, Reason.LEFT_BY_GOAL) and at <= place + 1:
            name = names.get(str(one.telling.operands[0]), "")
            return f"Right not to send: '{name}' was already reached"
        if reason is Reason.EXITED and at == place:
            name = names.get(str(one.telling.operands[0]), "")
            return f"Right not to send: the exit rule '{name}' asks for it"
        if reason is Reason.BRANCH_TAKEN and at == place:
            return _already(journey, one.telling)
    return ""


def _already(journey: Journey, telling: Telling) -> str:
    """Return that who went this way had already done what a goal is for, where the path asks so."""
    node = journey.node(telling.node or "")
    if not isinstance(node, Branch):
        return ""
    asked = {
        leaf.event
        for branch in node.branches
        if branch.id == telling.operands[0]
        for leaf in leaves(branch.condition)
        if isinstance(leaf, BehaviourTest) and leaf.operator in AT_LEAST
    }
    goal = next((each for each in journey.goals if each.event in asked), None)
    return f"Right not to send: '{goal.event}' had already happened" if goal else ""


def _span(seconds: int) -> str:
    """Return a span of time in its two largest units."""
    if seconds < HOUR:
        return f"{max(seconds // 60, 1)} min"
    if seconds < DAY:
        return f"{seconds // HOUR} h {seconds % HOUR // 60} min"
    return f"{seconds // DAY} d {seconds % DAY // HOUR} h"
