"""The channel that suits a customer best: what they prefer, else what they open most (R307)."""

from journeys.program.dispatch import (
    B_COUNT,
    B_FIRST,
    B_PORTS,
    B_PREFERRED,
    B_SUPPRESSED,
    BY_ADDRESS,
    BY_CHANNEL,
    BY_CONSENT,
    BY_DELIVERED,
    BY_OPENED,
    BY_RATE,
    BY_WIDTH,
    WHY_NONE,
    WHY_ORDER,
    WHY_PREFERRED,
    WHY_RATE,
)
from journeys.program.operations import N_A, R_START
from journeys.program.reasons import Reason
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import place_of
from journeys.simulation.kernel.given import is_given
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.places import (
    H_ATTRIBUTES,
    H_SEEN_COUNT,
    H_SENT,
    H_SENT_COUNT,
    I_JOURNEY,
    I_NODE,
    S_TIME,
    S_TYPE,
    SENT_NODE,
    SENT_ROW,
)
from journeys.simulation.kernel.records import tell
from journeys.simulation.kernel.rows import row_at

CHANNEL_CHOSEN = int(Reason.CHANNEL_CHOSEN)

WHOLE, DOUBT = 10_000, 20


@jit
def can_use(p: list[int], s: list[int], table: int, port: int) -> bool:
    """Say whether a customer can be reached on a channel."""
    row = table + B_FIRST + port * BY_WIDTH
    suppressed = p[table + B_SUPPRESSED]
    if suppressed >= 0 and is_given(p, s, suppressed) == 1:
        return False
    return is_given(p, s, p[row + BY_CONSENT]) != 0 and is_given(p, s, p[row + BY_ADDRESS]) != 0


@jit
def preferred(p: list[int], s: list[int], table: int) -> int:
    """Return the port of the channel that a customer prefers and can be reached on, or -1."""
    attribute = p[table + B_PREFERRED]
    if attribute < 0:
        return -1
    found = place_of(p, p[table + B_PORTS], s[s[H_ATTRIBUTES] + attribute])
    return p[found] if found >= 0 and can_use(p, s, table, p[found]) else -1


@jit
def own_opens(p: list[int], s: list[int], row: int) -> int:
    """Count what a customer opened on a channel."""
    found = 0
    for number in range(s[H_SEEN_COUNT]):
        if s[row_at(p, s, number) + S_TYPE] == p[row + BY_OPENED]:
            found += 1
    return found


@jit
def own_messages(p: list[int], s: list[int], row: int) -> int:
    """Count what a customer got on a channel: before the run by the data, then by its messages."""
    found = 0
    for number in range(s[H_SEEN_COUNT]):
        seen = row_at(p, s, number)
        if s[seen + S_TYPE] == p[row + BY_DELIVERED] and s[seen + S_TIME] < p[R_START]:
            found += 1
    for number in range(s[H_SENT_COUNT]):
        sent = s[H_SENT] + number * SENT_ROW
        if p[node_at(p, s[sent + SENT_NODE]) + N_A] == p[row + BY_CHANNEL]:
            found += 1
    return found


@jit
def choose(p: list[int], s: list[int], instance: int) -> int:
    """Return the port of the channel to use, the last one where there is none."""
    place = s[instance + I_NODE]
    table = p[node_at(p, place) + N_A]
    port, why = preferred(p, s, table), WHY_PREFERRED
    if port < 0:
        port, why = p[table + B_COUNT], WHY_NONE
        most, of = -1, 1
        for at in range(p[table + B_COUNT]):
            if not can_use(p, s, table, at):
                continue
            row = table + B_FIRST + at * BY_WIDTH
            share = WHOLE * own_opens(p, s, row) + DOUBT * p[row + BY_RATE]
            many = own_messages(p, s, row) + DOUBT
            if share * of > most * many:
                port, why, most, of = at, WHY_RATE, share, many
            elif share * of == most * many:
                why = WHY_ORDER
    tell(s, CHANNEL_CHOSEN, s[instance + I_JOURNEY], instance, place, 2, port, why)
    return port
