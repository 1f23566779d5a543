"""What tools may know of the canvas and ask of it."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt

from journeys.document.edits.edit import Edit
from journeys.document.journey import Journey
from widgets.canvas.camera import Camera
from widgets.canvas.geometry import Point
from widgets.canvas.overlay import Overlay
from widgets.canvas.scene import Scene
from widgets.canvas.spots import Spot


@dataclass(frozen=True, slots=True)
class Gesture:
    """Where the mouse is, in the view and on the canvas; `adds` and `is_free` are keys held.

    `adds` keeps what is selected; `is_free` moves without snapping.
    """

    place: Point
    point: Point
    adds: bool = False
    is_free: bool = False


class Board(Protocol):
    """The canvas as tools see it."""

    @property
    def journey(self) -> Journey:
        """The journey that is shown."""

    @property
    def scene(self) -> Scene:
        """Where everything stands."""

    @property
    def camera(self) -> Camera:
        """What is in view."""

    @property
    def selection(self) -> tuple[str, ...]:
        """The steps and notes that are selected."""

    @property
    def overlay(self) -> Overlay:
        """What is shown above the drawing."""

    def lay_over(self, overlay: Overlay) -> None:
        """Show something else above the drawing."""

    def look(self, camera: Camera) -> None:
        """Look elsewhere."""

    def select(self, ids: tuple[str, ...]) -> None:
        """Select steps and notes, and nothing else."""

    def spot(self, point: Point) -> Spot:
        """Return what lies at a place of the canvas."""

    def do(self, edit: Edit) -> bool:
        """Do an edit; False where it was refused, which the person is told."""

    def refresh(self) -> None:
        """Paint again: the scene was changed for the time of a gesture."""

    def ask_step(self, place: Point, after: tuple[str, str] | None, at: Point | None) -> None:
        """Ask which step to add, at a place of the view; `at` is where it would stand."""

    def ask_menu(self, place: Point, spot: Spot) -> None:
        """Ask what to do with something, at a place of the view."""

    def click_tag(self, spot: Spot) -> None:
        """Do what a click on the chip of a path does."""


class Tool(Protocol):
    """One thing the mouse can do, from the press of its button to the release."""

    cursor: Qt.CursorShape

    def move(self, board: Board, gesture: Gesture) -> "Tool":
        """Follow the mouse; return the tool that goes on."""

    def release(self, board: Board, gesture: Gesture) -> None:
        """Finish."""

    def cancel(self, board: Board) -> None:
        """Leave everything as it was before the press."""
