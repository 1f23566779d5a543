"""A journey that leads on into another: that one runs with it, and people are followed there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from journeys.document.edits.steps import ChangeNode
from journeys.document.format import dumps
from journeys.document.journey import Journey
from journeys.nodes.jump import Jump
from tests.app.mouse import Mouse
from tests.app.windows import Answers, opened
from tests.oracle.worked import journey, on, step, wait
from widgets.inspector.fields.onward import OnwardField
from widgets.inspector.pages.step import StepPage
from widgets.shell.asking import Leaving

LONG = 30_000
CUSTOMERS = 200


def first() -> Journey:
    """Return a journey that goes on in another one an hour after a cart, and comes back once."""
    jump = step("jump", "g", journey="later", call="come")
    steps = (on("add_to_cart"), wait("PT1H"), jump, step("call_trigger", "a", call="again"))
    rules = {"id": "first", "title": "Cart left"}
    return journey("t>w>g a>f", *steps, step("finish", "f"), **rules)


def later(paths: str = "c>w>g") -> Journey:
    """Return the other one, which leads back an hour later."""
    jump = step("jump", "g", journey="first", call="again")
    steps = (step("call_trigger", "c", call="come"), wait("PT1H"), jump)
    return journey(paths, *steps, id="later", title="Win back")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with both journeys, and with a file that is none."""
    made = tmp_path / "journeys"
    made.mkdir()
    (made / "first.json").write_bytes(dumps(first()))
    (made / "later.json").write_bytes(dumps(later()))
    (made / "orders.json").write_text("[1, 2]")
    return made


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, answers: Answers, folder: Path) -> Iterator[Desktop]:
    answers.leave = Leaving.DISCARD
    with opened(qtbot, tmp_path, answers, CUSTOMERS) as made:
        made.begin()
        qtbot.waitUntil(lambda: made.data.brought is not None, timeout=LONG)
        begin(qtbot, made, folder)
        yield made


def begin(qtbot: QtBot, desktop: Desktop, folder: Path) -> None:
    """Open the first journey, and wait until it is known what there is beside it."""
    desktop.hearing.open_file(folder / "first.json")
    qtbot.waitUntil(lambda: desktop.workbench.shelf.find("first") is not None, timeout=LONG)


def field_of(desktop: Desktop) -> OnwardField:
    """Select the jump, and return the field that asks where it leads."""
    desktop.window.canvas.select(("g",))
    page = desktop.window.inspector.page
    assert isinstance(page, StepPage)
    field = page.form.fields["journey"]
    assert isinstance(field, OnwardField)
    return field


def codes(desktop: Desktop) -> set[str]:
    """Return what is wrong with the open journey."""
    return {problem.code for problem in desktop.workbench.problems}


def ran(qtbot: QtBot, desktop: Desktop) -> None:
    """Make a test run and wait for its groups of customers."""
    with qtbot.waitSignal(desktop.workbench.running.finished, timeout=LONG):
        Mouse().click(desktop.window.bar.run)
    qtbot.waitUntil(lambda: bool(desktop.window.explain.customers.model.ids), timeout=LONG)


def test_the_form_offers_the_journeys_there_are_by_their_titles(
    qtbot: QtBot, desktop: Desktop
) -> None:
    fresh = Jump.fresh("g")
    desktop.workbench.do(ChangeNode(fresh))
    assert "no_target" in codes(desktop)
    assert "no_journey" not in codes(desktop)
    field = field_of(desktop)
    assert [each.text for each in field.picker.offered] == ["Win back", "Welcome back"]
    assert not field.open.isVisible()
    Mouse().click(field.picker)
    Mouse().pick("Win back")
    chosen = desktop.workbench.document.journey.node("g")
    assert isinstance(chosen, Jump)
    assert (chosen.journey, chosen.call) == ("later", "come")
    assert not codes(desktop)
    with qtbot.waitSignal(desktop.workbench.opened, timeout=LONG):
        Mouse().click(field.open)
    assert desktop.workbench.document.journey.title == "Win back"


def test_a_journey_that_is_gone_is_a_problem_and_the_ready_made_one_is_left(
    qtbot: QtBot, desktop: Desktop, folder: Path
) -> None:
    field = field_of(desktop)
    (folder / "later.json").unlink()
    desktop.workbench.shelf.look()
    qtbot.waitUntil(lambda: "no_journey" in codes(desktop), timeout=LONG)
    assert field.picker.offered[0].text == "Welcome back"


def test_where_there_is_no_other_journey_the_form_says_what_to_do(
    qtbot: QtBot, desktop: Desktop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.shelf.ready_made", lambda: ())
    field = field_of(desktop)
    assert not field.none.isVisible()
    (folder / "later.json").unlink()
    desktop.workbench.shelf.look()
    qtbot.waitUntil(lambda: "no_journey" in codes(desktop), timeout=LONG)
    assert "no other journey yet" in field.none.text()
    assert field.none.isVisible()
    assert not field.open.isVisible()


def test_a_start_that_is_not_there_is_a_problem_and_another_is_offered(desktop: Desktop) -> None:
    desktop.workbench.do(ChangeNode(Jump(id="g", journey="later", call="gone")))
    assert codes(desktop) == {"no_call"}
    field = field_of(desktop)
    field.call.setFocus()
    QTest.keyClick(field.call, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    Mouse().pick("come")
    assert not codes(desktop)


def test_a_companion_that_cannot_run_is_a_problem_of_the_step_that_leads_to_it(
    qtbot: QtBot, desktop: Desktop, folder: Path
) -> None:
    (folder / "later.json").write_bytes(dumps(later("c.x>w>g")))
    desktop.workbench.shelf.look()
    qtbot.waitUntil(lambda: "companion_wrong" in codes(desktop), timeout=LONG)
    (wrong,) = [each for each in desktop.workbench.problems if each.code == "companion_wrong"]
    assert wrong.node == "g"
    assert wrong.words.startswith("'Win back' runs with this journey, and cannot run: A path")


def test_a_customer_is_followed_into_the_next_journey_and_back(
    qtbot: QtBot, desktop: Desktop
) -> None:
    ran(qtbot, desktop)
    outcome = desktop.workbench.running.outcome
    assert outcome is not None
    assert [each.id for each in outcome.beside] == ["later"]
    counts = desktop.window.canvas.scene.counts
    assert counts is not None
    assert 0 < counts.reached["a"] <= counts.reached["g"]
    desktop.front.show_explain()
    explain = desktop.window.explain
    explain.show_group("jumped")
    with qtbot.waitSignal(explain.told, timeout=LONG):
        explain.customers.choose(explain.customers.model.ids[0])
    qtbot.waitUntil(lambda: bool(explain.story.entries), timeout=LONG)
    told = [each.sentence for each in explain.story.entries]
    assert "Goes on in the journey 'Win back'" in told
    assert "Enters, coming from the journey 'Cart left'" in told
    assert "Enters, coming from the journey 'Win back'" in told
    headed = [each.heading for each in explain.story.entries if each.heading]
    assert any(heading.startswith("Win back, ") for heading in headed)
    assert any(heading.startswith("Cart left, ") for heading in headed)
    elsewhere = [each for each in explain.story.entries if each.journey == "later"]
    assert elsewhere
    assert all(each.node is None for each in elsewhere)
    explain.story.choose(explain.story.entries.index(elsewhere[0]))
    shown = desktop.window.canvas.story
    assert shown is not None
    assert shown.current is None
    (button,) = explain.story.onward.findChildren(QPushButton)
    assert button.accessibleName() == "Open \u201cWin back\u201d"
    with qtbot.waitSignal(desktop.workbench.opened, timeout=LONG):
        Mouse().click(button)
    assert desktop.workbench.document.journey.id == "later"


def test_what_has_changed_in_the_other_journey_makes_a_run_old_and_is_counted_anew(
    qtbot: QtBot, desktop: Desktop, folder: Path
) -> None:
    ran(qtbot, desktop)
    document, outcome = desktop.workbench.document, desktop.workbench.running.outcome
    assert outcome is not None
    assert outcome.holds_for(document.journey, document.companions)
    (folder / "later.json").write_bytes(dumps(later("c>w")))
    with qtbot.waitSignal(desktop.live.counted, timeout=LONG):
        desktop.workbench.shelf.look()
    assert not outcome.holds_for(document.journey, document.companions)


def test_a_new_journey_is_known_by_an_id_of_its_own(desktop: Desktop) -> None:
    before = desktop.workbench.document.journey.id
    desktop.workbench.put_new()
    made = desktop.workbench.document.journey.id
    taken = {kept.journey.id for kept in desktop.workbench.shelf.there}
    assert made != before
    assert made not in taken
