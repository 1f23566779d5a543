"""Every form there are pictures of comes into view, and what is wrong is said in it."""

from app.desktop import Desktop
from app.scenes.forms import form_scenes
from widgets.inspector.fields.field import Field
from widgets.inspector.pages.step import StepPage

RIGHT = {"form_list_step_wrong", "form_date_trigger_wrong"}  # nothing is wrong before a run


def test_every_form_is_shown_and_says_what_is_wrong(desktop: Desktop) -> None:
    for scene in form_scenes(desktop):
        scene.show()
        page = desktop.window.inspector.page
        assert isinstance(page, StepPage)
        assert scene.name.startswith(f"form_{page.kind}_")
        assert page.isVisible()
        assert page.findChildren(Field)
        loose = {"path_ends", "uncalled"}
        wrong = {each.code for each in desktop.workbench.problems if each.node} - loose
        if scene.name.endswith("_wrong"):
            assert wrong or scene.name in RIGHT, scene.name
        elif scene.name.endswith("_filled"):
            assert not wrong, (scene.name, wrong)
