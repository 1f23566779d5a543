"""Brings journeys, data and the engine together for whoever asks: the command line or a window."""

import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.delivery.census import Census
from journeys.document.checks import problems
from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.document.parsing import LARGEST_FILE
from journeys.document.problems import Problem, Severity
from journeys.errors import NewerFileError, UnreadableFileError
from journeys.progress import Progress
from journeys.simulation.dataset import Dataset
from journeys.simulation.funnel import Counts
from journeys.simulation.program import Program
from journeys.simulation.settings import RunSettings
from journeys.values import Json
from storage.importing.guessing import NOTHING, Given
from storage.importing.mapping import Mapping

if TYPE_CHECKING:  # neither is needed before the window is there, and both bring much along
    from storage.importing.bring import Imported
    from storage.workspace import Workspace

PREPARING = "Preparing the engine, the first time takes a moment"


@dataclass(frozen=True, slots=True)
class Ran:
    """A run that came to its end: the program that ran, and its result as JSON-ready objects."""

    program: Program
    result: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Files:
    """Files of events and of customers, what a person named, and the zone of their times."""

    events: tuple[Path, ...]
    customers: tuple[Path, ...] = ()
    given: Given = NOTHING
    zone: str = "UTC"


def read_journey(path: Path) -> Journey:
    """Read a journey's file; raises UnreadableFileError or NewerFileError that name the file."""
    return journey_of(read_file(path), path.name)


def read_plain_file(path: Path) -> bytes:
    """Return what a file holds as `read_file`, without waiting for ever at a pipe or device."""
    with reading(path):
        is_other = path.exists() and not path.is_file()
    if is_other:
        raise UnreadableFileError(f"{path.name!r} is no file.", "Choose a journey's file.")
    return read_file(path)


def read_file(path: Path) -> bytes:
    """Return what a file holds, up to a little over what a journey may; raises as `reading`."""
    with reading(path), path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn every error of the disk met inside into an UnreadableFileError."""
    try:
        yield
    except FileNotFoundError as error:
        raise UnreadableFileError(
            f"There is no file {str(path)!r}.", "Check the name and the folder."
        ) from error
    except OSError as error:
        raise UnreadableFileError(
            f"{path.name!r} cannot be read: {error.strerror or error}.",
            "Name a journey's file that you may read.",
        ) from error


def journey_of(content: bytes, name: str) -> Journey:
    """Read a journey; raises UnreadableFileError or NewerFileError that bear the name given."""
    try:
        return loads(content)
    except (UnreadableFileError, NewerFileError) as error:
        raise type(error)(f"{name}: {error.what}", error.attempt) from error


def errors_of(journeys: Sequence[Journey]) -> tuple[tuple[Journey, Problem], ...]:
    """Return what keeps journeys from running together, each with the journey it is in."""
    return tuple(
        (journey, problem)
        for place, journey in enumerate(journeys)
        for problem in problems(journey, (*journeys[:place], *journeys[place + 1 :]))
        if problem.severity is Severity.ERROR
    )


def compiled(journeys: Sequence[Journey], dataset: Dataset, settings: RunSettings) -> Program:
    """Return the program of a run; raises InvalidJourneyError where the journeys do not fit."""
    from journeys.simulation.compiler import compile_program
    from journeys.simulation.currencies import refuse_mixed
    from journeys.simulation.fitting import refuse_unfitting
    from journeys.simulation.lacking import refuse_keyless, with_facts
    from journeys.simulation.names import refuse_unknown_events
    from journeys.simulation.ready import refuse_wrong

    refuse_wrong(journeys)
    refuse_unknown_events(journeys, dataset.vocabulary, settings.mode)
    refuse_unfitting(journeys, dataset.vocabulary)
    facts = with_facts(dataset)
    refuse_keyless(journeys, facts, settings.mode)
    refuse_mixed(journeys, facts)
    return compile_program(journeys, dataset, settings)


def running(
    journeys: Sequence[Journey], dataset: Dataset, settings: RunSettings
) -> Generator[Progress, None, Ran]:
    """Run journeys over all customers; raises like `compiled`, and closing it cancels."""
    from journeys.simulation.jit import cache_folder, kernel
    from journeys.simulation.results import result
    from journeys.simulation.runner import simulate

    program = compiled(journeys, dataset, settings)
    if not any(cache_folder().rglob("*.nbc")):
        yield Progress(0, 0, PREPARING)
    kernel()
    tally = yield from simulate(program, dataset)
    return Ran(program, result(program, dataset, tally))


def taking_census(
    journeys: Sequence[Journey], dataset: Dataset, settings: RunSettings
) -> Generator[Progress, None, Census]:
    """Render what a run sends and return what it says; raises like `compiled` and a Renderer."""
    from app.delivery.renderer import Renderer
    from app.delivery.tally import census
    from journeys.content.message import Message

    ran = yield from running(journeys, dataset, settings)
    counts: Counts = ran.result
    total = sum(
        counts["journeys"][journey.id]["steps"][node.id]["ports"]["sent"]
        for journey in journeys
        for node in journey.nodes
        if isinstance(node, Message) and node.readings
    )
    with Renderer() as renderer:
        found = yield from census(ran.program, dataset, renderer, total)
        return replace(found, weakness=renderer.weakness)


def bringing(files: Files, folder: Path) -> "Generator[Progress, None, Imported]":
    """Import files into a folder; raises UnreadableFileError and StorageError."""
    from storage.importing.bring import import_files

    return import_files(
        files.events, files.customers, Mapping(zone=files.zone), folder, files.given
    )


def bringing_once(files: Files) -> "Generator[Progress, None, Imported]":
    """Import files for one run, keeping nothing of them on the disk."""
    with tempfile.TemporaryDirectory(prefix="throughline-") as folder:
        return (yield from bringing(files, Path(folder)))


@contextmanager
def workspace(folder: Path) -> "Iterator[Workspace]":
    """Lend a workspace to read and write; raises NewerFileError for one of a newer program."""
    from storage.workspace import Workspace

    with Workspace.open(folder.absolute()) as opened:
        name = opened.folder.name
        if opened.message:
            raise NewerFileError(
                f"The workspace {name} was written by a newer Throughline; it is left as it is.",
                "Update Throughline, or choose another workspace.",
            )
        yield opened
