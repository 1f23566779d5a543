"""What counts stand on, in sentences for those who see nothing but a picture of them."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QCoreApplication

from journeys.values import Json
from widgets.results.words import IN_SHORT, in_short, number, span

translate = QCoreApplication.translate


def caption(result: Mapping[str, Json], entered: int, customers: str) -> tuple[str, ...]:
    """Return who entered, what ran when and on whom, and what was taken for granted.

    `customers` names where the customers are from, as "of the sample shop".
    """
    one, many = translate("Caption", "1 entry"), translate("Caption", "{0} entries")
    count = cast("int", result["customers"])
    alone, all_of = translate("Caption", "1 customer"), translate("Caption", "{0} customers")
    people = (alone if count == 1 else all_of).format(number(count))
    days = span(*(str(result[name]) for name in ("start", "end", "zone")))
    form = translate("Caption", "{0} in a test run on {1} {2}, {3}. Nothing was sent. (Chance {4})")
    said = (one if entered == 1 else many).format(number(entered))
    ran = form.format(said, people, customers, days, result["seed"])
    return ran, *_assumed([str(each) for each in cast("list[Json]", result["assumptions"])])


def _assumed(sentences: list[str]) -> tuple[str, ...]:
    if not sentences:
        return ()
    more = len(sentences) - IN_SHORT
    said = translate("Caption", "Taken for granted: {0}.").format(in_short(sentences))
    return (said + (translate("Caption", " And {0} more.").format(more) if more > 0 else ""),)
