"""The journeys that come along are in order, look tidy, and have something to show."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from journeys.document.checks import problems
from journeys.document.format import dumps, loads
from journeys.document.journey import Journey
from journeys.layout.tidy import usual_size
from journeys.nodes.branch import Branch
from journeys.nodes.experiment import Experiment
from journeys.samples import samples
from journeys.shop.shop import Shop
from journeys.shop.words import ATTRIBUTES, EVENTS, PROPERTIES
from journeys.simulation.settings import Mode, RunSettings
from journeys.values import Json
from tests.layout.measuring import overlapping
from tests.oracle.run import Outcome, run

NAMES = (
    "anniversary",
    "app_welcome",
    "browse_abandonment",
    "quiet_customers",
    "second_order",
    "shop_rescue",
    "weekly_digest",
    "welcome",
    "welcome_back",
    "win_back",
)
LEADS_ON = ("quiet_customers", "welcome_back")
REAL_COLUMNS = {"platform", "acquisition_channel", "user_cohort", "user_lifecycle", "session_id"}
ACROSS, BETWEEN = 40, 50
LONGEST_SAID = 54  # two lines on its card


def opened(name: str) -> Journey:
    return loads(samples()[name])


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    """Return what happens when all samples run together on the made-up shop."""
    journeys = [opened(name) for name in NAMES]
    return run(journeys, Shop(1_200).population(), RunSettings(mode=Mode.MIXED))


def named(tree: Json, *keys: str) -> Iterator[str]:
    """Yield the names that conditions and rules of a file use under the keys."""
    if isinstance(tree, dict):
        for key, content in tree.items():
            if key in keys and isinstance(content, str):
                yield content
            yield from named(content, *keys)
    elif isinstance(tree, list):
        for item in tree:
            yield from named(item, *keys)


def conditions(tree: Json, kind: str) -> Iterator[dict[str, Json]]:
    """Yield the comparisons of a kind."""
    if isinstance(tree, dict):
        if tree.get("kind") == kind:
            yield tree
        for content in tree.values():
            yield from conditions(content, kind)
    elif isinstance(tree, list):
        for item in tree:
            yield from conditions(item, kind)


def test_these_are_the_samples() -> None:
    assert tuple(samples()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_has_no_problems_and_its_file_is_as_it_would_be_written(name: str) -> None:
    journey = opened(name)
    assert problems(journey, [opened(other) for other in NAMES if other != name]) == ()
    assert journey.id == name
    assert journey.title
    assert journey.description.endswith(".")
    assert len(journey.description) <= LONGEST_SAID
    assert dumps(journey) == samples()[name]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_fits_the_schema(root: Path, name: str) -> None:
    schema = json.loads((root / "resources/schema/journey-1.schema.json").read_text())
    errors = list(Draft202012Validator(schema).iter_errors(json.loads(samples()[name])))
    assert errors == []


@pytest.mark.parametrize("name", NAMES)
def test_every_step_of_a_sample_has_a_title_and_room_of_its_own(name: str) -> None:
    journey = opened(name)
    assert set(journey.positions) == set(journey.by_id)
    assert all(node.title for node in journey.nodes)
    room = {
        node.id: (width + ACROSS, height + BETWEEN)
        for node in journey.nodes
        for width, height in (usual_size(node),)
    }
    assert overlapping(journey.positions, room) == []
    (trigger,) = journey.triggers
    assert journey.positions[trigger.id] == (0, min(y for _, y in journey.positions.values()))


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_speaks_of_what_the_shop_has(name: str) -> None:
    tree: Json = json.loads(samples()[name])
    assert set(named(tree, "event")) <= set(EVENTS)
    asked = {str(test["name"]) for test in conditions(tree, "property")}
    assert asked | set(named(tree, "of", "key")) <= set(PROPERTIES)
    assert {str(test["name"]) for test in conditions(tree, "attribute")} <= set(ATTRIBUTES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("mode", Mode)
def test_a_sample_has_entries_in_the_shop_whatever_is_drawn(name: str, mode: Mode) -> None:
    those = [opened(each) for each in (LEADS_ON if name in LEADS_ON else (name,))]
    found = run(those, Shop(350 if name in LEADS_ON else 150).population(), RunSettings(mode=mode))
    entered = {
        row.journey for fate in found.rows.values() for row in fate if row.reason == "entered"
    }
    assert name in entered


def test_who_returns_is_handed_on_with_what_was_known(outcome: Outcome) -> None:
    source, target = LEADS_ON
    for fate in outcome.rows.values():
        left = [row.time for row in fate if (row.journey, row.reason) == (source, "jumped")]
        came = [
            row.time
            for row in fate
            if row.journey == target and row.reason in ("entered", "refused_cooldown")
        ]
        assert left == came


def test_the_rescue_needs_no_more_than_the_real_shop_has() -> None:
    tree: Json = json.loads(samples()["shop_rescue"])
    assert set(named(tree, "event")) <= {"add_to_cart", "purchase"}
    asked = {str(test["name"]) for test in conditions(tree, "property")}
    assert asked == {"platform"}
    assert list(conditions(tree, "attribute")) == []
    carried = {name for goal in opened("shop_rescue").goals for name in goal.carries}
    assert carried <= REAL_COLUMNS


@pytest.mark.parametrize("name", NAMES)
def test_every_step_of_a_sample_is_come_to_and_every_way_is_taken(
    outcome: Outcome, name: str
) -> None:
    rows = [row for fate in outcome.rows.values() for row in fate if row.journey == name]
    journey = opened(name)
    assert {row.node for row in rows} >= set(journey.by_id)
    for node in journey.nodes:
        if isinstance(node, (Branch, Experiment)):
            taken = {row.operands[0] for row in rows if row.node == node.id and row.operands}
            assert {port.id for port in node.ports()} <= taken


def test_goals_exits_and_loops_of_the_samples_are_met(outcome: Outcome) -> None:
    told = {(row.journey, row.reason) for fate in outcome.rows.values() for row in fate}
    assert {
        *((name, "goal_reached") for name in NAMES),
        *(("shop_rescue", reason) for reason in ("goal_reached", "refused_cooldown")),
        *(("welcome", reason) for reason in ("goal_reached", "left_by_goal", "no_consent")),
        *(("win_back", reason) for reason in ("goal_reached", "exited", "too_many_visits")),
    } <= told
