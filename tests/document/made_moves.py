"""Made-up steps that change the profile, ask other systems, or lead elsewhere."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from random import Random

from journeys.conditions.comparison import Scalar
from journeys.document.node import Node
from journeys.nodes.list_step import ListStep
from journeys.nodes.update_profile import Change, UpdateProfile
from tests.document.made_conditions import made_name, made_number, made_text


def made_id(draw: Random) -> str:
    """Return an id."""
    return draw.choice(("vips", "A", "big-spenders", "z_9"))


def made_value(draw: Random) -> Scalar:
    """Return a text, a number or a truth."""
    return draw.choice((True, False, made_text(draw), made_number(draw)))


def _change(draw: Random) -> Change:
    name = made_name(draw)
    return draw.choice(
        (
            Change(attribute=name, do="set", value=made_value(draw)),
            Change(attribute=name, do="add", value=Decimal(draw.randint(-(2**43), 2**43))),
            Change(attribute=name, do="copy", entry=made_name(draw)),
            Change(attribute=name, do="copy", from_attribute=made_name(draw)),
            Change(attribute=name, do="now"),
            Change(attribute=name, do="clear"),
        )
    )


def _update(draw: Random) -> UpdateProfile:
    changes = tuple(_change(draw) for _ in range(draw.randint(1, 4)))
    return UpdateProfile(id="any", changes=changes)


MOVES: Mapping[str, Callable[[Random], Node]] = {
    "list_step": lambda draw: ListStep(
        id="any", list=made_id(draw), do=draw.choice(("add", "remove"))
    ),
    "update_profile": _update,
}
