"""A property by its name, picked from those the data has."""

from collections.abc import Callable

from journeys.values import Value
from widgets.inspector.context import Context
from widgets.inspector.controls.picker import Picker
from widgets.inspector.controls.picking import Option
from widgets.inspector.fields.field import Field

Offering = Callable[[Value | None], tuple[Option, ...]]


class NameField(Field):
    """Shows a name and opens others; `offering` says which, given the value it is a part of.

    `unchosen` is a name that stands for none yet.
    """

    def __init__(
        self,
        what: str,
        context: Context,
        offering: Offering,
        unchosen: str = "",
        *,
        is_open: bool = True,
    ) -> None:
        super().__init__(what, context)
        self._offering, self._unchosen = offering, unchosen
        self.picker = Picker(what, context.theme, is_open=is_open)
        self.picker.offer(offering(None))
        self.picker.picked.connect(self.settle)
        self.hold(self.picker)
        self.start_at(self.picker)

    def show_beside(self, owner: Value) -> None:
        """Offer what fits the value."""
        self.picker.offer(self._offering(owner))

    def show_value(self, content: object) -> None:
        """Show the name."""
        self.picker.show_value("" if content == self._unchosen else str(content))
        self.say("")
