"""Branch: different customers go different ways."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from journeys.conditions.comparison import Operator
from journeys.conditions.presence import Presence, implied, together
from journeys.conditions.sentences import gist, sentence
from journeys.conditions.tree import BehaviourTest, Condition
from journeys.document.node import UNNAMED, WAY_OUT, Card, Examples, Node, Port
from journeys.document.problems import Problem
from journeys.names import NO_NAMES, Names
from journeys.program.assembler import Assembler
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.values import Identifier, Title, Value

ELSE = "else"


class Path(Value):
    """One way out of a branch, with the condition that opens it."""

    id: Identifier
    title: Title = ""
    condition: Condition

    def port(self, names: Names) -> Port:
        """Return the path as a way out, called by its title, else by what opens it."""
        said, brief = sentence(self.condition, names), gist(self.condition, names)
        return Port(self.id, self.title or said, self.title or brief)


class Branch(Node):
    """The first path whose condition is true is taken, else the last one (R30)."""

    kind: ClassVar[str] = "branch"
    card: ClassVar[Card] = Card(
        "Condition",
        "Timing and logic",
        "split",
        "split",
        says="Customers go different ways: the first path that fits them is theirs.",
    )
    examples: ClassVar[Examples] = (
        (Reason.LEAF, (0, True, None)),
        (Reason.BRANCH_TAKEN, (WAY_OUT,)),
    )

    branches: Annotated[tuple[Path, ...], Field(max_length=200)]

    @model_validator(mode="after")
    def _ids_differ(self) -> "Branch":
        names = [path.id for path in self.branches]
        if ELSE in names or len(set(names)) != len(names):
            raise ValueError("every path of a branch has its own id, and none is called 'else'")
        return self

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a branch that asks whether the first of the events happened since they entered."""
        asked = BehaviourTest(
            event=next(iter(events), UNNAMED),
            operator=Operator.AT_LEAST,
            value=Decimal(1),
            since="entry",
        )
        return cls(id=node, branches=(Path(id="yes", condition=asked),))

    def ports(self) -> tuple[Port, ...]:
        """Return a port a path, and the one for everybody else."""
        return self.ways(NO_NAMES)

    def ways(self, names: Names) -> tuple[Port, ...]:
        """Return the same, saying what conditions name by its title."""
        return (*(path.port(names) for path in self.branches), Port(ELSE, "Everyone else"))

    def summary(self) -> str:
        """Say how many ways there are."""
        if not self.branches:
            return "No paths yet, everyone goes on"
        return f"{len(self.branches) + 1} paths, first match wins"

    def check(self) -> Iterator[Problem]:
        """Yield a problem where there is nothing to decide."""
        if not self.branches:
            words = "This condition asks nothing: add a path."
            yield Problem("empty_branch", words, self.id, brief="Asks nothing: add a path")

    def tells(self, port: str) -> Presence:
        """Return what a path's condition tells, and that those before it were not true (R30)."""
        told: list[Presence] = []
        for path in self.branches:
            if path.id == port:
                return together([*told, implied(path.condition, holds=True)])
            told.append(implied(path.condition, holds=False))
        return together(told)

    def lower(self, to: Assembler) -> None:
        """Write the conditions in order."""
        to.branch([path.condition for path in self.branches])

    def say(self, telling: Telling) -> str:
        """Say what was asked, and which way was taken."""
        if telling.reason is Reason.LEAF:
            held = "yes" if telling.operands[1] is True else "no"
            return f"{telling.asked}: {held}."
        ways = self.ways(telling.names)
        title = next((port.title for port in ways if port.id == telling.operands[0]), "")
        return f"Goes on by '{title}'."
