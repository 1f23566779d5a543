"""Says a customer's story in sentences, each decision in the words of the step that made it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from journeys.clocks import DAYS, WEEK
from journeys.document.journey import Journey
from journeys.people.population import ColumnType
from journeys.program.reasons import CONTENT, OPERANDS, Reason
from journeys.program.telling import Telling
from journeys.simulation.onward import led
from journeys.simulation.program import Program

RULES = {
    Reason.GOAL_REACHED: "Reaches the goal {name}{credit}.",
    Reason.GOAL_KEY_MISSING: "Something fits the goal {name}, but does not say which one it is "
    "about.",
    Reason.LEFT_BY_GOAL: "Leaves: the goal {name} is reached.",
    Reason.EXITED: "Leaves by the exit rule {name}{cause}.",
    Reason.EXIT_KEY_MISSING: "Something fits the exit rule {name}, but does not say which one it "
    "is about.",
    Reason.HELD: "Comes round too soon, and is held here until {clock}.",
    Reason.TOO_MANY_VISITS: "Has come by here {first} times, which is too often, and leaves.",
    Reason.TOO_MANY_UPDATES: "Changes too often in one instant, and so leaves here.",
    Reason.RESTARTED: "Starts anew, and so leaves here.",
    Reason.PATH_ENDED: "The path ends here: nothing is connected.",
    Reason.WAITING: "Still here when the run ends, until {clock}.",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One decision: when by the clock it is told by, at which step, and in which words."""

    clock: str
    step: str
    words: str
    telling: Telling


def explain(
    program: Program, tellings: Iterable[Telling], zone: ZoneInfo | None = None
) -> tuple[Told, ...]:
    """Return the sentences of a story in the order in which things were decided.

    Without a zone they are told by the clock of the workspace. Until when somebody waits is told by
    the clock that the wait goes by, which is named beside it.
    """
    zone = zone or ZoneInfo(program.settings.zone)
    journeys = {journey.id: journey for journey in program.journeys}
    timed = {each.name for each in program.attributes if each.type is ColumnType.INSTANT}
    story = tuple(tellings)
    return tuple(
        _told(journeys[telling.journey], telling, zone, timed)
        for telling in _between(journeys, story)
    )


def clock(instant: int, zone: ZoneInfo) -> str:
    """Return an instant as the clock on the wall shows it: '5 Jan 2024, 09:30:00'."""
    shown = datetime.fromtimestamp(instant, zone)
    return f"{shown.day} {shown:%b %Y, %H:%M:%S}"


def _between(journeys: Mapping[str, Journey], story: Sequence[Telling]) -> Iterator[Telling]:
    """Yield a story with what the other journey is called where it leads into one, or out of it."""
    jumps = led(journeys, story)
    for place, telling in enumerate(story):
        if telling.reason is Reason.JUMPED:
            target = journeys.get(str(telling.operands[0]))
            yield replace(telling, elsewhere=target.name if target is not None else "")
        elif place in jumps:
            source = journeys[story[jumps[place]].journey]
            yield replace(telling, elsewhere=source.name)
        else:
            yield telling


def _told(journey: Journey, telling: Telling, zone: ZoneInfo, timed: Collection[str]) -> Told:
    """Return a decision in words; `timed` are the attributes that hold instants."""
    is_timed = telling.reason is Reason.PROFILE_UPDATED and telling.operands[0] in timed
    instants = [
        operand
        for name, operand in zip(OPERANDS[telling.reason], telling.operands, strict=False)
        if (name == "instant" or (is_timed and name == CONTENT)) and operand is not None
    ]
    which = 0 if telling.reason is Reason.DEFERRED else -1  # until when, not since which message
    said = int(instants[which]) if instants else telling.time
    followed = ZoneInfo(telling.zone.partition(",")[0]) if telling.zone else zone
    day = DAYS[WEEK[datetime.fromtimestamp(said, followed).weekday()]]
    node = journey.node(telling.node) if telling.node else None
    shown = replace(telling, clock=clock(said, followed), day=day, names=journey.names)
    step = node.name if node is not None else journey.name
    when = clock(telling.time, zone)
    form = RULES.get(telling.reason)
    if form is not None:
        return Told(when, step, _by_rule(form, journey, shown, when), shown)
    return Told(when, step, node.say(shown) if node is not None else "", shown)


def _by_rule(form: str, journey: Journey, telling: Telling, when: str) -> str:
    first = telling.operands[0] if telling.operands else None
    names = {goal.id: goal.name for goal in journey.goals}
    names |= {rule.id: rule.name for rule in journey.exits}
    credit = ""
    if telling.reason is Reason.GOAL_REACHED:
        message = telling.operands[1]
        credit = (
            " without a message before it"
            if message is None
            else f", after the message {journey.node(str(message)).name!r}"
        )
    cause = ""
    if telling.reason is Reason.EXITED:
        # A rule that looks for an event takes people out at that event, and at no other time.
        event = next((rule.event for rule in journey.exits if rule.id == first), None)
        time = when.rpartition(", ")[2].rpartition(":")[0]
        cause = f", because of {event.replace('_', ' ')} at {time}" if event else ""
    name = repr(names.get(str(first), str(first)))
    return form.format(name=name, credit=credit, cause=cause, clock=telling.clock, first=first)
