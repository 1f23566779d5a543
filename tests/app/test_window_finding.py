"""The list of commands finds a thing by the word that a person has for it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.desktop import Desktop
from tests.app.windows import begin_empty, choose
from widgets.inspector.pages.journey import JourneyPage


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("goal", "Goals of the journey"),
        ("exit", "Exit rules"),
        ("leave early", "Exit rules"),
        ("explain", "Explain one customer"),
        ("seed", "Settings"),
        ("time zone", "Settings"),
        ("wait", "Add a step"),
        ("import", "Use events of your own"),
        ("simulate", "Test run"),
    ],
)
def test_a_command_is_found_by_another_word_for_it(desktop: Desktop, word: str, title: str) -> None:
    begin_empty(desktop)
    choose(desktop, "commands")
    finder = desktop.front.commands
    QTest.keyClicks(finder.field, word)
    assert title in [entry.title for entry in finder.shown]
    finder.close()


@pytest.mark.parametrize(("word", "rule"), [("goal", "goals"), ("exit", "exits")])
def test_a_rule_of_the_journey_is_gone_to_by_its_name(
    desktop: Desktop, word: str, rule: str
) -> None:
    begin_empty(desktop)
    choose(desktop, "commands")
    QTest.keyClicks(desktop.front.commands.field, word)
    QTest.keyClick(desktop.front.commands.field, Qt.Key.Key_Return)
    page = desktop.window.inspector.page
    assert isinstance(page, JourneyPage)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.rules.fields[rule].isAncestorOf(focused)


def test_explain_is_gone_to_by_its_name(desktop: Desktop) -> None:
    begin_empty(desktop)
    choose(desktop, "explain")
    assert desktop.window.room == "results"
    assert desktop.window.results.shown == "explain"


def test_steps_that_are_called_alike_say_what_comes_before_them(desktop: Desktop) -> None:
    canvas = desktop.window.canvas
    desktop.workbench.put_new()
    desktop.front.show_room("design")
    first, second = canvas.add("wait"), canvas.add("push")
    ends = canvas.add("finish", (first, "next")), canvas.add("finish", (second, "sent"))
    desktop.front.find_step()
    beside = {entry.id: entry.beside for entry in desktop.front.steps.shown}
    desktop.front.steps.close()
    assert [beside[end] for end in ends] == ["after Wait", "after Push notification"]
    assert not beside[second].startswith("after")
