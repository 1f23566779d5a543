"""Every control says what it is, keeps its size, and never stands about on its own."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journeys.document.kinds import kinds
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import every_kind
from widgets.inspector.choices import Choices
from widgets.inspector.controls.buttons import DisclosureButton
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import PickList
from widgets.inspector.controls.popup import Popup
from widgets.inspector.controls.token import Token
from widgets.inspector.fields.bar import WeightsBar
from widgets.inspector.inspector import Inspector
from widgets.theme import DARK

EVERY_KIND = every_kind()
TWO_LINES = 40  # the menu of a sentence follows its last word
SELECTIONS = {
    **{kind: (kind,) for kind in kinds()},
    "the journey": (),
    "several": ("wait", "email", "why"),
    "a note": ("why",),
}


@pytest.mark.parametrize("name", SELECTIONS)
def test_every_control_says_what_it_is(open_panel: Opening, name: str) -> None:
    panel = open_panel(EVERY_KIND, *SELECTIONS[name])
    controls = [
        widget
        for widget in panel.inspector.findChildren(QWidget)
        if isinstance(widget, (QAbstractButton, QLineEdit, QListWidget, QPlainTextEdit, WeightsBar))
    ]
    assert controls
    assert [widget for widget in controls if not widget.accessibleName().strip()] == []


class Watching(QObject):
    """Keeps every window that opens while it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


@pytest.mark.parametrize("name", SELECTIONS)
def test_no_control_flashes_up_as_a_window_of_its_own(
    open_panel: Opening, qapp: QApplication, name: str
) -> None:
    watching = Watching()
    qapp.installEventFilter(watching)
    panel = open_panel(EVERY_KIND, *SELECTIONS[name])
    for _, field in panel.leaves():
        for opener in field.findChildren(Token) + field.findChildren(Picker):
            if opener.isVisibleTo(panel.inspector):
                panel.click(opener)
                panel.popup().close()
    qapp.removeEventFilter(watching)
    assert {type(widget) for widget in watching.seen} <= {Inspector, Popup}


@pytest.mark.parametrize("name", SELECTIONS)
def test_another_theme_asks_the_same(open_panel: Opening, name: str) -> None:
    panel = open_panel(EVERY_KIND, *SELECTIONS[name])
    asked = [leaf for leaf, _ in panel.leaves()]
    panel.inspector.set_theme(DARK)
    assert [leaf for leaf, _ in panel.leaves()] == asked
    assert panel.inspector.width() == 352


def test_the_sheet_of_the_window_around_changes_no_control(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "branch")
    around = QWidget()
    around.setStyleSheet(
        "QPushButton, QLineEdit { min-height: 70px; font: 900 40px; } QLabel { font: 900 40px; }"
    )
    panel.inspector.setParent(around)
    panel.inspector.show()
    around.show()
    for name in ("branch", "experiment"):
        panel.inspector.show_nodes((name,))
        tokens, pickers = (panel.inspector.findChildren(sort) for sort in (Token, Picker))
        assert {token.height() for token in tokens if token.isVisible()} <= {28}
        assert {picker.height() for picker in pickers if picker.isVisible()} <= {32}
        sizes = {label.font().pixelSize() for label in panel.inspector.findChildren(QLabel)}
        assert sizes <= {11, 12, 13}
    panel.inspector.setParent(None)
    around.deleteLater()


@pytest.mark.parametrize("name", SELECTIONS)
def test_tab_goes_to_every_control_from_top_to_bottom(open_panel: Opening, name: str) -> None:
    panel = open_panel(EVERY_KIND, *SELECTIONS[name])
    page = panel.inspector.page
    assert page is not None
    for button in page.findChildren(DisclosureButton):
        panel.click(button)
    controls = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    ]
    controls[0].setFocus()
    reached: list[QWidget] = []
    focused: QWidget | None = controls[0]
    while focused is not None and focused not in reached:
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = panel.inspector.focusWidget()
    QApplication.processEvents()
    missed = [widget.accessibleName() for widget in controls if widget not in reached]
    assert missed == []
    content = page.findChild(QWidget, "inspector_page")
    assert content is not None
    inside = [widget for widget in reached if content.isAncestorOf(widget)]
    heights = [widget.mapTo(content, widget.rect().center()).y() for widget in inside]
    assert all(above < below + TWO_LINES for above, below in pairwise(heights))


def test_a_list_shrinks_to_what_fits_and_the_line_above_it_stays_where_it_is(
    open_panel: Opening, qtbot: QtBot
) -> None:
    events = tuple(f"event_{number}" for number in range(20))
    panel = open_panel(EVERY_KIND, "event_trigger", choices=Choices(events=events))
    panel.click(panel.inspector.findChildren(Picker)[0])
    popup = panel.popup()
    picking = popup.content
    assert isinstance(picking, PickList)
    place, tall = picking.search.mapToGlobal(QPoint()), popup.height()
    QTest.keyClicks(picking.search, "event_19")
    qtbot.waitUntil(lambda: popup.height() < tall)
    assert picking.search.mapToGlobal(QPoint()) == place
    assert popup.height() - picking.list.geometry().bottom() < 20
    QTest.keyClick(picking.search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(picking.search, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: popup.height() == tall)
    popup.close()


def test_every_word_that_can_be_changed_looks_like_it(open_panel: Opening) -> None:
    panel = open_panel(EVERY_KIND, "branch")
    looks = [token.property("look") for token in panel.inspector.findChildren(Token)]
    assert set(looks) == {"event", "value"}
