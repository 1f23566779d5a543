"""The ways in by the clock: opened with the run, then asked whenever one of them is due (R217)."""

from journeys.program.operations import (
    N_E,
    N_JOURNEY,
    N_OP,
    OP_DATE,
    OP_SCHEDULE,
    OP_SEGMENT,
    R_CALENDAR,
    R_SLEEPS,
    R_TIMED,
)
from journeys.program.reasons import Reason
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import zone_in_force
from journeys.simulation.kernel.dates import ask_date, await_date
from journeys.simulation.kernel.dues import note_next_way
from journeys.simulation.kernel.entries import ask_entry, refuse
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.membership import has_turned_by_time, note_membership
from journeys.simulation.kernel.places import (
    H_DUE,
    H_OPENED,
    H_WAYS,
    H_ZONE,
    S_ID,
    WAY_DUE,
    WAY_VALUE,
    WAY_WIDTH,
)
from journeys.simulation.kernel.rows import nameless_row
from journeys.simulation.kernel.schedules import await_next, begin_schedule
from journeys.simulation.kernel.sleeping import is_missed

MISSED = int(Reason.REFUSED_MISSED)


@jit
def open_ways(p: list[int], s: list[int]) -> None:
    """Let the run begin for a customer: from now on they may enter by the clock."""
    s[H_OPENED] = 1
    if p[R_CALENDAR]:
        s[H_ZONE] = zone_in_force(p, s) // 4 * 4
    for number in range(p[p[R_TIMED]]):
        node = node_at(p, p[p[R_TIMED] + 1 + number])
        way = s[H_WAYS] + number * WAY_WIDTH
        if p[node + N_OP] == OP_DATE:
            await_date(p, s, node, number, way)
        elif p[node + N_OP] == OP_SCHEDULE:
            begin_schedule(p, s, node, way)
        else:
            note_membership(p, s, node, way)
    note_next_way(p, s)


@jit
def enter_members_at_once(p: list[int], s: list[int]) -> None:
    """Let those enter who are in a segment as the run starts, where a start includes them (R15)."""
    asked, already = -1, 0
    for number in range(p[p[R_TIMED]]):
        trigger = p[p[R_TIMED] + 1 + number]
        node, way = node_at(p, trigger), s[H_WAYS] + number * WAY_WIDTH
        if p[node + N_OP] != OP_SEGMENT or p[node + N_E] == 0 or s[way + WAY_VALUE] == 0:
            continue
        journey = p[node + N_JOURNEY]
        if journey != asked:
            asked, already = journey, 0
        if ask_entry(p, s, nameless_row(p, s), journey, trigger, already):
            already = 1


@jit
def enter_now(p: list[int], s: list[int]) -> None:
    """Ask all ways in that are due as if one event had come (R11, R129, R217)."""
    asked, already = -1, 0
    for number in range(p[p[R_TIMED]]):
        trigger = p[p[R_TIMED] + 1 + number]
        node, way = node_at(p, trigger), s[H_WAYS] + number * WAY_WIDTH
        if s[way + WAY_DUE] > s[H_DUE]:
            continue
        if p[node + N_OP] == OP_SEGMENT and not has_turned_by_time(p, s, node, way):
            continue
        row = nameless_row(p, s)
        if p[node + N_OP] == OP_DATE:
            s[row + S_ID] = ask_date(p, s, node, number, way)
        elif p[node + N_OP] == OP_SCHEDULE:
            await_next(p, s, node, way)
        journey = p[node + N_JOURNEY]
        if p[R_SLEEPS] and p[node + N_OP] != OP_SEGMENT and is_missed(p, s, way):
            refuse(p, s, MISSED, trigger, journey, 1, s[H_DUE], 0)
            continue
        if journey != asked:
            asked, already = journey, 0
        if ask_entry(p, s, row, journey, trigger, already):
            already = 1
    note_next_way(p, s)
