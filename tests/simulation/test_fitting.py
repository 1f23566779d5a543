"""What a journey asks fits the data, or is refused with the place, the name and what to try."""

import re
from typing import Any

import pytest

from journeys.conditions.comparison import Operator
from journeys.document.format import loads, write
from journeys.document.journey import Journey
from journeys.errors import InvalidJourneyError, UnreadableFileError
from journeys.people.population import ColumnType, Customer, Event, Held, Population
from journeys.program.vocabulary import Column, Vocabulary
from journeys.samples import samples
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.fitting import asked_of, refuse_unfitting
from journeys.simulation.settings import RunSettings
from tests.oracle.made_comparisons import OPERATORS

COLUMNS = {
    "cart": ColumnType.TEXT,
    "gift": ColumnType.TRUTH,
    "lines": ColumnType.WHOLE,
    "price": ColumnType.DECIMAL,
    "due": ColumnType.INSTANT,
}
VALUES: dict[str, Any] = {
    "cart": "c1",
    "gift": True,
    "lines": 3,
    "price": 12.5,
    "due": "2024-03-10T07:00:00Z",
}
DATA = Vocabulary(
    events=("add",),
    columns=tuple(Column(name, held, 4) for name, held in COLUMNS.items()),
    attributes=(Column("tier", ColumnType.TEXT),),
)


def asking(name: str, operator: str, value: object, **more: object) -> Journey:
    """Return a journey whose trigger asks one thing of its event."""
    test = {"kind": "property", "name": name, "operator": operator, "value": value}
    plain: dict[str, Any] = {
        "format": "throughline-journey",
        "version": 1,
        "id": "carts",
        "title": "Carts",
        "nodes": {"add": {"kind": "event_trigger", "event": "add", "where": test}},
    }
    return loads(write(plain | more))


def deciding(condition: dict[str, Any]) -> Journey:
    """Return a journey with a branch on a condition, inside a 'not' of an 'any'."""
    deep = {"kind": "not", "of": {"kind": "any", "of": [condition]}}
    paths = [{"id": "yes", "condition": deep}]
    nodes = {"paid": {"kind": "branch", "title": "Paid?", "branches": paths}}
    return asking("cart", "is", "c1", nodes=nodes)


def refused(journey: Journey) -> InvalidJourneyError:
    with pytest.raises(InvalidJourneyError) as caught:
        refuse_unfitting([journey], DATA)
    return caught.value


@pytest.mark.parametrize(
    ("name", "operator", "value", "holds"),
    [
        ("lines", "is", "abc", "whole numbers"),
        ("lines", "is", True, "whole numbers"),
        ("lines", "contains", "3", "whole numbers"),
        ("price", "one_of", [1, "x"], "numbers"),
        ("price", "within_last", "P1D", "numbers"),
        ("cart", "less", 3, "text"),
        ("cart", "is", 10, "text"),
        ("cart", "before", "2024-01-01T00:00:00Z", "text"),
        ("gift", "is", "yes", "yes or no"),
        ("gift", "is", 1, "yes or no"),
        ("gift", "at_least", 1, "yes or no"),
        ("due", "is", "2024-01-01T00:00:00Z", "times"),
        ("due", "at_most", 3, "times"),
    ],
)
def test_a_comparison_that_clashes_with_its_column_is_refused_r72(
    name: str, operator: str, value: object, holds: str
) -> None:
    error = refused(asking(name, operator, value))
    assert "the step" in error.what
    assert f"{name!r} holds {holds}." in error.what
    assert error.attempt


@pytest.mark.parametrize("name", COLUMNS)
def test_whatever_is_not_refused_compiles(name: str) -> None:
    """Every operator with every kind of value: refused in words, or a program, never a crash."""
    columns = {column: Held(held, 4) for column, held in COLUMNS.items()}
    row = Event("c", 0, "add", {name: 1 if name == "due" else VALUES[name]})
    data = encode(Population(columns, {}, (Customer("c"),), (row,)))
    values = (*VALUES.values(), "P1D", None, ["c1"], ["c1", 2], [2], [True])
    passed = 0
    for operator in Operator:
        for value in values:
            try:
                journey = asking(name, operator, value)
                refuse_unfitting([journey], data.vocabulary)
            except (UnreadableFileError, InvalidJourneyError):
                continue
            compile_program([journey], data, RunSettings())
            passed += 1
    assert passed >= len(OPERATORS[COLUMNS[name]]) - 2


def test_only_numbers_are_added_up() -> None:
    adding = {"kind": "behaviour", "event": "add", "measure": "sum", "operator": "less", "value": 3}
    refuse_unfitting([deciding(adding | {"of": "price"})], DATA)
    for name, holds in (("cart", "text"), ("gift", "yes or no"), ("due", "times")):
        error = refused(deciding(adding | {"of": name}))
        assert f"the step 'Paid?' adds up {name!r}, which holds {holds}." in error.what


def test_a_misspelt_name_is_refused_with_its_place_and_the_nearest() -> None:
    error = refused(asking("prise", "is", 3))
    assert error.what.startswith("Carts: the step ")
    assert "the property 'prise', which is not in the data" in error.what
    assert error.attempt == "Did you mean 'price'?"
    goal = {"id": "g", "event": "add", "title": "Buys", "carries": ["kart"]}
    assert "the goal 'Buys'" in refused(asking("cart", "is", "c", goals=[goal])).what
    assert "the key" in refused(asking("cart", "is", "c", entry={"key": "kart"})).what
    leaving = {"kind": "attribute", "name": "teer", "operator": "is", "value": "gold"}
    rule = {"id": "x", "title": "Out", "condition": leaving}
    assert "the exit rule 'Out'" in refused(asking("cart", "is", "c", exits=[rule])).what


def test_a_property_taken_for_an_attribute_is_told_so() -> None:
    error = refused(
        deciding({"kind": "attribute", "name": "price", "operator": "less", "value": 3})
    )
    assert "it is a property of the events" in error.what
    assert '"entry"' in error.attempt


def test_consent_may_be_asked_for_where_the_data_has_none_r37() -> None:
    asked = {"kind": "attribute", "name": "consent.email", "operator": "is", "value": True}
    refuse_unfitting([deciding(asked)], DATA)


def test_nothing_at_all_is_said_where_there_is_nothing() -> None:
    with pytest.raises(InvalidJourneyError, match="no property at all"):
        refuse_unfitting([asking("price", "is", 3)], Vocabulary(events=("add",)))


def test_every_comparison_of_the_samples_is_found() -> None:
    found = 0
    for content in samples().values():
        kinds = re.findall(rb'"kind": "(?:property|attribute|entry|behaviour)"', content)
        assert sum(1 for _ in asked_of(loads(content))) == len(kinds)
        found += len(kinds)
    assert found


@pytest.mark.parametrize(
    ("reads", "words", "attempt"),
    [
        ({"attribute": "teir"}, "speaks of the customer attribute 'teir'", "Did you mean 'tier'?"),
        (
            {"entry": "lines"},
            "reads the property 'lines', which holds whole numbers",
            "text or times",
        ),
        ({"entry": "gift"}, "reads the property 'gift', which holds yes or no", "text or times"),
    ],
)
def test_a_date_that_is_not_there_or_no_date_is_refused_with_its_step(
    reads: dict[str, str], words: str, attempt: str
) -> None:
    wait = {"kind": "wait_date", "title": "Wait for it", **reads}
    with pytest.raises(InvalidJourneyError, match=re.escape(words)) as caught:
        refuse_unfitting([asking("cart", "is", "c1", nodes={"w": wait})], DATA)
    assert "the step 'Wait for it'" in str(caught.value)
    assert attempt in caught.value.attempt


@pytest.mark.parametrize("reads", [{"attribute": "tier"}, {"entry": "due"}, {"date": "2026-12-24"}])
def test_texts_and_times_can_be_dates(reads: dict[str, str]) -> None:
    wait = {"kind": "wait_date", **reads}
    refuse_unfitting([asking("cart", "is", "c1", nodes={"w": wait})], DATA)
