"""What a journey is for: goals, looked at before the exit rules (R4, R53)."""

from journeys.program.operations import (
    G_ENDS,
    G_FILTER,
    G_KEYED,
    G_TALLY,
    G_TYPE,
    G_WINDOW,
    GOAL_WIDTH,
    J_GOALS,
    J_KEY,
    N_PORTS,
    N_TALLY,
    T_PORTS,
    TA_CENSORED,
    TA_CONVERTED,
    TA_CONVERTED_CENSORED,
    TG_CENSORED,
    TG_LEFT,
    TG_REACHED,
    TG_REACHED_CENSORED,
    TG_UNMESSAGED,
    TG_WATCHED,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.exits import key_agrees, leave, tell_of
from journeys.simulation.kernel.filters import passes
from journeys.simulation.kernel.instances import end, instance_at, journey_at, node_at, number_of
from journeys.simulation.kernel.places import (
    A_CONVERTED,
    A_EXPOSED,
    A_JOURNEY,
    A_KEY,
    A_KEYED,
    A_TALLY,
    ARM_ROW,
    ENDED,
    H_ARM_COUNT,
    H_ARM_OPEN,
    H_ARMS,
    H_INSTANCE_COUNT,
    H_LATE,
    H_NOW,
    H_SENT,
    H_SENT_COUNT,
    H_SWEPT,
    H_WATCH,
    H_WATCHED,
    I_JOURNEY,
    I_NODE,
    I_REACHED,
    I_SENT,
    I_STATUS,
    I_WATCHED,
    S_TIME,
    S_TYPE,
    S_VALUES,
    SENT_INSTANCE,
    SENT_NODE,
    SENT_ROW,
    SENT_TIME,
)
from journeys.simulation.kernel.records import mark, tell

CREDITED = 6
FEW = 16

GOAL_REACHED = int(Reason.GOAL_REACHED)
GOAL_KEY_MISSING = int(Reason.GOAL_KEY_MISSING)
LEFT_BY_GOAL = int(Reason.LEFT_BY_GOAL)


@jit
def watch(p: list[int], s: list[int], instance: int) -> None:
    """Watch an instance's goals from now on, if they are not watched yet (R108)."""
    if s[instance + I_WATCHED] != MISSING:
        return
    s[instance + I_WATCHED] = s[H_NOW]
    goals = p[journey_at(p, s[instance + I_JOURNEY]) + J_GOALS]
    for at in range(p[goals]):
        mark(s, p[goals + 1 + at * GOAL_WIDTH + G_TALLY] + TG_WATCHED)


@jit
def is_watched(p: list[int], s: list[int], instance: int) -> bool:
    """Say whether any goal of an instance may still be reached."""
    since = s[instance + I_WATCHED]
    goals = p[journey_at(p, s[instance + I_JOURNEY]) + J_GOALS]
    for at in range(p[goals]):
        window = p[goals + 1 + at * GOAL_WIDTH + G_WINDOW]
        if (s[instance + I_REACHED] >> at) & 1 == 0 and (
            since == MISSING or s[H_LATE] or s[H_NOW] <= since + window
        ):
            return since != MISSING
    return False


@jit
def message_before(p: list[int], s: list[int], instance: int, time: int) -> int:
    """Return the step of the last message of an instance sent by an instant, or -1 (R106)."""
    if s[H_LATE] == 0 or s[instance + I_SENT] < 0:
        return s[instance + I_SENT]
    own = number_of(p, s, instance)
    for number in range(s[H_SENT_COUNT] - 1, -1, -1):
        sent = s[H_SENT] + number * SENT_ROW
        if s[sent + SENT_INSTANCE] == own and s[sent + SENT_TIME] <= time:
            return s[sent + SENT_NODE]
    return -1


@jit
def credit(p: list[int], s: list[int], goal: int, message: int) -> None:
    """Count a goal, and the message it is credited to."""
    mark(s, p[goal + G_TALLY] + TG_REACHED)
    if message < 0:
        mark(s, p[goal + G_TALLY] + TG_UNMESSAGED)
        return
    node = node_at(p, message)
    mark(s, p[node + N_TALLY] + T_PORTS + p[p[node + N_PORTS]] + CREDITED)


@jit
def reach(p: list[int], s: list[int], instance: int, row: int) -> int:
    """Note the goals an event reaches; return the first of them that ends the journey, or -1."""
    since = s[instance + I_WATCHED]
    if since == MISSING:
        return -1
    goals = p[journey_at(p, s[instance + I_JOURNEY]) + J_GOALS]
    kind, time, ending = s[row + S_TYPE], s[row + S_TIME], -1
    for at in range(p[goals]):
        goal = goals + 1 + at * GOAL_WIDTH
        if p[goal + G_TYPE] != kind or (s[instance + I_REACHED] >> at) & 1 == 1:
            continue
        if not since <= time <= since + p[goal + G_WINDOW]:
            continue
        if not passes(p, s, p[goal + G_FILTER], row):
            continue
        agrees = key_agrees(p, s, instance, row, p[goal + G_KEYED])
        if agrees < 0:
            tell_of(s, GOAL_KEY_MISSING, instance, at)
        if agrees <= 0:
            continue
        s[instance + I_REACHED] |= 1 << at
        message = message_before(p, s, instance, time)
        credit(p, s, goal, message)
        journey = s[instance + I_JOURNEY]
        tell(s, GOAL_REACHED, journey, instance, s[instance + I_NODE], 2, at, message)
        if p[goal + G_ENDS] and ending < 0:
            ending = at
    return ending


@jit
def look_at_event(p: list[int], s: list[int], row: int) -> None:
    """Let every instance look at an event for its goals, then for its exit rules (R101)."""
    kept = 0
    for place in range(s[H_WATCH], s[H_WATCH] + s[H_WATCHED]):
        number = s[place]
        instance = instance_at(p, s, number)
        reached = reach(p, s, instance, row)
        if s[instance + I_STATUS] != ENDED:
            if reached >= 0:
                goals = p[journey_at(p, s[instance + I_JOURNEY]) + J_GOALS]
                mark(s, p[goals + 1 + reached * GOAL_WIDTH + G_TALLY] + TG_LEFT)
                tell_of(s, LEFT_BY_GOAL, instance, reached)
                end(p, s, instance, -1)
            else:
                leave(p, s, instance, row, 1)
        if s[instance + I_STATUS] != ENDED or is_watched(p, s, instance):
            s[s[H_WATCH] + kept] = number
            kept += 1
    s[H_WATCHED] = kept
    s[H_SWEPT] = kept


@jit
def sweep(p: list[int], s: list[int]) -> None:
    """Forget those that ended with nothing to watch, once they may be half of all."""
    if s[H_WATCHED] < 2 * max(s[H_SWEPT], FEW):
        return
    kept = 0
    for place in range(s[H_WATCH], s[H_WATCH] + s[H_WATCHED]):
        instance = instance_at(p, s, s[place])
        if s[instance + I_STATUS] != ENDED or is_watched(p, s, instance):
            s[s[H_WATCH] + kept] = s[place]
            kept += 1
    s[H_WATCHED] = kept
    s[H_SWEPT] = kept


@jit
def is_settled(p: list[int], s: list[int], number: int) -> bool:
    """Say whether no later event can convert a unit any more."""
    arm = s[H_ARMS] + number * ARM_ROW
    since = s[arm + A_EXPOSED]
    if since == MISSING:
        return False
    goals = p[journey_at(p, s[arm + A_JOURNEY]) + J_GOALS]
    if s[arm + A_CONVERTED] or p[goals] == 0:
        return True
    return s[H_LATE] == 0 and s[H_NOW] > since + p[goals + 1 + G_WINDOW]


@jit
def convert(p: list[int], s: list[int], row: int) -> None:
    """Count the units of experiments that an event converts (R126)."""
    kind, time = s[row + S_TYPE], s[row + S_TIME]
    while s[H_ARM_OPEN] < s[H_ARM_COUNT] and is_settled(p, s, s[H_ARM_OPEN]):
        s[H_ARM_OPEN] += 1
    for number in range(s[H_ARM_OPEN], s[H_ARM_COUNT]):
        arm = s[H_ARMS] + number * ARM_ROW
        since = s[arm + A_EXPOSED]
        if since == MISSING or s[arm + A_CONVERTED]:
            continue
        rules = journey_at(p, s[arm + A_JOURNEY])
        goal = p[rules + J_GOALS] + 1
        if p[goal - 1] == 0 or p[goal + G_TYPE] != kind:
            continue
        if not since < time <= since + p[goal + G_WINDOW]:
            continue
        if not passes(p, s, p[goal + G_FILTER], row):
            continue
        if s[arm + A_KEYED] and s[row + S_VALUES + p[rules + J_KEY]] != s[arm + A_KEY]:
            continue
        s[arm + A_CONVERTED] = 1
        mark(s, s[arm + A_TALLY] + TA_CONVERTED)


@jit
def close_goals(p: list[int], s: list[int], over: int) -> None:
    """Count the goal windows that the end of the run cuts (R7, R108)."""
    for number in range(s[H_INSTANCE_COUNT]):
        instance = instance_at(p, s, number)
        goals = p[journey_at(p, s[instance + I_JOURNEY]) + J_GOALS]
        for at in range(p[goals]):
            goal = goals + 1 + at * GOAL_WIDTH
            since = s[instance + I_WATCHED]
            if since != MISSING and since + p[goal + G_WINDOW] >= over:
                mark(s, p[goal + G_TALLY] + TG_CENSORED)
                if (s[instance + I_REACHED] >> at) & 1:
                    mark(s, p[goal + G_TALLY] + TG_REACHED_CENSORED)
    for number in range(s[H_ARM_COUNT]):
        arm = s[H_ARMS] + number * ARM_ROW
        since = s[arm + A_EXPOSED]
        goals = p[journey_at(p, s[arm + A_JOURNEY]) + J_GOALS]
        if since != MISSING and p[goals] and since + p[goals + 1 + G_WINDOW] >= over:
            mark(s, s[arm + A_TALLY] + TA_CENSORED)
            if s[arm + A_CONVERTED]:
                mark(s, s[arm + A_TALLY] + TA_CONVERTED_CENSORED)
