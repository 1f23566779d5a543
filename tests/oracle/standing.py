"""What conditions may look at from where an instance stands."""

from journeys.nodes.experiment import Experiment
from tests.oracle.conditions import Scene
from tests.oracle.fate import Fate
from tests.oracle.happening import as_text
from tests.oracle.instance import Instance


def scene(fate: Fate, instance: Instance) -> Scene:
    """Return what a condition of an instance may look at now."""
    return Scene(
        fate.now,
        fate.profile.attributes,
        fate.history,
        instance.event.properties,
        instance.seen,
    )


def unit_of(fate: Fate, instance: Instance, node: Experiment) -> str:
    """Return the text of the unit that is dealt to an arm (R50, R127, R130)."""
    if node.unit == "household":
        return fate.profile.household
    if node.unit == "key" and instance.key is not None:
        return as_text(instance.key)
    return fate.profile.id
