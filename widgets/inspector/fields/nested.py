"""A value inside a value, such as how people react to a message."""

from journeys.values import Value
from widgets.inspector.context import Context
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.form import Form


class NestedField(Field):
    """Shows the form of the value within."""

    def __init__(self, what: str, context: Context, form: Form) -> None:
        super().__init__(what, context)
        self.form = form
        form.changed.connect(self.changed)
        form.left.connect(self.left)
        self.hold(form)

    def show_value(self, content: object) -> None:
        """Show the value within."""
        if isinstance(content, Value):
            self.form.show_value(content)
            self.say("")
