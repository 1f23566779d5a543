"""Finds the journeys and the data that a command names."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app import wiring
from app.cli import options, runs
from app.cli.bar import drive
from app.cli.text import several, tell
from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.errors import ThroughlineError, UnreadableFileError
from journeys.samples import samples
from journeys.simulation.dataset import Dataset
from journeys.simulation.settings import RunSettings
from storage.importing.report import Report

if TYPE_CHECKING:
    from storage.workspace import Workspace

ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything a run needs: journeys, data and settings.

    `kept` is the id of the data set in the workspace, if it is from there; `rejected` says how
    many rows of the files could not be taken over.
    """

    journeys: tuple[Journey, ...]
    dataset: Dataset
    settings: RunSettings
    kept: str | None = None
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Gathered:
    """Data, with its id in the workspace, and how many rows of its files were left out."""

    dataset: Dataset
    kept: str | None = None
    rejected: int = 0


@contextmanager
def opened(folder: Path | None) -> "Iterator[Workspace | None]":
    """Lend the workspace that was named, if one was."""
    if folder is None:
        yield None
        return
    with wiring.workspace(folder) as workspace:
        yield workspace


def journeys_of(given: argparse.Namespace, workspace: "Workspace | None") -> tuple[Journey, ...]:
    """Return the journeys of a run; raises ThroughlineError where they are not there or unclear."""
    _refuse_unclear(given)
    if given.all:
        return every(workspace)
    return named((*given.journeys, *getattr(given, "beside", ())), workspace)


def gathered(
    given: argparse.Namespace, workspace: "Workspace | None", journeys: tuple[Journey, ...]
) -> Sources:
    """Return what the arguments of a run name; raises ThroughlineError where it is not there."""
    zone = _zone(given, workspace)
    settings = runs.settings(given, zone)
    found = data(given, workspace)
    return Sources(journeys, found.dataset, settings, found.kept, found.rejected)


def data(given: argparse.Namespace, workspace: "Workspace | None") -> Gathered:
    """Return the data that the arguments name; raises ThroughlineError where there is none."""
    if given.events is not None or given.calls:
        imported = drive(wiring.bringing_once(files(given, _zone(given, workspace))))
        note_rejected(imported.report)
        return Gathered(imported.dataset, rejected=len(imported.report.rejected))
    if given.shop is not None:
        from journeys.shop.shop import Shop

        return Gathered(drive(Shop(customers=given.shop).making()))
    if workspace is None:
        raise ThroughlineError(
            "No data is named to run on.",
            "Add --events FILE, or --workspace W, or --shop 1000 for the made-up sample shop.",
        )
    newest = next(iter(workspace.datasets.all()), None)
    if newest is None:
        raise ThroughlineError(
            f"There is no data in the workspace {workspace.folder.name} yet.",
            f"`python3 -m app import events.csv --workspace {workspace.folder}` brings some in.",
        )
    return Gathered(workspace.datasets.load(newest.id), kept=newest.id)


def has_data(given: argparse.Namespace, workspace: "Workspace | None") -> bool:
    """Say whether the arguments name any data."""
    is_named = given.events is not None or given.calls or given.shop is not None
    return is_named or (workspace is not None and any(True for _ in workspace.datasets.all()))


def every(workspace: "Workspace | None") -> tuple[Journey, ...]:
    """Return all journeys of a workspace; raises ThroughlineError when there are none."""
    kept = workspace.journeys.all() if workspace is not None else ()
    if not kept:
        raise ThroughlineError(
            "There are no journeys in the workspace yet.",
            "`python3 -m app import journey.json --workspace W` brings one in.",
        )
    return tuple(wiring.journey_of(saved.document, saved.id) for saved in kept)


def named(names: Sequence[str], workspace: "Workspace | None") -> tuple[Journey, ...]:
    """Return the journeys that are named: ids in the workspace, files, or samples."""
    return tuple(one(name, workspace) for name in names)


def one(name: str, workspace: "Workspace | None" = None) -> Journey:
    """Return one journey by its id in the workspace, its file, or the name of a sample."""
    if workspace is not None:
        saved = next((each for each in workspace.journeys.all() if each.id == name), None)
        if saved is not None:
            return wiring.journey_of(saved.document, saved.id)
    path = Path(name)
    sample = samples().get(name.removesuffix(ENDING))
    if sample is not None and not path.exists():
        return loads(sample)
    if workspace is not None and path.suffix != ENDING and not path.exists():
        ids = ", ".join(saved.id for saved in workspace.journeys.all()) or "none yet"
        raise UnreadableFileError(
            f"There is no journey {name!r} in {workspace.folder.name}, and no such file.",
            f"The workspace has: {ids}.",
        )
    return wiring.read_journey(path)


def beside(journey: Journey, workspace: "Workspace | None") -> tuple[Journey, ...] | None:
    """Return the journeys of a workspace that one may lead on to; None where that is not known."""
    if workspace is None or not any(node.calls for node in journey.nodes):
        return None
    return tuple(wiring.journey_of(each.document, each.id) for each in workspace.journeys.all())


def offered(id_: str, names: Sequence[str], workspace: "Workspace | None") -> str:
    """Return by which name a journey of an id can be named, beside others named; or nothing."""
    is_kept = workspace is not None and any(one.id == id_ for one in workspace.journeys.all())
    if is_kept or id_ in samples():
        return id_
    beside = (Path(name).parent / f"{id_}{ENDING}" for name in names if Path(name).is_file())
    return next((str(path) for path in beside if path.is_file()), "")


def note_rejected(report: Report) -> None:
    """Tell of rows that were not taken over, if there are any."""
    count = len(report.rejected)
    if count:
        first = report.rejected[0]
        tell(
            f"{several(count, 'row')} could not be read and "
            f"{'is' if count == 1 else 'are'} left out; the first is row {first.row} of "
            f"{first.file}: {first.reason}"
        )


def files(given: argparse.Namespace, zone: str) -> wiring.Files:
    """Return the files of events and customers that the arguments name."""
    from storage.importing.guessing import Given

    return wiring.Files(
        events=tuple(given.events or ()),
        customers=tuple(given.customers),
        given=Given(
            events=options.columns(given.map, of_customers=False),
            customers=options.columns(given.map, of_customers=True),
            calls=tuple(given.calls),
        ),
        zone=zone,
    )


def _zone(given: argparse.Namespace, workspace: "Workspace | None") -> str:
    if workspace is not None:
        return workspace.settings.zone
    return "UTC" if given.zone is None else options.known_zone(given.zone)


def _refuse_unclear(given: argparse.Namespace) -> None:
    """Refuse arguments that contradict each other, rather than choose for the person."""
    if (given.events is not None or given.calls) and given.shop is not None:
        named = "--events" if given.events is not None else "--calls"
        raise ThroughlineError(
            f"{named} and --shop both say which data to run on.", "Name one of them."
        )
    if given.workspace is not None and given.zone is not None:
        raise ThroughlineError(
            "The workspace has a time zone of its own, and --zone names another one.",
            "Leave --zone out.",
        )
    if given.events is None and not given.calls and (given.customers or given.map):
        raise ThroughlineError(
            "--customers and --map belong to files of events.", "Add --events FILE."
        )
    if given.all and (given.journeys or given.beside or given.workspace is None):
        raise ThroughlineError(
            "--all runs all journeys of a workspace, and no others.",
            "Write --all --workspace W, and name no journey.",
        )
    if not given.all and not given.journeys:
        raise ThroughlineError(
            "No journey is named.",
            "Name a journey's file first, such as `python3 -m app simulate journey.json ...`, or "
            "one of the samples: " + ", ".join(samples()) + ".",
        )
