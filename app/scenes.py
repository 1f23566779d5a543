"""The scenes that pictures are taken of: every room and panel, brought into view one by one."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget

from app.desktop import Desktop
from journeys.document.edits.steps import ChangeNode, RemoveNodes
from journeys.document.format import loads
from journeys.nodes.experiment import Experiment
from journeys.samples import samples
from journeys.values import evolve

SAMPLE = "shop_rescue"
SPLIT, END = "words", "reminded"
TOO_SMALL_HOLDOUT = 500


@dataclass(frozen=True, slots=True)
class Scene:
    """What is brought into view, and how it is cleared away.

    `then` is done once all has found its place; `over` is what lies over the window then.
    """

    name: str
    show: Callable[[], object]
    then: Callable[[], object] = lambda: None
    over: Callable[[], QWidget | None] = lambda: None
    clear: Callable[[], object] = lambda: None


def first_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return what a person sees who never opened anything."""
    return (Scene("home_empty", lambda: desktop.front.show_room("home")),)


def scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return what is seen of a journey that was run; the journey is the sample at the end."""
    window, front = desktop.window, desktop.front

    def design(chosen: str = SPLIT) -> None:
        front.show_room("design")
        window.show_left("steps")
        window.canvas.show_story(None)
        window.canvas.zoom_to_fit()
        window.canvas.select((chosen,))

    def outline() -> None:
        design()
        front.show_left("outline")
        window.canvas.zoom_to_fit()

    def journey() -> None:
        design()
        window.canvas.select(())
        window.inspector.turn("results")

    def results(panel: str) -> None:
        window.canvas.select(())
        front.show_room("results")
        window.results.ask(panel)
        window.canvas.zoom_to_fit()

    return (
        Scene("home", lambda: front.show_room("home")),
        Scene("design", design),
        Scene("journey", journey, clear=lambda: window.inspector.turn("settings")),
        Scene("journey", journey, clear=lambda: window.inspector.turn("settings")),
        Scene("outline", outline),
        Scene("results", lambda: results("overview")),
        Scene("explain", lambda: results("explain")),
        _dialog("settings", design, front.show_settings),
        _dialog("shortcuts", design, front.show_shortcuts),
        Scene("commands", design, front.show_commands, lambda: front.commands, front.commands.hide),
    )


def last_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return what is seen of other journeys: one in which something is wrong, and an empty one."""
    window, front, workbench = desktop.window, desktop.front, desktop.workbench

    def wrong() -> None:
        workbench.put(loads(samples()[SAMPLE]))
        front.show_room("design")
        split = workbench.document.journey.node(SPLIT)
        if isinstance(split, Experiment):
            workbench.do(ChangeNode(evolve(split, holdout=TOO_SMALL_HOLDOUT)))
        workbench.do(RemoveNodes((END,)))

    def told() -> None:
        window.canvas.zoom_to_fit()
        window.canvas.select((SPLIT,))
        front.show_problems()

    def empty() -> None:
        workbench.put_new()
        front.show_room("design")

    return (
        Scene("problems", wrong, told, lambda: front.problems, front.problems.hide),
        Scene("journey_empty", empty),
    )


def _dialog(name: str, before: Callable[[], object], show: Callable[[], object]) -> Scene:
    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()

    return Scene(name, before, show, QApplication.activeModalWidget, close)
