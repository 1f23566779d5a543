"""Made-up steps that change the profile, ask other systems, or lead elsewhere."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from random import Random

from journeys.conditions.comparison import Scalar
from journeys.document.node import Node
from journeys.nodes.call_trigger import CallTrigger
from journeys.nodes.jump import Jump
from journeys.nodes.list_step import ListStep
from journeys.nodes.update_profile import Change, UpdateProfile
from journeys.nodes.webhook import Answer, Webhook
from tests.document.made_conditions import made_filter, made_name, made_number, made_text


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


def _webhook(draw: Random) -> Webhook:
    answers = tuple(
        Answer(
            id=f"answer_{count}",
            title=made_text(draw)[:200],
            share=draw.randint(0, 10_000),
            values={made_name(draw): made_value(draw) for _ in range(draw.randint(0, 2))},
        )
        for count in range(draw.randint(0, 3))
    )
    said = {"endpoint": made_id(draw), "path": draw.choice(("", "a/{{ event.x }}", "{{ slip"))}
    name = draw.choice((None, "stock"))
    return Webhook.model_validate({"id": "any", **said, "name": name, "answers": answers})


MOVES: Mapping[str, Callable[[Random], Node]] = {
    "call_trigger": lambda draw: CallTrigger(
        id="any",
        call=made_id(draw),
        where=draw.choice((None, made_filter(draw))),
        order=draw.randint(0, 9),
    ),
    "jump": lambda draw: Jump(id="any", journey=made_id(draw), call=made_id(draw)),
    "list_step": lambda draw: ListStep(
        id="any", list=made_id(draw), do=draw.choice(("add", "remove"))
    ),
    "update_profile": _update,
    "webhook": _webhook,
}
