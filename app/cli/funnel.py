"""Prints what came of a run: who came in, how far they got, how it ended, what it stands on."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.cli.text import columns, number, several, share, wrapped
from app.wiring import Ran
from journeys.content.unsent import HELD_BACK
from journeys.document.journey import Journey
from journeys.experiments.told import Dealt, reported, said
from journeys.names import NO_NAMES, Names
from journeys.nodes.experiment import Experiment
from journeys.simulation.funnel import Counts, endings, in_order, turned_away

BELOW = {
    "sent": {"opened": "opened", "clicked": "clicked", "unsubscribed": "unsubscribed"},
    "not_sent": {
        "no_address": "without an address",
        "no_consent": "without consent",
        "words_missing": "without what the words need",
        **{reason.word: f"{words[:1].lower()}{words[1:]}" for reason, words in HELD_BACK.items()},
    },
}


def funnel(ran: Ran) -> Iterator[str]:
    """Yield the lines that tell a person what came of a run."""
    result: Counts = ran.result
    yield from _heading(result, ran.program.settings.zone)
    for journey in ran.program.journeys:
        yield from _journey(journey, result["journeys"][journey.id])
    for experiment, arms in result["experiments"].items():
        names = _naming(ran.program.journeys, experiment)
        yield from _experiment(experiment, arms, names, _dealt(ran.program.journeys, experiment))
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
    said = [f"{number(each.count)} {each.words}" for each in turned_away(journey, counts)]
    if said:
        yield from wrapped(f"Turned away: {', '.join(said)}.")
    if counts["updated"]:
        yield from wrapped(f"{several(counts['updated'], 'event')} brought those inside news.")
    if counts["put_off"]:
        waits = several(counts["put_off"], "wait")
        yield from wrapped(f"Put off because the journey was paused: {waits}.")


def _steps(journey: Journey, steps: Counts, entries: int) -> Iterator[tuple[str, str, str]]:
    for node in in_order(journey):
        of = steps[node.id]
        yield f"{node.name}", number(of["reached"]), share(of["reached"], entries)
        for port in (port for port in node.ways(journey.names) if port.title):
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
    ended = endings(journey, counts)
    entries = counts["entries"]
    rows = [(each.words, number(each.count), share(each.count, entries)) for each in ended]
    if rows:
        yield from columns([("how it ended", "", ""), *rows])
        total = sum(each.count for each in ended)
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


def _naming(journeys: Iterable[Journey], experiment: str) -> Names:
    """Return the names of the journey that deals an experiment out."""
    known = (journey.names for journey in journeys)
    return next((names for names in known if not names.test(experiment).is_lost), NO_NAMES)


def _dealt(journeys: Iterable[Journey], experiment: str) -> Sequence[Dealt]:
    """Return the arms of an experiment, from a step that deals it out."""
    steps = (node for journey in journeys for node in journey.nodes)
    dealing = (each for each in steps if isinstance(each, Experiment))
    return next((each.dealt for each in dealing if each.experiment == experiment), ())


def _experiment(name: str, arms: Counts, names: Names, dealt: Sequence[Dealt]) -> Iterator[str]:
    rows = [("version", "exposed", "converted", "share")]
    for arm, of in arms.items():
        whole = of["exposed"] - of["censored"]
        part = of["converted"] - of["converted_censored"]
        rows.append(
            (names.version(name, arm).words, number(whole), number(part), share(part, whole))
        )
    cut = sum(of["censored"] for of in arms.values())
    yield ""
    yield f"{names.test(name).words}, each customer once"
    yield from columns(rows)
    if cut:
        yield from wrapped(f"{number(cut)} more are watched beyond the end of the run.")
    found = reported(arms, dealt)
    for words in said(found) if found else ():
        yield from wrapped(words)
