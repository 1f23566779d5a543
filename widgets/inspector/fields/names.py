"""Several names, such as the properties a goal repeats."""

from PySide6.QtWidgets import QWidget

from journeys.values import Value
from widgets.flow import Flow
from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import LinkButton
from widgets.inspector.controls.picking import PickList
from widgets.inspector.controls.popup import Popup
from widgets.inspector.controls.token import Token
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.name import Offering
from widgets.inspector.speech import translate


class NamesField(Field):
    """Names as tokens; pressing one takes it away, the last button adds another."""

    def __init__(self, what: str, context: Context, add: str, offering: Offering) -> None:
        super().__init__(what, context)
        self._offering = offering
        self._names: tuple[str, ...] = ()
        self._owner: Value | None = None
        self.tokens: tuple[Token, ...] = ()
        self.add = LinkButton(add, f"{what}: {add}", context.theme)
        self.add.clicked.connect(self.open)
        self._body = QWidget()
        self._flow = Flow(self._body)
        self.hold(self._body)
        self.popup: Popup | None = None

    def show_beside(self, owner: Value) -> None:
        """Learn which names fit."""
        self._owner = owner

    def show_value(self, content: object) -> None:
        """Show the names."""
        if isinstance(content, tuple):
            self._names = tuple(str(name) for name in content)
            self._arrange()
            self.say("")

    def open(self) -> None:
        """Open the names there are."""
        offered = tuple(
            each for each in self._offering(self._owner) if each.value not in self._names
        )
        picking = PickList(self.what, offered, is_open=True)
        self.popup = Popup(picking, self.context.theme, self.add)
        picking.picked.connect(self._take)
        self.popup.open()

    def _take(self, name: str) -> None:
        if self.popup:
            self.popup.close()
        self._become((*self._names, name))

    def _become(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._arrange()
        self.settle(names)

    def _arrange(self) -> None:
        for token in self.tokens:
            token.hide()
            token.deleteLater()
        self.tokens = tuple(self._token(place) for place in range(len(self._names)))
        self._flow.arrange((*self.tokens, self.add))

    def _token(self, place: int) -> Token:
        token = Token(self._body)
        what = translate("Inspector", "Remove")
        token.say(self._names[place], "value", what, self.context.theme)
        token.setToolTip(what)
        kept = (*self._names[:place], *self._names[place + 1 :])
        token.clicked.connect(lambda: self._become(kept))
        return token
