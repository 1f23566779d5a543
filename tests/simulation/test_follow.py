"""Who a customer is, what stands behind each decision, and what stopped a message."""

import re
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.document.rules import ExitRule
from journeys.durations import Duration
from journeys.people.population import ColumnType
from journeys.program.reasons import Reason
from journeys.program.vocabulary import Column, Vocabulary
from journeys.samples import samples
from journeys.shop.shop import Shop
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.follow import Followed, follow
from journeys.simulation.known import Known, initials
from journeys.simulation.program import Program
from journeys.simulation.settings import Mode, RunSettings, ZoneRule
from journeys.simulation.verdict import verdict
from journeys.values import evolve

MANY = 250


@cache
def shop() -> Dataset:
    return Shop(MANY, 5).dataset()


@cache
def ran(name: str) -> tuple[Journey, Program]:
    journey = loads(samples()[name])
    return journey, compile_program([journey], shop(), RunSettings(mode=Mode.MIXED, seed=3))


def followed(name: str) -> list[Followed]:
    _, program = ran(name)
    return [follow(program, shop(), customer) for customer in shop().ids]


def named(*columns: str, said: tuple[str, ...]) -> Dataset:
    """Return a data set of one customer of whom these texts are known."""
    made = Shop(1, 1).dataset()
    vocabulary = Vocabulary(
        attributes=tuple(Column(name, ColumnType.TEXT) for name in columns), texts=said
    )
    values = made.attributes[: len(columns)].copy()
    values[:, 0] = range(len(columns))
    return Dataset(
        **{
            **{name: getattr(made, name) for name in made.arrays()},
            "ids": made.ids,
            "vocabulary": vocabulary,
            "attributes": values,
            "change_attribute": made.change_attribute * 0 - 1,
        }
    )


def test_a_name_is_whole_or_in_parts_or_the_address() -> None:
    settings = RunSettings()
    cases = {
        ("Full Name", "email"): ("Maya Torres", "m@example.com"),
        ("last_name", "first_name"): ("Torres", "Maya"),
        ("firstName", "email"): ("Maya", "m@example.com"),
        ("tier", "address.email"): ("gold", "m@example.com"),
        ("tier", "colour"): ("gold", "red"),
    }
    expected = ["Maya Torres", "Maya Torres", "Maya", "m@example.com", ""]
    for (columns, said), name in zip(cases.items(), expected, strict=True):
        data = named(*columns, said=said)
        assert Known(data, settings).name(data.ids[0]) == name
    assert Known(shop(), settings).name("nobody") == ""


def test_initials_are_the_first_and_the_last_word() -> None:
    assert initials("Maya Torres") == "MT"
    assert initials("Ana Maria de Souza") == "AS"
    assert initials("maya.torres@example.com") == "MT"
    assert initials("Zoe") == "Z"
    assert initials("  ") == "?"


def test_the_clock_is_the_customers_own_else_the_rules_else_the_workspaces() -> None:
    rule = ZoneRule("country", (("ES", "Europe/Madrid"),))
    settings = RunSettings(zone="Asia/Tokyo", zone_rule=rule)
    own = named("zone", "country", said=("Europe/Paris", "ES"))
    assert Known(own, settings).zone(own.ids[0]) == "Europe/Paris"
    ruled = named("zone", "country", said=("Nowhere/Here", "ES"))
    assert Known(ruled, settings).zone(ruled.ids[0]) == "Europe/Madrid"
    plain = named("country", said=("FR",))
    assert Known(plain, settings).zone(plain.ids[0]) == "Asia/Tokyo"


def test_every_decision_is_told_by_the_clock_of_the_customer() -> None:
    for each in followed("welcome"):
        zone = ZoneInfo(each.person.zone)
        for one in each.told:
            assert one.clock.endswith(f"{datetime.fromtimestamp(one.telling.time, zone):%H:%M:%S}")


def test_a_draw_lies_within_the_bounds_of_its_arm() -> None:
    seen = 0
    for mine in followed("shop_rescue"):
        for one, behind in zip(mine.told, mine.behind, strict=True):
            if one.telling.reason is not Reason.ARM_ASSIGNED:
                continue
            (said,) = behind.words
            draw, first, last = (float(each) for each in re.findall(r"\d\.\d\d", said))
            assert first <= draw <= last
            seen += 1
    assert seen > 10


def test_what_was_asked_is_answered_with_the_value_that_was_there() -> None:
    for each in followed("shop_rescue"):
        for one, behind in zip(each.told, each.behind, strict=True):
            if one.telling.reason is Reason.LEAF:
                actual = one.telling.operands[2]
                assert str(actual) in behind.words[0]
            if one.telling.asked.startswith("purchase in the last 1 hour"):
                assert len(behind.chips) == min(int(one.telling.operands[2] or 0), 4)


def test_an_event_that_was_counted_is_told_with_its_clock_and_what_its_amount_is() -> None:
    seen = 0
    for each in followed("shop_rescue"):
        zone = ZoneInfo(each.person.zone)
        for one, behind in zip(each.told, each.behind, strict=True):
            at = datetime.fromtimestamp(one.telling.time, zone)
            for chip in behind.chips:
                when, _, said = chip.partition(", ")
                then = datetime.strptime(f"{when} {at.year} {at:%z}", "%d %b %H:%M %Y %z")
                assert then <= at
                assert re.fullmatch(r"[a-z ]+ \d+(\.\d+)?|purchase", said), said
                seen += 1
    assert seen > 5


def test_the_event_behind_an_entry_is_that_of_the_data() -> None:
    for each in followed("shop_rescue"):
        for one, behind in zip(each.told, each.behind, strict=True):
            reason = one.telling.reason
            if reason is Reason.ENTERED:
                assert behind.event is not None
                assert behind.event.name == "add_to_cart"
                assert behind.event.clock == one.clock
                assert dict(behind.event.properties)["platform"] in ("desktop", "mobile")
            if reason in (Reason.WAIT_STARTED, Reason.BRANCH_TAKEN):
                assert behind.event is None


def leaving(rule: dict[str, object]) -> list[tuple[Followed, int]]:
    """Return who leaves the sample journey by a rule, each with the place of that decision."""
    journey, _ = ran("shop_rescue")
    out = ExitRule.model_validate({"id": "bought", "title": "Looks on", **rule})
    journey = evolve(journey, exits=(out,))
    program = compile_program([journey], shop(), RunSettings(mode=Mode.MIXED, seed=3))
    found = [follow(program, shop(), customer) for customer in shop().ids]
    return [
        (each, place)
        for each in found
        for place, one in enumerate(each.told)
        if one.telling.reason is Reason.EXITED
    ]


def test_who_leaves_by_an_exit_rule_is_told_which_event_it_was_and_when() -> None:
    left = leaving({"event": "checkout_started"})
    assert len(left) > 10
    for each, place in left:
        one, event = each.told[place], each.behind[place].event
        assert event is not None
        assert (event.name, event.clock) == ("checkout_started", one.clock)
        at = f"{datetime.fromtimestamp(one.telling.time, each.person.clock):%H:%M}"
        assert (
            one.words == f"Leaves by the exit rule 'Looks on', because of checkout started at {at}."
        )


def test_an_exit_rule_that_asks_a_condition_is_given_no_event_as_its_cause() -> None:
    asked = {"kind": "behaviour", "event": "checkout_started", "operator": "at_least", "value": 1}
    left = leaving({"condition": {**asked, "since": "entry"}})
    assert len(left) > 10
    for each, place in left:
        assert each.told[place].words == "Leaves by the exit rule 'Looks on'."
        assert each.behind[place].event is None


def test_a_goal_is_never_told_of_by_the_event_of_an_exit_rule_of_the_same_id() -> None:
    reached = [
        behind.event
        for each in {id(each): each for each, _ in leaving({"event": "checkout_started"})}.values()
        for one, behind in zip(each.told, each.behind, strict=True)
        if one.telling.reason is Reason.GOAL_REACHED
    ]
    assert {event.name for event in reached if event is not None} == {"purchase"}


def test_an_entry_has_a_verdict_when_it_got_no_message_and_only_then() -> None:
    for name in ("shop_rescue", "welcome", "win_back"):
        journey, _ = ran(name)
        for each in followed(name):
            for entry in {one.telling.entry for one in each.told if one.telling.entry}:
                mine = [one for one in each.told if one.telling.entry == entry]
                sent = any(one.telling.reason is Reason.SENT for one in mine)
                found = verdict(journey, each.told, entry)
                assert (found is None) == sent
                if found is not None:
                    stopped = each.told[found.place]
                    assert stopped.telling.entry == entry
                    assert (found.step, found.when) == (stopped.step, stopped.clock)


def test_who_has_bought_is_rightly_left_alone_and_who_is_held_out_is_so_by_chance() -> None:
    journey, _ = ran("shop_rescue")
    found = [
        (each.told[said.place].telling.operands[:1], said)
        for each in followed("shop_rescue")
        for entry in {one.telling.entry for one in each.told if one.telling.entry}
        if (said := verdict(journey, each.told, entry)) is not None
    ]
    bought = [said for operands, said in found if operands == ("bought",)]
    held = [said for operands, said in found if operands == ("holdout",)]
    assert bought
    assert held
    assert all(said.right.startswith("Right not to send") for said in bought)
    assert not any(said.right for said in held)


def test_who_did_not_pass_the_filter_is_told_what_was_there_instead() -> None:
    journey, _ = ran("shop_rescue")
    seen = 0
    for each in followed("shop_rescue"):
        found = verdict(journey, each.told, None)
        if found is not None and each.told[found.place].telling.reason is Reason.REFUSED_FILTER:
            assert found.close.endswith("no, it is 'tablet'.")
            seen += 1
    assert seen > 3


def test_who_was_refused_is_told_by_how_much_it_was_missed() -> None:
    journey, _ = ran("shop_rescue")
    patient = evolve(journey, entry=evolve(journey.entry, cooldown=Duration(days=7)))
    program = compile_program([patient], shop(), RunSettings(mode=Mode.MIXED, seed=3))
    seen = 0
    for customer in shop().ids:
        each = follow(program, shop(), customer)
        refused = [one for one in each.told if one.telling.reason is Reason.REFUSED_COOLDOWN]
        if not refused:
            continue
        alone = verdict(patient, refused, None)
        assert alone is not None
        assert alone.close.endswith("later the pause would have been over.")
        seen += 1
    assert seen > 3
