"""What is done with what happens to a customer: an event, a change, and all that follows."""

from journeys.program.operations import (
    AWAITED,
    ENGAGES,
    G_FILTER,
    G_TYPE,
    GOAL_WIDTH,
    J_GOALS,
    R_ASKED_EXITS,
    R_ASKED_WAITS,
    R_JOURNEY_COUNT,
    R_MODE,
    R_SEGMENTED,
    R_START,
    R_TYPES,
    REACHES,
    RUN_BACKTEST,
    RUN_GENERATED,
    STARTS,
    TAKES_OUT,
)
from journeys.simulation.jit import jit
from journeys.simulation.kernel.catching import look_at_waits
from journeys.simulation.kernel.customer import (
    change,
    skip_changes,
    unsubscribe,
)
from journeys.simulation.kernel.dues import follow_dates
from journeys.simulation.kernel.entering import enter
from journeys.simulation.kernel.exits import look_at_profile
from journeys.simulation.kernel.filters import passes
from journeys.simulation.kernel.goals import (
    convert,
    look_at_event,
)
from journeys.simulation.kernel.instances import journey_at
from journeys.simulation.kernel.jumps import take_call
from journeys.simulation.kernel.made import made_id, take_pending
from journeys.simulation.kernel.places import (
    E_TYPE,
    H_ASKED,
    H_CALLS,
    H_CHANGED,
    H_DUE,
    H_FROM,
    H_FULL,
    H_NEXT,
    H_NOW,
    H_WATCHED,
    S_TYPE,
)
from journeys.simulation.kernel.rows import count_row, read_made, read_recorded
from journeys.simulation.kernel.steps import run_moved
from journeys.simulation.kernel.waits import follow_zone


@jit
def is_dropped(p: list[int], s: list[int], row: int, flags: int) -> bool:
    """Say whether the mode leaves a recorded row out (R55, R110, R111)."""
    if p[R_MODE] == RUN_BACKTEST or s[H_NOW] < p[R_START]:
        return False
    if flags & ENGAGES:
        return True
    if p[R_MODE] != RUN_GENERATED or flags & REACHES == 0:
        return False
    kind = s[row + S_TYPE]
    for journey in range(p[R_JOURNEY_COUNT]):
        goals = p[journey_at(p, journey) + J_GOALS]
        for at in range(p[goals]):
            goal = goals + 1 + at * GOAL_WIDTH
            if p[goal + G_TYPE] == kind and passes(p, s, p[goal + G_FILTER], row):
                return True
    return False


@jit
def look_at_change(p: list[int], s: list[int]) -> None:
    """Handle a change of the profile: zone, exits, waits, segment entries (R100, R223)."""
    s[H_ASKED] = s[H_DUE]
    follow_dates(p, s)
    follow_zone(p, s)
    if p[R_ASKED_EXITS]:
        look_at_profile(p, s)
    if p[R_ASKED_WAITS]:
        look_at_waits(p, s, -1)
    if p[R_SEGMENTED]:
        enter(p, s, -1)


@jit
def look_at_all(p: list[int], s: list[int], row: int, flags: int) -> None:
    """Let all look at an event: for goals and exits, waits, entries (R4, R101)."""
    s[H_ASKED] = s[H_DUE]
    follow_dates(p, s)
    follow_zone(p, s)
    if s[H_WATCHED] and (flags & (REACHES | TAKES_OUT) or p[R_ASKED_EXITS]):
        look_at_event(p, s, row)
    if flags & REACHES:
        convert(p, s, row)
    if flags & AWAITED or p[R_ASKED_WAITS]:
        look_at_waits(p, s, row)
    if flags & STARTS or p[R_SEGMENTED]:
        enter(p, s, row)


@jit
def run_on(p: list[int], s: list[int]) -> None:
    """Let all that moved run, then handle what steps changed, then whom they called (R222)."""
    run_moved(p, s)
    while (s[H_CHANGED] or s[H_CALLS]) and s[H_FULL] == 0:
        if s[H_CHANGED]:
            s[H_CHANGED] = 0
            look_at_change(p, s)
        else:
            row = take_call(p, s)
            look_at_all(p, s, row, p[p[R_TYPES] + s[row + S_TYPE]])
            s[H_FROM] = 0
        run_moved(p, s)


@jit
def handle(p: list[int], s: list[int], row: int, flags: int) -> None:
    """Handle an event: goals and exits, waits, entries, then all that moved (R4, R101)."""
    if s[H_NOW] < p[R_START]:
        return
    look_at_all(p, s, row, flags)
    run_on(p, s)


@jit
def handle_recorded(p: list[int], d: list[int], s: list[int]) -> None:
    """Handle the next recorded event, or leave it out as the mode says."""
    number = s[H_NEXT]
    s[H_NEXT] = number + 1
    row = read_recorded(p, d, s, number)
    flags = p[p[R_TYPES] + s[row + S_TYPE]]
    if is_dropped(p, s, row, flags):
        skip_changes(d, s, number)
        return
    count_row(p, s)
    change(d, s, number)
    unsubscribe(p, s, flags)
    handle(p, s, row, flags)


@jit
def handle_made(p: list[int], s: list[int]) -> None:
    """Handle the next generated event."""
    made = take_pending(p, s)
    flags = p[p[R_TYPES] + s[made + E_TYPE]]
    row = read_made(p, s, made, made_id(p, s, made) if flags & STARTS else 0)
    count_row(p, s)
    unsubscribe(p, s, flags)
    handle(p, s, row, flags)


@jit
def handle_profile(p: list[int], d: list[int], s: list[int]) -> None:
    """Handle a change of a customer file (R100)."""
    change(d, s, -1)
    if s[H_NOW] < p[R_START]:
        return
    look_at_change(p, s)
    run_on(p, s)
