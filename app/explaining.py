"""Follows single customers through the journey that ran last."""

from collections.abc import Generator, Mapping
from typing import Any

from PySide6.QtCore import QObject

from app.following import story
from app.results_room import EXPLAIN
from app.running import Outcome
from app.waiting import Waiting
from app.window import Window
from app.workbench import Workbench
from journeys.document.journey import Journey
from journeys.progress import Progress
from journeys.simulation.behind import entries, title
from journeys.simulation.explain import Told
from journeys.simulation.follow import Followed, follow
from journeys.simulation.groups import Group, Grouped, grouped
from journeys.simulation.known import Known
from journeys.simulation.onward import belonging
from journeys.simulation.people import passing, sought
from widgets.canvas.camera import WHOLE, Camera
from widgets.canvas.geometry import Rect, surrounding
from widgets.results.census import Census
from widgets.results.customers import ASKED
from widgets.results.player import HEIGHT
from widgets.results.story import NOBODY
from widgets.shell.bench import INSET
from widgets.task import Task

SMALLEST = 0.5
BAR = HEIGHT + INSET


class Explaining(QObject):
    """Answers who came through a step, and what happened to a customer and why."""

    def __init__(self, workbench: Workbench, window: Window) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._window = window
        self._tasks: dict[str, Task] = {}
        self._followed = NOBODY
        self._place: int | None = None
        self._known: Known | None = None
        self._grouped: Grouped | None = None
        self._asked: tuple[str, str] | None = None
        workbench.running.finished.connect(self._group)
        workbench.opened.connect(self._forget)
        window.overview.people_asked.connect(self.show_people)
        window.canvas.chip_clicked.connect(lambda asked: self._show_way(*asked))
        window.inspector.people_asked.connect(self.show_people)
        window.explain.customer_chosen.connect(self.show_customer)
        window.explain.left.connect(self._leave)
        window.explain.decision_chosen.connect(self.show_decision)
        window.explain.decision_pointed.connect(self._point)
        window.explain.step_asked.connect(self._go_to)
        window.results.placed.connect(self._light)

    def show_people(self, node: str, out: str) -> None:
        """Show who came through a step, by a port or for a reason."""
        outcome = self._workbench.running.outcome
        if outcome is None:
            return
        work = passing(
            outcome.ran.program, outcome.brought.dataset, node, out, journey=outcome.journey.id
        )
        self._do("people", work, lambda places: self._show_asked(outcome, (node, out), places))

    def _show_way(self, node: str, port: str) -> None:
        """Show who went along a path; where all leave a message by `sent`, all who came to it."""
        step = self._journey.by_id.get(node)
        ports = {each.id for each in step.ports()} if step is not None else set()
        others = ports - {port}
        is_all = port == "sent" and not any(self._journey.target(node, each) for each in others)
        self.show_people(node, "" if is_all else port)

    def show_customer(self, customer: str) -> None:
        """Tell the story of a customer."""
        outcome = self._workbench.running.outcome
        if outcome is not None:
            is_asked = self._window.explain.customers.group == ASKED
            asked = self._asked if is_asked else None
            self._do("story", telling(outcome, customer, asked), self._show_story)

    def show_decision(self, place: int) -> None:
        """Show one decision of the story on the canvas, and bring its step into view."""
        if 0 <= place < len(self.told):
            self._place = place
            self._light()
            self._reveal()

    def stop(self) -> None:
        """Give up what is being looked for."""
        for task in self._tasks.values():
            task.stop()
        self._tasks.clear()

    @property
    def told(self) -> tuple[Told, ...]:
        """The story that is shown."""
        return self._followed.told

    @property
    def _journey(self) -> Journey:
        return self._workbench.document.journey

    def _do(self, name: str, work: Generator[Progress, None, Any], then: Any) -> None:  # noqa: ANN401
        if name in self._tasks:
            self._tasks.pop(name).stop()
        self._tasks[name] = task = Task(work, self)
        task.finished.connect(then)
        task.refused.connect(self._workbench.refuse)
        task.crashed.connect(self._workbench.crashed)
        Waiting(task, self._window.notices)
        task.start()

    def _group(self, outcome: Outcome) -> None:
        program, dataset = outcome.ran.program, outcome.brought.dataset
        work = grouped(program, dataset, journey=outcome.journey.id)
        self._do("groups", _knowing(outcome, work), self._show_groups)

    def _show_groups(self, found: tuple[Known, Grouped]) -> None:
        self._known, self._grouped = found
        groups = self._grouped.groups
        outcome = self._workbench.running.outcome
        if outcome is not None:
            looked_at, whole = self._grouped.looked_at, outcome.brought.dataset.customers
            many = {group.name: len(group.ids) for group in groups}
            got = many.get("got", 0)
            people = Census(looked_at, many["everyone"], got, is_whole=looked_at == whole)
            self._window.overview.show_people(people)
        self._show_customers(None)
        if self.told:
            self.show_customer(self._followed.person.id)

    def _show_customers(self, asked: Group | None) -> None:
        found, known, explain = self._grouped, self._known, self._window.explain
        if found is None or known is None:
            explain.set_customers(asked, ())
        else:
            explain.set_customers(asked, found.groups, found.lines, known.name)
        outcome = self._workbench.running.outcome
        if outcome is not None:
            explain.show_ground(
                self.tr("{} customers, seed {}").format(
                    f"{outcome.brought.dataset.customers:,}", outcome.ran.program.settings.seed
                )
            )

    def _leave(self) -> None:
        """Follow nobody."""
        if "story" in self._tasks:
            self._tasks.pop("story").stop()
        self._followed, self._place = NOBODY, None
        self._light()

    def _show_asked(
        self, outcome: Outcome, asked: tuple[str, str], places: tuple[int, ...]
    ) -> None:
        ids = tuple(outcome.brought.dataset.ids[place] for place in places)
        if not ids:
            self._workbench.tell(self.tr("Nobody went that way."))
            return
        self._window.results.show_panel(EXPLAIN)
        self._workbench.stage.show_room("results")
        result: Mapping[str, Any] = outcome.ran.result
        count = entries(result["journeys"][outcome.journey.id], *asked)
        self._asked = asked
        self._show_customers(Group(ASKED, title(outcome.journey, *asked), ids, count))
        self.show_customer(ids[0])

    def _show_story(self, told: tuple[Followed, int | None]) -> None:
        found, decision = told
        self._followed, self._place = found, None
        outcome = self._workbench.running.outcome
        ran = outcome.ran.program.journeys if outcome is not None else ()
        self._window.explain.show_story(found, ran, decision)
        self._light()
        self._reveal_way()

    def _light(self, place: int | None = None) -> None:
        """Light up the way of the customer while Explain is in view, else nothing."""
        window = self._window
        if window.results.shown != EXPLAIN or window.room != "results" or not self.told:
            window.canvas.show_story(None)
            return
        at = self._place if place is None else place
        words = (self.tr("Left here"), self.tr("Still here"))
        told = window.explain.story.entries
        window.canvas.show_story(story(self._journey, self._followed, told, at, words))

    def _point(self, place: int) -> None:
        self._light(place if place >= 0 else None)

    def _step(self) -> str | None:
        chosen = self._window.explain.story.chosen
        places = self._window.canvas.scene.steps.place
        return chosen.node if chosen is not None and chosen.node in places else None

    def _reveal(self) -> None:
        node, canvas = self._step(), self._window.canvas
        if node is not None:
            canvas.reveal(self._clear(canvas.scene.steps.frame(node)))

    def _reveal_way(self) -> None:
        """Bring the whole way of the customer into view, smaller where it has to be.

        Where nobody could read it then, one step is brought into view.
        """
        canvas = self._window.canvas
        if canvas.story is None:
            return
        frames = [canvas.scene.steps.frame(node) for node in canvas.story.steps]
        whole, part = surrounding(frames), canvas.fitting_part
        way, sight = self._clear(whole), canvas.clear_sight
        if frames and way.width <= sight.width and way.height <= sight.height:
            canvas.reveal(way)
        elif frames and Camera.fitting(whole, part.width, part.height).scale >= SMALLEST:
            canvas.fit(whole)
        elif self._step() is not None:
            self._reveal()
        elif frames:
            canvas.reveal(self._clear(frames[0]))

    def _clear(self, frame: Rect) -> Rect:
        """Return a frame with room for the bars that lie over the canvas above and below it."""
        bar = BAR / self._window.canvas.camera.scale
        return Rect(frame.x, frame.y - bar, frame.width, frame.height + 2 * bar)

    def _go_to(self, node: str) -> None:
        """Bring a step into the middle of the canvas, large enough to be read."""
        canvas = self._window.canvas
        if node in canvas.scene.steps.place:
            scale = canvas.camera.scale if canvas.camera.scale >= SMALLEST else WHOLE
            canvas.look_at(canvas.scene.steps.frame(node).centre, scale)
            canvas.setFocus()

    def _forget(self, journey: Journey) -> None:
        del journey
        self.stop()
        self._followed, self._place = NOBODY, None
        self._grouped, self._known = None, None
        self._window.explain.show_nothing()
        self._window.canvas.show_story(None)


def telling(
    outcome: Outcome, customer: str, asked: tuple[str, str] | None = None
) -> Generator[Progress, None, tuple[Followed, int | None]]:
    """Return a customer's story, and the place in it of the decision that was asked for.

    It goes on into the journeys that the one that ran leads to, and back.

    Raises InvalidDatasetError for an unknown id.
    """
    yield Progress(0, 1, "Following the customer")
    program, dataset = outcome.ran.program, outcome.brought.dataset
    whole, id_ = follow(program, dataset, customer), outcome.journey.id
    tellings = [one.telling for one in whole.told]
    places = belonging({each.id: each for each in program.journeys}, tellings, id_)
    found = whole.within(places, id_)
    if asked is None:
        return found, None
    place = sought(program, dataset, dataset.place(customer), *asked, journey=id_)
    return found, places.index(place) if place is not None else None


def _knowing(
    outcome: Outcome, work: Generator[Progress, None, Grouped]
) -> Generator[Progress, None, tuple[Known, Grouped]]:
    """Put customers into groups, and know what they are called."""
    found = yield from work
    return Known(outcome.brought.dataset, outcome.ran.program.settings), found
