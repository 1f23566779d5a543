"""The clock on the wall: zones, local days and months, and clocks that change (R20)."""

from journeys.program.operations import (
    R_RULE_ATTRIBUTE,
    R_RULE_CODES,
    R_ZONE,
    R_ZONE_ATTRIBUTE,
    R_ZONE_CODES,
    R_ZONES,
    V_DAYS,
    V_TIME,
    V_UNTIL,
)
from journeys.simulation.jit import jit
from journeys.simulation.kernel.places import H_ATTRIBUTES

DAY = 86_400
HOUR = 3_600

OWN, BY_RULE, WORKSPACE = range(3)


@jit
def place_of(p: list[int], table: int, key: int) -> int:
    """Return where the value of a key stands in a table of sorted pairs, or -1."""
    count = p[table]
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if p[table + 1 + middle] < key:
            low = middle + 1
        else:
            high = middle
    if low < count and p[table + 1 + low] == key:
        return table + 1 + count + low
    return -1


@jit
def zone_in_force(p: list[int], s: list[int]) -> int:
    """Return 4 x the customer's zone + where it comes from (R104)."""
    own, rule = p[R_ZONE_ATTRIBUTE], p[R_RULE_ATTRIBUTE]
    if own >= 0:
        value = s[s[H_ATTRIBUTES] + own]
        found = place_of(p, p[R_ZONE_CODES], value)
        if found >= 0:
            return 4 * p[found] + OWN
    if rule >= 0:
        value = s[s[H_ATTRIBUTES] + rule]
        found = place_of(p, p[R_RULE_CODES], value)
        if found >= 0:
            return 4 * p[found] + BY_RULE
    return 4 * p[R_ZONE] + WORKSPACE


@jit
def segment_at(p: list[int], table: int, time: int) -> int:
    """Return which stretch of a zone's history an instant lies in."""
    low, high = 0, p[table] - 1
    while low < high:
        middle = (low + high + 1) // 2
        if p[table + 1 + middle] <= time:
            low = middle
        else:
            high = middle - 1
    return low


@jit
def local(p: list[int], zone: int, time: int) -> int:
    """Return the seconds the clock on the wall shows at an instant."""
    table = p[p[R_ZONES] + zone]
    return time + p[table + 1 + p[table] + segment_at(p, table, time)]


@jit
def instant(p: list[int], zone: int, shown: int) -> int:
    """Return the first instant the clock shows this; one it skips becomes its first valid one."""
    table = p[p[R_ZONES] + zone]
    count = p[table]
    at = segment_at(p, table, shown - 2 * DAY)
    while at < count - 1 and shown - p[table + 1 + count + at] >= p[table + 2 + at]:
        at += 1
    return max(shown - p[table + 1 + count + at], p[table + 1 + at])


@jit
def month_of(days: int) -> int:
    """Return 12 x year + month (from 0) of a day counted from 1970-01-01."""
    shifted = days + 719_468
    era = shifted // 146_097
    day = shifted - era * 146_097
    year = (day - day // 1_460 + day // 36_524 - day // 146_096) // 365
    in_year = day - (365 * year + year // 4 - year // 100)
    month = (5 * in_year + 2) // 153
    month = month + 2 if month < 10 else month - 10
    return 12 * (year + era * 400 + (1 if month <= 1 else 0)) + month


@jit
def first_of(month: int) -> int:
    """Return the first day of a month given as 12 x year + month (from 0)."""
    year = month // 12
    of_year = month % 12
    if of_year <= 1:
        year -= 1
    era = year // 400
    in_era = year - era * 400
    shifted = of_year + 10 if of_year <= 1 else of_year - 2
    in_year = (153 * shifted + 2) // 5
    return era * 146_097 + in_era * 365 + in_era // 4 - in_era // 100 + in_year - 719_468


@jit
def moved(p: list[int], zone: int, start: int, duration: int, sign: int) -> int:
    """Return the instant a duration (months, days, seconds at a place) after `start`.

    With `sign` -1 it is the one before.
    """
    months, days, seconds = sign * p[duration], sign * p[duration + 1], sign * p[duration + 2]
    if months == 0 and days == 0:
        return start + seconds
    shown = local(p, zone, start)
    day, second = shown // DAY, shown % DAY
    if months:
        month = month_of(day)
        in_month = day - first_of(month)
        month += months
        last = first_of(month + 1) - first_of(month) - 1
        day = first_of(month) + min(in_month, last)
    return instant(p, zone, (day + days) * DAY + second) + seconds


@jit
def after(p: list[int], zone: int, start: int, duration: int) -> int:
    """Return when a duration (months, days, seconds at a place) that begins at `start` is over."""
    return moved(p, zone, start, duration, 1)


@jit
def weekday_of(days: int) -> int:
    """Return the day of the week, from 0 for Monday, of a day counted from 1970-01-01."""
    return (days + 3) % 7


@jit
def at_time(p: list[int], zone: int, start: int, table: int) -> int:
    """Return the first instant from `start` on at a time of day, or in a window of it (R212)."""
    time, until, days = p[table + V_TIME], p[table + V_UNTIL], p[table + V_DAYS]
    day = local(p, zone, start) // DAY - 1
    while True:
        if (days >> weekday_of(day)) & 1:
            begin = instant(p, zone, day * DAY + time)
            if start <= begin:
                return begin
            if until >= 0:
                last = day if time < until else day + 1
                if start < instant(p, zone, last * DAY + until):
                    return start
        day += 1
