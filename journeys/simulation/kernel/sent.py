"""Messages that were sent: each is noted, and counted where people get too many (R107)."""

from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import DAY
from journeys.simulation.kernel.instances import number_of
from journeys.simulation.kernel.places import (
    H_FULL,
    H_NOW,
    H_RECENT,
    H_SENT,
    H_SENT_COUNT,
    H_SENT_MOST,
    I_NODE,
    SENT_INSTANCE,
    SENT_NODE,
    SENT_ROW,
    SENT_TIME,
)

FATIGUE_WINDOW = 7 * DAY


@jit
def earlier_messages(s: list[int]) -> int:
    """Count the messages of all journeys in the last seven days (R107)."""
    count, first = s[H_SENT_COUNT], s[H_RECENT]
    while first < count and s[s[H_SENT] + first * SENT_ROW] <= s[H_NOW] - FATIGUE_WINDOW:
        first += 1
    s[H_RECENT] = first
    return count - first


@jit
def log(p: list[int], s: list[int], instance: int) -> None:
    """Note that the message an instance stands at was sent now."""
    number = s[H_SENT_COUNT]
    if number >= s[H_SENT_MOST]:
        s[H_FULL] = 1
        return
    sent = s[H_SENT] + number * SENT_ROW
    s[sent + SENT_TIME] = s[H_NOW]
    s[sent + SENT_INSTANCE] = number_of(p, s, instance)
    s[sent + SENT_NODE] = s[instance + I_NODE]
    s[H_SENT_COUNT] = number + 1
