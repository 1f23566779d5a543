"""Problems of what a step reads itself, such as the date it waits for, beside data (R211)."""

from collections.abc import Iterator, Mapping

from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.naming import nearest, spoken_list
from journeys.document.node import Node
from journeys.document.problems import Problem, Severity
from journeys.people.population import ColumnType

CALLED: Mapping[ColumnType, str] = {
    ColumnType.TEXT: "texts",
    ColumnType.TRUTH: "yes or no",
    ColumnType.WHOLE: "whole numbers",
    ColumnType.DECIMAL: "numbers",
    ColumnType.INSTANT: "times",
}


def misread(known: Known, node: Node) -> Iterator[Problem]:
    """Yield what a step reads that is not there, that nobody has, or that holds something else."""
    for name, types in node.reads.items():
        held = _held(known, name)
        if name not in known.variables or held is None:
            near = spoken_list(nearest(name, known.variables))
            hint = f" Did you mean {near}?" if near else ""
            words = f"{node.name!r} reads {name}, and the data has nothing of that name.{hint}"
            yield Problem("unknown_name", words, node.id, brief=f"There is no {name}")
        elif held not in types:
            can_be = spoken_list([CALLED[each] for each in sorted(types)])
            words = f"{node.name!r} reads {name}, which holds {CALLED[held]} and no {can_be}."
            brief = f"{name} holds {CALLED[held]}"
            yield Problem("wrong_type", words, node.id, brief=brief)
        elif known.lineage.verdict(node.id, name) is Verdict.IMPOSSIBLE:
            words = f"Nobody who comes to {node.name!r} has {name}."
            brief = f"Nobody here has {name}"
            yield Problem("never_true", words, node.id, Severity.WARNING, brief=brief)


def _held(known: Known, name: str) -> ColumnType | None:
    owner, _, rest = name.partition(".")
    words = known.vocabulary
    columns = words.attributes if owner == "customer" else words.columns
    return next((column.type for column in columns if column.name == rest), None)
