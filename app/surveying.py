"""Counts what the open message says to everyone who gets it, once nobody writes any more."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from app.delivery.census import Behind
from app.delivery.survey import PEOPLE, Survey, survey
from app.running import Outcome
from app.seeing import Seeing
from app.window import Window
from app.workbench import Workbench
from journeys.content.message import Message
from journeys.errors import ThroughlineError
from journeys.progress import Progress
from widgets.content.census import CensusBox, Counted
from widgets.task import Task

PAUSE = 500


class Surveying(QObject):
    """Counts beside the window, after the preview was seen; every edit gives the count up."""

    def __init__(self, workbench: Workbench, window: Window, seeing: Seeing) -> None:
        super().__init__(seeing)
        self._workbench, self._window, self._seeing = workbench, window, seeing
        self._message: Message | None = None
        self._of: tuple[Outcome, Message] | None = None
        self._task: Task | None = None
        self._given_up: list[Task] = []
        self._is_over = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._count)
        self._box.asked.connect(seeing.go_through)
        seeing.rendered.connect(self._wait)
        workbench.running.began.connect(lambda _: self.forget())

    @property
    def survey_task(self) -> Task | None:
        """The count that is under way."""
        return self._task

    @property
    def _box(self) -> CensusBox:
        return self._window.messages.list.census

    def show(self, message: Message | None) -> None:
        """Show the numbers of a message; those of the same one stay until there are others."""
        before, self._message = self._message, message
        if before is None or message is None or before.id != message.id:
            self.forget()
        elif self._of is not None and self._of[1] != message:
            self._give_up()
            self._box.show_stale(self._when_again(message))

    def forget(self) -> None:
        """Forget the numbers, as before another run."""
        self._give_up()
        self._box.show_nothing()

    def stop(self) -> None:
        """Give up what is being counted, for good."""
        self._is_over = True
        self._give_up()
        for task in self._given_up:
            task.wait()  # its process goes with it

    def _give_up(self) -> None:
        self._pause.stop()
        self._of, self._seeing.worst_first = None, ()
        task, self._task = self._task, None
        if task is not None:
            task.stop()
            self._given_up = [each for each in self._given_up if each.is_at_work]
            self._given_up.append(task)

    def _wait(self) -> None:
        """Count in a moment, unless that is done: the message was just seen."""
        outcome, message = self._workbench.running.outcome, self._message
        if outcome is None or message is None:
            return
        if self._of is None or self._of[0] is not outcome or self._of[1] != message:
            self._pause.start()

    def _when_again(self, message: Message) -> str:
        if not message.readings:
            return self.tr("Counted anew once there are words.")
        if any(reading.faults for _, reading in message.readings):
            return self.tr("Counted anew once the slip is mended.")
        return self.tr("Counted anew in a moment.")

    def _count(self) -> None:
        outcome, message = self._workbench.running.outcome, self._message
        if self._is_over or outcome is None or message is None:
            return
        if any(reading.faults for _, reading in message.readings):
            return  # nobody gets it until that is mended
        self._give_up()
        self._of = outcome, message
        journey = self._workbench.document.journey
        work = survey(outcome.ran.program, outcome.brought.dataset, journey, message.id)
        self._task = task = Task(work, self)
        task.progressed.connect(self._show_progress)
        task.finished.connect(self._take)
        task.refused.connect(self._refuse)
        task.crashed.connect(self._workbench.crashed)
        task.start()

    def _show_progress(self, progress: Progress) -> None:
        if self._task is not None and not self._is_over:  # else it was on its way when given up
            self._box.show_progress(progress)

    def _take(self, found: Survey) -> None:
        self._task = None
        self._seeing.worst_first = found.worst
        said = self.tr("All who get it in the last run.")
        if found.is_cut:
            said = self.tr("The first {} of those who come here in the last run.")
            said = said.format(f"{PEOPLE:,}")
        self._box.show_census(tuple(self._counted(found)), said)

    def _refuse(self, error: ThroughlineError) -> None:
        self._task = None
        self._box.show_nothing()
        self._workbench.refuse(error)

    def _counted(self, found: Survey) -> Iterator[Counted]:
        said = found.said

        def people(behind: Behind) -> tuple[int, ...]:
            return tuple(found.places[id_] for id_ in behind.first)

        def row(behind: Behind, words: str, sentence: str, tone: str) -> Counted:
            return Counted(behind.customers, words, sentence, people(behind), tone)

        yield row(
            said.sent, self.tr("people rendered"), self.tr("All who were rendered, in turn"), ""
        )
        yield Counted(
            said.distinct,
            self.tr("different messages"),
            self.tr("One person for each of the different messages, the most frequent first"),
            found.examples,
        )
        for lack in said.lacking:
            words = self.tr("get none, no {}").format(_short(lack.name))
            sentence = self.tr("They get no message: it needs {}, and they have none.")
            yield row(lack.behind, words, sentence.format(lack.name), "bad")
        for fault in said.faults:
            yield row(fault.behind, self.tr("cannot be written"), fault.failed.words, "bad")
        for blank in said.blanks:
            words = self.tr("blank for {}").format(_short(blank.name))
            sentence = self.tr("They have no {}, and nothing stands in its place.")
            yield row(blank.behind, words, sentence.format(blank.name), "warning")
        for fallback in said.fallbacks:
            words = self.tr("fallback for {}").format(_short(fallback.name))
            sentence = self.tr("They have no {}, and the fallback stands in its place.")
            yield row(fallback.behind, words, sentence.format(fallback.name), "warning")
        yield from self._none(found)

    def _none(self, found: Survey) -> Iterator[Counted]:
        """Yield what was looked for and not met."""
        said = found.said
        looked_for = (
            (said.fallbacks, self.tr("with a fallback")),
            (said.blanks, self.tr("with a blank")),
            ((*said.faults, *said.lacking), self.tr("without a message")),
        )
        for met, words in looked_for:
            if not met:
                yield Counted(0, words, self.tr("Nobody {}").format(words))


def _short(name: str) -> str:
    return name.removeprefix("customer.").removeprefix("event.").replace("_", " ")
