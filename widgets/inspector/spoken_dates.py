"""A date as people say it, in the language of the person."""

from datetime import UTC, datetime

from PySide6.QtCore import QDate, QLocale, QTime


def moment_words(moment: str) -> str:
    """Return an ISO-8601 moment as its own zone shows it: 'Sun, 1 Feb 2026, 09:00 UTC'."""
    there = datetime.fromisoformat(moment)
    shown = there.replace(tzinfo=UTC).timestamp()
    return f"{spoken_date(int(shown))} {there.tzname() or ''}".strip()


def spoken_date(shown: int, *, with_time: bool = True) -> str:
    """Return the date and time of day that a clock shows, given as seconds since 1970."""
    there = datetime.fromtimestamp(shown, UTC)
    language = QLocale()
    day = language.toString(QDate(there.year, there.month, there.day), "ddd, d MMM yyyy")
    if not with_time:
        return day
    return f"{day}, {language.toString(QTime(there.hour, there.minute), 'HH:mm')}"
