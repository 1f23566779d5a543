"""Segments by which customers enter: who is in them, noted as it changes (R15, R218)."""

from journeys.program.operations import (
    N_A,
    N_C,
    N_D,
    N_JOURNEY,
    N_OP,
    OP_SEGMENT,
    R_TIMED,
)
from journeys.simulation.jit import jit
from journeys.simulation.kernel.entries import ask_entry
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.leaves import asked
from journeys.simulation.kernel.places import (
    H_DUE,
    H_NOW,
    H_WAYS,
    WAY_DUE,
    WAY_VALUE,
    WAY_WIDTH,
)
from journeys.simulation.kernel.rechecks import next_change
from journeys.simulation.kernel.rows import nameless_row


@jit
def note_membership(p: list[int], s: list[int], node: int, way: int) -> bool:
    """Note whether the customer is in a segment, and when time alone can change that."""
    is_in = asked(p, s, p[node + N_A], -1, -1)
    s[way + WAY_VALUE] = 1 if is_in else 0
    s[way + WAY_DUE] = next_change(p, s, p[node + N_C], -1, s[H_NOW])
    return is_in


@jit
def has_turned(p: list[int], s: list[int], node: int, way: int) -> bool:
    """Note membership anew; say whether it changed in the direction the start waits for."""
    was_in = s[way + WAY_VALUE] == 1
    is_in = note_membership(p, s, node, way)
    return is_in != was_in and is_in != (p[node + N_D] == 1)


@jit
def differs_from_before(p: list[int], s: list[int], node: int) -> bool:
    """Say whether time alone makes a segment another at what is due than a second before."""
    now, due = s[H_NOW], s[H_DUE]
    s[H_NOW] = due - 1
    was_in = asked(p, s, p[node + N_A], -1, -1)
    s[H_NOW] = due
    is_in = asked(p, s, p[node + N_A], -1, -1)
    s[H_NOW] = now
    return is_in != was_in


@jit
def has_turned_by_time(p: list[int], s: list[int], node: int, way: int) -> bool:
    """Do the same as time alone has it asked; in a sleep, where it did not turn, wait on (R228)."""
    if s[H_DUE] < s[H_NOW] and not differs_from_before(p, s, node):
        s[way + WAY_DUE] = next_change(p, s, p[node + N_C], -1, s[H_DUE])
        return False
    return has_turned(p, s, node, way)


@jit
def enter_members(p: list[int], s: list[int], journey: int, already: int) -> None:
    """Ask the segment starts of a journey in the entry phase, behind its others (R218)."""
    for number in range(p[p[R_TIMED]]):
        trigger = p[p[R_TIMED] + 1 + number]
        node, way = node_at(p, trigger), s[H_WAYS] + number * WAY_WIDTH
        if p[node + N_OP] != OP_SEGMENT or p[node + N_JOURNEY] != journey:
            continue
        if has_turned(p, s, node, way) and ask_entry(
            p, s, nameless_row(p, s), journey, trigger, already
        ):
            already = 1
