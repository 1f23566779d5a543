"""What the words of a message ask for, before anything is rendered: variables, filters, slips."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import nodes

from journeys.content.chain import Chain
from journeys.content.demands import Demand, demands
from journeys.content.fault import Fault, Place
from journeys.content.markup import Markup
from journeys.content.parsing import SyntaxFaultError, parse, unified
from journeys.content.sort import Sort
from journeys.content.use import Use, Used
from journeys.content.walker import Walker

KEPT = 64


@dataclass(frozen=True, slots=True)
class Reading:
    """A template as it is understood; with no faults it can be rendered.

    `demands` are what its values must be fit for, where it has no faults.
    """

    uses: tuple[Use, ...]
    filters: tuple[Used, ...]
    faults: tuple[Fault, ...]
    demands: tuple[Demand, ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        """The variables without which the message fails, each once, in the order of the text."""
        return tuple(dict.fromkeys(use.path for use in self.uses if use.is_needed))


@dataclass(frozen=True, slots=True)
class Tree:
    """A template with its tree, for whoever renders it.

    `chains` holds the variables by the id of their node, `behind` the ids of each `or` whose right
    side is a fallback, `links` those of values that begin a link.
    """

    source: str
    root: nodes.Template
    reading: Reading
    chains: Mapping[int, Chain]
    behind: frozenset[int] = frozenset()
    links: frozenset[int] = frozenset()


@lru_cache(maxsize=KEPT)
def read(source: str, sort: Sort = Sort.TEXT) -> Reading:
    """Read a template; nothing in it is worked out. Slips are faults, never errors."""
    return grown(source, sort).reading


def grown(source: str, sort: Sort = Sort.TEXT) -> Tree:
    """Read a template and keep its tree; where it cannot be read the tree is empty."""
    text = unified(source)
    try:
        root = parse(text)
    except SyntaxFaultError as error:
        return Tree(text, nodes.Template([]), Reading((), (), (error.fault,)), {})
    walker, markup = Walker(text), Markup(text)
    if walker.walk(root) and sort is Sort.HTML:
        markup.check(root)
    uses = tuple(sorted(walker.uses, key=lambda use: use.place))
    faults = tuple(sorted((*walker.faults, *markup.faults), key=lambda fault: fault.place))
    asked = () if faults else demands(root, walker.chains, text)
    reading = Reading(uses, tuple(walker.filters), faults, asked)
    behind, links = frozenset(walker.behind), frozenset(markup.links)
    return Tree(text, root, reading, walker.chains, behind, links)


__all__ = ["Fault", "Place", "Reading", "Sort", "Tree", "Use", "Used", "grown", "read"]
