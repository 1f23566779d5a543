"""What is wrong with a whole journey: every step's own problems, and those of the drawing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from journeys.document.ageing import ageing
from journeys.document.edits.paths import Connect, Disconnect
from journeys.document.edits.steps import ChangeNode, RemoveNodes
from journeys.document.edits.waits import WaitFirst
from journeys.document.journey import Edge, Journey
from journeys.document.keys import keyless
from journeys.document.leading import leading
from journeys.document.node import Node, Port
from journeys.document.problems import Fix, Problem, Severity
from journeys.document.questions import questions
from journeys.spoken import spoken
from journeys.values import evolve

FALLS_BACK = frozenset({"not_sent", "failed"})
NAMED = 3
OFFERED = 3
LONG = 32
NOTHING_FOLLOWS = "Nothing follows yet"


def problems(journey: Journey, others: Iterable[Journey] = ()) -> tuple[Problem, ...]:
    """Return what is wrong, errors first; `others` are the journeys that would run beside it."""
    beside = tuple(others)
    found = [
        *(problem for node in journey.nodes for problem in node.check()),
        *_triggers(journey),
        *keyless(journey),
        *_edges(journey),
        *_ends(journey),
        *_needed_ways(journey),
        *_unreachable(journey),
        *_loops(journey),
        *_rules(journey),
        *_others(journey, beside),
        *leading(journey, beside),
        *_shared(journey, beside),
        *_kept(journey),
        *ageing(journey),
        *questions(journey, beside),
    ]
    return tuple(sorted(found, key=lambda problem: problem.severity is not Severity.ERROR))


def _triggers(journey: Journey) -> Iterator[Problem]:
    if not journey.triggers:
        yield Problem("no_trigger", "Nobody can enter: the journey has no step to start with.")


def _edges(journey: Journey) -> Iterator[Problem]:
    leaving: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in journey.edges:
        words = _dangling(journey, edge)
        if words:
            node = edge.source if edge.source in journey.by_id else None
            brief = "A path leads nowhere"
            yield Problem("dangling_path", words, node, fix=_without(edge), brief=brief)
        else:
            leaving[edge.source, edge.port].append(edge)
    for (source, port), edges in leaving.items():
        if len(edges) > 1:
            where = _way(journey, source, port)
            words = f"{len(edges)} paths leave {where}, and a customer can go only one way."
            fix = Disconnect(tuple(edges[1:]), "Keep the first path")
            brief = f"{len(edges)} paths leave one way out"
            yield Problem("two_paths", words, source, fix=fix, brief=brief)


def _dangling(journey: Journey, edge: Edge) -> str:
    source, target = journey.by_id.get(edge.source), journey.by_id.get(edge.target)
    if source is None:
        return f"A path begins at {edge.source!r}, and there is no such step."
    if edge.port not in {port.id for port in source.ports()}:
        return f"A path leaves {source.name!r} by {edge.port!r}, and it has no such way out."
    if target is None:
        return f"A path leads from {source.name!r} to {edge.target!r}, and there is no such step."
    if target.is_trigger:
        return f"A path leads into {target.name!r}, where only events lead in."
    return ""


def _ends(journey: Journey) -> Iterator[Problem]:
    """Yield steps with ways out that lead nowhere (R122); a message goes on by `sent` (R123)."""
    cut_off = _cut_off(journey)
    for node in journey.nodes:
        ports, loose = node.ports(), _loose(journey, node)
        offered = [each for each in cut_off if each is not node][:OFFERED] if loose else []
        joins: list[Fix] = [
            Connect(node.id, loose[0].id, each.id, f"Connect to {_short(each)}") for each in offered
        ]
        first, also = next(iter(joins), None), tuple(joins[1:])
        if loose and len(loose) == len(ports):
            words = f"Nothing follows {node.name!r} yet: customers leave the journey here."
            brief = NOTHING_FOLLOWS
            yield Problem("path_ends", words, node.id, Severity.WARNING, first, brief, also)
        elif loose:
            named = ", ".join(repr(port.title) for port in loose[:NAMED])
            more = f" and {len(loose) - NAMED} more" if len(loose) > NAMED else ""
            words = f"Nothing follows {node.name!r} yet for {named}{more}."
            brief = f"{NOTHING_FOLLOWS} for {named}{more}"
            yield Problem("path_ends", words, node.id, Severity.WARNING, first, brief, also)


def _needed_ways(journey: Journey) -> Iterator[Problem]:
    """Yield ways out that a step was told to use and that lead nowhere (R45)."""
    for node in journey.nodes:
        for port in node.ports():
            if port.must_lead and journey.target(node.id, port.id) is None:
                words = f"Nothing follows {node.name!r} for {port.title!r}: connect it."
                brief = f"{NOTHING_FOLLOWS} for {port.title!r}"
                yield Problem("way_leads_nowhere", words, node.id, brief=brief)


def _loose(journey: Journey, node: Node) -> tuple[Port, ...]:
    """Return the ways out that should lead somewhere and do not."""
    sends_on = journey.target(node.id, "sent") is not None
    return tuple(
        port
        for port in node.ways(journey.names)
        if journey.target(node.id, port.id) is None
        and not port.must_lead
        and not (sends_on and port.id in FALLS_BACK)
    )


def _cut_off(journey: Journey) -> tuple[Node, ...]:
    """Return the steps that no path leads into though customers do not start there."""
    led_to = {edge.target for edge in journey.edges}
    return tuple(node for node in journey.nodes if not node.is_trigger and node.id not in led_to)


def _short(node: Node) -> str:
    name = node.name if len(node.name) <= LONG else f"{node.name[: LONG - 1]}\u2026"
    return repr(name)


def _unreachable(journey: Journey) -> Iterator[Problem]:
    if not journey.nodes:
        return
    from journeys.graph import reachable

    there = reachable(journey)
    if len(there) in {0, len(journey.nodes)}:
        return
    cut_off = {node.id for node in _cut_off(journey)}
    ends = [
        (node, port)
        for node in journey.nodes
        if node.id in there
        for port in _loose(journey, node)[:1]
    ][:OFFERED]
    for node in journey.nodes:
        if node.id not in there:
            words = f"Nobody can come to {node.name!r}: no path leads there from a start."
            joins: list[Fix] = [
                Connect(end.id, port.id, node.id, f"Connect {_short(end)} to it")
                for end, port in ends
                if node.id in cut_off
            ]
            fix, *also = (*joins, RemoveNodes((node.id,)))
            rest, brief = tuple(also), "No path leads here"
            yield Problem("unreachable", words, node.id, Severity.WARNING, fix, brief, rest)


def _loops(journey: Journey) -> Iterator[Problem]:
    if not journey.edges:
        return
    from journeys.graph import zero_time_loops

    for loop in zero_time_loops(journey):
        named = sorted(loop)
        steps = ", ".join(repr(journey.by_id[node].name) for node in named[:NAMED])
        more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
        words = f"Customers would go round for ever in no time: {steps}{more}. Put a wait in."
        back = _back(journey, loop)
        fix, also = WaitFirst(back), (Disconnect(back, "Delete the path back"),)
        brief = "A loop without a wait"
        yield Problem("zero_time_loop", words, named[0], fix=fix, brief=brief, also=also)


def _back(journey: Journey, loop: frozenset[str]) -> tuple[Edge, ...]:
    """Return the paths of a loop that lead back to where customers first come into it."""
    inside = [each for each in journey.edges if each.source in loop and each.target in loop]
    entered = [each.target for each in journey.edges if each.source not in loop]
    first = next((each for each in entered if each in loop), inside[0].target)
    return tuple(each for each in inside if each.target == first)


def _rules(journey: Journey) -> Iterator[Problem]:
    if journey.unprompted is not None and not journey.goals:
        words = "Some reach the goal unprompted, but the journey has no goal."
        yield Problem("no_goal", words, severity=Severity.WARNING, rule="goals")
    for node in journey.nodes:
        if not journey.goals and any(shared.what == "experiment" for shared in node.shares()):
            words = f"Nothing tells which way of {node.name!r} is better: the journey has no goal."
            brief = "The journey has no goal"
            yield Problem(
                "nothing_to_win", words, node.id, Severity.WARNING, brief=brief, rule="goals"
            )


def _others(journey: Journey, others: tuple[Journey, ...]) -> Iterator[Problem]:
    if any(other.id == journey.id for other in others):
        yield Problem("same_id", f"Another journey of the run is also called {journey.id!r}.")


def _shared(journey: Journey, others: tuple[Journey, ...]) -> Iterator[Problem]:
    """Yield what is declared in two places in different ways, such as an experiment's arms."""
    first: dict[tuple[str, str], tuple[str, str, Node]] = {}
    for owner in (*others, journey):
        for node in owner.nodes:
            place = repr(node.name) if owner is journey else f"{node.name!r} of {owner.name!r}"
            for shared in node.shares():
                key = (shared.what, shared.id)
                content, there, other = first.setdefault(key, (shared.content, place, node))
                if owner is journey and content != shared.content:
                    words = (
                        f"The {shared.what} {shared.id!r} is declared in another way at {there}: "
                        "make both alike, or give one another id."
                    )
                    brief = f"Another {shared.what} has this id"
                    own = {"id": node.id, "title": node.title, "extensions": node.extensions}
                    fix = ChangeNode(evolve(other, **own), f"Make it like {there}")
                    yield Problem("declared_twice", words, node.id, fix=fix, brief=brief)


def _kept(journey: Journey) -> Iterator[Problem]:
    """Yield names under which different events are kept (R214): words cannot tell which it is."""
    first: dict[str, str] = {}
    for node in journey.nodes:
        for caught in node.catches():
            event = first.setdefault(caught.name, caught.event)
            if event != caught.event:
                words = (
                    f"{caught.name!r} stands for {spoken(event)!r} and, at {node.name!r}, for "
                    f"{spoken(caught.event)!r}: give one of them another name."
                )
                brief = f"{caught.name!r} stands for two things"
                yield Problem("name_twice", words, node.id, Severity.WARNING, brief=brief)


def _without(edge: Edge) -> Disconnect:
    return Disconnect((edge,), "Delete the path")


def _way(journey: Journey, step: str, port: str) -> str:
    node = journey.by_id[step]
    title = next((each.title for each in node.ways(journey.names) if each.id == port), "")
    return f"{node.name!r} ({title})" if title else repr(node.name)
