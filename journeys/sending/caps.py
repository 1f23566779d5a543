"""How many messages a customer gets in a time, at most (R300, R304)."""

from typing import Annotated

from pydantic import Field

from journeys.asked import Asked
from journeys.conditions.windows import Window
from journeys.sending.hours import Channel
from journeys.values import Identifier, Title, Value, Whole

MOST = 10_000


class Cap(Value):
    """At most `count` messages in `within`, on one channel or all, of one category or all."""

    id: Identifier
    title: Title = ""
    channel: Annotated[Channel | None, Asked("Of", add="Choose", empty="All channels")] = None
    category: Annotated[
        Identifier | None, Asked("Of the kind", add="Choose", empty="All kinds")
    ] = None
    count: Annotated[Whole, Field(ge=0, le=MOST), Asked("At most")]
    within: Annotated[Window, Asked("In")]

    @property
    def name(self) -> str:
        """What the cap is called."""
        return self.title or self.id.translate(str.maketrans("_-", "  "))
