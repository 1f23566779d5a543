"""Every word of the window can be said in another language; what people wrote stays as it is.

Sentences that are made in `journeys` (problems, results, what happened to a customer) stay in the
language of the source for now, as nothing there knows Qt: a text made of such words and of what
people wrote is let pass. What kinds of steps are called is translated where it is shown.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.actions.table import actions
from app.menus import CANVAS_KEYS
from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.nodes.call_trigger import START
from journeys.samples import samples
from tests.app.rooms import inside, opened, rooms

LEFT, RIGHT = "\u27e6", "\u27e7"
LETTERS = re.compile(r"[^\W\d_]{2,}")
PARTS = re.compile(r"\{[^}]*\}|[.;] ?")
NAMES = re.compile(
    r"customer-\d+|\b(?:Ctrl|Shift|Alt|Return|Del|Throughline|CSV|Parquet)\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
)


class Marks(QTranslator):
    """Puts every text between marks, as a translation that is seen at once."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Return the text between marks."""
        del context, disambiguation, n
        return f"{LEFT}{source}{RIGHT}" if source else source

    def isEmpty(self) -> bool:  # noqa: N802  Qt's name
        """Say that there is something to say."""
        return False


@pytest.fixture
def _marked(qapp: QCoreApplication) -> Iterator[None]:
    made = Marks()
    qapp.installTranslator(made)
    yield
    qapp.removeTranslator(made)


def texts(widget: QWidget) -> Iterator[str]:
    """Yield all that a widget shows or lets be heard."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QAbstractItemView):
        model = widget.model()
        yield from (str(model.index(row, 0).data() or "") for row in range(model.rowCount()))


def of_kinds() -> set[str]:
    """Return what kinds of steps and their groups are called."""
    cards = [kind.card for kind in kinds().values()]
    return {card.title for card in cards} | {card.group for card in cards}


@cache
def spoken(root: Path) -> tuple[str, ...]:
    """Return what people wrote, and every piece of a sentence that is made in `journeys`."""
    pieces = {"Remember", "gone", "purchase"}
    for content in samples().values():
        pieces |= set(_written(loads(content)))
    for path in sorted((root / "journeys").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        said = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
        parts = (part for each in said if isinstance(each, str) for part in PARTS.split(each))
        pieces |= {part.strip(" .,:;'()").removeprefix("is ") for part in parts}
    return tuple(sorted(filter(LETTERS.search, pieces), key=len, reverse=True))


def _written(journey: Journey) -> Iterator[str]:
    yield from (journey.name, journey.id, journey.description)
    yield from (goal.title for goal in journey.goals)
    for node in journey.nodes:
        yield from (node.id, node.title, node.summary())
        yield from (port.title for port in node.ports())


@cache
def _any_of(pieces: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, pieces)), re.IGNORECASE)


def is_plain(text: str, pieces: tuple[str, ...]) -> bool:
    """Say whether a text bears no marks though it should."""
    text = " ".join(text.split())
    if not LETTERS.search(text) or LEFT in text or text in available_timezones():
        return False
    if text == START:  # what a fresh call is known by: a name as people write them
        return False
    if text in of_kinds() or text.capitalize() in of_kinds():
        return True
    if text.endswith("\u2026"):
        whole, _, cut = text.rstrip("\u2026 ").rpartition(". ")
        text = whole if any(cut in piece for piece in pieces) else text
    return LETTERS.search(NAMES.sub("", _any_of(pieces).sub("", text))) is not None


@pytest.mark.usefixtures("_marked")
def test_every_text_of_every_room_can_be_translated(
    qtbot: QtBot, tmp_path: Path, root: Path
) -> None:
    desktop = opened(qtbot, tmp_path / "own")
    pieces = spoken(root)
    plain: dict[str, str] = {}
    seen = 0
    for room, top in rooms(desktop, qtbot):
        for widget in inside(top):
            for text in texts(widget):
                seen += LEFT in text
                if is_plain(text, pieces):
                    plain.setdefault(text, f"{type(widget).__name__} in {room}")
    desktop.rescuing.end()
    desktop.stop()
    assert not plain, "\n".join(f"{text!r}: {where}" for text, where in plain.items())
    assert seen > 600


@pytest.mark.usefixtures("_marked")
def test_every_action_and_every_key_of_the_canvas_can_be_translated(
    qtbot: QtBot, tmp_path: Path
) -> None:
    assert all(LEFT in action.words for action in actions().values())
    desktop = opened(qtbot, tmp_path / "own")
    groups = desktop.front.menus.keys()
    said = [words for group in groups for words in _said(group)]
    desktop.rescuing.end()
    desktop.stop()
    assert len(said) > len(CANVAS_KEYS) + 20
    assert [words for words in said if LEFT not in words] == []


def _said(group: tuple[str, tuple[tuple[str, str], ...]]) -> tuple[str, ...]:
    return (group[0], *(what for what, _ in group[1]))


def test_the_test_sees_what_bears_no_marks(root: Path) -> None:
    pieces = spoken(root)
    assert is_plain("Save the journey", pieces)
    assert is_plain("E-mail", pieces)
    assert not is_plain(f"{LEFT}E-mail{RIGHT}", pieces)
    assert not is_plain("An hour to think", pieces)
    assert not is_plain("1,204", pieces)
