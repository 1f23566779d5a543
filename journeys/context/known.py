"""All that is known at the steps of a journey on some data: variables, uses and threads."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from journeys.conditions.presence import variable
from journeys.conditions.tree import AttributeTest, ContextTest, EntryTest
from journeys.content.message import Message
from journeys.context.breaking import Breaking, Way, said
from journeys.context.lineage import Lineage, Verdict
from journeys.context.naming import named, nearest
from journeys.context.origins import origins
from journeys.context.thread import Thread, thread
from journeys.context.variables import Variable, variables
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.lacking import hearing
from journeys.simulation.profiles import vocabulary_of
from journeys.values import within

Asked = AttributeTest | EntryTest | ContextTest


@dataclass(frozen=True, slots=True)
class Fact:
    """What can be said of a variable at a step."""

    variable: Variable
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Break:
    """A way on which a variable may be missing, the turns of it that matter, and how to say it."""

    way: Way
    turns: tuple[str, ...]
    words: str


class Known:
    """What is known in a journey; each answer is worked out once, when it is asked for.

    `wide` is what can be spoken of: the data, and what the steps of the journey make.
    """

    def __init__(self, journey: Journey, vocabulary: Vocabulary) -> None:
        self.journey = journey
        self.vocabulary = vocabulary
        self.wide = vocabulary_of(hearing(vocabulary, (journey,)), (journey,))
        self._breaking: dict[str, Breaking] = {}
        self._nearest: dict[str, tuple[str, ...]] = {}

    @cached_property
    def variables(self) -> Mapping[str, Variable]:
        """Every variable there is, by its name."""
        return variables(self.journey, self.wide)

    @cached_property
    def lineage(self) -> Lineage:
        """The verdicts."""
        return Lineage(self.journey, origins(self.journey, self.wide))

    @cached_property
    def uses(self) -> Mapping[str, frozenset[str]]:
        """The steps that ask for each variable, in their words or in their conditions."""
        found: dict[str, set[str]] = defaultdict(set)
        for node in self.journey.nodes:
            for name in self._asked_by(node):
                found[name].add(node.id)
        return {name: frozenset(nodes) for name, nodes in found.items()}

    def facts(self, node: str) -> tuple[Fact, ...]:
        """Return what can be said of every variable when customers come to a step."""
        return tuple(
            Fact(each, self.lineage.verdict(node, name)) for name, each in self.variables.items()
        )

    def broken(self, node: str, name: str) -> Break | None:
        """Return a shortest way to a step that may lack a variable; None where none does."""
        breaking = self._breaking_of(name)
        way = breaking.way(node)
        if way is None:
            return None
        return Break(way, breaking.turns(node), self.lacking(node, name))

    def lacking(self, node: str, name: str) -> str:
        """Return in words who comes to a step without a variable; empty where nobody may."""
        breaking = self._breaking_of(name)
        if not breaking.may_lack(node):
            return ""
        return said(breaking.turns(node), name, is_certain=breaking.is_certain(node))

    def nearest(self, path: str) -> tuple[str, ...]:
        """Return the variables that a name which nothing provides may have meant."""
        if path not in self._nearest:
            self._nearest[path] = nearest(path, self.variables)
        return self._nearest[path]

    def _breaking_of(self, name: str) -> Breaking:
        if name not in self._breaking:
            self._breaking[name] = Breaking(self.journey, self.lineage, name)
        return self._breaking[name]

    def thread(self, name: str) -> Thread:
        """Return the thread of a variable."""
        return thread(self.lineage, name, self.uses.get(name, frozenset()))

    def _asked_by(self, node: Node) -> Iterator[str]:
        for leaf in asked(node):
            if variable(leaf) in self.variables:
                yield variable(leaf)
        yield from (name for name in node.reads if name in self.variables)
        for _, reading in node.readings if isinstance(node, Message) else ():
            for use in reading.uses:
                found = named(use.path, self.variables)
                if found:
                    yield found.variable


def asked(node: Node) -> Iterator[Asked]:
    """Yield what the conditions of a step ask of the customer, the entry event and the context."""
    return (value for value in within(node) if isinstance(value, Asked))
