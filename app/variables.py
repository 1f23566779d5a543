"""What the words of a message can be made from at its step, with the values of one customer."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from journeys.context.known import Known
from journeys.context.naming import written
from journeys.context.past import Plain, seen
from journeys.spoken import spoken
from widgets.content.offers import Offer

translate = QCoreApplication.translate
LONGEST = 60


def offered(known: Known, node: str, there: Mapping[str, Plain]) -> tuple[Offer, ...]:
    """Return every variable with what can be said of it at a step; `there` gives the samples."""
    return tuple(
        Offer(
            fact.variable,
            fact.verdict,
            _meaning(fact.variable.name),
            sample(seen(there, written(fact.variable.name))),
        )
        for fact in known.facts(node)
    )


def sample(content: Plain) -> str:
    """Return a value as it is shown beside its name; of lists and objects, how many entries."""
    match content:
        case None:
            return ""
        case bool():
            return translate("Variables", "yes") if content else translate("Variables", "no")
        case [_]:
            return translate("Variables", "1 entry")
        case list() | dict():
            return translate("Variables", "{} entries").format(len(content))
        case str():
            return content[:LONGEST]
        case _:
            return f"{content}"


def _meaning(name: str) -> str:
    """Return what a variable is, in words; of what is told by its origin alone, nothing."""
    first, _, rest = name.partition(".")
    return spoken(rest.replace(".", " ")) if first not in {"before", "experiment", "now"} else ""
