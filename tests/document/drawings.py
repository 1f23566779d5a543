"""Small journeys drawn by hand, for tests that say exactly what they expect."""

from collections.abc import Sequence

from journeys.conditions.tree import AllOf
from journeys.document.journey import Edge, Journey
from journeys.document.node import Node
from journeys.durations import Duration
from journeys.nodes.branch import Branch, Path
from journeys.nodes.email import Email
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.experiment import Arm, Experiment
from journeys.nodes.finish import Finish
from journeys.nodes.wait import Wait

HOUR = Duration(seconds=3_600)


def trigger(name: str = "start") -> EventTrigger:
    return EventTrigger(id=name, event="visit")


def wait(name: str, duration: Duration = HOUR) -> Wait:
    return Wait(id=name, duration=duration)


def branch(name: str, *paths: str) -> Branch:
    return Branch(id=name, branches=tuple(Path(id=path, condition=AllOf(of=())) for path in paths))


def email(name: str) -> Email:
    return Email(id=name)


def finish(name: str = "end") -> Finish:
    return Finish(id=name)


def experiment(name: str, *weights: int, holdout: int = 0, called: str = "trial") -> Experiment:
    arms = tuple(Arm(id=f"arm_{place}", weight=weight) for place, weight in enumerate(weights))
    return Experiment(id=name, experiment=called, arms=arms, holdout=holdout)


def drawn(nodes: Sequence[Node], *paths: str, name: str = "journey") -> Journey:
    """Return a journey; a path is written 'start.next > first', the port 'next' may be left out."""
    return Journey(id=name, nodes=tuple(nodes), edges=tuple(path(each) for each in paths))


def path(text: str) -> Edge:
    source, target = text.split(" > ")
    step, _, port = source.partition(".")
    return Edge(source=step, port=port or "next", target=target)


def paths(journey: Journey) -> set[str]:
    return {f"{edge.source}.{edge.port} > {edge.target}" for edge in journey.edges}
