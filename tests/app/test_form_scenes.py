"""Every form there are pictures of is in view with all its words, and says what is wrong."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import Desktop
from app.scenes.forms import form_scenes
from app.scenes.scene import Scene
from tests.app.cutting import cut_in
from tests.app.staged import shown
from widgets.inspector.controls.popup import Popup
from widgets.inspector.fields.field import Field
from widgets.inspector.pages.journey import JourneyPage
from widgets.inspector.pages.page import Page
from widgets.inspector.pages.step import StepPage

RIGHT = {  # nothing is wrong before a run
    "form_list_step_wrong", "form_date_trigger_wrong", "asked_list_wrong",
}  # fmt: skip
LOOSE = {"path_ends", "uncalled", "nothing_to_win", "no_trigger"}


def scenes_of(desktop: Desktop, begin: str) -> tuple[Scene, ...]:
    """Return the scenes whose names begin with something."""
    found = tuple(scene for scene in form_scenes(desktop) if scene.name.startswith(begin))
    assert found
    return found


def page_of(desktop: Desktop) -> Page:
    """Return the page of the panel, which is in view and asks for something."""
    page = desktop.window.inspector.page
    assert page is not None
    assert page.isVisible()
    assert page.findChildren(Field)
    return page


def is_said(desktop: Desktop, scene: Scene) -> None:
    """Check that a form says what is wrong where something is, and nothing where all is right."""
    wrong = {each.code for each in desktop.workbench.problems} - LOOSE
    if scene.name.endswith("_wrong"):
        assert wrong or scene.name in RIGHT, scene.name
    elif scene.name.endswith("_filled"):
        assert not wrong, (scene.name, wrong)


def test_every_form_is_shown_and_says_what_is_wrong(qtbot: QtBot, desktop: Desktop) -> None:
    for scene in scenes_of(desktop, "form_"):
        shown(qtbot, scene)
        page = page_of(desktop)
        assert isinstance(page, StepPage)
        assert scene.name.startswith(f"form_{page.kind}_")
        is_said(desktop, scene)
        assert cut_in(page) == [], scene.name


def test_every_question_is_shown_and_says_what_is_wrong(qtbot: QtBot, desktop: Desktop) -> None:
    for scene in scenes_of(desktop, "asked_"):
        shown(qtbot, scene)
        page = page_of(desktop)
        assert isinstance(page, StepPage)
        is_said(desktop, scene)
        assert cut_in(page) == [], scene.name


def test_every_rule_is_shown_and_says_what_is_wrong(qtbot: QtBot, desktop: Desktop) -> None:
    for scene in scenes_of(desktop, "rules_"):
        shown(qtbot, scene)
        page = page_of(desktop)
        assert isinstance(page, JourneyPage)
        field = page.rules.fields[scene.name.split("_")[1]]
        assert not field.visibleRegion().isEmpty(), scene.name
        is_said(desktop, scene)
        assert cut_in(page) == [], scene.name


def test_every_word_opens_beneath_itself_and_closes_again(qtbot: QtBot, desktop: Desktop) -> None:
    for scene in scenes_of(desktop, "opened_"):
        over = shown(qtbot, scene)
        assert isinstance(over, Popup), scene.name
        assert over.content.isVisible()
        assert cut_in(over) == [], scene.name
        scene.clear()
        assert QApplication.activePopupWidget() is None
