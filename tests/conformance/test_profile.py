"""Steps that change the profile, worked by hand (R38, R223, R224)."""

from decimal import Decimal

import pytest

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.errors import InvalidJourneyError
from journeys.people.population import Content
from tests.oracle.worked import HOUR, at, branch, change, event, journey, on, people, step, wait
from tests.simulation.asking import told
from tests.simulation.living import lived

FINISH = step("finish", "f")


def asks(name: str, value: object, operator: str = "is") -> dict[str, object]:
    """Return the condition that an attribute compares with a value."""
    return {"kind": "attribute", "name": name, "operator": operator, "value": value}


def update(*changes: dict[str, object], name: str = "u") -> Node:
    """Return a step that updates the profile."""
    return step("update_profile", name, changes=changes)


def put(attribute: str, do: str = "set", **more: object) -> dict[str, object]:
    """Return one change."""
    return {"attribute": attribute, "do": do, **more}


def test_r38_a_change_holds_at_once_for_the_next_step_and_for_other_journeys() -> None:
    first = journey(
        "t>u>b b.yes>g b.else>f",
        on("add"), update(put("tier", value="gold")), branch(asks("tier", "GOLD")),
        step("finish", "g"), FINISH,
    )  # fmt: skip
    other = journey(
        "t2>b2 b2.yes>g2 b2.else>f2",
        on("add", "t2"), branch(asks("tier", "gold"), "b2"), step("finish", "g2"),
        step("finish", "f2"), id="k",
    )  # fmt: skip
    found = lived((first, other), people([event(5, "add")]))
    assert found == [
        (5, "t", "entered", None),
        (5, "t2", "entered", None),
        (5, "u", "profile_updated", "tier", "gold"),
        (5, "b", "leaf", 0, True, "gold"),
        (5, "b", "branch_taken", "yes"),
        (5, "g", "finished"),
        (5, "b2", "leaf", 0, True, "gold"),
        (5, "b2", "branch_taken", "yes"),
        (5, "g2", "finished"),
    ]


def test_r38_r223_exits_are_asked_once_all_that_moved_has_run() -> None:
    gold = {"id": "gold", "condition": asks("tier", "gold")}
    steps = (on("add"), update(put("tier", value="gold")), wait("PT1H"), FINISH)
    first = journey("t>u>w>f", *steps, exits=(gold,))
    later = journey("t2>w2", on("add", "t2"), wait("PT1H", "w2"), id="k", exits=(gold,))
    found = lived((first, later), people([event(0, "add")]), "profile_updated", "exited")
    assert found == [
        (0, "u", "profile_updated", "tier", "gold"),
        (0, "w", "exited", "gold"),
        (0, "w2", "exited", "gold"),
    ]


def test_r223_every_way_of_changing_tells_what_is_there_then() -> None:
    steps = (
        on("add"),
        update(
            put("tier", "copy", entry="plan"),
            put("was", "copy", from_attribute="tier"),
            put("times", "add", value=3),
            put("times", "add", value=-5),
            put("spent", "add", value=1),
            put("spent", "copy", entry="price"),
            put("tier", "add", value=1),
            put("seen_at", "now"),
            put("tier", "clear"),
            put("was", "copy", from_attribute="tier"),
            put("vip", value=True),
        ),
        FINISH,
    )
    attributes: dict[str, Content] = {"tier": "tin", "spent": Decimal("1.5")}
    rows = [event(7, "add", plan="gold", price=Decimal("2.25"))]
    found = lived(journey("t>u>f", *steps), people(rows, attributes), "profile_updated")
    assert [row[3:] for row in found] == [
        ("tier", "gold"),
        ("was", "gold"),
        ("times", 3),
        ("times", -2),
        ("spent", Decimal("2.5")),
        ("spent", Decimal("2.25")),
        ("tier", "gold"),
        ("seen_at", 7),
        ("tier", None),
        ("was", None),
        ("vip", True),
    ]


def test_r223_a_missing_property_is_copied_as_missing_and_a_sum_beyond_the_limit_stays() -> None:
    steps = (
        on("add"),
        update(
            put("tier", "copy", entry="plan"),
            put("many", "add", value=2**43),
            put("many", "add", value=1),
        ),
        FINISH,
    )
    rows = [event(1, "add"), event(0, "other", plan="x")]
    found = lived(journey("t>u>f", *steps), people(rows, {"tier": "tin"}), "profile_updated")
    assert [row[3:] for row in found] == [("tier", None), ("many", 2**43), ("many", 2**43)]


def test_r223_a_new_zone_moves_waits_and_a_text_the_data_do_not_have_is_known() -> None:
    start = at("2024-03-30T12:00:00+00:00")
    mover = journey(
        "t>u>f", on("move"), update(put("zone", value="Europe/Berlin")), FINISH, id="m"
    )  # fmt: skip
    waits = journey("t2>w2>f2", on("add", "t2"), wait("P1D", "w2"), step("finish", "f2"))
    rows = [event(start, "add"), event(start + HOUR, "move")]
    found = lived((waits, mover), people(rows), "wait_started", "wait_moved", "wait_over")
    day = 24 * HOUR
    assert found == [
        (start, "w2", "wait_started", start + day),
        (start + HOUR, "w2", "wait_moved", start + day, start + day - HOUR),
        (start + day - HOUR, "w2", "wait_over"),
    ]


def test_r223_contains_and_is_not_see_texts_that_steps_put_in() -> None:
    drawn = journey(
        "t>u>b b.yes>g b.else>f",
        on("add"), update(put("tier", value="Super Gold")),
        branch({"kind": "all", "of": [
            asks("tier", "gold", "contains"), asks("tier", "super", "starts_with"),
            asks("tier", "tin", "is_not"), asks("tier", ["x", "super gold"], "one_of"),
            asks("tier", "gold", "contains_not"),
        ]}),
        step("finish", "g"), FINISH,
    )  # fmt: skip
    found = lived(drawn, people([event(5, "add")], {"tier": "tin"}), "leaf")
    assert [row[4] for row in found] == [True, True, True, True, False]


def test_r223_consent_given_by_a_step_is_given_and_one_taken_away_is_none() -> None:
    mails = journey(
        "t>m>u>m2>u2>m3 m2.sent>f m2.not_sent>u2",
        on("add"), step("email", "m"), update(put("consent.email", value=False)),
        step("email", "m2"), update(put("consent.email", value=True), name="u2"),
        step("email", "m3"), FINISH,
    )  # fmt: skip
    found = lived(mails, people([event(5, "add")]), "sent", "no_consent")
    assert found == [
        (5, "m", "sent", "email", True, True, 0),
        (5, "m2", "no_consent", "email"),
        (5, "m3", "sent", "email", False, True, 1),
    ]


def test_r223_a_change_from_a_file_comes_over_one_that_a_step_made() -> None:
    drawn = journey(
        "t>u>w>b b.yes>g b.else>f",
        on("add"), update(put("tier", value="gold")), wait("PT1H"), branch(asks("tier", "tin")),
        step("finish", "g"), FINISH,
    )  # fmt: skip
    changes = [change(5, tier="lead"), change(9, tier="tin")]
    found = lived(drawn, people([event(5, "add")], {"tier": "x"}, changes), "finished")
    assert found == [(5 + HOUR, "g", "finished")]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ((put("tier", value=3),), "puts a whole number into 'tier', which is text"),
        ((put("new", value=True), put("new", "now")), "puts a time into 'new', which is yes or no"),
        ((put("new", "copy", entry="nothing"),), "copies the property 'nothing'"),
        ((put("new", "copy", from_attribute="other"),), "copies the customer attribute 'other'"),
        ((put("spent", value=1.23456),), "puts a number with 5 decimals into 'spent'"),
        ((put("spent", value=2**43),), "too large"),
    ],
)
def test_r223_what_does_not_fit_an_attribute_keeps_the_journey_from_running(
    wrong: tuple[dict[str, object], ...], said: str
) -> None:
    drawn = journey("t>u>f", on("add"), update(*wrong), FINISH)
    known: dict[str, Content] = {"tier": "tin", "spent": Decimal("1.5")}
    with pytest.raises(InvalidJourneyError, match=said):
        lived(drawn, people([event(5, "add")], known))


def test_r224_r210_a_list_is_an_attribute_that_is_yes_or_no() -> None:
    drawn = journey(
        "t>l>r>f", on("add"), step("list_step", "l", list="vips"),
        step("list_step", "r", list="vips", do="remove"), FINISH,
    )  # fmt: skip
    assert lived(drawn, people([event(5, "add")]), "profile_updated") == [
        (5, "l", "profile_updated", "list.vips", True),
        (5, "r", "profile_updated", "list.vips", False),
    ]


def test_r223_two_journeys_that_change_each_other_for_ever_come_to_an_end() -> None:
    """The 1,001st update of an instant is not made; a second later they are made again."""

    def turning(name: str, value: str) -> Journey:
        other = {"id": "in", "condition": asks("side", name)}
        steps = (step("segment_trigger", f"t{name}", segment="in"),
                 update(put("side", value=value), name=f"u{name}"))  # fmt: skip
        return journey(f"t{name}>u{name}", *steps, id=name, segments=(other,))

    begins = journey("t>u", on("add"), update(put("side", value="k")), id="m")
    lists = journey("t>l", on("look"), step("list_step", "l", list="vips"), id="n")
    some = (turning("k", "l"), turning("l", "k"), begins, lists)
    rows = told(some, people([event(5, "add"), event(6, "look")]), "profile_updated",
                "too_many_updates")  # fmt: skip
    assert [(row[0], row[3]) for row in rows[:1_000]] == [
        (5, name) for name in ("u", *("uk", "ul") * 499, "uk")
    ]
    assert [(row[0], row[3], row[4]) for row in rows[1_000:]] == [
        (5, "ul", "too_many_updates"),
        (6, "l", "profile_updated"),
    ]
