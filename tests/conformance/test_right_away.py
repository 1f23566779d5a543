"""What is so right away, worked by hand: before the next one is asked, and as it was just then."""

import pytest

from journeys.people.population import Content
from tests.conformance.test_jumps import jumping
from tests.conformance.test_pauses import IS_GOLD, TO, paused
from tests.oracle.worked import HOUR, change, event, journey, on, people, step, wait
from tests.simulation.living import lived


def test_r226_who_goes_on_at_the_end_of_a_pause_runs_before_the_next_one_is_asked() -> None:
    """The first takes the gold away that the second waits for, too."""
    turns = ({"attribute": "tier", "do": "set", "value": "tin"},)
    waits = step("wait_event", "w", branches=(IS_GOLD,), timeout="P3D", look_back="none")
    some = journey(
        "t>w w.gold>u>f w.timeout>f",
        on("add"),
        waits,
        step("update_profile", "u", changes=turns),
        step("finish", "f"),
        entry={"key": "cart"},
    )
    rows = [event(0, "add", cart="a"), event(1, "add", cart="b")]
    there = people(rows, {"tier": "tin"}, [change(12 * HOUR, tier="gold")])
    assert paused(some, there, "caught", "finished", "timed_out")[:3] == [
        (TO, "w", "caught", "gold", None, False),
        (TO, "f", "finished"),
        (1 + 72 * HOUR, "w", "timed_out"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "wanted"), [("tin", None, "sent"), (None, "tin", "words_missing")]
)
def test_r222_from_holds_the_customer_as_they_were_at_the_jump(
    before: Content, after: Content, wanted: str
) -> None:
    words = step("sms", "m", text="{{ from.customer.tier }}")
    target = journey(
        "c>w>m", step("call_trigger", "c", call="go"), wait("PT1H"), words, id="k"
    )  # fmt: skip
    there = people([event(5, "add")], {"tier": before}, [change(60, tier=after)])
    (found,) = lived((jumping(), target), there, "sent", "words_missing")
    assert found[:3] == (5 + HOUR, "m", wanted)
