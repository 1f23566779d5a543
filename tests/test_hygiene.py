"""The hygiene itself: what must fail a test does fail it, and long proofs are found by name."""

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
