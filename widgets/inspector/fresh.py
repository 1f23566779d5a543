"""What is new in a list begins with: an id that nothing else has, and what the data offers."""

import re
from collections.abc import Mapping
from dataclasses import replace

from journeys.clocks import MORNING
from journeys.conditions.facts import TAKEN
from journeys.document.node import UNNAMED
from journeys.document.rules import Goal, Segment
from journeys.durations import Duration
from journeys.values import Value
from widgets.inspector.context import Context
from widgets.inspector.sentences.beginnings import fresh_behaviour
from widgets.inspector.shapes import Shape, shape_of

HOUR = Duration(seconds=3_600)
LONGEST_NAME = 59


def fresh_id(word: str, things: tuple[Value, ...]) -> str:
    """Return 'path_2' and the like, with the first number that nothing of the list has."""
    taken = {getattr(thing, "id", "") for thing in things}
    count = len(things) + 1
    while f"{word}_{count}" in taken:
        count += 1
    return f"{word}_{count}"


FRESH_CATEGORY = "news"


def name_after(event: str) -> str:
    """Return a name to keep an event by, made of its own, that means nothing else already."""
    made = re.sub(r"[^A-Za-z0-9_-]+", "_", event)[:LONGEST_NAME].strip("_")
    return made if made[:1].isalpha() and made not in TAKEN else f"this_{made}".strip("_")


def fresh_value(
    model: type[Value], things: tuple[Value, ...], context: Context, one: str = ""
) -> Value:
    """Return one more value beside those there are; only what it must say is said.

    It is called `one` and its number where it would be called by its id without a name.
    """
    if own := model.another():
        return own
    content: dict[str, object] = {}
    for name, field in model.model_fields.items():
        if name == "id":
            content[name] = fresh_id(model.__name__.casefold(), things)
        elif field.is_required() or name == "event":
            content[name] = begun(name, shape_of(field), context)
    if issubclass(model, Segment):
        content["condition"] = fresh_behaviour(replace(context, is_of_customers=True))
    if issubclass(model, Goal):
        content["event"] = context.choices.of_goal() or UNNAMED
    made = model.model_validate(content)
    if one and getattr(made, "name", "") == content.get("id", ""):
        return model.model_validate({**content, "title": f"{one} {len(things) + 1}"})
    return made


def begun(name: str, shape: Shape, context: Context) -> object:
    """Return what a field of this shape begins with."""
    if name == "event":
        return next(iter(context.choices.events), UNNAMED)
    if name == "category":
        return FRESH_CATEGORY
    beginnings: Mapping[str, object] = {
        "text": "",
        "whole": max(shape.least, 1),
        "share": 1_000,
        "truth": False,
        "choice": next(iter(shape.words), ""),
        "duration": HOUR,
        "clock": MORNING,
        "days": (),
        "look back": next(iter(shape.words), ""),
        "condition": fresh_behaviour(context),
        "values": (),
        "names": (),
    }
    if shape.sort == "value" and shape.model is not None:
        return fresh_value(shape.model, (), context)
    return beginnings.get(shape.sort)
