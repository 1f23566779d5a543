"""The page about the file format says the truth: its example reads, its limits hold."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from journeys.document.checks import problems
from journeys.document.format import content_id, dumps, loads
from journeys.document.journey import MOST_NODES
from journeys.document.parsing import DEEPEST, LARGEST_FILE
from journeys.document.schema import schema


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "file-format.md").read_text()


@pytest.fixture(scope="module")
def example(page: str) -> str:
    (found,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    return str(found)


def test_the_example_is_a_journey_without_problems(example: str) -> None:
    journey = loads(example.encode())
    assert problems(journey) == ()
    assert loads(dumps(journey)) == journey


def test_the_example_fits_the_schema(example: str) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(example))


def test_the_content_id_on_the_page_is_that_of_the_example(page: str, example: str) -> None:
    tree: dict[str, Any] = json.loads(example)
    journey = loads(example.encode())
    moved = {**tree, "layout": {"end": [5, 5]}, "notes": {}}
    assert f"\n    {content_id(journey)}\n" in page
    assert content_id(loads(json.dumps(moved).encode())) == content_id(journey)


def test_every_part_that_a_file_may_have_is_explained(page: str) -> None:
    explained = page.split("| part |")[1].split("\n\n", maxsplit=1)[0]
    parts = schema()["properties"]
    assert isinstance(parts, dict)
    for name in parts:
        assert f"`{name}`" in explained, name


def test_the_limits_on_the_page_are_those_that_hold(page: str) -> None:
    said = page.replace("\n  ", " ")
    assert f"More than {LARGEST_FILE // 1_000_000} MB" in said
    assert f"more than {MOST_NODES:,} steps, nesting over {DEEPEST} levels" in said
