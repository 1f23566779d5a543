"""What actions may ask of the window: to show something, and to ask the person."""

from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from PySide6.QtCore import QCoreApplication

from widgets.canvas.view import CanvasView
from widgets.shell.asking import Overwriting
from widgets.theme import Theme

Room: TypeAlias = Literal["home", "design", "messages", "results"]


def room_words() -> dict[str, str]:
    """Return what the rooms of a journey are called, in their order."""
    translate = QCoreApplication.translate
    return {
        "design": translate("Window", "Design"),
        "messages": translate("Window", "Messages"),
        "results": translate("Window", "Results"),
    }


class Stage(Protocol):
    """The window as actions see it."""

    @property
    def canvas(self) -> CanvasView:
        """The canvas of the open journey."""

    @property
    def theme(self) -> Theme:
        """The colours in use."""

    @property
    def room(self) -> Room:
        """The room that is in view."""

    def show_room(self, room: Room) -> None:
        """Bring a room into view."""

    def show_explain(self) -> None:
        """Show the customers one by one: what happened to each, and why."""

    def show_rule(self, name: str) -> None:
        """Go to a rule of the journey itself, such as "goals"."""

    def show_left(self, panel: str) -> None:
        """Show the steps to add or the outline at the left of the canvas, and go there."""

    def go_to_part(self, by: int) -> None:
        """Go to the next part of the window, or with -1 to the one before."""

    def rename(self) -> None:
        """Let the person write the title of the selected step, where they see it."""

    def ask_connection(self, step: str, port: str = "") -> None:
        """Offer the steps that a way out of a step can lead to."""

    def go_to_refused(self) -> bool:
        """Go to a field with a text in it that cannot be; False where there is none."""

    def toggle_left(self) -> None:
        """Show or hide what stands at the left of the canvas."""

    def toggle_right(self) -> None:
        """Show or hide what stands at the right of the canvas."""

    def show_commands(self) -> None:
        """Offer all that can be done, to be found by name."""

    def show_shortcuts(self) -> None:
        """Show all keys."""

    def show_problems(self) -> None:
        """Show what is wrong with the journey, with the fixes there are."""

    def show_history(self) -> None:
        """Show what was done, to go back to any of it."""

    def show_settings(self) -> None:
        """Show what can be chosen."""

    def show_breaks(self) -> None:
        """Show the pauses that test runs take."""

    def show_columns(self) -> None:
        """Show which column of the files in use became what."""

    def find_step(self) -> None:
        """Offer the steps of the journey, to be found by name."""

    def ask_variable(self) -> None:
        """Offer the variables of the journey, for one of them to be followed."""

    def ask_step(self) -> None:
        """Offer the kinds of steps that can be added."""

    def ask_journey(self) -> Path | None:
        """Ask for a journey's file."""

    def ask_start(self) -> None:
        """Ask who starts a new journey."""

    def ask_events(self, ending: str = "") -> tuple[Path, ...]:
        """Ask for files of events; of one format alone where its ending is given."""

    def ask_where(self, name: str) -> Path | None:
        """Ask where to keep the journey."""

    def ask_where_picture(self, name: str) -> Path | None:
        """Ask where to put the picture of the journey."""

    def may_leave(self) -> bool:
        """Ask what to do about changes that are not saved; False: stay here."""

    def how_to_overwrite(self, name: str) -> Overwriting:
        """Ask what to do about a file that somebody else has changed."""

    def leave(self) -> None:
        """Close the window."""
