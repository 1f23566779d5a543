"""A whole number, such as how often."""

import re

from widgets.inspector.fields.number import NumberField
from widgets.inspector.speech import translate

WHOLE = re.compile(r"[-\u2212]?\d{1,12}", re.ASCII)


class WholeField(NumberField):
    """A whole number."""

    def written(self, number: int) -> str:
        """Return the number in figures."""
        return str(number)

    def read(self, text: str) -> int | None:
        """Return the number of a text, or None."""
        tidy = text.strip().replace("\u2212", "-")
        return int(tidy) if WHOLE.fullmatch(tidy) else None

    def expected(self, least: str, most: str) -> str:
        """Return what is expected."""
        return translate("Inspector", "A whole number from %s to %s is expected.") % (least, most)
