"""What was known where customers came from is known where they go on, as `from` (R18, R222)."""

import pytest

from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.past import Past, seen
from journeys.context.story import arrivals, known
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.program.reasons import Reason
from journeys.program.roles import roles
from journeys.simulation.onward import belonging, led
from journeys.simulation.settings import RunSettings
from journeys.simulation.story import story
from tests.oracle.worked import change, event, journey, on, people, split, step, wait
from tests.simulation.comparing import built
from tests.simulation.living import lived

ASKS = kinds()["webhook"].model_validate({
    "id": "w", "endpoint": "shop", "name": "stock",
    "answers": [{"id": "there", "share": 10_000, "values": {"left": 3}}],
})  # fmt: skip


def first() -> Journey:
    """Return a journey that learns something, and goes on."""
    arms = ({"id": "a", "weight": 10_000},)
    return journey(
        "t>x x.a>w w.there>g", on("add"), split(arms=arms), ASKS,
        step("jump", "g", journey="k", call="go"),
    )  # fmt: skip


def second(words: str) -> Journey:
    """Return the journey that is gone on to, which writes an hour later."""
    return journey(
        "c>h>m", step("call_trigger", "c", call="go"), wait("PT1H", "h"),
        step("sms", "m", text=words), id="k",
    )  # fmt: skip


WORLD = people(
    [event(5, "add", plan="gold"), event(6, "other", sku="x")], {"tier": "tin"},
    [change(60, tier=None)],
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("from", True),
        ("from.event.plan", True),
        ("from.event.sku", False),
        ("from.customer.tier", True),
        ("customer.tier", False),
        ("from.journey.id", True),
        ("from.experiment.trial.arm", True),
        ("from.experiment.other.arm", False),
        ("from.stock.left", True),
        ("from.stock.right", False),
        ("from.session.started", True),
        ("from.from.event.plan", False),
    ],
)
def test_r222_words_need_what_was_known_there_then(name: str, there: bool) -> None:  # noqa: FBT001
    some = (first(), second("{{ " + name + " }}"))
    ((_, _, reason, *_),) = lived(some, WORLD, "sent", "words_missing")
    assert reason == ("sent" if there else "words_missing")
    program, dataset = built((some, WORLD, RunSettings()))
    read = story(program, dataset, 0)
    drawn = {each.id: each for each in some}
    (arrival,) = (
        each
        for each in arrivals(drawn, read)
        if each.telling.node == "m" and each.telling.reason.word == reason
    )
    past, parts = Past(dataset, read), roles(dataset.vocabulary)
    assert (seen(known(arrival, past, parts, drawn["k"]), name) is not None) == there


def test_r222_who_was_called_by_no_journey_came_from_nowhere() -> None:
    some = (second("{{ from.event.plan }}"),)
    told = lived(some, people([event(5, "call.go", plan="gold")]), "sent", "words_missing")
    assert [row[2] for row in told] == ["words_missing"]


def test_r222_the_lineage_says_that_it_may_be_missing() -> None:
    some = second("{{ from.event.plan }}")
    _, dataset = built(((first(), some), WORLD, RunSettings()))
    there = Known(some, dataset.vocabulary)
    assert there.lineage.verdict("m", "from.event.plan") is Verdict.POSSIBLE
    assert "from.event.plan" not in Known(first(), dataset.vocabulary).variables


def test_r222_a_story_tells_by_which_jump_somebody_came_as_its_events_do() -> None:
    also = journey("t2>g2", on("other", "t2"), step("jump", "g2", journey="k", call="go"), id="i")
    some = (first(), second("Hello"), also)
    rows = [event(5, "add"), event(5, "other"), event(5, "call.go"), event(9, "add")]
    program, dataset = built((some, people(rows), RunSettings()))
    read = story(program, dataset, 0)
    drawn = {each.id: each for each in some}
    jumps = led(drawn, read.tellings)
    came = {
        (each.telling.journey, each.telling.entry): each.source.telling if each.source else None
        for each in arrivals(drawn, read)
    }
    entered = [
        (place, each) for place, each in enumerate(read.tellings) if each.reason is Reason.ENTERED
    ]
    for place, each in entered:
        source = read.tellings[jumps[place]] if place in jumps else None
        assert source == came[each.journey, each.entry]
    assert {each.journey for _, each in entered} == {"i", "j", "k"}
    others = {read.tellings[place].journey for place in belonging(drawn, read.tellings, "i")}
    assert others == {"i", "k"}
