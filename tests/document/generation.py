"""Journeys made up from a seed, of all kinds of steps, as wild as a file may be."""

from collections.abc import Callable, Mapping
from random import Random

from journeys.clocks import WEEK, TimeOfDay
from journeys.content.message import DeclaredResponses
from journeys.document.journey import Edge, Journey, Note, Position
from journeys.document.node import Node
from journeys.document.rules import EntryRule, ExitRule, Goal, LoopRule, Segment, Unprompted
from journeys.nodes.best_channel import BestChannel
from journeys.nodes.branch import Branch, Path
from journeys.nodes.date_trigger import DateTrigger
from journeys.nodes.email import Email
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.experiment import Arm, Experiment
from journeys.nodes.finish import Finish
from journeys.nodes.in_app import InApp
from journeys.nodes.push import Push
from journeys.nodes.schedule_trigger import ScheduleTrigger
from journeys.nodes.segment_trigger import SegmentTrigger
from journeys.nodes.sms import Sms
from journeys.nodes.wait import Wait
from journeys.nodes.wait_date import WaitDate
from journeys.nodes.wait_event import Catch, WaitEvent
from journeys.nodes.wait_time import WaitTime
from journeys.schedules import WallTime
from journeys.values import Json, evolve
from tests.document.made_conditions import (
    made_condition,
    made_duration,
    made_filter,
    made_name,
    made_text,
    made_window,
)
from tests.document.made_moves import MOVES

EXTRAS: tuple[dict[str, Json], ...] = (
    {}, {"other": [1, 2.5, -0.0, 1e-7, 1e22, 123456789.25, None, True, {"": "\u20ac"}]},
    {"\U0001f6d2": {"\ufb33": 1}}, {"deep": [[[[{"x": []}]]]]}, {"big": 2**53},
)  # fmt: skip


def made_journey(seed: int, steps: int = 8) -> Journey:
    """Return the journey of a seed with up to `steps` steps, always the same for one seed."""
    draw = Random(seed)
    nodes = tuple(made_node(draw, f"step_{count}") for count in range(draw.randint(0, steps)))
    return Journey(
        id=f"journey-{seed}",
        title=made_text(draw)[:200],
        description=made_text(Random(seed)),
        priority=draw.choice((0, 5, -1_000_000)),
        entry=_entry(draw),
        exits=tuple(_exit(draw, f"exit_{count}") for count in range(draw.randint(0, 2))),
        goals=tuple(made_goal(draw, f"goal_{count}") for count in range(draw.randint(0, 2))),
        segments=tuple(_segment(draw, f"segment_{count}") for count in range(draw.randint(0, 2))),
        loops=draw.choice((LoopRule(), LoopRule(maximum_visits=draw.randint(1, 10_000)))),
        unprompted=draw.choice((None, Unprompted(share=draw.randint(0, 10_000)))),
        nodes=nodes,
        edges=made_edges(draw, nodes),
        layout=tuple(
            Position(node=node.id, x=draw.randint(-9_999, 9_999), y=draw.randint(-9_999, 9_999))
            for node in nodes
            if draw.choice((True, False))
        ),
        notes=tuple(made_note(draw, f"note_{count}") for count in range(draw.randint(0, 3))),
        extensions=draw.choice(EXTRAS),
    )


def made_node(draw: Random, name: str, kind: str = "") -> Node:
    """Return a step of a kind, or of any."""
    made = MAKERS[kind or draw.choice(sorted(MAKERS))](draw)
    return evolve(made, id=name, title=made_text(draw)[:200], extensions=draw.choice(EXTRAS))


def made_edges(draw: Random, nodes: tuple[Node, ...]) -> tuple[Edge, ...]:
    """Return paths between steps, at most one a port, none into a trigger; loops are there."""
    targets = [node.id for node in nodes if not node.is_trigger]
    return tuple(
        Edge(source=node.id, port=port.id, target=draw.choice(targets))
        for node in nodes
        for port in node.ports()
        if targets and draw.random() < 0.8
    )


def _segment(draw: Random, name: str) -> Segment:
    return Segment(id=name, title=made_text(draw)[:200], condition=made_condition(draw))


def made_note(draw: Random, name: str) -> Note:
    """Return a note."""
    return Note(
        id=name, text=made_text(draw), x=draw.randint(-500, 500), width=draw.randint(40, 99)
    )


def made_goal(draw: Random, name: str) -> Goal:
    """Return a goal."""
    return Goal(
        id=name,
        title=made_text(draw)[:200],
        event=made_name(draw),
        where=draw.choice((None, made_filter(draw))),
        match_key=draw.choice((True, False)),
        window=made_window(draw),
        ends=draw.choice((True, False)),
        carries=tuple(made_name(draw) for _ in range(draw.randint(0, 3))),
    )


def _entry(draw: Random) -> EntryRule:
    mode = draw.choice(("once", "after_exit", "every"))
    active = draw.choice(("ignore", "restart", "update_context"))
    return EntryRule.model_validate(
        {
            "key": draw.choice((None, made_name(draw))),
            "mode": mode,
            "when_active": "ignore" if mode == "after_exit" else active,
            "cooldown": draw.choice((None, made_duration(draw))),
            "maximum": draw.choice((None, draw.randint(1, 99))),
        }
    )


def _exit(draw: Random, name: str) -> ExitRule:
    if draw.choice((True, False)):
        return ExitRule(id=name, condition=made_condition(draw))
    where = draw.choice((None, made_filter(draw)))
    return ExitRule(
        id=name, event=made_name(draw), where=where, match_key=draw.choice((True, False))
    )


def _words(draw: Random, made: Node) -> Node:
    """Return a message with words in some of its parts, some of them with slips."""
    parts = [field for field in ("subject", "heading", "html", "text") if hasattr(made, field)]
    lines = {part: [_line(draw) for _ in range(draw.randint(0, 4))] for part in parts}
    said: dict[str, object] = {part: "\n".join(some)[:900] for part, some in lines.items()}
    named = draw.sample(VARIABLES, draw.randint(0, 2))
    return evolve(made, **said, only_with=tuple(named))


def _line(draw: Random) -> str:
    return draw.choice((made_text(draw), *TEMPLATES))


def _responses(draw: Random) -> DeclaredResponses:
    shares = {name: draw.randint(0, 10_000) for name in ("opened", "clicked", "failed")}
    return draw.choice((DeclaredResponses(), DeclaredResponses.model_validate(shares)))


def _branch(draw: Random) -> Branch:
    paths = (
        Path(id=f"path_{count}", title=made_text(draw)[:200], condition=made_condition(draw))
        for count in range(draw.randint(0, 3))
    )
    return Branch(id="any", branches=tuple(paths))


def _experiment(draw: Random) -> Experiment:
    arms = tuple(
        Arm(id=f"arm_{count}", title=made_text(draw)[:200], weight=draw.randint(0, 5_000))
        for count in range(draw.randint(0, 4))
    )
    return Experiment(
        id="any",
        experiment=draw.choice(("colours", "timing")),
        salt=draw.choice((None, made_text(draw)[:200])),
        unit=draw.choice(("customer", "key", "household")),
        arms=arms,
        holdout=draw.randint(0, 2_000),
        fallback=draw.choice((None, "arm_0")),
    )


def _wait_time(draw: Random) -> WaitTime:
    days = draw.sample(WEEK, draw.randint(0, 7))
    until = draw.choice((None, TimeOfDay(60 * draw.randrange(1_440))))
    time = TimeOfDay(60 * draw.randrange(1_440))
    return WaitTime(id="any", time=time, until=until, weekdays=tuple(days))


def _wait_date(draw: Random) -> WaitDate:
    date = draw.choice(("2026-12-24", "2026-12-24T09:00", "1999-12-31 23:59:59Z", "soon", ""))
    name = made_name(draw)
    where = draw.choice(({"date": date}, {"attribute": name}, {"entry": name}))
    return WaitDate.model_validate(
        {
            "id": "any",
            **where,
            "time": TimeOfDay(60 * draw.randrange(1_440)),
            "offset": draw.choice((None, made_duration(draw))),
            "before": draw.choice((True, False)),
            "if_past": draw.choice(("continue", "exit", "branch")),
            "if_missing": draw.choice(("continue", "exit", "branch")),
        }
    )


def _wait_event(draw: Random) -> WaitEvent:
    branches = tuple(_catch(draw, f"catch_{count}") for count in range(draw.randint(0, 3)))
    look_back = draw.choice(("none", "since_entry", "since_trigger", made_window(draw)))
    timeout = draw.choice((None, made_duration(draw)))
    return WaitEvent.model_validate(
        {"id": "any", "branches": branches, "timeout": timeout, "look_back": look_back}
    )


def _catch(draw: Random, name: str) -> Catch:
    title = made_text(draw)[:200]
    if draw.choice((True, False)):
        return Catch(id=name, title=title, condition=made_condition(draw))
    return Catch(
        id=name,
        title=title,
        event=made_name(draw),
        where=draw.choice((None, made_filter(draw))),
        match_key=draw.choice((True, False)),
        name=draw.choice((None, "order", "second-order")),
    )


def _trigger(draw: Random) -> EventTrigger:
    where = draw.choice((None, made_filter(draw)))
    return EventTrigger(id="any", event=made_name(draw), where=where, order=draw.randint(0, 9))


def _date_trigger(draw: Random) -> DateTrigger:
    return DateTrigger(
        id="any",
        attribute=made_name(draw),
        time=TimeOfDay(60 * draw.randint(0, 1_439)),
        offset=draw.choice((None, made_duration(draw))),
        before=draw.choice((True, False)),
        yearly=draw.choice((True, False)),
        order=draw.randint(0, 9),
    )


def _segment_trigger(draw: Random) -> SegmentTrigger:
    is_entered = draw.choice((True, False))
    return SegmentTrigger(
        id="any",
        segment=draw.choice(("gold", "asleep", "nowhere")),
        on="entered" if is_entered else "left",
        include_current=is_entered and draw.choice((True, False)),
        order=draw.randint(0, 9),
    )


def _schedule(draw: Random) -> ScheduleTrigger:
    rules = (None, "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3", "FREQ=HOURLY", "no rule")
    return ScheduleTrigger(
        id="any",
        start=WallTime(60 * draw.randint(0, 10**8)),
        repeat=draw.choice(rules),
        segment=draw.choice((None, "gold")),
        zone=draw.choice(("customer", "workspace")),
        order=draw.randint(0, 9),
    )


def _best_channel(draw: Random) -> BestChannel:
    names = draw.sample(("email", "sms", "push", "in_app"), draw.randint(0, 4))
    return BestChannel.model_validate(
        {"id": "any", "channels": [{"channel": name} for name in names]}
    )


VARIABLES = ("customer.first_name", "event.sku", "before['big sale'][0].at", "cart.lines[-1]")
TEMPLATES = (
    "", " ", "Hello {{ customer.first_name|default('there') }}", "{{ event.sku }}", "{% if a %}",
    "{% for line in cart.lines %}{{ line.name }}{% endfor %}", "<a href='{{ event.url }}'>",
    "<p>{{ before.view[0].sku }}</p>", "{{ customer.name|upper2 }}", "{{ }", "{# a note #}",
)  # fmt: skip

MAKERS: Mapping[str, Callable[[Random], Node]] = {
    "best_channel": _best_channel,
    "branch": _branch,
    "date_trigger": _date_trigger,
    "email": lambda draw: _words(draw, Email(id="any", responses=_responses(draw))),
    "event_trigger": _trigger,
    "experiment": _experiment,
    "finish": lambda _: Finish(id="any"),
    "in_app": lambda draw: _words(draw, InApp(id="any", responses=_responses(draw))),
    "push": lambda draw: _words(draw, Push(id="any", responses=_responses(draw))),
    "schedule_trigger": _schedule,
    "segment_trigger": _segment_trigger,
    "sms": lambda draw: _words(draw, Sms(id="any", responses=_responses(draw))),
    "wait": lambda draw: Wait(id="any", duration=made_duration(draw)),
    "wait_date": _wait_date,
    "wait_event": _wait_event,
    "wait_time": _wait_time,
    **MOVES,
}
