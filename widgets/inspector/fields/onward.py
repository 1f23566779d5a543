"""Where customers go on: one of the other journeys there are, and by which of its starts."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from journeys.spoken import spoken
from journeys.values import Value
from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import PlainButton
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option
from widgets.inspector.fields.field import Field
from widgets.inspector.look import label
from widgets.inspector.speech import translate
from widgets.theme import CONTROL, SECONDARY


class OnwardField(Field):
    """Offers the journeys that can be started by a call, and asks by which where there are more.

    `open_asked` carries the id of the journey that is picked.
    """

    asks_for_several = True
    open_asked = Signal(str)

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self._id = ""
        self.picker = Picker(what, context.theme)
        self.picker.picked.connect(self._turn)
        start = translate("Inspector", "By which of its starts")
        self.asked = label(start, CONTROL)
        self.call = Picker(start, context.theme)
        self.call.picked.connect(lambda call: self.settle({"call": call}))
        self.none = label(_none(), SECONDARY, "second", wraps=True)
        words = translate("Inspector", "Open it")
        self.open = PlainButton(words, words)
        self.open.clicked.connect(lambda: self.open_asked.emit(self._id))
        for part in (self.picker, self.none, self.asked, self.call, self.open):
            self.hold(part)
        self.start_at(self.picker)

    def show_beside(self, owner: Value) -> None:
        """Offer the journeys there are now."""
        self.show_value(owner)

    def show_value(self, content: object) -> None:
        """Show which journey is picked, and its start."""
        self._id, call = str(getattr(content, "journey", "")), str(getattr(content, "call", ""))
        there = self._there
        calls = there[self._id][1] if self._id in there else {}
        lost = {} if self._id in there or not content_is_chosen(content) else {self._id: self._id}
        names = {id_: name for id_, (name, _) in there.items()}
        self.picker.offer(
            tuple(Option(id_, name) for id_, name in {**names, **_spoken(lost)}.items())
        )
        self.picker.setVisible(bool(there) or bool(lost))
        self.picker.show_value(self._id if self._id in {**names, **lost} else "")
        self.none.setVisible(not there)
        is_wanted = bool(calls) and (len(calls) > 1 or call not in calls)
        starts = calls if call in calls else {call: spoken(call), **calls}
        self.call.offer(tuple(Option(name, title) for name, title in starts.items()))
        self.call.show_value(call)
        for part in (self.asked, self.call):
            part.setVisible(is_wanted)
        self.open.setVisible(self._id in there)
        self.say("")

    @property
    def _there(self) -> Mapping[str, tuple[str, Mapping[str, str]]]:
        return self.context.choices.own.onward

    def _turn(self, journey: str) -> None:
        """Go on in another journey, by its first start."""
        calls = self._there[journey][1] if journey in self._there else {}
        call = next(iter(calls), None)
        self.settle({"journey": journey} | ({"call": call} if call is not None else {}))


def content_is_chosen(content: object) -> bool:
    """Say whether a jump says where it leads."""
    return bool(getattr(content, "calls", ()))


def _spoken(names: Mapping[str, str]) -> Mapping[str, str]:
    return {id_: spoken(name) for id_, name in names.items()}


def _none() -> str:
    return translate(
        "Inspector",
        "There is no other journey yet that starts by a call. Make one with the start "
        "\u201cFrom a journey or system\u201d, and save it in the folder of this one.",
    )
