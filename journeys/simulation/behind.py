"""What stands behind a count that was asked for: its name in words, and how many entries it is."""

from journeys.content.message import Message
from journeys.content.unsent import HELD_BACK
from journeys.document.journey import Journey
from journeys.program.reasons import Reason
from journeys.simulation.asking import LEFT, NOT_LET_IN, TOGETHER, Asked, asked
from journeys.simulation.funnel import ENDS, REFUSED, Counts

BY_PORT = {"sent": "Got {0}", "not_sent": "Did not get {0}", "failed": "Sending failed: {0}"}
UNSENT = {
    Reason.NO_CONSENT: "Without consent",
    Reason.NO_ADDRESS: "Without an address",
    Reason.WORDS_MISSING: "Without what its words need",
    Reason.FAILED: "Sending failed",
    **HELD_BACK,
}
BY_RULE = {
    Reason.GOAL_REACHED: "Reached the goal {0!r}",
    Reason.LEFT_BY_GOAL: "Left: reached the goal {0!r}",
    Reason.EXITED: "Left: rule {0!r}",
}
RULES = {
    Reason.GOAL_REACHED: ("goals", "reached"),
    Reason.LEFT_BY_GOAL: ("goals", "left"),
    Reason.EXITED: ("exits", "left"),
}
TOGETHER_SAID = {LEFT: "Left by a rule", NOT_LET_IN: "Not let in"}


def title(journey: Journey, step: str, out: str | None = None) -> str:
    """Return what is asked for in words, as `asking.asked` takes it: 'Without consent'."""
    what = asked(step, out)
    names = [journey.node(each).name for each in what.steps]
    if not what.reasons:
        return _way(journey, what, " or ".join(names) or journey.name)
    said = _because(journey, what)
    return f"{said} at {names[0]}" if len(names) == 1 else said


def entries(counts: Counts, step: str, out: str | None = None) -> int:
    """Return how many entries are asked for; 0 where that is not counted."""
    what = asked(step, out)
    steps = [counts["steps"][each] for each in what.steps]
    if what.port:
        return sum(of["ports"][what.port] for of in steps)
    if not what.reasons:
        return sum(of["reached"] for of in steps)
    if what.reasons == TOGETHER[LEFT]:
        return sum(of["left"] for of in steps)
    (reason, *more) = what.reasons
    return 0 if more else _counted(counts, what, reason)


def _way(journey: Journey, what: Asked, name: str) -> str:
    node = journey.node(what.steps[0]) if len(what.steps) == 1 else None
    if node is None or not what.port:
        return f"Came to {name}"
    if isinstance(node, Message) and what.port in BY_PORT:
        return BY_PORT[what.port].format(name)
    ports = {port.id: port.title for port in node.ways(journey.names)}
    if len(ports) > 1:
        return f"{ports[what.port]} at {name}"
    return f"Entered by {name}" if node in journey.triggers else f"Went on from {name}"


def _because(journey: Journey, what: Asked) -> str:
    for word, said in TOGETHER_SAID.items():
        if what.reasons == TOGETHER[word]:
            return said
    (reason,) = what.reasons
    if reason in UNSENT:
        return UNSENT[reason]
    if reason in BY_RULE:
        names = {goal.id: goal.name for goal in journey.goals}
        names |= {rule.id: rule.name for rule in journey.exits}
        return BY_RULE[reason].format(names[what.rule])
    said = next((words for words, why in ENDS.values() if why is reason), "")
    if not said:
        refused = reason.word.removeprefix("refused_")
        return f"Not let in: {REFUSED.get(refused, refused)}"
    return f"{said[:1].upper()}{said[1:]}"


def _counted(counts: Counts, what: Asked, reason: Reason) -> int:
    steps = [counts["steps"][each] for each in what.steps]
    if reason is Reason.FAILED:
        return sum(of["ports"]["failed"] for of in steps)
    if reason in UNSENT:
        return sum(of.get(reason.word, 0) for of in steps)
    if reason is Reason.WAITING and steps:
        return sum(of["waiting"] for of in steps)
    if reason in RULES:
        kind, name = RULES[reason]
        return int(counts[kind][what.rule][name])
    name = next((each for each, (_, why) in ENDS.items() if why is reason), "")
    return int(counts[name]) if name and not steps else 0
