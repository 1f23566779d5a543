"""What a message knows of one customer, stop by stop of the way to it; and how long things last."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from journeys.context.lineage import Verdict
from journeys.document.node import Card

translate = QCoreApplication.translate
MINUTE, HOUR, DAY = 60, 3_600, 86_400
MANY = 10  # days, beside which hours say nothing


@dataclass(frozen=True, slots=True)
class Piece:
    """A variable that the message uses: how sure it is for everyone, and what it is for this one.

    `value` is empty where this customer has none.
    """

    name: str
    verdict: Verdict
    source: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A step on the way: when it was come to by the customer's clock, and what was learnt there.

    `since` is how many seconds passed since the stop before, `age` how many until the message.
    """

    title: str
    card: Card
    moment: str
    since: int = 0
    age: int = 0
    pieces: tuple[Piece, ...] = ()


def lasting(seconds: int) -> str:
    """Return how long something lasts, in its two largest units."""
    if seconds < MINUTE:
        return translate("Content", "{} s").format(seconds)
    days, hours = divmod(seconds, DAY)
    hours, minutes = hours // HOUR, hours % HOUR // MINUTE
    if days >= MANY or (days and not hours):
        return _days(days)
    if days:
        return translate("Content", "{0} {1} h").format(_days(days), hours)
    if hours and minutes:
        return translate("Content", "{0} h {1} min").format(hours, minutes)
    form = translate("Content", "{} h") if hours else translate("Content", "{} min")
    return form.format(hours or minutes)


def _days(days: int) -> str:
    form = translate("Content", "1 day") if days == 1 else translate("Content", "{} days")
    return form.format(f"{days:,}")
