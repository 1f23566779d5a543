"""How old what a message says may be (R305)."""

from typing import Annotated, Literal, Self

from journeys.asked import Asked
from journeys.conditions.windows import Window
from journeys.durations import Duration
from journeys.values import Value, VariableName


class Age(Value):
    """A variable of the entry event, or of what a wait caught, is too old beyond `max_age`.

    Then the message is not sent, or goes out without it: the words need a fallback there.
    """

    variable: Annotated[VariableName, Asked("What", "Such as event, or event.total.")]
    max_age: Annotated[Window, Asked("No older than")]
    on_expiry: Annotated[
        Literal["suppress", "fallback"],
        Asked("Else", words={"suppress": "Do not send it", "fallback": "Send it without that"}),
    ] = "suppress"

    @classmethod
    def another(cls) -> Self:
        """Return that what they entered by is too old after a day."""
        return cls(variable="event", max_age=Duration(days=1))

    @property
    def owner(self) -> str:
        """The first name of the variable: `event`, or the name under which something is kept."""
        return self.variable.partition(".")[0].partition("[")[0]
