"""Words that come with the kinds of steps, in the language of the person."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.names import Names


def kind_words(words: str) -> str:
    """Return what a kind, a group of kinds, or one of its uses is called."""
    return QCoreApplication.translate("Kind", words)


def step_words(node: Node) -> str:
    """Return what a step is called: its title, else its own name or what its kind is called."""
    return kind_words(node.name) if node.name == node.card.title else node.name


def told_apart(journey: Journey, names: Names) -> Mapping[str, str]:
    """Return what tells a step from others that are called the same; no other step is there."""
    called = {node.id: step_words(node) for node in journey.nodes}
    alike = Counter(called.values())
    if len(alike) == len(called):
        return {}
    beside = lines_beside(journey, names)
    return {name: beside[name] for name, words in called.items() if alike[words] > 1}


def lines_beside(journey: Journey, names: Names) -> Mapping[str, str]:
    """Return what stands beside each step in a list: its line, or where others are called so, too.

    Of steps that are called alike it says what comes before each.
    """
    said = {node.id: (step_words(node), node.line(names)) for node in journey.nodes}
    alike = Counter(said.values())
    called = {node.id: step_words(node) for node in journey.nodes}
    before = {edge.target: called[edge.source] for edge in reversed(journey.edges)}
    after = QCoreApplication.translate("Kind", "after {}")
    return {
        name: after.format(before[name]) if alike[words] > 1 and name in before else words[1]
        for name, words in said.items()
    }
