"""Tells which column of the files in use became what, once they are read and whenever asked."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from app.data import Brought
from app.front import Front
from app.window import Window
from journeys.people.population import ColumnType
from storage.importing.meanings import Became, Meaning, meanings
from storage.importing.report import Report
from widgets.shell.columns import ColumnSheet, Part, Told
from widgets.shell.notices import NoticeCard

SHOWN = 20
MAIN: tuple[Became, ...] = ("time", "customer", "event")


class Columns(QObject):
    """Says after an import how the files were read, and shows it column by column."""

    def __init__(self, window: Window, front: Front) -> None:
        super().__init__(window)
        self._window = window
        front.columns_asked.connect(self.show_sheet)
        self._brought: Brought | None = None
        self._said: NoticeCard | None = None
        window.home_room.rail.columns_asked.connect(self.show_sheet)

    def tell(self, brought: Brought) -> None:
        """Take customers as those in use; of files say how they were read."""
        self._brought = brought
        if brought.report is None:
            return
        customers = _several(brought.dataset.customers, _tr("1 customer"), _tr("{} customers"))
        events = _several(brought.dataset.events, _tr("1 event"), _tr("{} events"))
        what = self.tr("In use: {} with {}.").format(customers, events)
        card = self._window.notices.tell(
            what, summary(brought), self.tr("See the columns"), is_bad=False, stays=True
        )
        if self._said is not None:
            self._said.hide()
        self._said = card
        card.destroyed.connect(lambda: self._forget(card))
        card.asked.connect(self.show_sheet)
        card.asked.connect(card.hide)

    def _forget(self, card: NoticeCard) -> None:
        if self._said is card:
            self._said = None

    def show_sheet(self) -> None:
        """Show how the files in use were read."""
        if self._brought is not None and self._brought.report is not None:
            ColumnSheet(told(self._brought), self._window.theme, self._window).open()


def told(brought: Brought) -> Told:
    """Return how the files of customers in use were read."""
    report = brought.report or Report()
    became: dict[str, list[str]] = {}
    read: dict[str, str] = {}
    for each in _meanings(brought):
        became.setdefault(each.column, []).append(_became(each))
        read[each.column] = read.get(each.column, "") or _read_as(each.type)
    rows = tuple((name, _joined(words), read[name]) for name, words in became.items())
    parts = (
        Part(_tr("Left out"), tuple(_left_out(brought, report))),
        Part(_tr("Taken for granted"), (*_rounded(report), *report.assumptions)),
    )
    return Told(rows, tuple(part for part in parts if part.lines))


def summary(brought: Brought) -> str:
    """Return in a few sentences what the columns became."""
    found = _meanings(brought)
    roles = {each.became: each.column for each in found if not each.is_of_customers}
    said = [
        _tr("Time is '{}', customer '{}', event '{}'.").format(*(roles[each] for each in MAIN))
        if all(each in roles for each in MAIN)
        else ""
    ]
    kinds = [each.became for each in found]
    said.append(
        _tr("Properties of events: {}. Attributes of customers: {}.").format(
            kinds.count("property"), kinds.count("attribute")
        )
    )
    count = len(brought.report.rejected) if brought.report is not None else 0
    if count:
        one = _tr("1 row could not be read and is left out.")
        said.append(_several(count, one, _tr("{} rows could not be read and are left out.")))
    return " ".join(filter(None, said))


def _meanings(brought: Brought) -> tuple[Meaning, ...]:
    if brought.mapping is None:
        return ()
    return meanings(brought.mapping, brought.dataset.vocabulary)


def _joined(became: Sequence[str]) -> str:
    first, *more = became
    return ", ".join((first, *(words[:1].lower() + words[1:] for words in more)))


def _became(meaning: Meaning) -> str:
    said = {
        "customer": _tr("The customer"),
        "event": _tr("What happened"),
        "time": _tr("When it happened"),
        "arrival": _tr("When it was received"),
        "id": _tr("The number of the event"),
        "session": _tr("The visit it belongs to"),
        "source": _tr("Where the visit came from"),
        "attribute": _tr("Attribute of the customer"),
        "property": _tr("Property of the event"),
    }
    words = said[meaning.became]
    if meaning.became == "time" and meaning.is_of_customers:
        words = _tr("When it changed")
    if meaning.became in {"attribute", "property"} and meaning.name != meaning.column:
        words = _tr("{}, called '{}'").format(words, meaning.name)
    return words


def _read_as(held: ColumnType | None) -> str:
    said = {
        ColumnType.TEXT: _tr("text"),
        ColumnType.TRUTH: _tr("yes or no"),
        ColumnType.WHOLE: _tr("whole number"),
        ColumnType.DECIMAL: _tr("number"),
        ColumnType.INSTANT: _tr("date and time"),
    }
    return said[held] if held is not None else ""


def _left_out(brought: Brought, report: Report) -> Iterator[str]:
    events = brought.mapping.events if brought.mapping is not None else None
    for column in events.left_out if events is not None else ():
        yield _tr("Column '{}'").format(column)
    for row in report.rejected[:SHOWN]:
        words = _tr("{}, row {}: {}").format(row.file, f"{row.row:,}", row.reason)
        yield f"{words}: {row.text}" if row.text else words
    more = len(report.rejected) - SHOWN
    if more > 0:
        yield _several(more, _tr("And 1 more row."), _tr("And {} more rows."))


def _rounded(report: Report) -> Iterator[str]:
    for each in report.roundings:
        numbers = _several(each.count, _tr("1 number"), _tr("{} numbers"))
        yield _tr("Rounded to {} decimals: {} of '{}'.").format(each.scale, numbers, each.name)


def _several(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(f"{count:,}")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Columns", words)
