"""Edits that mend words which ask for what not everyone has."""

from collections.abc import Hashable
from dataclasses import dataclass

from journeys.content.fallback import STAND_IN, with_fallback
from journeys.content.message import Message
from journeys.document.journey import Journey
from journeys.errors import EditRefusedError
from journeys.values import evolve


@dataclass(frozen=True, slots=True)
class WriteFallback:
    """Give a variable a fallback in every part of a message that needs it.

    With `is_list` a loop goes through an empty list instead.
    """

    node: str
    path: str
    is_list: bool = False

    @property
    def words(self) -> str:
        """What the edit does."""
        what = "Leave the list empty" if self.is_list else f"Write \u201c{STAND_IN}\u201d"
        return f"{what} for those without {self.path}"

    @property
    def key(self) -> Hashable | None:
        """Always undone alone."""
        return None

    def apply(self, journey: Journey) -> Journey:
        """Return the journey with the fallbacks; raises EditRefusedError where there is no room."""
        message = journey.node(self.node)
        changed: dict[str, str] = {}
        for part, reading in message.readings if isinstance(message, Message) else ():
            if self.path in reading.needed:
                text = with_fallback(part.source, part.sort, self.path)
                if text is None:
                    raise EditRefusedError(
                        f"There is no simple place for a fallback of {self.path} in the "
                        f"{part.spoken} of {message.name!r}.",
                        'Write |default("...") behind it by hand.',
                    )
                changed[part.name] = text
        return journey.with_node(self.node, lambda node: evolve(node, **changed))
