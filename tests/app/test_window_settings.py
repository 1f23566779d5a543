"""The form of the settings shows what is picked in it, its colours as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from tests.app.windows import Answers, choose, opened
from widgets.shell.form import Form
from widgets.theme import THEMES


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, Answers()) as made:
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        yield made


def ask(desktop: Desktop, qtbot: QtBot) -> tuple[Form, QComboBox]:
    """Open the settings; return the form, and what colours are picked with."""
    choose(desktop, "settings")
    (form,) = desktop.window.findChildren(Form)
    colours = form.findChild(QComboBox, "theme")
    assert isinstance(colours, QComboBox)
    qtbot.waitUntil(colours.hasFocus)
    return form, colours


def close(desktop: Desktop, qtbot: QtBot, form: Form) -> None:
    QTest.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desktop.window.findChildren(Form))


def look(form: Form) -> QImage:
    return form.grab().toImage()


def test_the_form_takes_the_colours_that_are_picked_in_it(desktop: Desktop, qtbot: QtBot) -> None:
    form, colours = ask(desktop, qtbot)
    for name in ("light", "dark", "light"):
        QTest.keyClicks(colours, name)
        assert desktop.window.theme is THEMES[name]
        turned = look(form)
        close(desktop, qtbot, form)
        form, colours = ask(desktop, qtbot)
        assert turned == look(form)
    close(desktop, qtbot, form)
