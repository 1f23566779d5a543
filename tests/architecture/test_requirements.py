"""What Throughline needs is pinned, with hashes, and the tests run on the very same."""

import re
from pathlib import Path

import pytest

PIN = re.compile(r"^([\w.-]+)==(\S+)(.*)$", re.MULTILINE)


def pins(path: Path) -> dict[str, set[str]]:
    """Return the pinned versions by package; there may be one for each Python."""
    found: dict[str, set[str]] = {}
    for name, version, _ in PIN.findall(path.read_text()):
        found.setdefault(name, set()).add(version)
    return found


def wanted(path: Path) -> set[str]:
    """Return the packages a list asks for."""
    lines = [line for line in path.read_text().splitlines() if re.match(r"\w", line)]
    return {re.split(r"[<>=!~ ;]", line)[0].lower() for line in lines}


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_all_that_is_asked_for_is_pinned_with_hashes(root: Path, name: str) -> None:
    pinned = root / "app" / f"{name}.txt"
    assert wanted(root / "app" / f"{name}.in") <= set(pins(pinned))
    blocks = re.split(r"\n(?=\w)", pinned.read_text())
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


def test_the_tests_run_on_the_pins_of_the_program(root: Path) -> None:
    program = pins(root / "app" / "requirements.txt")
    tests = pins(root / "app" / "requirements-test.txt")
    assert {name: tests.get(name) for name in program} == program


def test_qt_stays_below_the_version_that_aborts(root: Path) -> None:
    (version,) = pins(root / "app" / "requirements.txt")["pyside6-essentials"]
    assert (6, 10) <= tuple(int(part) for part in version.split(".")[:2]) < (6, 12)
