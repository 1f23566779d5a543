"""What the list of commands also finds: recent and ready-made journeys, by name."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from journeys.document.node import Card
from widgets.lettering import visible
from widgets.shell.finder import Entry
from widgets.shell.home.content import HomeContent

FILE, READY = "file:", "ready:"
JOURNEY = Card("Journey", "Start", "git-branch", "trigger")


def journeys(content: HomeContent) -> tuple[Entry, ...]:
    """Return an entry for each journey that Home knows, by its name."""
    recent = QCoreApplication.translate("Finding", "Recent")
    ready = QCoreApplication.translate("Finding", "Ready-made")
    files = tuple(
        Entry(f"{FILE}{each.path}", visible(each.journey.name), recent, JOURNEY, each.path.name)
        for each in content.recent
        if each.journey is not None
    )
    made = tuple(
        Entry(
            f"{READY}{each.name}",
            visible(each.journey.name),
            ready,
            JOURNEY,
            each.journey.description,
        )
        for each in content.ready_made
    )
    return files + made


def as_file(id_: str) -> Path | None:
    """Return the file that an entry stands for, if it does."""
    return Path(id_.removeprefix(FILE)) if id_.startswith(FILE) else None


def as_ready(id_: str) -> str:
    """Return the name of the ready-made journey that an entry stands for, if it does."""
    return id_.removeprefix(READY) if id_.startswith(READY) else ""
