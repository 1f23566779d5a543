"""What became of a message that a step of the journey sent."""

from typing import Literal

from pydantic import model_validator

from journeys.conditions.comparison import PRESENCE, TIMED, Comparison, Operator
from journeys.values import Identifier


class EngagementTest(Comparison):
    """When the last message of a step was sent, or opened or clicked first; else missing (R206)."""

    kind: Literal["engagement"] = "engagement"
    step: Identifier
    did: Literal["sent", "opened", "clicked"]
    operator: Operator = Operator.PRESENT

    @model_validator(mode="after")
    def _is_a_time(self) -> "EngagementTest":
        if self.operator not in PRESENCE | TIMED:
            raise ValueError(f"'{self.operator}' does not fit the time of a message")
        return self
