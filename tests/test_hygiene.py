"""The hygiene itself: what must fail a test does fail it, and long proofs are found by name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import proofs

UNCLEAN = {
    "a log line": "logging.getLogger('somewhere').warning('something is odd')",
    "a thread": "threading.Thread(target=time.sleep, args=(6,), daemon=True).start()",
    "a warning": "warnings.warn('old ways', DeprecationWarning)",
}
PLACED = """
import os, pytest
def test_here(): print("in", os.environ.get("PYTEST_XDIST_WORKER"))
def test_there(): print("in", os.environ.get("PYTEST_XDIST_WORKER"))
@pytest.mark.skip("for a reason")
def test_elsewhere(): pass
"""


def run_tests(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, *arguments], cwd=root, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("what", UNCLEAN)
def test_an_unclean_test_fails(root: Path, tmp_path: Path, what: str) -> None:
    lines = ["import logging, threading, time, warnings", "def test_it():", f"    {UNCLEAN[what]}"]
    (tmp_path / "test_unclean.py").write_text("\n".join(lines))
    ended = run_tests(root, "-p", "tests.conftest", str(tmp_path / "test_unclean.py"))
    assert ended.returncode == pytest.ExitCode.TESTS_FAILED, ended.stdout


@pytest.mark.parametrize(
    ("named", "places"), [((), {"in gw0", "in gw1"}), (("test_placed.py",), {"in None"})]
)
def test_only_the_whole_suite_runs_in_several_processes(
    root: Path, tmp_path: Path, named: tuple[str, ...], places: set[str]
) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = .\n")
    (tmp_path / "test_placed.py").write_text(PLACED)
    outside = {name: value for name, value in os.environ.items() if "XDIST" not in name}
    here = outside | {"PYTHONPATH": str(root), "PYTEST_XDIST_AUTO_NUM_WORKERS": "2"}
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:pytest-qt", "-raP"]
    ended = subprocess.run(
        [*command, *named], cwd=tmp_path, env=here, capture_output=True, text=True, check=False
    )
    said = ended.stdout.splitlines()
    assert {line for line in said if line.startswith("in ")} == places, ended.stdout
    assert any(line.startswith("SKIPPED") and "for a reason" in line for line in said)
    assert said[-1].strip("=").startswith(" 2 passed, 1 skipped in ")
    assert ended.returncode == pytest.ExitCode.OK


def test_an_unknown_long_proof_lists_those_there_are(root: Path) -> None:
    ended = run_tests(root, "tests/test_hygiene.py", "--long", "nonsense")
    assert ended.returncode == pytest.ExitCode.USAGE_ERROR
    assert "There are: hygiene" in ended.stdout + ended.stderr


def test_a_long_proof_asked_for_runs_in_full_and_alone(root: Path) -> None:
    ended = run_tests(root, "tests/test_hygiene.py", "--long", "hygiene")
    assert ended.returncode == pytest.ExitCode.OK, ended.stdout
    assert "1 passed" in ended.stdout


@pytest.mark.long("hygiene")
def test_a_proof_runs_in_full_exactly_when_it_was_asked_for(pytestconfig: pytest.Config) -> None:
    assert proofs.long_run("hygiene") == ("hygiene" in pytestconfig.getoption("--long"))
