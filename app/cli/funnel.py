"""Prints what came of a run: who came in, how far they got, how it ended, what it stands on."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from app.cli.text import columns, number, several, share, wrapped
from app.wiring import Ran
from journeys.document.journey import Journey
from journeys.document.node import Node

Counts: TypeAlias = Mapping[str, Any]

REFUSED = {
    "filter": "did not pass the filter",
    "key_missing": "did not say which one it is about",
    "maximum": "had entered often enough",
    "mode": "had entered before",
    "active": "were in the journey already",
    "cooldown": "came back too soon",
    "already": "had just entered by another start",
}
ENDS = {
    "finished": "came to a finish",
    "path_ended": "came to the end of a path",
    "restarted": "started anew",
    "too_many": "came round too often",
    "waiting": "still under way when the run ends",
}
BELOW = {
    "sent": {"opened": "opened", "clicked": "clicked", "unsubscribed": "unsubscribed"},
    "not_sent": {"no_address": "without an address", "no_consent": "without consent"},
}


def funnel(ran: Ran) -> Iterator[str]:
    """Yield the lines that tell a person what came of a run."""
    result: Counts = ran.result
    yield from _heading(result, ran.program.settings.zone)
    for journey in ran.program.journeys:
        yield from _journey(journey, result["journeys"][journey.id])
    for experiment, arms in result["experiments"].items():
        yield from _experiment(experiment, arms)
    yield ""
    yield "Taken for granted"
    for words in result["assumptions"]:
        yield from wrapped(words, first="  - ")


def _heading(result: Counts, zone: str) -> Iterator[str]:
    span = " to ".join(_day(result[end], zone) for end in ("start", "end"))
    who = several(result["customers"], "customer")
    yield f"{who}, {several(result['events'], 'event')}, {span} ({zone})"
    yield f"Mode {result['mode']}, seed {result['seed']}"


def _day(instant: str, zone: str) -> str:
    moment = datetime.fromisoformat(instant).astimezone(ZoneInfo(zone))
    return f"{moment.day} {moment:%b %Y}"


def _journey(journey: Journey, counts: Counts) -> Iterator[str]:
    yield ""
    yield journey.name
    entries = counts["entries"]
    yield from _entering(journey, counts)
    yield ""
    yield from columns([("step", "reached", "share"), *_steps(journey, counts["steps"], entries)])
    yield ""
    yield from _ending(journey, counts)
    for goal in journey.goals:
        yield from wrapped(_goal(goal.name, counts["goals"][goal.id]))


def _entering(journey: Journey, counts: Counts) -> Iterator[str]:
    yield f"  {several(counts['entries'], 'entry', 'entries')}"
    turned = {
        words: sum(counts["steps"][node.id]["refused"][name] for node in journey.triggers)
        for name, words in REFUSED.items()
    }
    said = [f"{number(count)} {words}" for words, count in turned.items() if count]
    if said:
        yield from wrapped(f"Turned away: {', '.join(said)}.")
    if counts["updated"]:
        yield from wrapped(f"{several(counts['updated'], 'event')} brought those inside news.")


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


def _steps(journey: Journey, steps: Counts, entries: int) -> Iterator[tuple[str, str, str]]:
    for node in in_order(journey):
        of = steps[node.id]
        yield f"{node.name}", number(of["reached"]), share(of["reached"], entries)
        for port in (port for port in node.ports() if port.title):
            count = of["ports"][port.id]
            if count or port.id not in ("not_sent", "failed"):
                yield f"  - {port.title}", number(count), share(count, entries)
            for name, words in BELOW.get(port.id, {}).items():
                if of.get(name):
                    yield f"      {words}", number(of[name]), share(of[name], entries)
        if of["left"] and node.ports():
            yield "    left by a rule", number(of["left"]), share(of["left"], entries)
        if of["waiting"]:
            yield "    still here at the end", number(of["waiting"]), share(of["waiting"], entries)


def _ending(journey: Journey, counts: Counts) -> Iterator[str]:
    ended = {words: counts[name] for name, words in ENDS.items()}
    for goal in journey.goals:
        ended[f"left on reaching the goal {goal.name!r}"] = counts["goals"][goal.id]["left"]
    for rule in journey.exits:
        ended[f"left by the exit rule {rule.name!r}"] = counts["exits"][rule.id]["left"]
    entries = counts["entries"]
    rows = [
        (words, number(count), share(count, entries)) for words, count in ended.items() if count
    ]
    if rows:
        yield from columns([("how it ended", "", ""), *rows])
        total = sum(ended.values())
        yield f"  {number(total)} of {several(entries, 'entry', 'entries')} accounted for"


def _goal(name: str, of: Counts) -> str:
    watched = of["watched"] - of["censored"]
    reached = of["reached"] - of["reached_censored"]
    said = (
        f"Goal {name!r}: reached by {number(reached)} of {number(watched)} "
        f"({share(reached, watched)})"
    )
    if of["unmessaged"]:
        said += f", {number(of['unmessaged'])} of all without a message before it"
    if of["censored"]:
        said += f"; {number(of['censored'])} more are watched beyond the end of the run"
    return f"{said}."


def _experiment(name: str, arms: Counts) -> Iterator[str]:
    rows = [("arm", "exposed", "converted", "share")]
    for arm, of in arms.items():
        whole = of["exposed"] - of["censored"]
        part = of["converted"] - of["converted_censored"]
        rows.append((arm, number(whole), number(part), share(part, whole)))
    cut = sum(of["censored"] for of in arms.values())
    yield ""
    yield f"Experiment {name}, each customer once"
    yield from columns(rows)
    if cut:
        yield from wrapped(f"{number(cut)} more are watched beyond the end of the run.")
