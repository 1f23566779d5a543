"""Lets the words of messages be written: each edit goes to the workbench, with its way back."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from app.knowing import lacks, stops
from app.seeing import Seeing
from app.surveying import Surveying
from app.variables import offered
from app.window import Window
from app.workbench import Workbench
from journeys.content.message import Message
from journeys.context.known import Known
from journeys.context.mending import AskFirst, LeaveOut
from journeys.document.edits.steps import ChangeNode
from journeys.document.journey import Journey
from journeys.program.vocabulary import Vocabulary
from journeys.values import evolve
from widgets.content.listed import Listed
from widgets.content.room import Message as Opened
from widgets.document import Changed
from widgets.wording import kind_words, step_words


class Messaging(QObject):
    """Opens messages in their room; what is seen of them is the business of `seeing`."""

    def __init__(self, workbench: Workbench, window: Window) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._window = window
        self._room = window.messages
        self._known: Known | None = None
        self.seeing = Seeing(workbench, window, self)
        self._says_too_long = False
        self.seeing.reached.connect(self._offer)
        self.surveying = Surveying(workbench, window, self.seeing)
        room = self._room
        room.seen.connect(self.open)
        room.edited.connect(lambda step, part, text: self._change(step, {part: text}))
        room.began.connect(self._begin)
        room.left.connect(workbench.document.seal)
        room.past_asked.connect(lambda step, name: self._mend(AskFirst(step, name)))
        room.out_asked.connect(lambda step, path: self._mend(LeaveOut(step, path)))
        room.chosen.connect(self.choose)
        workbench.document.changed.connect(self._hear)
        workbench.opened.connect(lambda _: self._forget())
        workbench.data.changed.connect(self._forget)
        window.canvas.selection_changed.connect(lambda _: self._open_selected())
        window.canvas.checked.connect(lambda _: self._show_list())

    @property
    def messages(self) -> tuple[Message, ...]:
        """The messages of the journey, from top to bottom as they stand on the canvas."""
        places = self._journey.positions
        found = [node for node in self._journey.nodes if isinstance(node, Message)]
        return tuple(sorted(found, key=lambda node: places.get(node.id, (0, 0))[::-1]))

    @property
    def message(self) -> Message | None:
        """The message that is open, as it is now."""
        desk = self._room.desk
        node = self._journey.by_id.get(desk.message.id) if desk is not None else None
        return node if isinstance(node, Message) else None

    def choose(self, step: str) -> None:
        """Open a message; it is selected on the canvas from now on."""
        self._window.canvas.select((step,))

    def open(self) -> None:
        """Open the message that is selected, else the one that is open, else the first."""
        there = {each.id: each for each in self.messages}
        here = self.message
        asked = (*self._window.canvas.selection[:1], here.id if here is not None else "", *there)
        message = next((there[each] for each in asked if each in there), None)
        if message is None:
            self._room.open(None)
        elif self._is_other(message):
            self._lay(message)
        self._show_list()
        self._see(message)

    def stop(self) -> None:
        """End what is under way, for good."""
        self.surveying.stop()
        self.seeing.stop()

    def tell(self) -> None:
        """Take what was written last."""
        if self._room.desk is not None:
            self._room.desk.writer.tell()

    @property
    def _journey(self) -> Journey:
        return self._workbench.document.journey

    @property
    def _is_seen(self) -> bool:
        return self._window.room == "messages"

    def _open_selected(self) -> None:
        if self._is_seen:
            self.open()

    def _is_other(self, message: Message) -> bool:
        desk = self._room.desk
        return desk is None or desk.message != self._opened(message)

    def _opened(self, message: Message) -> Opened:
        card = message.card
        line = f"{kind_words(card.title)}, {self._journey.name}"
        sorts = type(message).sorts()
        return Opened(message.id, step_words(message), line, message.channel, sorts, card)

    def _lay(self, message: Message) -> None:
        self.tell()
        self._workbench.document.seal()
        self._room.open(self._opened(message))
        self.seeing.forget()
        self._offer()
        self._show_words(message)

    def _show_words(self, message: Message) -> None:
        if self._room.desk is not None:
            self._room.desk.writer.show_words({part.name: part.source for part in message.parts()})

    def _show_list(self) -> None:
        if not self._is_seen:
            return
        wrong: dict[str, int] = {}
        for problem in self._workbench.problems:
            if problem.node is not None:
                wrong[problem.node] = wrong.get(problem.node, 0) + 1
        here = self.message
        listed = tuple(self._listed(each, wrong.get(each.id, 0)) for each in self.messages)
        self._room.show_messages(listed, here.id if here is not None else "")
        self._show_lacks()

    def _listed(self, message: Message, wrong: int) -> Listed:
        line = self.tr("Ready") if message.has_body else self.tr("No words yet")
        if wrong:
            line = self.tr("1 problem") if wrong == 1 else self.tr("{} problems").format(wrong)
        return Listed(message.id, step_words(message), line, message.card, wrong)

    def _offer(self) -> None:
        """Offer what can be put in at the step, with the values of the customer in view."""
        brought, message, desk = self._workbench.data.brought, self.message, self._room.desk
        if brought is not None and message is not None and desk is not None:
            there = self.seeing.there
            values = there.known if there is not None else {}
            known = self._know(brought.dataset.vocabulary)
            offers = offered(known, message.id, values)
            desk.writer.show_offers(offers, message.only_with)
        self._show_way()
        self._show_lacks()

    def _know(self, vocabulary: Vocabulary) -> Known:
        """Return what is known in the journey as it is now; worked out once for all messages."""
        known, journey = self._known, self._journey
        is_same = known is not None and known.journey is journey and known.vocabulary is vocabulary
        if known is None or not is_same:
            known = self._known = Known(journey, vocabulary)
        return known

    def _show_way(self) -> None:
        """Show by which way the customer in view came to the message, with what is known of it."""
        there, message, desk = self.seeing.there, self.message, self._room.desk
        outcome, known = self._workbench.running.outcome, self._known
        if desk is None:
            return
        if there is None or message is None or outcome is None or known is None:
            desk.strip.show_way(())
            return
        way = stops(there, outcome.journey, known, message)
        desk.strip.show_way(way, there.person.called, there.moment)

    def _mend(self, fix: AskFirst | LeaveOut) -> None:
        self.tell()
        self._workbench.document.seal()
        self._workbench.do(fix)
        self._workbench.document.seal()

    def _show_lacks(self) -> None:
        """Say who lacks what the message needs."""
        message, known, desk = self.message, self._known, self._room.desk
        if message is not None and known is not None and desk is not None:
            found = lacks(known, message, self._workbench.problems)
            desk.writer.box.show_lacks(found)

    def _begin(self, step: str, words: Mapping[str, str]) -> None:
        self._workbench.document.seal()
        self._change(step, words)
        self._workbench.document.seal()

    def _change(self, step: str, words: Mapping[str, str]) -> None:
        node = self._journey.by_id.get(step)
        if isinstance(node, Message) and not self._is_too_long(node, words):
            self._workbench.do(ChangeNode(evolve(node, **words)))

    def _is_too_long(self, message: Message, words: Mapping[str, str]) -> bool:
        """Return whether words cannot be kept, which is said once for as long as it is so."""
        parts = (part for part in message.parts() if len(words.get(part.name, "")) > part.most)
        long = next(parts, None)
        if long is not None and not self._says_too_long:
            said = self.tr("The {0} is not kept: it has more than {1} letters.")
            attempt = self.tr("Make it shorter. Until then the journey holds what it held.")
            self._workbench.warn(said.format(long.spoken, f"{long.most:,}"), attempt)
        self._says_too_long = long is not None
        return self._says_too_long

    def _hear(self, changed: Changed) -> None:
        """Show what was changed elsewhere, and what comes of it."""
        desk = self._room.desk
        if desk is None or changed.before.id != changed.after.id:
            return
        message = self.message
        if message is None or not self._is_seen:
            self._room.open(None)
            if self._is_seen:
                self.open()
            return
        diff = changed.diff
        others = diff.added_nodes | diff.removed_nodes | (diff.changed_nodes - {message.id})
        before = changed.before.by_id.get(message.id)
        is_for_others = getattr(before, "only_with", ()) != message.only_with
        if others or is_for_others or changed.before.edges != changed.after.edges:
            self._offer()
        else:
            self._show_way()
        self._show_words(message)
        self._show_list()
        self._see(message)

    def _see(self, message: Message | None) -> None:
        self.surveying.show(message)
        self.seeing.show(message)

    def _forget(self) -> None:
        self.seeing.forget()
        self.surveying.show(None)
        self._room.open(None)
        if self._is_seen:
            self.open()
