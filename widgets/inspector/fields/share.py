"""A share in percent, kept in hundredths of a percent."""

from decimal import Decimal

from widgets.inspector.context import Context
from widgets.inspector.fields.number import NumberField
from widgets.inspector.reading import read_decimal
from widgets.inspector.speech import translate

POINTS = 100


def percent(points: int) -> str:
    """Return hundredths of a percent as percent, without idle zeros."""
    return f"{Decimal(points) / POINTS:f}"


def points_of(text: str) -> int | None:
    """Return the hundredths of a percent of a text such as 12.5, or None."""
    read = read_decimal(text.replace("%", ""))
    points = None if read is None else read * POINTS
    return int(points) if points is not None and points == points.to_integral_value() else None


class ShareField(NumberField):
    """A share of customers; the arrows change it by one percent."""

    step = POINTS

    def __init__(
        self, what: str, context: Context, bounds: tuple[int, int] = (0, 100 * POINTS)
    ) -> None:
        super().__init__(what, context, bounds, "%")

    def written(self, number: int) -> str:
        """Return the share in percent."""
        return percent(number)

    def read(self, text: str) -> int | None:
        """Return the share of a text, or None."""
        return points_of(text)

    def expected(self, least: str, most: str) -> str:
        """Return what is expected."""
        return translate("Inspector", "A share from %s to %s %% is expected.") % (
            least,
            most,
        )
