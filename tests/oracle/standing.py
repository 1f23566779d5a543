"""What conditions may look at from where an instance stands (R35, R47, R205, R206, R208)."""

import re
from collections.abc import Mapping
from decimal import Decimal

from journeys.conditions.tree import ArmTest, ContextTest, EngagementTest
from journeys.nodes.experiment import Experiment
from journeys.people.population import Content
from tests.oracle.conditions import OfInstance, Scene
from tests.oracle.context import context
from tests.oracle.fate import Fate
from tests.oracle.happening import Happening, There, as_text
from tests.oracle.instance import Instance

TRAIL = re.compile(r"before\.(?P<event>.+?)\[(?P<place>\d)\]\.(?P<part>.+)", re.DOTALL)


def scene(fate: Fate, instance: Instance) -> Scene:
    """Return what a condition of an instance may look at now."""
    return Scene(
        fate.now,
        fate.profile.id,
        fate.profile.attributes,
        fate.history,
        {segment.id: segment.condition for segment in instance.plan.journey.segments},
        instance.event.properties,
        instance.seen,
        lambda leaf: own(leaf, fate, instance),
    )


def own(leaf: OfInstance, fate: Fate, instance: Instance) -> Content:
    """Return what only an instance can know."""
    match leaf:
        case ArmTest():
            return arm(leaf.experiment, fate, instance)
        case EngagementTest():
            return engaged(leaf, fate, instance)
        case ContextTest():
            return in_context(leaf.name, fate, instance)


def arm(experiment: str, fate: Fate, instance: Instance) -> str | None:
    """Return the arm that is stored for the instance's unit, whichever entry it came from."""
    for plan in fate.plans:
        for node in plan.journey.nodes:
            if isinstance(node, Experiment) and node.experiment == experiment:
                return fate.arms.get((experiment, unit_of(fate, instance, node)))
    return None


def unit_of(fate: Fate, instance: Instance, node: Experiment) -> str:
    """Return the text of the unit that is dealt to an arm (R50, R127, R130)."""
    if node.unit == "household":
        return fate.profile.household
    if node.unit == "key" and instance.key is not None:
        return as_text(instance.key)
    return fate.profile.id


def engaged(leaf: EngagementTest, fate: Fate, instance: Instance) -> int | None:
    """Return when the last message of a step was sent, or when it was first reacted to."""
    sent = instance.sent.get(leaf.step)
    if sent is None:
        return None
    if leaf.did == "sent":
        return sent.time
    name = f"{sent.channel}_{leaf.did}"
    place = (instance.plan.journey.id, leaf.step, sent.visit)
    answers = (
        row.time
        for row in fate.history[sent.seen :]
        if row.name == name and answers_to(row, place, instance)
    )
    return next(answers, None)


def answers_to(row: Happening, place: tuple[str, str, int], instance: Instance) -> bool:
    """Return whether a row was recorded, or else was drawn for this very message."""
    journey, node, visit, _, entered_at, entry = row.rank
    is_recorded = not journey
    own = (instance.entered_at, instance.entry)
    return is_recorded or ((journey, node, visit) == place and (entered_at, entry) == own)


def in_context(name: str, fate: Fate, instance: Instance) -> Content:
    """Return what stands in the context under a name; a list is not asked for."""
    there: There = context(fate, instance)
    trail = TRAIL.fullmatch(name)
    if trail is not None:
        steps: list[str | int] = ["before", trail["event"], int(trail["place"]), trail["part"]]
    else:
        owner, _, part = name.partition(".")
        steps = [owner, part]
    for step in steps:
        if isinstance(there, Mapping):
            there = there.get(str(step))
        elif isinstance(there, list) and isinstance(step, int) and step < len(there):
            there = there[step]
        else:
            return None
    return there if isinstance(there, (str, int, Decimal)) else None
