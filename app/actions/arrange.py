"""What can be done about where things stand on the canvas."""

from PySide6.QtCore import QCoreApplication

from app.actions.action import Action, on_a_journey, on_the_canvas
from app.workbench import Workbench
from journeys.layout.align import How

translate = QCoreApplication.translate

PAIR, THREE = 2, 3


def with_steps(workbench: Workbench) -> bool:
    """Say whether there is a step to put anywhere."""
    return on_a_journey(workbench) and bool(workbench.document.journey.nodes)


def tidy(workbench: Workbench) -> None:
    """Put every step where it reads best; say so where all of them stand there already."""
    if not workbench.stage.canvas.tidy():
        workbench.tell(translate("Action", "Everything stands tidy already."))


def arrange(workbench: Workbench, how: How) -> None:
    """Put what is selected in line, or spread it evenly; say so where it is so already."""
    if not workbench.stage.canvas.arrange(how):
        workbench.tell(translate("Action", "What is selected stands so already."))


def _aligned(how: How, title: str, shortcut: str, *, begins_group: bool = False) -> Action:
    return _arranged(how, title, shortcut, PAIR, begins_group=begins_group)


def _arranged(how: How, title: str, shortcut: str, least: int, *, begins_group: bool) -> Action:
    return Action(
        f"align_{how}",
        title,
        "Arrange",
        lambda on: arrange(on, how),
        shortcut,
        lambda on: on_the_canvas(on) and len(on.stage.canvas.selection) >= least,
        begins_group=begins_group,
    )


ACTIONS = (
    Action("tidy", "Tidy up", "Arrange", tidy, "Ctrl+Shift+T", with_steps),
    _aligned("left", "Align left", "Alt+A", begins_group=True),
    _aligned("centre", "Align centres", "Alt+H"),
    _aligned("right", "Align right", "Alt+D"),
    _aligned("top", "Align tops", "Alt+W", begins_group=True),
    _aligned("middle", "Align middles", "Alt+V"),
    _aligned("bottom", "Align bottoms", "Alt+S"),
    _arranged("across", "Spread evenly across", "Alt+Shift+H", THREE, begins_group=True),
    _arranged("down", "Spread evenly down", "Alt+Shift+V", THREE, begins_group=False),
)
