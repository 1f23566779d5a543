"""What came of a run, step by step, as the panel of a step shows it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QCoreApplication

from app.counting import reactions
from journeys.content.unsent import HELD_BACK
from journeys.document.journey import Journey
from journeys.document.node import Node, Port
from journeys.names import Names
from journeys.program.reasons import Reason
from journeys.simulation.asking import LEFT, because
from journeys.simulation.funnel import REFUSED, stages
from journeys.values import Json
from widgets.inspector.outcome import Figure, Outcome, Section

translate = QCoreApplication.translate
REASONS = {
    "no_consent": Reason.NO_CONSENT,
    "no_address": Reason.NO_ADDRESS,
    "words_missing": Reason.WORDS_MISSING,
}
RULED = {reason.word: reason for reason in HELD_BACK}


def figures(
    result: Mapping[str, Json], journey: Journey, ground: str, *, has_people: bool = True
) -> Outcome:
    """Return the figures of a journey that ran and of its steps; `ground` says on whom.

    Without `has_people` nobody can be asked for, as nothing but the counts was kept.
    """
    runs = cast("Mapping[str, Mapping[str, Json]]", result["journeys"])
    run = runs[journey.id]
    steps = cast("Mapping[str, Mapping[str, Json]]", run["steps"])
    found = {
        node.id: tuple(_sections(node, steps[node.id], journey.names)) for node in journey.nodes
    }
    if not has_people:
        found = {node: tuple(map(_without_people, sections)) for node, sections in found.items()}
    return Outcome(ground, found, stages(journey, run))


def _without_people(section: Section) -> Section:
    return replace(section, figures=tuple(replace(each, out=None) for each in section.figures))


def _sections(node: Node, of: Mapping[str, Json], names: Names) -> Iterator[Section]:
    """Yield who came, and what there is to say of where they went and why."""
    came = _whole(of, "reached")
    entered, passed = translate("Figures", "entered here"), translate("Figures", "came here")
    yield Section("", (Figure(entered if node.is_trigger else passed, came, out=""),))
    ways = tuple(_ways(node.ways(names), _within(of, "ports"), came))
    ends = translate("Figures", "Still waiting"), translate("Figures", "Left the journey here")
    stays = (
        Figure(ends[0], _whole(of, "waiting"), came, because(Reason.WAITING)),
        Figure(ends[1], _whole(of, "left") if ways else 0, came, because(LEFT)),
    )
    found = (
        (translate("Figures", "Where they went"), ways if len(ways) > 1 else ()),
        (translate("Figures", "Why nothing was sent"), _some(_unsent(of, came))),
        (translate("Figures", "What they did with it"), tuple(_reactions(node, of))),
        (translate("Figures", "Who went no further"), _some(stays)),
        (translate("Figures", "Times nobody was let in"), _some(_refused(of))),
    )
    yield from (Section(heading, figures) for heading, figures in found if figures)


def _some(found: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(figure for figure in found if figure.count)


def _unsent(of: Mapping[str, Json], came: int) -> Iterator[Figure]:
    for name, reason in REASONS.items():
        yield Figure(_because(name), _whole(of, name), came, because(reason))
    for name, reason in RULED.items():
        if _whole(of, name):
            yield Figure(HELD_BACK[reason], _whole(of, name), came, because(reason))


def _reactions(node: Node, of: Mapping[str, Json]) -> Iterator[Figure]:
    sent = _whole(_within(of, "ports"), "sent")
    if sent:
        for name in (*reactions(node), "unsubscribed"):
            if name in of:
                yield Figure(_reaction(name), _whole(of, name), sent)


def _refused(of: Mapping[str, Json]) -> Iterator[Figure]:
    for name, words in REFUSED.items():
        said = f"{words[:1].upper()}{words[1:]}"
        count = _whole(_within(of, "refused"), name)
        yield Figure(said, count, out=because(f"refused_{name}"))


def _ways(ways: Sequence[Port], ports: Mapping[str, Json], came: int) -> Iterator[Figure]:
    for port in ways:
        yield Figure(port.title or port.id, _whole(ports, port.id), came, port.id)


def _because(name: str) -> str:
    said = {
        "no_consent": translate("Figures", "No consent"),
        "no_address": translate("Figures", "No address"),
        "words_missing": translate("Figures", "Words need more"),
    }
    return said[name]


def _reaction(name: str) -> str:
    said = {
        "opened": translate("Figures", "Opened"),
        "clicked": translate("Figures", "Clicked"),
        "unsubscribed": translate("Figures", "Unsubscribed"),
    }
    return said[name]


def _within(of: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    return cast("Mapping[str, Json]", of.get(name, {}))


def _whole(of: Mapping[str, Json], name: str) -> int:
    count = of.get(name)
    return count if isinstance(count, int) else 0
