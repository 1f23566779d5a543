"""Dates of a customer by which they enter: in which year, when, and which were asked (R220)."""

from journeys.program.operations import (
    N_A,
    U_A,
    U_SIGN,
    U_TEXTS,
    U_YEARLY,
)
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import (
    DAY,
    first_of,
    instant,
    local,
    month_of,
    moved,
    place_of,
    zone_in_force,
)
from journeys.simulation.kernel.places import (
    DATED_ROW,
    DATED_VALUE,
    DATED_WAY,
    DATED_YEAR,
    FAR,
    H_ATTRIBUTES,
    H_DATED,
    H_DATED_COUNT,
    H_DATED_MOST,
    H_DUE,
    H_FULL,
    WAY_DUE,
    WAY_NEXT,
    WAY_VALUE,
)


@jit
def dated(p: list[int], table: int, value: int) -> int:
    """Return the date a value is: twice its seconds, plus 1 where they are local; or MISSING."""
    if value in (MISSING, UNKNOWN):
        return MISSING
    if p[table + U_TEXTS] < 0:
        return 2 * value
    found = place_of(p, p[table + U_TEXTS], value)
    return p[found] if found >= 0 else MISSING


@jit
def year_of(shown: int) -> int:
    """Return the year that the calendar on the wall shows."""
    return month_of(shown // DAY) // 12


@jit
def shown_date(p: list[int], zone: int, read: int) -> int:
    """Return the seconds that the clock on the wall shows at a date."""
    return read // 2 if read & 1 else local(p, zone, read // 2)


@jit
def occurrence(p: list[int], zone: int, table: int, read: int, year: int) -> int:
    """Return when a date comes in a year, or in its own for year 0, offset included."""
    base = read // 2
    shown = shown_date(p, zone, read)
    if year > 0 and year != year_of(shown):
        day = shown // DAY
        month = month_of(day)
        in_month = day - first_of(month)
        month = 12 * year + month % 12
        last = first_of(month + 1) - first_of(month) - 1
        base = instant(p, zone, (first_of(month) + min(in_month, last)) * DAY + shown % DAY)
    elif read & 1:
        base = instant(p, zone, shown)
    return moved(p, zone, base, table, p[table + U_SIGN])


@jit
def was_asked(s: list[int], way: int, value: int, year: int) -> bool:
    """Say whether a date was asked for an entry before: each one is once (R17)."""
    for number in range(s[H_DATED_COUNT]):
        row = s[H_DATED] + number * DATED_ROW
        is_same = s[row + DATED_WAY] == way and s[row + DATED_VALUE] == value
        if is_same and s[row + DATED_YEAR] == year:
            return True
    return False


@jit
def note_asked(s: list[int], way: int, value: int, year: int) -> int:
    """Remember that a date was asked for an entry; return its number."""
    number = s[H_DATED_COUNT]
    if number >= s[H_DATED_MOST]:
        s[H_FULL] = 1
        return 0
    row = s[H_DATED] + number * DATED_ROW
    s[row + DATED_WAY], s[row + DATED_VALUE], s[row + DATED_YEAR] = way, value, year
    s[H_DATED_COUNT] = number + 1
    return number


@jit
def await_year(p: list[int], s: list[int], node: int, number: int, way: int, year: int) -> None:
    """Wait for the first date from a year on that is not past and was not asked."""
    table, value = p[node + N_A], s[way + WAY_VALUE]
    read, zone = dated(p, table, value), zone_in_force(p, s) // 4
    due = occurrence(p, zone, table, read, year)
    while due < s[H_DUE] or was_asked(s, number, value, year):
        if p[table + U_YEARLY] == 0:
            return
        year += 1
        due = occurrence(p, zone, table, read, year)
    s[way + WAY_NEXT], s[way + WAY_DUE] = year, due


@jit
def await_date(p: list[int], s: list[int], node: int, number: int, way: int) -> None:
    """Wait for the first date to come of the value that is known now."""
    table = p[node + N_A]
    value = s[s[H_ATTRIBUTES] + p[table + U_A]]
    s[way + WAY_VALUE] = value
    s[way + WAY_NEXT] = 0
    s[way + WAY_DUE] = FAR
    read = dated(p, table, value)
    if read == MISSING:
        return
    year = 0
    if p[table + U_YEARLY]:
        zone = zone_in_force(p, s) // 4
        near = moved(p, zone, s[H_DUE], table, -p[table + U_SIGN])
        year = max(year_of(shown_date(p, zone, read)), year_of(local(p, zone, near)) - 1)
    await_year(p, s, node, number, way, year)


@jit
def move_date(p: list[int], s: list[int], node: int, way: int) -> None:
    """Move a date to come with the customer's zone, to now where that would be past."""
    table, zone = p[node + N_A], zone_in_force(p, s) // 4
    read = dated(p, table, s[way + WAY_VALUE])
    s[way + WAY_DUE] = max(s[H_DUE], occurrence(p, zone, table, read, s[way + WAY_NEXT]))


@jit
def ask_date(p: list[int], s: list[int], node: int, number: int, way: int) -> int:
    """Note that a date is asked for an entry now, and wait for the next; return its number."""
    year = s[way + WAY_NEXT]
    asked = note_asked(s, number, s[way + WAY_VALUE], year)
    s[way + WAY_DUE] = FAR
    if p[p[node + N_A] + U_YEARLY]:
        s[way + WAY_NEXT] = year + 1
        move_date(p, s, node, way)
    return asked
