"""What chance decided about a customer: being in a random sample, or in an experiment's arm."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from journeys.conditions.comparison import LISTS, PRESENCE, Comparison, Operator
from journeys.values import Identifier, Value, Whole

WHOLE = 10_000
OF_ARM = LISTS | PRESENCE | {Operator.IS, Operator.IS_NOT}


class SampleTest(Value):
    """True for a random share of customers, always the same for one name (R204).

    `share` is in basis points.
    """

    kind: Literal["sample"] = "sample"
    name: Identifier
    share: Annotated[Whole, Field(ge=0, le=WHOLE)]


class ArmTest(Comparison):
    """The arm an experiment gave the customer, by its id; missing where it gave none (R205)."""

    kind: Literal["arm"] = "arm"
    experiment: Identifier

    @model_validator(mode="after")
    def _arms_are_names(self) -> "ArmTest":
        if self.operator not in OF_ARM:
            raise ValueError(f"'{self.operator}' does not fit an arm")
        if not all(isinstance(value, str) for value in self.values):
            raise ValueError("an arm is named by its id, which is text")
        if self.exactly:
            raise ValueError("arms always compare exactly, so 'exactly' says nothing")
        return self
