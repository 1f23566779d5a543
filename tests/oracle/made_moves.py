"""Made-up steps that change something, or lead elsewhere: one place to ask for each kind."""

from collections.abc import Mapping
from random import Random
from typing import Any

from journeys.document.node import Node
from journeys.nodes.best_channel import BestChannel, Choice
from journeys.nodes.jump import Jump
from journeys.people.population import Held
from tests.oracle.made_leading import asked
from tests.oracle.made_people import CHANNELS
from tests.oracle.made_updates import put_on_list, updating

MOVES = ("update_profile", "list_step", "webhook", "jump", "best_channel")
NOWHERE = "nowhere"


def moving(chance: Random, kind: str, name: str, attributes: Mapping[str, Held]) -> Node:
    """Return a step of a kind; where a jump leads is chosen when all journeys are there."""
    match kind:
        case "list_step":
            return put_on_list(chance, name)
        case "webhook":
            return asked(chance, name)
        case "best_channel":
            some: list[Any] = chance.sample((*CHANNELS, "in_app"), chance.choice((1, 2, 3, 3)))
            return BestChannel(id=name, channels=tuple(Choice(channel=each) for each in some))
        case "jump":
            return Jump(id=name, journey=NOWHERE, call=NOWHERE)
        case _:
            return updating(chance, name, attributes)
