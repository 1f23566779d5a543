"""What takes customers out, or is waited for: something that happens, or a true condition."""

from widgets.inspector.context import Context
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option
from widgets.inspector.fields.field import Field
from widgets.inspector.look import label
from widgets.inspector.speech import translate
from widgets.theme import CONTROL

EVENT, CONDITION = "event", "condition"


class CauseField(Field):
    """Asks for an event with its filter, or for a condition: one of the two.

    `inner` are the fields of event, filter and condition, `fresh` the event and the condition
    that each begins with; `of_event` is what else is said of an event alone.
    """

    asks_for_several = True

    def __init__(
        self,
        what: str,
        context: Context,
        inner: tuple[Field, Field, Field],
        fresh: tuple[str, object],
        of_event: tuple[str, ...] = ("where",),
    ) -> None:
        super().__init__(what, context)
        self.happening, self.where, self.condition = inner
        self._fresh_event, self._fresh_condition = fresh
        self._of_event = of_event
        self.picker = Picker(what, context.theme)
        self.picker.offer((
            Option(EVENT, translate("Inspector", "Something happens")),
            Option(CONDITION, translate("Inspector", "A condition becomes true")),
        ))  # fmt: skip
        self.picker.picked.connect(self._turn)
        self.hold(self.picker)
        self._only = label(translate("Inspector", "Only where"), CONTROL)
        for name, field in zip((EVENT, "where", CONDITION), inner, strict=True):
            self._hear(name, field)
            if field is self.where:
                self.hold(self._only)
            self.hold(field)
        self.start_at(self.picker)

    def show_value(self, content: object) -> None:
        """Show what happens, or the condition."""
        condition = getattr(content, "condition", None)
        happens = condition is None
        self.picker.show_value(EVENT if happens else CONDITION)
        self.happening.setVisible(happens)
        self.where.setVisible(happens)
        self._only.setVisible(happens and getattr(content, "where", None) is not None)
        self.condition.setVisible(not happens)
        if happens:
            self.happening.show_value(getattr(content, "event", ""))
            self.where.show_value(getattr(content, "where", None))
        else:
            self.condition.show_value(condition)
        self.say("")

    def _hear(self, name: str, field: Field) -> None:
        field.changed.connect(lambda content: self.changed.emit({name: content}))
        field.left.connect(self.left)

    def _turn(self, cause: str) -> None:
        happens = cause == EVENT
        self.settle({
            "event": self._fresh_event if happens else None,
            **dict.fromkeys(self._of_event),
            "condition": None if happens else self._fresh_condition,
        })  # fmt: skip
