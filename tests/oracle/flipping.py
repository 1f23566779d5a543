"""A world in which two starts by a segment lead into each other without end (R218, R223)."""

from journeys.simulation.settings import RunSettings
from tests.oracle.made_words import World
from tests.oracle.worked import event, journey, on, people, step

T = 1_718_000_000
STEPS = 30


def flipping_world() -> World:
    """Return a journey that puts customers on a list as they leave it, and takes them off again."""
    put = [step("list_step", f"put{place}", list="vips") for place in range(STEPS)]
    taken = [step("list_step", f"take{place}", list="vips", do="remove") for place in range(STEPS)]
    starts = (
        step("segment_trigger", "joins", segment="vips"),
        step("segment_trigger", "leaves", segment="vips", on="left"),
    )
    first, off = (">".join(node.id for node in nodes) for nodes in (put, taken))
    group = {"id": "vips", "condition": {"kind": "list", "list": "vips"}}
    drawn = journey(
        f"in>{first} leaves>put0 joins>{off}",
        on("in", "in"),
        *starts,
        *put,
        *taken,
        segments=(group,),
    )
    rows = people([event(T, "in"), event(T + 1, "in")])
    return (drawn,), rows, RunSettings(end=T + 9)
