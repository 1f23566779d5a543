"""Going on in other journeys, worked by hand (R18, R221, R222)."""

from hashlib import sha256

import pytest

from journeys.document.checks import problems
from journeys.document.journey import Journey
from journeys.errors import InvalidJourneyError
from journeys.simulation.settings import RunSettings
from journeys.simulation.trace import trace
from tests.oracle.worked import HOUR, branch, event, journey, on, people, step, wait
from tests.simulation.comparing import built
from tests.simulation.living import lived

FINISH = step("finish", "f")


def jumping(to: str = "k", call: str = "go", **rules: object) -> Journey:
    """Return a journey that goes on to another one at once."""
    return journey("t>g", on("add"), step("jump", "g", journey=to, call=call), **rules)


def called(name: str = "k", call: str = "go", **rules: object) -> Journey:
    """Return a journey that a call starts."""
    steps = (step("call_trigger", f"c{name}", call=call), wait("PT1H", f"w{name}"))
    return journey(f"c{name}>w{name}", *steps, id=name, **rules)


def test_r221_a_call_in_the_data_is_an_event_with_its_payload() -> None:
    asks = {"kind": "property", "name": "plan", "value": "gold"}
    steps = (step("call_trigger", "c", call="go", where=asks), FINISH)
    rows = [event(5, "call.go", plan="gold"), event(6, "call.go", plan="tin"), event(7, "go")]
    told = lived(journey("c>f", *steps), people(rows), "entered", "refused_filter")
    assert told == [(5, "c", "entered", None), (6, "c", "refused_filter")]


def test_r18_r222_a_jump_ends_here_and_enters_there_once_all_that_moved_has_run() -> None:
    other = journey("t2>f2", on("add", "t2"), step("finish", "f2"), id="z")
    told = lived((jumping(), called(), other), people([event(5, "add")]))
    assert told == [
        (5, "t", "entered", None),
        (5, "t2", "entered", None),
        (5, "g", "jumped", "k"),
        (5, "f2", "finished"),
        (5, "ck", "entered", None),
        (5, "wk", "wait_started", 5 + HOUR),
        (5 + HOUR, "wk", "wait_over"),
        (5 + HOUR, "wk", "path_ended", "next"),
    ]


def test_r18_the_entry_rule_of_the_target_decides() -> None:
    rows = [event(5, "add"), event(6, "add")]
    told = lived((jumping(), called(entry={"mode": "once"})), people(rows), "entered", "jumped",
                 "refused_mode")  # fmt: skip
    assert told == [
        (5, "t", "entered", None),
        (5, "g", "jumped", "k"),
        (5, "ck", "entered", None),
        (6, "t", "entered", None),
        (6, "g", "jumped", "k"),
        (6, "ck", "refused_mode", 5),
    ]


def test_r222_the_call_has_the_properties_and_the_key_of_the_entry_event() -> None:
    asks = branch({"kind": "entry", "name": "cart", "value": "a"})
    target = journey(
        "c>b b.yes>f", step("call_trigger", "c", call="go"), asks, FINISH, id="k",
        entry={"key": "cart"},
    )  # fmt: skip
    told = lived((jumping(), target), people([event(5, "add", cart="a")]), "entered", "finished")
    assert told == [(5, "t", "entered", None), (5, "c", "entered", "a"), (5, "f", "finished")]


def test_r222_the_call_is_an_event_of_that_very_instant() -> None:
    again = {
        "kind": "behaviour", "event": "call.go", "within": "PT1S", "operator": "is", "value": 1
    }  # fmt: skip
    target = journey(
        "c>b b.yes>f", step("call_trigger", "c", call="go"), branch(again), FINISH, id="k"
    )  # fmt: skip
    some = (jumping(), target)
    assert lived(some, people([event(HOUR, "add")]), "leaf") == [(HOUR, "b", "leaf", 0, True, 1)]


def test_r222_the_id_of_a_call_is_made_of_entry_step_and_visit() -> None:
    some = (jumping(), called())
    program, dataset = built((some, people([event(5, "add")]), RunSettings()))
    entries = [each for each in trace(program, dataset, 0) if each.reason.word == "entered"]
    digits = sha256(f"{entries[0].entry}\x1fg\x1f1".encode()).hexdigest()[:16]
    assert entries[1].entry == sha256(f"ck\x1f{digits}".encode()).hexdigest()[:16]


def test_r222_a_change_of_the_profile_is_handled_before_the_call() -> None:
    gold = {"id": "gold", "condition": {"kind": "attribute", "name": "tier", "value": "gold"}}
    first = journey(
        "t>u>g", on("add"),
        step("update_profile", "u", changes=({"attribute": "tier", "do": "set", "value": "gold"},)),
        step("jump", "g", journey="k", call="go"),
    )  # fmt: skip
    standing = journey("t2>w2", on("begin", "t2"), wait("PT1H", "w2"), id="s", exits=(gold,))
    told = lived((first, called(), standing), people([event(0, "begin"), event(5, "add")]))
    reasons = [row[2] for row in told if row[0] == 5]
    assert reasons == [
        *("entered", "profile_updated", "jumped", "exited", "entered", "wait_started"),
    ]


def test_r18_no_more_than_twenty_jumps_are_made_at_one_instant() -> None:
    steps = (
        step("call_trigger", "c", call="go"),
        wait("PT1H", "w"),
        step("jump", "g", journey="j", call="go"),
    )
    # Many keys wait for the same instant, and all jump then.
    target = journey("c>w>g", *steps, entry={"key": "cart"})
    rows = [event(0, "call.go", cart=f"{number:02}") for number in range(25)]
    settings = RunSettings(end=2 * HOUR + 1)
    told = lived(target, people(rows), "jumped", "too_many_jumps", settings=settings)
    at_first = [row[2] for row in told if row[0] == HOUR]
    assert at_first == ["jumped"] * 20 + ["too_many_jumps"] * 5
    at_second = [row[2] for row in told if row[0] == 2 * HOUR]
    assert at_second == ["jumped"] * 20


def test_r222_jumps_are_handled_in_the_order_in_which_they_are_made() -> None:
    first = jumping("k", "go", priority=5)
    second = journey("t>g", on("add"), step("jump", "g", journey="l", call="come"), id="i")
    told = lived((first, second, called("k", "go"), called("l", "come")),
                 people([event(5, "add")]), "entered", "wait_started")  # fmt: skip
    assert [row[1] for row in told] == ["t", "t", "ck", "wk", "cl", "wl"]


def test_r222_what_is_not_there_and_circles_in_no_time_are_errors() -> None:
    def codes(one: Journey, *others: Journey) -> set[str]:
        return {each.code for each in problems(one, others) if each.severity == "error"}

    assert codes(jumping()) == {"no_journey"}
    assert codes(jumping(call="come"), called()) == {"no_call"}
    assert codes(jumping(), called()) == set()
    back = journey(
        "c>g", step("call_trigger", "c", call="go"), step("jump", "g", journey="m", call="on"),
        id="k",
    )  # fmt: skip
    round_ = journey(
        "c>g", step("call_trigger", "c", call="on"), step("jump", "g", journey="k", call="go"),
        id="m",
    )  # fmt: skip
    assert codes(back, round_) == {"jump_circle"}
    slow = journey(
        "c>w>g", step("call_trigger", "c", call="on"), wait("PT1H"),
        step("jump", "g", journey="k", call="go"), id="m",
    )  # fmt: skip
    assert codes(back, slow) == set()
    with pytest.raises(InvalidJourneyError, match="no journey 'k'"):
        built(((jumping(),), people([event(5, "add")]), RunSettings()))
