"""Problems of what a step reads itself, such as the date it waits for, beside data (R211)."""

from collections.abc import Iterator, Mapping

from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.naming import nearest, spoken_list
from journeys.document.edits.steps import ChangeNode
from journeys.document.node import Node
from journeys.document.problems import Fix, Problem, Severity
from journeys.people.population import ColumnType
from journeys.program.updates import OWNER
from journeys.values import evolve

WRITTEN = "a date is written like 2026-12-24"

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
            owner = f"{name.partition('.')[0]}."
            alike = {each: of for each, of in known.variables.items() if each.startswith(owner)}
            near = spoken_list(nearest(name, alike))
            hint = f" Did you mean {near}?" if near else ""
            words = f"{node.name!r} reads {name}, and the data has nothing of that name.{hint}"
            yield Problem("unknown_name", words, node.id, brief=f"There is no {name}")
        elif held not in types:
            can_be = spoken_list([CALLED[each] for each in sorted(types)])
            words = f"{node.name!r} reads {name}, which holds {CALLED[held]} and no {can_be}."
            brief = f"{name} holds {CALLED[held]}"
            yield Problem("wrong_type", words, node.id, fix=_other_date(known, node), brief=brief)
        elif name.startswith(OWNER) and name.removeprefix(OWNER) in known.wide.undated:
            words = f"{node.name!r} looks for a date in {name}, and nothing in it is a date"
            brief = f"{name} holds no dates"
            fix = _other_date(known, node)
            yield Problem("no_dates", f"{words}: {WRITTEN}.", node.id, Severity.WARNING, fix, brief)
        elif known.lineage.verdict(node.id, name) is Verdict.IMPOSSIBLE:
            words = f"Nobody who comes to {node.name!r} has {name}."
            brief = f"Nobody here has {name}"
            yield Problem("never_true", words, node.id, Severity.WARNING, brief=brief)


def _other_date(known: Known, node: Node) -> Fix | None:
    """Return the edit that looks for the date in an attribute that holds times."""
    times = [each.name for each in known.wide.attributes if each.type is ColumnType.INSTANT]
    if not times or getattr(node, "attribute", None) is None:
        return None
    return ChangeNode(evolve(node, attribute=times[0]), f"Use {times[0]!r}")


def _held(known: Known, name: str) -> ColumnType | None:
    owner, _, rest = name.partition(".")
    words = known.wide
    columns = words.attributes if owner == "customer" else words.columns
    return next((column.type for column in columns if column.name == rest), None)
