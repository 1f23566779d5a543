"""The customers in use: remembered from one start to the next, and named where they are counted."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.data import EventFiles, SampleShop
from app.desktop import Desktop
from tests.app.speaking import put_events
from tests.app.windows import Answers, begin_empty

LONG = 30_000


def begun(qtbot: QtBot, folder: Path) -> Desktop:
    made = Desktop(folder, Answers(), SampleShop(50))
    qtbot.addWidget(made.window)
    made.window.show()
    made.begin()
    qtbot.waitUntil(lambda: made.data.brought is not None, timeout=LONG)
    return made


def ended(desktop: Desktop) -> None:
    desktop.rescuing.end()
    desktop.stop()


def using(qtbot: QtBot, tmp_path: Path) -> Path:
    """Use a file of events once, and end the program."""
    path = put_events(tmp_path / "shop.csv")
    first = begun(qtbot, tmp_path / "own")
    first.workbench.bring_files((path,))
    qtbot.waitUntil(lambda: first.data.brought is not None, timeout=LONG)
    ended(first)
    return path


def test_files_of_events_are_in_use_again_after_a_start(qtbot: QtBot, tmp_path: Path) -> None:
    path = using(qtbot, tmp_path)
    second = begun(qtbot, tmp_path / "own")
    assert second.data.source == EventFiles((path,))
    begin_empty(second)
    chip = second.window.counted
    assert chip.accessibleName() == "Entries, counted on 3 customers of shop.csv"
    assert chip.isVisible()
    qtbot.waitUntil(second.front.menus.action("columns").isEnabled, timeout=LONG)
    offered = [action.text() for action in chip.menu().actions() if action.isEnabled()]
    assert offered == [
        "Use events of your own\u2026",
        "Use the sample shop",
        "How the file was read\u2026",
    ]
    second.front.menus.action("shop").trigger()
    qtbot.waitUntil(lambda: second.data.brought is not None, timeout=LONG)
    qtbot.waitUntil(lambda: "of the sample shop" in chip.accessibleName())
    ended(second)


def test_files_that_are_gone_are_named_and_the_shop_takes_their_place(
    qtbot: QtBot, tmp_path: Path
) -> None:
    using(qtbot, tmp_path).unlink()
    second = begun(qtbot, tmp_path / "own")
    assert second.data.source == SampleShop(50)
    said = " ".join(card.accessibleName() for card in second.window.notices.shown)
    assert "'shop.csv' is no longer where it was" in said
    ended(second)


def test_files_that_can_no_longer_be_read_give_way_to_the_shop(
    qtbot: QtBot, tmp_path: Path
) -> None:
    using(qtbot, tmp_path).write_text("nothing of the sort\n")
    second = begun(qtbot, tmp_path / "own")
    assert second.data.source == SampleShop(50)
    assert second.window.notices.shown
    ended(second)
