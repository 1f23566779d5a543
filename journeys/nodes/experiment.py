"""Experiment: customers are dealt out to arms by chance, and stay in theirs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from journeys.conditions.presence import Presence
from journeys.document.edits.steps import ChangeNode
from journeys.document.node import WAY_OUT, Card, Examples, Node, Port, Shared
from journeys.document.problems import Problem
from journeys.program import operations as op
from journeys.program.assembler import Assembler, Split, SplitArm
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.values import Identifier, Title, Value, Whole, evolve

HOLDOUT = "holdout"
FEWEST_WAYS = 2
EVERYBODY = 10_000
FEW_ARMS = 4
UNITS = {"customer": op.UNIT_CUSTOMER, "key": op.UNIT_KEY, "household": op.UNIT_HOUSEHOLD}

Share = Annotated[Whole, Field(ge=0, le=EVERYBODY)]


class Arm(Value):
    """One treatment with its weight in basis points."""

    id: Identifier
    title: Title = ""
    weight: Share

    @property
    def name(self) -> str:
        """What the arm is called."""
        return self.title or self.id


class Experiment(Node):
    """Deal customers out to arms; the holdout gets nothing and shows what would happen anyway."""

    kind: ClassVar[str] = "experiment"
    card: ClassVar[Card] = Card(
        "A/B test",
        "Timing and logic",
        "flask-conical",
        "split",
        says="Chance deals out versions, to find the best; some get nothing, for comparison.",
    )
    examples: ClassVar[Examples] = (
        (Reason.ARM_ASSIGNED, (WAY_OUT, 0)),
        (Reason.ARM_KEPT, (WAY_OUT,)),
        (Reason.EXPOSED, (WAY_OUT,)),
    )

    experiment: Identifier
    salt: Title | None = None
    unit: Literal["customer", "key", "household"] = "customer"
    arms: Annotated[tuple[Arm, ...], Field(max_length=100)]
    holdout: Share = 0
    fallback: Identifier | None = None

    @model_validator(mode="after")
    def _ids_differ(self) -> "Experiment":
        names = [arm.id for arm in self.arms]
        if HOLDOUT in names or len(set(names)) != len(names):
            raise ValueError("every arm has its own id, and none is called 'holdout'")
        return self

    def asks(self, name: str) -> bool:
        """Say that each customer is known, so that only other units need a version to fall to."""
        return name != "fallback" or self.unit != "customer" or self.fallback is not None

    @classmethod
    def fresh(cls, node: str, events: Sequence[str] = ()) -> Self:
        """Return a test of two equal arms with a holdout of a tenth, named after the step."""
        del events
        arms = (Arm(id="a", title="A", weight=4_500), Arm(id="b", title="B", weight=4_500))
        return cls(id=node, experiment=node, arms=arms, holdout=1_000)

    def ports(self) -> tuple[Port, ...]:
        """Return a port an arm, the holdout last."""
        return tuple(Port(arm, name) for arm, name, _ in self.dealt)

    @property
    def dealt(self) -> tuple[tuple[str, str, int], ...]:
        """Each arm with what it is called and its weight in basis points, the holdout last."""
        arms = tuple((arm.id, arm.name, arm.weight) for arm in self.arms)
        return (*arms, (HOLDOUT, "Gets nothing", self.holdout)) if self.holdout else arms

    def summary(self) -> str:
        """Say how customers are dealt out; what the arms are called stands on the paths."""
        shares = " / ".join(f"{arm.weight / 100:g}" for arm in self.arms) + "%"
        said = shares if len(self.arms) <= FEW_ARMS else f"{len(self.arms)} versions"
        return f"{said}, {self.holdout / 100:g}% get nothing" if self.holdout else said

    def check(self) -> Iterator[Problem]:
        """Yield problems with weights that do not sum, and with a missing comparison."""
        total = sum(arm.weight for arm in self.arms) + self.holdout
        if total != EVERYBODY:
            words = f"The shares add up to {total / 100:g}%, not to 100%."
            brief = f"Shares add up to {total / 100:g}%"
            yield Problem("weights", words, self.id, fix=self._whole(total), brief=brief)
        if len(self.ports()) < FEWEST_WAYS:
            words = "A test needs two versions, or one and a share that gets nothing."
            yield Problem("one_arm", words, self.id, brief="A test needs two versions")
        if self.fallback is not None and self.fallback not in {port.id for port in self.ports()}:
            words = f"There is no version {self.fallback!r} to fall back to."
            yield Problem("fallback", words, self.id, brief="The version to fall back to is gone")

    @property
    def deals(self) -> str:
        """The experiment."""
        return self.experiment

    @property
    def adds(self) -> tuple[str, ...]:
        """The arm, under the name of the experiment."""
        return (f"experiment.{self.experiment}",)

    def shares(self) -> Iterator[Shared]:
        """Yield the experiment: it is the same wherever a step of its name deals it out (R51)."""
        arms = [(arm.id, arm.weight) for arm in self.arms]
        dealt = (arms, self.holdout, self.salt or self.experiment, self.unit, self.fallback)
        yield Shared("experiment", self.experiment, repr(dealt))

    def _whole(self, total: int) -> ChangeNode:
        """Return the edit that scales the shares to 100 %; shares of nothing become equal."""
        parts = [arm.weight for arm in self.arms] + [self.holdout]
        if total == 0:
            parts, total = [1] * len(self.arms) + [0], max(1, len(self.arms))
        upto = [EVERYBODY * sum(parts[:count]) // total for count in range(len(parts) + 1)]
        shares = [end - begin for begin, end in pairwise(upto)]
        arms = tuple(
            evolve(arm, weight=share) for arm, share in zip(self.arms, shares, strict=False)
        )
        made = evolve(self, arms=arms, holdout=shares[-1])
        return ChangeNode(made, "Share out 100% in the same proportions")

    def tells(self, port: str) -> Presence:
        """Return that the arm is known from here on."""
        del port
        return {f"experiment.{self.experiment}.arm": True}

    @property
    def dealt_to(self) -> int:
        """What the arms are dealt to, as programs have it."""
        return UNITS[self.unit]

    def lower(self, to: Assembler) -> None:
        """Write the arms with their weights."""
        arms = [SplitArm(arm, weight) for arm, _, weight in self.dealt]
        salt = self.experiment if self.salt is None else self.salt
        to.split(Split(self.experiment, salt, self.dealt_to, tuple(arms), self.fallback))

    def say(self, telling: Telling) -> str:
        """Say which arm, and whether it was so already."""
        arm = next((port.title for port in self.ports() if port.id == telling.operands[0]), "")
        is_held_out = telling.operands[0] == HOLDOUT
        match telling.reason:
            case Reason.ARM_ASSIGNED if is_held_out:
                return "Gets nothing, for comparison: by chance, and it stays so."
            case Reason.ARM_ASSIGNED:
                return f"Gets '{arm}' by chance, and keeps it."
            case Reason.ARM_KEPT:
                return "Gets nothing, as before." if is_held_out else f"Keeps '{arm}', as before."
            case _ if is_held_out:
                return "Counts as one who gets nothing from now on."
            case _:
                return f"Counts for '{arm}' from now on."
