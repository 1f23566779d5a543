"""What the segments, messages and tests of a journey are called."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from journeys.document.node import Node
from journeys.document.rules import Segment
from journeys.names import Names


def names_of(nodes: Sequence[Node], segments: Iterable[Segment]) -> Names:
    """Return the names; which other journeys there are is not known.

    A test is called like the first step that deals it out.
    """
    sending: dict[str, Node] = {}
    dealing: dict[str, Node] = {}
    for node in nodes:
        if node.sends:
            sending[node.id] = node
        elif node.deals is not None:
            dealing.setdefault(node.deals, node)
    return Names(
        segments={each.id: each.title for each in segments},
        messages=_steps(sending),
        tests=_steps(dealing),
        versions={
            name: {port.id: port.title for port in node.ports()} for name, node in dealing.items()
        },
    )


def _steps(known: Mapping[str, Node]) -> Mapping[str, str]:
    """Return what steps are called; nothing, for their ids, where several have but their kind."""
    called = {id_: node.name for id_, node in known.items()}
    alike = Counter(called.values())
    return {id_: name if alike[name] == 1 else known[id_].title for id_, name in called.items()}
