"""Whatever is dropped on the window is used or refused in words, and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from app.desktop import Desktop
from journeys.document.format import dumps
from journeys.samples import samples
from tests.app.windows import drop, notices


@pytest.mark.parametrize(
    ("name", "said"),
    [("folder", "'folder' is neither a journey"), ("folder.json", "'folder.json' is no file")],
)
def test_a_folder_is_refused_in_words(
    desktop: Desktop, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / name).mkdir()
    before = desktop.workbench.document.journey
    drop(desktop.window, tmp_path / name)
    assert said in notices(desktop)
    assert desktop.workbench.document.journey is before


def test_of_several_files_one_journey_opens_and_the_others_are_named_as_left(
    desktop: Desktop, tmp_path: Path
) -> None:
    for name in ("welcome", "win_back"):
        (tmp_path / f"{name}.json").write_bytes(samples()[name])
    (tmp_path / "notes.txt").write_text("notes")
    drop(desktop.window, *(tmp_path / f for f in ("notes.txt", "welcome.json", "win_back.json")))
    assert dumps(desktop.workbench.document.journey) == samples()["welcome"]
    assert "2 other files were left alone." in notices(desktop)


def test_a_text_however_long_is_not_taken(desktop: Desktop) -> None:
    carried = QMimeData()
    carried.setText("x" * 5_000_000)
    entered = QDragEnterEvent(
        desktop.window.rect().center(), Qt.DropAction.CopyAction, carried,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entered.ignore()
    QApplication.sendEvent(desktop.window, entered)
    assert not entered.isAccepted()
