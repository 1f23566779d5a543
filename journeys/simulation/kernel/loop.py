"""`advance`: from one instant to another, always the next thing that happens to a customer."""

from journeys.program.operations import (
    J_TALLY,
    N_TALLY,
    R_COUNTED,
    R_PAUSES,
    R_RECHECKED,
    R_START,
    R_TIMED,
    T_WAITING,
    TJ_WAITING,
)
from journeys.program.reasons import Reason
from journeys.simulation.jit import jit
from journeys.simulation.kernel.customer import (
    begin,
)
from journeys.simulation.kernel.gates import close_gate
from journeys.simulation.kernel.goals import (
    close_goals,
)
from journeys.simulation.kernel.handling import (
    handle_made,
    handle_profile,
    handle_recorded,
    run_on,
)
from journeys.simulation.kernel.holding import become_candidate
from journeys.simulation.kernel.instances import instance_at, journey_at, node_at, ranked
from journeys.simulation.kernel.made import made_at
from journeys.simulation.kernel.messages import round_of_messages
from journeys.simulation.kernel.pauses import end_pause, first_due, next_pause_end
from journeys.simulation.kernel.pausing import fires_at
from journeys.simulation.kernel.places import (
    ARRIVED,
    C_ROW,
    C_TIME,
    CHANGE_ROW,
    D_CHANGES,
    D_OFFSETS,
    E_TIME,
    ENDED,
    FAR,
    GATED,
    H_ASKED,
    H_CANDIDATES,
    H_CHANGE,
    H_DUE,
    H_EVENTS,
    H_FULL,
    H_HEAP,
    H_LAST_CHANGE,
    H_NEXT,
    H_NOW,
    H_OPENED,
    H_RANKED,
    H_RANKS,
    H_RECHECK_KNOWN,
    H_TALLY,
    H_TIMER,
    H_TIMER_KNOWN,
    H_WAITING,
    H_WAY_DUE,
    HELD,
    I_DUE,
    I_HELD,
    I_JOURNEY,
    I_NODE,
    I_PORT,
    I_STATUS,
    MOVED,
    PUT_OFF,
    QUIET,
    WAITS,
)
from journeys.simulation.kernel.rechecks import next_recheck, recheck
from journeys.simulation.kernel.records import mark, tell
from journeys.simulation.kernel.rows import due_of_recorded
from journeys.simulation.kernel.sleeping import woken
from journeys.simulation.kernel.steps import run
from journeys.simulation.kernel.waits import remember_leaving, wait_is_over
from journeys.simulation.kernel.ways import enter_members_at_once, enter_now, open_ways

WAITING = int(Reason.WAITING)

OPENING, PROFILE, RECORDED, GENERATED, RECHECK, TIMER, WAY_IN, PAUSE_END = range(8)


@jit
def next_timer(p: list[int], s: list[int]) -> int:
    """Return the instant of the next timer; those that ended lose their rank."""
    if s[H_TIMER_KNOWN] == 0:
        due, kept = FAR, 0
        for rank in range(s[H_RANKED]):
            number = s[s[H_RANKS] + rank]
            instance = instance_at(p, s, number)
            if s[instance + I_STATUS] != ENDED:
                acts = s[instance + I_DUE]
                if p[R_PAUSES]:
                    acts = fires_at(p, s[instance + I_JOURNEY], acts)
                due = min(due, acts)
                s[s[H_RANKS] + kept] = number
                kept += 1
        s[H_RANKED] = kept
        s[H_TIMER] = due
        s[H_TIMER_KNOWN] = 1
    return s[H_TIMER]


@jit
def first_by_rank(p: list[int], s: list[int]) -> int:
    """Return the first instance by R4 whose timer is due, or -1."""
    for rank in range(s[H_RANKED]):
        instance = ranked(p, s, rank)
        if s[instance + I_DUE] <= s[H_DUE]:
            return instance
    return -1


@jit
def fire(p: list[int], s: list[int]) -> None:
    """Let the first of the timers that are due act (R4, R226)."""
    s[H_ASKED] = s[H_DUE]
    instance = first_due(p, s) if p[R_PAUSES] else first_by_rank(p, s)
    if instance < 0:
        return
    late = 1 if s[instance + I_DUE] < s[H_DUE] else 0
    held = s[instance + I_HELD]
    if held in (QUIET, PUT_OFF):
        become_candidate(s, instance)
        return
    s[instance + I_DUE] = FAR
    s[H_TIMER_KNOWN] = 0
    s[instance + I_STATUS] = MOVED
    if held == WAITS:
        wait_is_over(p, s, instance, late)
    elif held == HELD:
        s[instance + I_PORT] = ARRIVED
    elif held == GATED:
        s[instance + I_PORT] = close_gate(p, s, instance)
    else:
        remember_leaving(p, s, instance)
    s[instance + I_HELD] = WAITS
    run(p, s, instance)
    run_on(p, s)


@jit
def advance(p: list[int], d: list[int], s: list[int], until: int) -> None:
    """Let everything before `until` happen to a customer (R3, R103).

    What is due while nothing runs is handled after that, in the order in which it was due; a clock
    that goes back stands still (R228).
    """
    is_timed = p[p[R_TIMED]] > 0
    while s[H_FULL] == 0:
        kind, time = RECORDED, FAR
        if s[H_NEXT] < s[H_EVENTS]:
            time = due_of_recorded(p, d, s, s[H_NEXT])
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
        if is_timed and s[H_WAY_DUE] < time:
            kind, time = WAY_IN, s[H_WAY_DUE]
        if p[R_RECHECKED]:
            asking = next_recheck(p, s)
            if asking < time or (kind in (TIMER, WAY_IN) and asking == time):
                kind, time = RECHECK, asking
        if p[R_PAUSES]:
            over = next_pause_end(p, s)
            if over < time or (kind in (TIMER, WAY_IN, RECHECK) and over == time):
                kind, time = PAUSE_END, over
        if is_timed and s[H_OPENED] == 0 and p[R_START] <= time:
            kind, time = OPENING, p[R_START]
        now = max(s[H_NOW], woken(p, time))
        if s[H_CANDIDATES] and now > s[H_NOW]:
            round_of_messages(p, s)
            run_on(p, s)
            s[H_RECHECK_KNOWN] = 0
            continue
        if now >= until:
            return
        s[H_DUE], s[H_NOW] = time, now
        s[H_RECHECK_KNOWN] = 0
        if kind == RECORDED:
            handle_recorded(p, d, s)
        elif kind == PROFILE:
            handle_profile(p, d, s)
        elif kind == GENERATED:
            handle_made(p, s)
        elif kind == TIMER:
            fire(p, s)
        elif kind == RECHECK:
            recheck(p, s)
            run_on(p, s)
        elif kind == PAUSE_END:
            end_pause(p, s)
            run_on(p, s)
        elif kind == WAY_IN:
            s[H_ASKED] = s[H_DUE]
            enter_now(p, s)
            run_on(p, s)
        else:
            s[H_ASKED] = s[H_DUE]
            open_ways(p, s)
            enter_members_at_once(p, s)
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
        due = s[instance + I_DUE]
        if p[R_PAUSES] and due < over:
            due = fires_at(p, journey, due)
        tell(s, WAITING, journey, instance, place, 1, due, 0)
    close_goals(p, s, over)


@jit
def settle(p: list[int], s: list[int], tally: list[int]) -> None:
    """Add what was counted to a tally, once it is certain that everything fitted."""
    for at in range(p[R_COUNTED]):
        tally[at] += s[s[H_TALLY] + at]


@jit
def has_no_events(d: list[int], customer: int) -> bool:
    """Say whether a customer has no events, without which none of the starts may let them in."""
    offsets = d[D_OFFSETS] + customer
    return d[offsets] == d[offsets + 1]


@jit
def simulate(p: list[int], d: list[int], s: list[int], first: int, last: int, over: int) -> None:
    """Run customers [first, last) from the empty state to the end, until one does not fit."""
    for customer in range(first, last):
        if p[p[R_TIMED]] == 0 and has_no_events(d, customer):
            continue
        begin(p, d, s, customer)
        advance(p, d, s, over)
        close(p, s, over)
        if s[H_FULL]:
            return
