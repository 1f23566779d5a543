"""What is seen of other journeys: one in which something is wrong, one not run, an empty one."""

from PySide6.QtWidgets import QApplication

from app.desktop import Desktop
from app.results_room import EXPLAIN, OVERVIEW
from app.scenes.first import SAMPLE
from app.scenes.ran import SPLIT
from app.scenes.scene import Scene
from journeys.document.edits.steps import ChangeNode, RemoveNodes
from journeys.document.format import loads
from journeys.nodes.experiment import Experiment
from journeys.progress import Progress
from journeys.samples import samples
from journeys.schedules import WallTime
from journeys.simulation.breaks import Break
from journeys.values import evolve

END = "reminded"
TOO_SMALL_HOLDOUT = 500
PART, WHOLE = 3_700, 10_000


def last_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return a journey that cannot run, one before and while it runs, and an empty one."""
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

    def not_run(panel: str) -> None:
        workbench.put(loads(samples()[SAMPLE]))
        front.show_room("results")
        window.results.ask(panel)

    def running() -> None:
        not_run(OVERVIEW)
        window.overview.show_running(Progress(PART, WHOLE, "Walking customers through"))

    def cannot_run() -> None:
        wrong()
        workbench.run()

    def empty() -> None:
        workbench.put_new()
        front.show_room("design")

    return (
        Scene("problems", wrong, told, lambda: front.problems, front.problems.hide),
        Scene("results_none", lambda: not_run(OVERVIEW)),
        Scene("explain_none", lambda: not_run(EXPLAIN), clear=lambda: window.results.ask(OVERVIEW)),
        Scene("results_running", running, clear=window.overview.show_nothing),
        Scene(
            "results_refused",
            cannot_run,
            until=lambda: not workbench.running.is_running,
            clear=window.overview.show_nothing,
        ),
        _pauses(desktop),
        Scene("journey_empty", empty),
    )


def _pauses(desktop: Desktop) -> Scene:
    front, workbench = desktop.front, desktop.workbench

    def paused() -> None:
        workbench.put(loads(samples()[SAMPLE]))
        front.show_room("results")
        workbench.take_breaks(
            (
                Break(journey=SAMPLE, start=_at("2026-01-10T09:00"), end=_at("2026-01-12T09:00")),
                Break(start=_at("2026-01-15T22:00"), end=_at("2026-01-16T06:00")),
            )
        )

    def go_on() -> None:
        asked = QApplication.activeModalWidget()
        if asked is not None:
            asked.close()
        workbench.take_breaks(())

    return Scene("pauses", paused, front.show_breaks, QApplication.activeModalWidget, go_on)


def _at(text: str) -> WallTime:
    return WallTime.parse(text)
