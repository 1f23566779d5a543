"""What the segments, messages and tests of a journey are called."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from journeys.document.node import Node
from journeys.document.rules import Segment
from journeys.names import Names
from journeys.spoken import spoken


def names_of(nodes: Sequence[Node], segments: Iterable[Segment]) -> Names:
    """Return the names; which other journeys there are is not known.

    A test is called like the first step that deals it out.
    """
    dealing: dict[str, Node] = {}
    for node in nodes:
        if node.deals is not None:
            dealing.setdefault(node.deals, node)
    return Names(
        segments={each.id: each.title or spoken(each.id) for each in segments},
        messages=_steps({node.id: node for node in nodes if node.sends}),
        tests=_steps(dealing),
        versions={
            name: {port.id: port.title for port in node.ports()} for name, node in dealing.items()
        },
    )


def _steps(known: Mapping[str, Node]) -> Mapping[str, str]:
    """Return what steps are called: by their ids where only the kinds of several are known."""
    alike = Counter(node.name for node in known.values())
    return {
        id_: node.name if node.title or alike[node.name] == 1 else spoken(id_)
        for id_, node in known.items()
    }
