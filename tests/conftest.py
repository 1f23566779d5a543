"""The hygiene every test keeps: no unexpected log line, no leaked thread, no chance."""

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import proofs

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 2.0
COMPILING = 120.0  # the kernel is compiled once, by whoever runs first, and cannot be stopped
MAY_COMPILE = ("task", "simulate")
COMPILE = "from journeys.simulation.jit import kernel; kernel()"
MOST_WORKERS = 4  # each of them keeps windows, and memory, of its own

os.environ["QT_QPA_PLATFORM"] = "offscreen"
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--long NAME`."""
    parser.addoption(
        "--long",
        action="append",
        default=[],
        metavar="NAME",
        help="run the long proofs of this name in full, and nothing else",
    )


@pytest.hookimpl(wrapper=True)
def pytest_cmdline_main(config: pytest.Config) -> Generator[None, object, object]:
    """Run the whole suite with a worker a core; what is named runs in this very process."""
    option = config.option
    is_whole = config.args_source is config.ArgsSource.TESTPATHS and not option.long
    is_worker = "PYTEST_XDIST_WORKER" in os.environ  # it gets the same arguments
    if is_whole and option.numprocesses is None and not is_worker:
        option.numprocesses = "auto"
        option.maxprocesses = option.maxprocesses or MOST_WORKERS
        option.dist = "worksteal"
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_sessionstart(session: pytest.Session) -> Generator[None, None, None]:
    """Compile the kernel while the workers read the tests: once, and within no test's time."""
    yield
    if session.config.option.dist != "no":
        subprocess.run([sys.executable, "-c", COMPILE], cwd=ROOT, check=True)


def pytest_configure(config: pytest.Config) -> None:
    """Remember the long proofs asked for before the tests are read: some ask while being read."""
    proofs.ask_for(config.getoption("--long"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep only the long proofs asked for; a name that there is not lists those there are."""
    asked = set(proofs.asked_for())
    if not asked:
        return
    names = {item: _long_names(item) for item in items}
    known = set().union(*names.values())
    if unknown := asked - known:
        there = ", ".join(sorted(known)) or "none yet"
        raise pytest.UsageError(
            f"There is no long proof named {', '.join(sorted(unknown))}. There are: {there}."
        )
    kept = [item for item in items if names[item] & asked]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def _long_names(item: pytest.Item) -> set[str]:
    return {str(name) for mark in item.iter_markers("long") for name in mark.args}


@pytest.fixture
def long_run() -> Callable[[str], bool]:
    """Say whether a long proof is to run in full."""
    return proofs.long_run


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder beside the project with real data that no one here wrote."""
    folder = ROOT.parent / "shared"
    if not (folder / "cases").is_dir():
        pytest.skip("the folder 'shared' with the real cases is not beside the project")
    return folder


@pytest.fixture(autouse=True)
def _no_unexpected_log_line(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it asks for `caplog` and looks itself."""
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    if "caplog" not in request.fixturenames:
        assert heard.lines == [], "unexpected log lines"


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_leaked_thread() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    begun = time.monotonic()
    for thread in set(threading.enumerate()) - before:
        patience = COMPILING if thread.name.startswith(MAY_COMPILE) else PATIENCE
        thread.join(max(0.0, begun + patience - time.monotonic()))
        assert not thread.is_alive(), f"the thread {thread.name!r} was left running"
