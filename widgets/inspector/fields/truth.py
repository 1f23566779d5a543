"""Something that is so or is not."""

from widgets.inspector.context import Context
from widgets.inspector.controls.switch import Switch
from widgets.inspector.fields.field import Field


class TruthField(Field):
    """A switch."""

    is_small = True

    def __init__(self, what: str, context: Context) -> None:
        super().__init__(what, context)
        self.switch = Switch(what, context.theme)
        self.switch.clicked.connect(self.settle)
        self.hold(self.switch)
        self.start_at(self.switch)

    def show_value(self, content: object) -> None:
        """Show whether it is so."""
        self.switch.setChecked(content is True)
