"""`advance`: from one instant to another, always the next thing that happens to a customer."""

from journeys.program.operations import (
    AWAITED,
    ENGAGES,
    G_FILTER,
    G_TYPE,
    GOAL_WIDTH,
    J_GOALS,
    J_TALLY,
    N_TALLY,
    R_ASKED_EXITS,
    R_ASKED_WAITS,
    R_COUNTED,
    R_JOURNEY_COUNT,
    R_MODE,
    R_RECHECKED,
    R_START,
    R_TYPES,
    REACHES,
    RUN_BACKTEST,
    RUN_GENERATED,
    STARTS,
    T_WAITING,
    TAKES_OUT,
    TJ_WAITING,
)
from journeys.program.reasons import Reason
from journeys.simulation.jit import jit
from journeys.simulation.kernel.catching import look_at_waits
from journeys.simulation.kernel.customer import (
    begin,
    change,
    skip_changes,
    unsubscribe,
)
from journeys.simulation.kernel.entries import enter
from journeys.simulation.kernel.exits import look_at_profile
from journeys.simulation.kernel.goals import (
    close_goals,
    convert,
    look_at_event,
)
from journeys.simulation.kernel.instances import instance_at, journey_at, node_at, ranked
from journeys.simulation.kernel.leaves import passes
from journeys.simulation.kernel.made import made_at, made_id, take_pending
from journeys.simulation.kernel.messages import round_of_messages
from journeys.simulation.kernel.places import (
    ARRIVED,
    C_ROW,
    C_TIME,
    CHANGE_ROW,
    D_CHANGES,
    D_OFFSETS,
    E_TIME,
    E_TYPE,
    ENDED,
    FAR,
    H_ASKED,
    H_CANDIDATES,
    H_CHANGE,
    H_CHANGED,
    H_EVENTS,
    H_FULL,
    H_HEAP,
    H_LAST_CHANGE,
    H_NEXT,
    H_NOW,
    H_RANKED,
    H_RANKS,
    H_RECHECK_KNOWN,
    H_SEEN_COUNT,
    H_TALLY,
    H_TIMER,
    H_TIMER_KNOWN,
    H_WAITING,
    H_WATCHED,
    I_DUE,
    I_HELD,
    I_JOURNEY,
    I_NODE,
    I_PORT,
    I_STATUS,
    MOVED,
    S_TIME,
    S_TYPE,
)
from journeys.simulation.kernel.rechecks import next_recheck, recheck
from journeys.simulation.kernel.records import mark, tell
from journeys.simulation.kernel.rows import read_made, read_recorded, recorded_at
from journeys.simulation.kernel.steps import run, run_moved
from journeys.simulation.kernel.waits import follow_zone, wait_is_over

WAITING = int(Reason.WAITING)

PROFILE, RECORDED, GENERATED, RECHECK, TIMER = range(5)


@jit
def next_timer(p: list[int], s: list[int]) -> int:
    """Return the instant of the next timer; those that ended lose their rank."""
    if s[H_TIMER_KNOWN] == 0:
        due, kept = FAR, 0
        for rank in range(s[H_RANKED]):
            number = s[s[H_RANKS] + rank]
            instance = instance_at(p, s, number)
            if s[instance + I_STATUS] != ENDED:
                due = min(due, s[instance + I_DUE])
                s[s[H_RANKS] + kept] = number
                kept += 1
        s[H_RANKED] = kept
        s[H_TIMER] = due
        s[H_TIMER_KNOWN] = 1
    return s[H_TIMER]


@jit
def is_dropped(p: list[int], s: list[int], row: int, flags: int) -> bool:
    """Say whether the mode leaves a recorded row out (R55, R110, R111)."""
    if p[R_MODE] == RUN_BACKTEST or s[row + S_TIME] < p[R_START]:
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
    """Handle a change of the profile: zone, exits in condition form, waits (R100, R223)."""
    s[H_ASKED] = s[H_NOW]
    follow_zone(p, s)
    if p[R_ASKED_EXITS]:
        look_at_profile(p, s)
    if p[R_ASKED_WAITS]:
        look_at_waits(p, s, -1)


@jit
def run_on(p: list[int], s: list[int]) -> None:
    """Let all that moved run, then handle what their steps changed, until nothing is left."""
    run_moved(p, s)
    while s[H_CHANGED] and s[H_FULL] == 0:
        s[H_CHANGED] = 0
        look_at_change(p, s)
        run_moved(p, s)


@jit
def handle(p: list[int], s: list[int], row: int, flags: int) -> None:
    """Handle an event: goals and exits, waits, entries, then all that moved (R4, R101)."""
    if s[H_NOW] < p[R_START]:
        return
    s[H_ASKED] = s[H_NOW]
    follow_zone(p, s)
    if s[H_WATCHED] and (flags & (REACHES | TAKES_OUT) or p[R_ASKED_EXITS]):
        look_at_event(p, s, row)
    if flags & REACHES:
        convert(p, s, row)
    if flags & AWAITED or p[R_ASKED_WAITS]:
        look_at_waits(p, s, row)
    if flags & STARTS:
        enter(p, s, row)
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
    s[H_SEEN_COUNT] += 1
    change(d, s, number)
    unsubscribe(p, s, flags)
    handle(p, s, row, flags)


@jit
def handle_made(p: list[int], s: list[int]) -> None:
    """Handle the next generated event."""
    made = take_pending(p, s)
    flags = p[p[R_TYPES] + s[made + E_TYPE]]
    row = read_made(p, s, made, made_id(p, s, made) if flags & STARTS else 0)
    s[H_SEEN_COUNT] += 1
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


@jit
def fire(p: list[int], s: list[int]) -> None:
    """Let the first of the timers that are due act (R4)."""
    s[H_ASKED] = s[H_NOW]
    for rank in range(s[H_RANKED]):
        instance = ranked(p, s, rank)
        if s[instance + I_DUE] > s[H_NOW]:
            continue
        s[instance + I_DUE] = FAR
        s[H_TIMER_KNOWN] = 0
        s[instance + I_STATUS] = MOVED
        if s[instance + I_HELD]:
            s[instance + I_HELD] = 0
            s[instance + I_PORT] = ARRIVED
        else:
            wait_is_over(p, s, instance)
        run(p, s, instance)
        run_on(p, s)
        return


@jit
def advance(p: list[int], d: list[int], s: list[int], until: int) -> None:
    """Let everything before `until` happen to a customer (R3, R103)."""
    while s[H_FULL] == 0:
        kind, time = RECORDED, FAR
        if s[H_NEXT] < s[H_EVENTS]:
            time = d[recorded_at(p, d, s, s[H_NEXT]) + S_TIME]
        at = s[H_CHANGE]
        if at < s[H_LAST_CHANGE]:
            changed = d[D_CHANGES] + at * CHANGE_ROW
            if d[changed + C_ROW] < 0 and d[changed + C_TIME] <= time:
                kind, time = PROFILE, d[changed + C_TIME]
        if s[H_WAITING]:
            made = s[made_at(p, s, s[s[H_HEAP]]) + E_TIME]
            if made < time:
                kind, time = GENERATED, made
        due = next_timer(p, s)
        if due < time:
            kind, time = TIMER, due
        if p[R_RECHECKED]:
            asking = next_recheck(p, s)
            if asking < time or (kind == TIMER and asking == time):
                kind, time = RECHECK, asking
        if s[H_CANDIDATES] and time > s[H_NOW]:
            round_of_messages(p, s)
            run_on(p, s)
            s[H_RECHECK_KNOWN] = 0
            continue
        if time >= until:
            return
        s[H_NOW] = time
        s[H_RECHECK_KNOWN] = 0
        if kind == RECORDED:
            handle_recorded(p, d, s)
        elif kind == PROFILE:
            handle_profile(p, d, s)
        elif kind == GENERATED:
            handle_made(p, s)
        elif kind == TIMER:
            fire(p, s)
        else:
            recheck(p, s)
            run_on(p, s)


@jit
def close(p: list[int], s: list[int], over: int) -> None:
    """Say who still stands where at the end of the run, and which windows it cut (R7)."""
    s[H_NOW] = over
    for rank in range(s[H_RANKED]):
        instance = ranked(p, s, rank)
        if s[instance + I_STATUS] == ENDED:
            continue
        place, journey = s[instance + I_NODE], s[instance + I_JOURNEY]
        mark(s, p[node_at(p, place) + N_TALLY] + T_WAITING)
        mark(s, p[journey_at(p, journey) + J_TALLY] + TJ_WAITING)
        tell(s, WAITING, journey, instance, place, 1, s[instance + I_DUE], 0)
    close_goals(p, s, over)


@jit
def settle(p: list[int], s: list[int], tally: list[int]) -> None:
    """Add what was counted to a tally, once it is certain that everything fitted."""
    for at in range(p[R_COUNTED]):
        tally[at] += s[s[H_TALLY] + at]


@jit
def has_no_events(d: list[int], customer: int) -> bool:
    """Say whether nothing at all can happen to a customer: entries need events."""
    offsets = d[D_OFFSETS] + customer
    return d[offsets] == d[offsets + 1]


@jit
def simulate(p: list[int], d: list[int], s: list[int], first: int, last: int, over: int) -> None:
    """Run customers [first, last) from the empty state to the end, until one does not fit."""
    for customer in range(first, last):
        if has_no_events(d, customer):
            continue
        begin(p, d, s, customer)
        advance(p, d, s, over)
        close(p, s, over)
        if s[H_FULL]:
            return
