"""What is known of an entry, worked out by hand from the rules."""

from datetime import UTC, datetime
from decimal import Decimal

from journeys.context.entry import first_names
from journeys.context.past import Past, Plain, seen
from journeys.context.story import arrivals, known
from journeys.document.journey import Journey
from journeys.people.population import Event, Population
from journeys.program.roles import roles
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.settings import Mode, RunSettings
from journeys.simulation.story import story
from tests.oracle.worked import (
    CERTAIN,
    HOUR,
    branch,
    change,
    event,
    journey,
    on,
    people,
    reacting,
    split,
    step,
    wait,
)

DONE = step("finish", "f")
STRAIGHT = journey("t>w>f", on("add"), wait("PT1H"), DONE)


def at(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def contexts(
    drawing: Journey, population: Population, node: str, settings: RunSettings | None = None
) -> list[dict[str, Plain]]:
    """Return what is known of c at each arrival at a step."""
    dataset = encode(population)
    program = compile_program([drawing], dataset, settings or RunSettings())
    told = story(program, dataset, 0)
    past = Past(dataset, told)
    return [
        known(arrival, past, roles(dataset.vocabulary), drawing)
        for arrival in arrivals({drawing.id: drawing}, told)
        if arrival.telling.node == node
    ]


def test_r70_everything_of_the_entry_event_is_kept_and_what_is_missing_is_absent_r151() -> None:
    rows = [event(7, "view", item="a"), event(60, "add", item="b", price=Decimal("2.5"))]
    (there,) = contexts(STRAIGHT, people([*rows, event(70, "view", item="c", shade="red")]), "f")
    assert there["event"] == {"at": at(60), "item": "b", "price": Decimal("2.5")}
    assert seen(there, "event.shade") is None
    assert there["before"] == {"view": [{"at": at(7), "item": "a"}]}
    assert there["customer"] == {"id": "c"}
    assert there["journey"] == {"id": "j", "title": "j"}


def test_the_trail_holds_the_last_ten_newest_first_r151() -> None:
    rows = [event(each, "view", item=f"i{each}") for each in range(12)]
    (there,) = contexts(STRAIGHT, people([*rows, event(60, "add")]), "f")
    trail = seen(there, "before.view")
    assert isinstance(trail, list)
    assert [seen({"x": one}, "x.item") for one in trail] == [
        f"i{each}" for each in range(11, 1, -1)
    ]
    assert seen(there, "before.view[9].item") == "i2"
    assert seen(there, "before.view[10].item") is None
    assert seen(there, "before.add[0]") is None


def test_a_session_is_what_says_the_same_session_r148_r149() -> None:
    rows = [
        event(0, "home", session_id="s1", utm_source="mail", page="/"),
        event(10, "other", session_id="s2"),
        event(5 * HOUR, "item_view", session_id="s1", utm_source="web"),
        event(5 * HOUR + 9, "add", session_id="s1"),
        event(5 * HOUR + 20, "item_view", session_id="s1"),
    ]
    (there,) = contexts(STRAIGHT, people(rows), "f")
    assert there["session"] == {
        "started": at(0), "duration": 5 * HOUR + 9, "pages": 2, "source": "mail",
    }  # fmt: skip


def test_without_a_session_a_gap_of_half_an_hour_begins_one_r149() -> None:
    rows = [
        event(0, "home", source="old"),
        event(1_800, "home", source="new"),
        event(1_900, "email_opened", source="letter"),
        event(3_599, "look"),
        event(3_600, "add"),
    ]
    (there,) = contexts(STRAIGHT, people(rows), "f")
    assert there["session"] == {
        "started": at(1_800), "duration": 1_800, "pages": 3, "source": "new",
    }  # fmt: skip


def test_a_source_that_came_later_in_the_session_is_not_its_source_r149() -> None:
    (there,) = contexts(STRAIGHT, people([event(0, "home"), event(9, "add", source="late")]), "f")
    assert seen(there, "session.source") is None


def test_the_cart_of_an_entry_has_a_line_for_each_product_put_in_so_far_r150() -> None:
    price = Decimal("2.50")
    rows = [
        event(0, "put", cart_id="x", product_id="p1", price=price, quantity=2),
        event(1, "put", cart_id="y", product_id="p2", price=price),
        event(2, "note", cart_id="x"),
        event(3, "add", cart_id="x", product_id="p3", price=Decimal(1)),
        event(4, "put", cart_id="x", product_id="p4", price=price),
    ]
    (there,) = contexts(STRAIGHT, people(rows), "f")
    cart = there["cart"]
    assert isinstance(cart, dict)
    assert (cart["id"], cart["items"], cart["value"]) == ("x", 3, Decimal("6.00"))
    lines = cart["lines"]
    assert isinstance(lines, list)
    assert [seen({"x": line}, "x.product_id") for line in lines] == ["p1", "p3"]
    assert contexts(STRAIGHT, people([event(0, "add", item="a")]), "f")[0].get("cart") is None


def test_the_profile_is_as_of_the_step_and_no_later_r33_r70() -> None:
    drawing = journey("t>b b.yes>w b.else>f w>f", on("add"), branch(AND), wait("PT1H"), DONE)
    carrying = Event("c", 2 * HOUR, "add", {}, {"tier": "gold"})
    rows = [event(10, "add"), carrying]
    changes = [change(3 * HOUR, tier="lead"), change(3 * HOUR + 1, tier="none")]
    population = people(rows, {"tier": "old", "consent.email": True}, changes)
    found = contexts(drawing, population, "b"), contexts(drawing, population, "f")
    tiers = [[seen(there, "customer.tier") for there in each] for each in found]
    assert tiers == [["old", "gold"], ["old", "lead"]]
    assert seen(found[0][0], "customer.consent.email") is True


AND = {"kind": "all", "of": []}


def test_a_newer_event_takes_the_place_of_the_entry_event_r13_r151() -> None:
    rules = {"entry": {"when_active": "update_context"}}
    drawing = journey("t>w>f", on("add"), wait("PT1H"), DONE, **rules)
    rows = [event(0, "add", item="a"), event(60, "add", item="b")]
    (there,) = contexts(drawing, people(rows), "f")
    assert there["event"] == {"at": at(60), "item": "b"}
    assert seen(there, "before.add[0].item") == "a"


def test_an_arm_is_known_once_the_experiment_is_passed_r151() -> None:
    drawing = journey("t>x x.a>f x.b>f", on("add"), split(), DONE)
    at_split = contexts(drawing, people([event(0, "add")]), "x")
    (after,) = contexts(drawing, people([event(0, "add")]), "f")
    assert [there["experiment"] for there in at_split] == [{}]
    assert seen(after, "experiment.trial.arm") in ("a", "b")


def test_who_enters_by_an_event_that_the_run_made_up_has_its_context_too_r112_r151() -> None:
    drawing = journey("t>m>f u>w>f", on("add"), on("email_opened", name="u"),
                      step("email", "m"), wait("PT1H"), DONE)  # fmt: skip
    settings = RunSettings(mode=Mode.MIXED, responses=reacting(opened=CERTAIN, delay=60))
    (there,) = contexts(drawing, people([event(0, "add", item="a")]), "w", settings)
    assert there["event"] == {"at": at(60)}
    assert seen(there, "before.add[0].item") == "a"
    assert there["session"] == {"started": at(0), "duration": 60, "pages": 2}


def test_a_part_of_a_context_is_the_same_as_in_the_whole_of_it_r70() -> None:
    rows = [
        event(0, "view", item="a"),
        event(5, "big sale", item="b"),
        event(60, "add", cart_id="x", product_id=1),
    ]
    dataset = encode(people(rows, {"tier": "gold"}))
    told = story(compile_program([STRAIGHT], dataset, RunSettings()), dataset, 0)
    past, parts = Past(dataset, told), roles(dataset.vocabulary)
    (arrival,) = [each for each in arrivals({"j": STRAIGHT}, told) if each.telling.node == "f"]
    whole = known(arrival, past, parts, STRAIGHT)
    paths = ["event.item", "before.view[0].item", "before['big sale'][0].item"]
    paths += ["customer.tier", "cart.items", "session.pages"]
    for count in range(len(paths) + 1):
        part = known(arrival, past, parts, STRAIGHT, first_names(paths[:count]))
        assert all(seen(part, path) == seen(whole, path) for path in paths[:count])
        assert not {"event", "before", "customer", "cart", "session"}.difference(
            path.split(".")[0] for path in paths[:count]
        ).intersection(part)
    assert seen(whole, paths[2]) == seen(whole, "before.big sale[0].item") == "b"
    trails = known(arrival, past, parts, STRAIGHT, first_names([paths[2]]))["before"]
    assert isinstance(trails, dict)
    assert trails.keys() == {"big sale"}
