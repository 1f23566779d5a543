"""One thing that can be done: what it is called, when it can be done, and how."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from app.workbench import Workbench

Menu: TypeAlias = Literal["Journey", "Edit", "Arrange", "View", "Run", "Help"]
MENUS: tuple[Menu, ...] = ("Journey", "Edit", "Arrange", "View", "Run", "Help")


def always(workbench: Workbench) -> bool:
    """Say that something can be done at any time."""
    del workbench
    return True


def on_a_journey(workbench: Workbench) -> bool:
    """Say whether a journey is in view."""
    return workbench.stage.room != "home"


def on_the_canvas(workbench: Workbench) -> bool:
    """Say whether the journey can be drawn on, which is in its first room."""
    return workbench.stage.room == "design"


def with_a_path(workbench: Workbench) -> bool:
    """Say whether something on the canvas is selected, be it a path."""
    return on_the_canvas(workbench) and workbench.stage.canvas.chosen not in {"ground", "end"}


def with_a_selection(workbench: Workbench) -> bool:
    """Say whether something on the canvas is selected."""
    return on_the_canvas(workbench) and bool(workbench.stage.canvas.selection)


def with_one_step(workbench: Workbench) -> bool:
    """Say whether one step of the canvas is selected, and nothing else."""
    chosen = workbench.stage.canvas.selection
    is_one = len(chosen) == 1 and chosen[0] in workbench.document.journey.by_id
    return on_the_canvas(workbench) and is_one


@dataclass(frozen=True, slots=True)
class Action:
    """A line of the table. `title` and `shortcut` are in the words of the source language.

    The keys of `is_of_canvas` are the canvas' own: it hears them itself, while it is in focus.
    `begins_group` sets the action apart from the one above it in its menu. What `is_in_use` has a
    tick there. `also` are other words that a person may look for it by; they are not shown.
    """

    id: str
    title: str
    menu: Menu
    run: Callable[[Workbench], None]
    shortcut: str = ""
    enabled: Callable[[Workbench], bool] = always
    is_of_canvas: bool = False
    begins_group: bool = False
    is_in_use: Callable[[Workbench], bool] | None = None
    also: str = ""

    @property
    def words(self) -> str:
        """The title in the language of the person."""
        return QCoreApplication.translate("Action", self.title)

    @property
    def found_by(self) -> str:
        """The other words it is found by, in the language of the person."""
        return QCoreApplication.translate("Action", self.also) if self.also else ""
