"""What is said where the mouse rests has a unit, and says what is assumed."""

from journeys.document.format import loads
from journeys.samples import samples
from widgets.canvas.counts import Counts
from widgets.canvas.hints import hint
from widgets.canvas.scene import Scene
from widgets.canvas.spots import Spot


def test_counts_of_steps_and_paths_are_of_entries_and_reactions_are_assumed() -> None:
    journey = loads(samples()["shop_rescue"])
    scene = Scene(journey)
    scene.show_counts(
        Counts(
            reached={"offer": 1_204, "cart": 1},
            through={("cart", "next"): 1, ("offer", "sent"): 1_204},
            sentences={"offer": "1,100 sent, 46% opened"},
        )
    )
    said = hint(scene, Spot("step", "offer")).splitlines()
    assert "1,204 entries came here." in said
    assert said[-1].startswith("Reactions are assumed")
    said = hint(scene, Spot("step", "cart")).splitlines()
    assert "1 entry came here." in said
    assert not any("assumed" in line for line in said)
    pair = "cart", journey.target("cart", "next") or ""
    assert (
        hint(scene, Spot("tag", "cart", "next", pair)) == "1 entry went this way. Click to see who."
    )
