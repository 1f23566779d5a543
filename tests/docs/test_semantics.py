"""The rules of what a journey means are written down once, and the code speaks of no others."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeys.program.reasons import Reason

ROOMS = ("app", "journeys", "storage", "widgets", "tests")
DEFINED = re.compile(r"^\*\*R(\d+)\b", re.MULTILINE)
SPOKEN = re.compile(r"\bR(\d+)\b")
NAMED = re.compile(r"(?:\bR|_r)(\d+)(?=\b|_)")

# Rules that are built and whose number a test bears; a rule that loses its last test fails here.
PROVED = (
    *(
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        10,
        11,
        12,
        13,
        14,
        20,
        21,
        22,
        23,
        25,
        26,
        30,
        31,
        32,
        33,
        34,
        35,
        37,
        40,
        41,
        44,
        47,
    ),
    *(50, 51, 52, 53, 54, 55, 56, 100, 101, 102, 103, 104, 105, 106, 107, 108, 110, 111, 112),
    *(113, 114, 115, 116, 118, 119, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132),
    *(133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150),
    *(18, 24, 38, 211, 212, 213, 214, 215, 216, 221, 222, 223, 224, 225),
    *(200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210),
    *(42, 43, 45, 48, 73, 300, 301, 302, 303, 304, 305, 306, 307, 308, 309),
    *(70, 71, 72, 151, 152, 153, 170, 171, 172, 173, 174, 175, 176, 177, 179, 180, 181, 182, 183),
    *(184, 15, 16, 17, 27, 49, 217, 218, 219, 220, 226, 227, 228, 229),
)


@pytest.fixture(scope="module")
def rules(root: Path) -> str:
    return (root / "docs" / "semantics.md").read_text()


def defined(rules: str) -> list[int]:
    """Return the numbers of the rules in the order in which they are written down."""
    return [int(number) for number in DEFINED.findall(rules)]


def not_built(rules: str) -> set[int]:
    """Return the numbers of the rules that are not built at all."""
    listed = rules.split("Whole rules:")[1].split("\n\n", maxsplit=1)[0]
    return {int(number) for number in SPOKEN.findall(listed)}


def sources(root: Path) -> Iterator[tuple[str, str]]:
    """Yield (path, content) of every Python file of the project."""
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            yield str(path.relative_to(root)), path.read_text()


def borne(root: Path) -> set[int]:
    """Return the numbers in the names, docstrings and comments of all tests."""
    found: set[int] = set()
    for path in sorted((root / "tests").rglob("test_*.py")):
        content = path.read_text()
        lines = content.splitlines()
        for part in ast.walk(ast.parse(content)):
            if isinstance(part, ast.FunctionDef) and part.name.startswith("test_"):
                whole = "\n".join(lines[part.lineno - 1 : part.end_lineno])
                found |= {int(number) for number in NAMED.findall(whole)}
    return found


def test_no_rule_is_defined_twice_and_they_stand_in_order(rules: str) -> None:
    numbers = defined(rules)
    assert [number for number, count in Counter(numbers).items() if count > 1] == []
    assert numbers == sorted(numbers)


def test_every_rule_that_code_and_tests_speak_of_is_written_down(root: Path, rules: str) -> None:
    known = set(defined(rules))
    unknown = {
        (path, int(number))
        for path, content in sources(root)
        for number in NAMED.findall(content)
        if int(number) not in known
    }
    assert unknown == set()


def test_every_rule_that_the_pages_speak_of_is_written_down(root: Path, rules: str) -> None:
    known = set(defined(rules))
    pages = [root / "README.md", root / "CHANGELOG.md", *sorted((root / "docs").rglob("*.md"))]
    spoken = {int(number) for page in pages for number in SPOKEN.findall(page.read_text())}
    assert spoken <= known


def test_no_proved_rule_loses_its_test(root: Path) -> None:
    assert set(PROVED) - borne(root) == set()


def test_every_rule_is_either_proved_or_listed_as_not_built(rules: str) -> None:
    assert set(PROVED) & not_built(rules) == set()
    assert set(PROVED) | not_built(rules) == set(defined(rules))


def test_the_table_of_reasons_lists_those_that_the_engine_gives(rules: str) -> None:
    table = rules.split("## What a trace says")[1].split("\n## ", maxsplit=1)[0]
    listed = re.findall(r"^\| (\w+) \|", table, re.MULTILINE)
    assert listed[0] == "reason"
    assert sorted(listed[1:]) == sorted(reason.word for reason in Reason)
