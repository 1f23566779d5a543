"""What other systems are declared to answer, numbered through all steps of a run (R225)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from journeys.program.updates import Given


@dataclass(frozen=True, slots=True)
class Declared:
    """The values that leaving a step by a port brings into the context under a name."""

    port: str
    name: str | None
    values: Mapping[str, Given] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A step that asks another system, with all that may be answered, in declared order."""

    journey: str
    node: str
    answers: tuple[Declared, ...]


class Answers:
    """Gives every answer of a run its number; those of no journey are those of all."""

    def __init__(self, asked: Iterable[Asked]) -> None:
        self._asked = tuple(asked)
        self._first: dict[tuple[str, str], int] = {}
        count = 0
        for each in self._asked:
            self._first[each.journey, each.node] = count
            count += len(each.answers)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that may be answered."""
        told = (value for _, each in self._of("") for value in each.values.values())
        return tuple(value for value in told if isinstance(value, str))

    def first(self, journey: str, node: str) -> int:
        """Return the number of the first answer of a step."""
        return self._first[journey, node]

    def names(self, journey: str) -> frozenset[str]:
        """Return the names under which answers are known in a journey."""
        return frozenset(each.name for _, each in self._of(journey) if each.name is not None)

    def having(self, journey: str, name: str, value: str) -> dict[int, Given]:
        """Return what a value is in the answers of a name that have it, by their numbers."""
        return {
            number: each.values[value]
            for number, each in self._of(journey)
            if each.name == name and value in each.values
        }

    def telling(self, journey: str, name: str) -> tuple[int, ...]:
        """Return the numbers of the answers of a name that tell anything at all."""
        return tuple(
            number for number, each in self._of(journey) if each.name == name and each.values
        )

    def _of(self, journey: str) -> Iterator[tuple[int, Declared]]:
        for each in self._asked:
            if journey in ("", each.journey):
                yield from enumerate(each.answers, self._first[each.journey, each.node])
