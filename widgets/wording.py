"""Words that come with the kinds of steps, in the language of the person."""

from PySide6.QtCore import QCoreApplication

from journeys.document.node import Node


def kind_words(words: str) -> str:
    """Return what a kind, a group of kinds, or one of its uses is called."""
    return QCoreApplication.translate("Kind", words)


def step_words(node: Node) -> str:
    """Return what a step is called: its title, else its own name or what its kind is called."""
    return kind_words(node.name) if node.name == node.card.title else node.name
