"""After an import the window says which column became what, and says it again when asked."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.cli.bar import drive
from app.columns import summary, told
from app.data import Brought, EventFiles
from app.desktop import Desktop
from tests.app.windows import drop
from widgets.shell.buttons import Button
from widgets.shell.columns import ColumnSheet
from widgets.shell.notices import NoticeCard

LEFT = Qt.MouseButton.LeftButton
LONG = 30_000
EVENTS = (
    "user_id,event,timestamp,email,value,visit_id,id\n"
    "ann,add_to_cart,2026-01-05 09:00:00,ann@shop.test,9.5,v1,1\n"
    "ann,purchase,2026-01-05 09:30:00,ann@shop.test,20.25,v1,2\n"
    "bob,add_to_cart,yesterday,,3,v2,3\n"
)


def brought_by(desktop: Desktop, qtbot: QtBot, path: Path) -> NoticeCard:
    """Drop a file of events on the window, and return the notice of what came of it."""
    path.write_text(EVENTS)
    with qtbot.waitSignal(desktop.showing.brought, timeout=LONG):
        drop(desktop.window, path)
    return desktop.window.notices.shown[-1]


def sheet_of(desktop: Desktop) -> ColumnSheet:
    (sheet,) = [each for each in desktop.window.findChildren(ColumnSheet) if each.isVisible()]
    return sheet


def words_of(sheet: ColumnSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_when_rows_were_received_is_told_of_its_column_and_taken_for_granted(
    tmp_path: Path,
) -> None:
    (tmp_path / "events.csv").write_text(
        "user_id,event,timestamp,received_at\nann,visit,2026-01-05,2026-01-06\n"
    )
    shown = told(drive(EventFiles((tmp_path / "events.csv",)).bringing()))
    row = ("received_at", "When it was received, property of the event", "date and time")
    assert row in shown.rows
    assert any("1 came later than it happened" in each for each in shown.parts[-1].lines)


def test_the_notice_of_an_import_says_what_the_columns_became_and_shows_them(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    card = brought_by(desktop, qtbot, tmp_path / "events.csv")
    assert card.what.text() == "In use: 1 customer with 2 events."
    assert card.attempt.text() == (
        "Time is 'timestamp', customer 'user_id', event 'event'. Properties of events: 2. "
        "Attributes of customers: 1. 1 row could not be read and is left out."
    )
    button = card.findChild(Button)
    assert button is not None
    QTest.mouseClick(button, LEFT)
    assert card.isHidden()
    said = words_of(sheet_of(desktop))
    rows = list(zip(said[2:-4:3], said[3:-4:3], said[4:-4:3], strict=False))
    assert ("timestamp", "When it happened", "date and time") in rows
    assert ("visit_id", "The visit it belongs to, property of the event", "text") in rows
    assert ("value", "Property of the event", "number") in rows
    assert ("email", "Attribute of the customer, called 'address.email'", "text") in rows
    assert any(words.startswith("events.csv, row 4: ") for words in said)
    QTest.keyClick(sheet_of(desktop), Qt.Key.Key_Escape)


def test_how_the_file_was_read_is_shown_again_by_its_action_alone_while_there_is_one(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    desktop.front.menus.refresh()
    action = desktop.front.menus.action("columns")
    assert not action.isEnabled()
    brought_by(desktop, qtbot, tmp_path / "events.csv")
    assert action in desktop.front.menus.customers.actions()
    QTest.keyClick(desktop.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    commands = desktop.front.commands
    QTest.keyClicks(commands.field, "how the file")
    QTest.keyClick(commands.field, Qt.Key.Key_Return)
    sheet = sheet_of(desktop)
    assert "user_id" in words_of(sheet)
    QTest.mouseClick(sheet.close_button, LEFT)
    assert not sheet.isVisible()


def test_every_column_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(EVENTS)
    brought = drive(EventFiles((tmp_path / "events.csv",)).bringing())
    assert isinstance(brought, Brought)
    assert {column for column, _, _ in told(brought).rows} == set(EVENTS.splitlines()[0].split(","))
    assert "Time is 'timestamp'" in summary(brought)


def test_the_notice_of_an_import_stays_until_it_is_used_or_another_comes(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    first = brought_by(desktop, qtbot, tmp_path / "events.csv")
    assert first.stays
    second = brought_by(desktop, qtbot, tmp_path / "more.csv")
    assert second in desktop.window.notices.shown
    assert [each for each in desktop.window.notices.shown if each.stays] == [second]
    QTest.mouseClick(second.close_button, LEFT)
    assert second not in desktop.window.notices.shown


def test_the_card_of_ones_own_events_on_home_shows_their_columns(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    customers = desktop.window.home_room.rail.customers
    assert not customers.is_listening
    QTest.mouseClick(customers, LEFT)
    assert not desktop.window.findChildren(ColumnSheet)
    brought_by(desktop, qtbot, tmp_path / "events.csv")
    qtbot.waitUntil(lambda: customers.is_listening, timeout=LONG)
    QTest.mouseClick(customers, LEFT)
    assert "user_id" in words_of(sheet_of(desktop))
    QTest.keyClick(sheet_of(desktop), Qt.Key.Key_Escape)
    customers.setFocus()
    QTest.keyClick(customers, Qt.Key.Key_Return)
    assert "user_id" in words_of(sheet_of(desktop))
    QTest.keyClick(sheet_of(desktop), Qt.Key.Key_Escape)
