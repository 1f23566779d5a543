"""What the data cannot answer is listed before the journey is run, and mended by a fix (R72)."""

from typing import Any

import pytest

from journeys.context.unsafe import found_beside
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from journeys.errors import InvalidJourneyError, UnreadableFileError
from journeys.simulation.fitting import refuse_unfitting
from tests.simulation.test_fitting import COLUMNS, DATA, asking, deciding

OPERATORS = ("is", "less", "contains", "one_of", "before", "within_last")
VALUES = ("c1", "3", "yes", True, 3, 12.5, ["3"], [1, 2], "2024-03-10T07:00:00Z", "P1D")


def wrong(drawn: Journey) -> list[Problem]:
    codes = ("unknown_name", "wrong_type")
    return [each for each in found_beside(DATA, drawn) if each.code in codes]


@pytest.mark.parametrize("name", [*COLUMNS, "prise"])
def test_r72_the_list_and_a_run_agree_on_what_fits(name: str) -> None:
    tried = 0
    for operator in OPERATORS:
        for value in VALUES:
            try:
                drawn = asking(name, operator, value)
            except UnreadableFileError:
                continue
            tried += 1
            try:
                refuse_unfitting([drawn], DATA)
            except InvalidJourneyError:
                assert wrong(drawn)
            else:
                assert not wrong(drawn)
    assert tried > 10


@pytest.mark.parametrize(
    ("name", "operator", "value", "instead"),
    [
        ("lines", "is", "3", 3),
        ("price", "one_of", ["1", "2.5"], (1, 2.5)),
        ("cart", "is", 10, "10"),
        ("gift", "is", "yes", True),
    ],
)
def test_r72_a_value_of_another_type_is_written_as_the_data_has_it(
    name: str, operator: str, value: object, instead: object
) -> None:
    drawn = asking(name, operator, value)
    (found,) = wrong(drawn)
    assert (found.code, found.node) == ("wrong_type", "add")
    assert found.fix is not None
    after = found.fix.apply(drawn)
    refuse_unfitting([after], DATA)
    assert after.nodes[0].where.value == instead  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "operator", "value"),
    [
        ("lines", "is", "many"),
        ("cart", "less", 3),
        ("due", "is", "2024-01-01"),
        ("lines", "is", True),
    ],
)
def test_r72_where_it_cannot_be_written_so_there_is_no_fix(
    name: str, operator: str, value: object
) -> None:
    (found,) = wrong(asking(name, operator, value))
    assert found.fix is None
    assert f"{name!r} holds" in found.words


def test_r72_a_misspelt_name_is_mended_wherever_it_stands() -> None:
    leaving = {"kind": "attribute", "name": "teer", "operator": "is", "value": "gold"}
    rules: dict[str, Any] = {
        "goals": [{"id": "g", "event": "add", "carries": ["cart", "prize"]}],
        "exits": [{"id": "x", "condition": leaving}],
        "entry": {"key": "kart"},
    }
    drawn = asking("prise", "is", 3, **rules)
    found = wrong(drawn)
    assert [(each.node, each.rule) for each in found] == [
        *((None, "entry"), (None, "goals")),
        *(("add", ""), (None, "exits")),
    ]
    for each in found:
        assert "Did you mean" in each.words
        assert each.fix is not None
        drawn = each.fix.apply(drawn)
    assert not wrong(drawn)
    refuse_unfitting([drawn], DATA)
    assert (drawn.entry.key, drawn.goals[0].carries) == ("cart", ("cart", "price"))


def test_r72_r180_a_name_that_a_step_asks_of_who_comes_is_told_once_and_mended() -> None:
    asks = {"kind": "attribute", "name": "price", "operator": "less", "value": 3}
    drawn = deciding(asks)
    edges = [{"from": "add", "port": "next", "to": "paid"}]
    for journey in (drawn, asking("cart", "is", "c", nodes=_led(drawn), edges=edges)):
        (found,) = wrong(journey)
        assert (found.code, found.node) == ("unknown_name", "paid")
        assert found.fix is not None
        assert found.fix.words == "Ask for 'price'"
        refuse_unfitting([found.fix.apply(journey)], DATA)


def _led(drawn: Journey) -> dict[str, Any]:
    start = {"kind": "event_trigger", "event": "add"}
    return {"add": start, **{node.id: {"kind": node.kind, **node.plain()} for node in drawn.nodes}}
