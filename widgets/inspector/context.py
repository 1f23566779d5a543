"""What every field of the panel may ask for: the colours, the data, and what starts the journey."""

from dataclasses import dataclass, field

from widgets.inspector.choices import Choices
from widgets.theme import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of a field; where they change, fields are built anew.

    `entry_events` are the events that lead into the journey. With `is_of_customers` conditions ask
    nothing of an entry, as those of segments.
    """

    theme: Theme
    choices: Choices = field(default_factory=Choices)
    entry_events: tuple[str, ...] = ()
    is_of_customers: bool = False
