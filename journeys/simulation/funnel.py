"""How far people get: the counts of a run put in order, each loss with its reason in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from journeys.content.message import Message
from journeys.content.sending import OTHER_CHANNEL
from journeys.content.unsent import HELD_BACK
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.program.reasons import Reason
from journeys.simulation.asking import LEFT, because

Counts: TypeAlias = Mapping[str, Any]
Place: TypeAlias = tuple[str, str]

REFUSED = {
    "filter": "did not pass the filter",
    "key_missing": "did not say which one it is about",
    "maximum": "had entered often enough",
    "mode": "had entered before",
    "active": "were in the journey already",
    "cooldown": "came back too soon",
    "already": "had just entered by another start",
    "paused": "came while the journey was paused",
    "too_old": "became known too late",
    "missed": "were due while nothing ran",
}
ENDS = {
    "finished": ("came to a finish", Reason.FINISHED),
    "path_ended": ("came to the end of a path", Reason.PATH_ENDED),
    "restarted": ("started anew", Reason.RESTARTED),
    "stopped": ("had no such date", Reason.STOPPED),
    "jumped": ("went on in another journey", Reason.JUMPED),
    "too_many_jumps": ("went from journey to journey too often", Reason.TOO_MANY_JUMPS),
    "too_many_updates": ("were changed too often", Reason.TOO_MANY_UPDATES),
    "too_many": ("came round too often", Reason.TOO_MANY_VISITS),
    "waiting": ("still under way when the run ends", Reason.WAITING),
}
NAMED = 2
UNSENT = {
    "no_consent": "without consent",
    "no_address": "without an address",
    "words_missing": "without what the words need",
    **{reason.word: f"{words[:1].lower()}{words[1:]}" for reason, words in HELD_BACK.items()},
}
POLICIES = {"quiet_dropped": "when_quiet", "capped": "when_capped"}


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the whole: how many, what they did, and the (step, out) to ask for them by."""

    count: int
    words: str
    place: Place | None = None
    is_avoidable: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """How many got so far, and who of them went no further than here."""

    title: str
    count: int
    losses: tuple[Share, ...] = ()

    @property
    def lost(self) -> int:
        """How many went no further."""
        return sum(loss.count for loss in self.losses)


def in_order(journey: Journey) -> Iterator[Node]:
    """Yield the steps in the order in which customers come to them, then those nobody can."""
    waiting, seen = list(journey.triggers), set[str]()
    while waiting:
        node = waiting.pop(0)
        if node.id not in seen:
            seen.add(node.id)
            yield node
            targets = (journey.target(node.id, port.id) for port in node.ports())
            waiting += [journey.node(target) for target in targets if target is not None]
    yield from (node for node in journey.nodes if node.id not in seen)


def turned_away(journey: Journey, counts: Counts) -> tuple[Share, ...]:
    """Return who was not let in, by reason."""
    steps = counts["steps"]
    found = (
        Share(
            sum(steps[node.id]["refused"][name] for node in journey.triggers),
            words,
            ("", because(f"refused_{name}")),
        )
        for name, words in REFUSED.items()
    )
    return tuple(share for share in found if share.count)


def endings(journey: Journey, counts: Counts) -> tuple[Share, ...]:
    """Return how it ended for all who entered; the counts add up to the entries."""
    found = [Share(counts[name], words, ("", because(why))) for name, (words, why) in ENDS.items()]
    for goal in journey.goals:
        words = f"left: reached the goal {goal.name!r}"
        place = ("", because(Reason.LEFT_BY_GOAL, goal.id))
        found.append(Share(counts["goals"][goal.id]["left"], words, place))
    for rule in journey.exits:
        words = f"left: rule {rule.name!r}"
        place = ("", because(Reason.EXITED, rule.id))
        found.append(Share(counts["exits"][rule.id]["left"], words, place))
    return tuple(share for share in found if share.count)


def stages(journey: Journey, counts: Counts) -> tuple[Stage, ...]:
    """Return how far those who entered got: past the first wait, to a message, what came of it.

    Messages are stages only where nobody can come to a second first message, as in a loop: else
    a number would count some people twice.
    """
    steps: Mapping[str, Counts] = counts["steps"]
    firsts = _first_messages(journey)
    if not firsts:
        finish = ENDS["finished"][0]
        gone = [end for end in endings(journey, counts) if end.words != finish]
        entered = Stage("Entered", counts["entries"], _real(gone))
        return (entered, Stage("Came to a finish", counts["finished"]))
    before = _leading_to(journey, firsts)
    onward, trunk = {*before, *firsts}, _trunk(journey)
    found: list[Stage] = []
    count, title = counts["entries"], "Entered"
    lost = _losses(journey, steps, trunk, onward)
    if lost:
        found.append(Stage(title, count, lost))
        count, title = steps[trunk[-1]]["ports"]["next"], "Past the first wait"
    rest = [node for node in before if not lost or node not in trunk]
    aside = [
        Share(steps[node.id]["reached"], f"by {node.name}", (node.id, ""))
        for node in journey.triggers
        if node.id not in onward
    ]
    found.append(Stage(title, count, _real((*aside, *_losses(journey, steps, rest, onward)))))
    return (*found, *_sending(journey, [(node, steps[node]) for node in firsts]))


def biggest(found: Sequence[Stage]) -> str:
    """Return one sentence about the loss that matters most, avoidable ones first."""
    if not found[0].count:
        return "Nobody entered."
    mend = max(found, key=lambda stage: sum(each.count for each in _avoidable(stage)))
    if why := _avoidable(mend):
        said = ", ".join(f"{each.count:,} {each.words}" for each in why)
        count = sum(each.count for each in why)
        return f"Biggest loss to mend: {count:,} entries got no message, {said}."
    most = max(found, key=lambda stage: stage.lost)
    if not most.lost:
        return "Nobody is lost on the way."
    said = ", ".join(f"{each.count:,} {each.words}" for each in most.losses[:NAMED])
    return f"Most go after {most.title!r}: {said}."


def _avoidable(stage: Stage) -> tuple[Share, ...]:
    return tuple(each for each in stage.losses if each.is_avoidable)


def _goes_on(journey: Journey, node: str, name: str) -> bool:
    """Say whether who is counted so goes on by another channel."""
    policy = POLICIES.get(name)
    return policy is not None and getattr(journey.node(node), policy) == OTHER_CHANNEL


def _sending(journey: Journey, firsts: Sequence[tuple[str, Counts]]) -> Iterator[Stage]:
    """Yield the stages from coming to a message to clicking in it."""
    where = " ".join(node for node, _ in firsts)
    lost = [
        Share(
            sum(of.get(name, 0) for node, of in firsts if not _goes_on(journey, node, name)),
            words,
            (where, because(name)),
            is_avoidable=True,
        )
        for name, words in UNSENT.items()
    ]
    failed = sum(of["ports"]["failed"] for _, of in firsts)
    lost.append(Share(failed, "failed", (where, because(Reason.FAILED)), is_avoidable=True))
    lost += [share for node, of in firsts for share in _stopped(node, of)]
    yield Stage("Came to a message", sum(of["reached"] for _, of in firsts), _real(lost))
    sent, opened, clicked = (
        sum(of["ports"]["sent"] for _, of in firsts),
        sum(of["opened"] for _, of in firsts),
        sum(of["clicked"] for _, of in firsts),
    )
    steps = [journey.node(node) for node, _ in firsts]
    can_be_opened = all(isinstance(step, Message) and step.can_be_opened for step in steps)
    last, title = sent, "Message sent"
    if opened >= clicked and opened and can_be_opened:
        yield Stage(title, sent, _real([Share(sent - opened, "did not open")]))
        last, title = opened, "Opened"
    if clicked:
        yield Stage(title, last, _real([Share(last - clicked, "did not click")]))
        last, title = clicked, "Clicked"
    yield Stage(title, last)


def _losses(
    journey: Journey, steps: Mapping[str, Counts], nodes: Sequence[str], onward: set[str]
) -> tuple[Share, ...]:
    """Return who left the way that leads on, at any of these steps."""
    found: list[Share] = []
    for node in nodes:
        of = steps[node]
        for port in journey.node(node).ways(journey.names):
            if journey.target(node, port.id) not in onward:
                words = f"{port.title or journey.node(node).name}"
                found.append(Share(of["ports"][port.id], words, (node, port.id)))
        found += _stopped(node, of)
    return _real(found)


def _stopped(node: str, of: Counts) -> tuple[Share, ...]:
    return (
        Share(of["left"], "left by a rule", (node, because(LEFT))),
        Share(of["waiting"], "still waiting", (node, because(Reason.WAITING))),
    )


def _real(shares: Sequence[Share]) -> tuple[Share, ...]:
    found = [share for share in shares if share.count]
    return tuple(sorted(found, key=lambda share: -share.count))


def _targets(journey: Journey, node: str) -> Iterator[str]:
    for port in journey.node(node).ports():
        target = journey.target(node, port.id)
        if target is not None:
            yield target


def _region(journey: Journey, starts: Sequence[str]) -> list[str]:
    """Return the steps that are come to without passing a message, messages included."""
    found, waiting = dict.fromkeys(starts), list(starts)
    while waiting:
        node = waiting.pop()
        for target in _targets(journey, node):
            if target not in found:
                found[target] = None
                if not isinstance(journey.node(target), Message):
                    waiting.append(target)
    return list(found)


def _first_messages(journey: Journey) -> tuple[str, ...]:
    """Return the messages that come first; none where one may come after another of them."""
    region = _region(journey, [node.id for node in journey.triggers])
    firsts = tuple(node for node in region if isinstance(journey.node(node), Message))
    after, waiting = set[str](), list(firsts)
    while waiting:
        for target in _targets(journey, waiting.pop()):
            if target not in after:
                after.add(target)
                waiting.append(target)
    return () if after & set(firsts) else firsts


def _leading_to(journey: Journey, firsts: Sequence[str]) -> list[str]:
    """Return the steps before the first messages from which one of them can be come to."""
    region = _region(journey, [node.id for node in journey.triggers])
    leading = set(firsts)
    while more := [
        node
        for node in region
        if node not in leading and leading.intersection(_targets(journey, node))
    ]:
        leading.update(more)
    return [node for node in region if node in leading and node not in firsts]


def _trunk(journey: Journey) -> tuple[str, ...]:
    """Return the steps that all pass up to the first wait, or nothing where ways part before."""
    starts = [node.id for node in journey.triggers]
    nexts = {journey.target(node, "next") for node in starts}
    node = nexts.pop() if len(nexts) == 1 else None
    passed = list(starts)
    while node is not None and node not in passed and len(journey.node(node).ports()) == 1:
        passed.append(node)
        step = journey.node(node)
        sources = {edge.source for edge in journey.edges if edge.target == node}
        if not sources <= set(passed):
            return ()
        if step.takes_time:
            return tuple(passed)
        node = next(iter(_targets(journey, node)), None)
    return ()
