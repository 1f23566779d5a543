"""Who may enter, asked in the order of R10; the first refusal wins and is told."""

from journeys.program.operations import (
    ACTIVE_IGNORE,
    ACTIVE_RESTART,
    ACTIVE_UPDATE,
    J_COOLDOWN,
    J_EXPERIMENTS,
    J_GOAL_TYPE,
    J_KEY,
    J_MAXIMUM,
    J_MODE,
    J_TALLY,
    J_UNPROMPTED,
    J_UNPROMPTED_DELAY,
    J_WHEN_ACTIVE,
    MODE_AFTER_EXIT,
    MODE_ONCE,
    N_B,
    N_OP,
    N_PORTS,
    N_TALLY,
    OP_TRIGGER,
    R_MAXIMUM_AGE,
    R_MODE,
    R_NAMELESS,
    R_PAUSES,
    RUN_GENERATED,
    T_PORTS,
    T_REACHED,
    TJ_ENTRIES,
    TJ_RESTARTED,
    TJ_UPDATED,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import after, zone_in_force
from journeys.simulation.kernel.catching import ask_again
from journeys.simulation.kernel.draws import delayed, drawn
from journeys.simulation.kernel.filters import passes_aloud
from journeys.simulation.kernel.finding import last_entry, note_entry
from journeys.simulation.kernel.goals import sweep, watch
from journeys.simulation.kernel.instances import (
    end,
    entry_of,
    journey_at,
    new_instance,
    node_at,
)
from journeys.simulation.kernel.leaves import asked
from journeys.simulation.kernel.made import make
from journeys.simulation.kernel.pausing import acts_at
from journeys.simulation.kernel.places import (
    ENDED,
    FAR,
    H_ENTRIES,
    H_FROM,
    H_INSTANCE_COUNT,
    H_MOVED,
    H_NOW,
    I_ENTERED,
    I_FROM,
    I_JOURNEY,
    I_KEY,
    I_NODE,
    I_PORT,
    I_ROW,
    I_SENT,
    I_STATUS,
    I_TRIGGERED,
    I_WATCHED,
    MOVED,
    S_TIME,
    S_TYPE,
    S_VALUES,
)
from journeys.simulation.kernel.records import mark, tell, tell_more
from journeys.simulation.kernel.rows import count_row, number_of_row

REFUSED_FILTER = int(Reason.REFUSED_FILTER)
REFUSED_KEY_MISSING = int(Reason.REFUSED_KEY_MISSING)
REFUSED_MAXIMUM = int(Reason.REFUSED_MAXIMUM)
REFUSED_MODE = int(Reason.REFUSED_MODE)
REFUSED_ACTIVE = int(Reason.REFUSED_ACTIVE)
REFUSED_COOLDOWN = int(Reason.REFUSED_COOLDOWN)
REFUSED_ALREADY = int(Reason.REFUSED_ALREADY)
REFUSED_PAUSED = int(Reason.REFUSED_PAUSED)
REFUSED_TOO_OLD = int(Reason.REFUSED_TOO_OLD)
CONTEXT_UPDATED = int(Reason.CONTEXT_UPDATED)
ENTERED = int(Reason.ENTERED)
RESTARTED = int(Reason.RESTARTED)
UNPROMPTED = int(Reason.UNPROMPTED)


@jit
def refuse(
    p: list[int], s: list[int], reason: int, trigger: int, journey: int, count: int, a: int, b: int
) -> None:
    """Count and tell a refusal."""
    node, at = node_at(p, trigger), reason - REFUSED_FILTER
    if reason >= REFUSED_PAUSED:
        at = reason - REFUSED_PAUSED + REFUSED_ALREADY - REFUSED_FILTER + 1
    mark(s, p[node + N_TALLY] + T_PORTS + p[p[node + N_PORTS]] + at)
    tell(s, reason, journey, -1, trigger, count, a, b)


@jit
def draw_unprompted(p: list[int], s: list[int], instance: int, trigger: int) -> None:
    """Draw whether the goal is reached without any message (R55)."""
    rules, node = journey_at(p, s[instance + I_JOURNEY]), node_at(p, trigger)
    entry = entry_of(p, s, instance)
    bits = drawn(p, s, node, entry, 1, 0)
    threshold = p[rules + J_UNPROMPTED]
    time = MISSING
    if bits < threshold:
        delay = delayed(p, p[rules + J_UNPROMPTED_DELAY], drawn(p, s, node, entry, 1, 1))
        time = s[H_NOW] + delay
        make(p, s, instance, trigger, 1, 0, time, p[rules + J_GOAL_TYPE], 1)
    journey = s[instance + I_JOURNEY]
    says = 1 if bits < threshold else 0
    tell_more(s, UNPROMPTED, journey, instance, trigger, 4, says, bits, threshold, time, 0)


@jit
def source_of(p: list[int], s: list[int], row: int) -> int:
    """Return who jumped here, one more than its number; 0 where none did, or no call entered."""
    return s[H_FROM] if s[row + S_TYPE] != p[R_NAMELESS] else 0


@jit
def admit(p: list[int], s: list[int], row: int, journey: int, trigger: int, key: int) -> None:
    """Begin a new instance that moves on from its trigger once all journeys were asked."""
    rules = journey_at(p, journey)
    sweep(p, s)
    if p[node_at(p, trigger) + N_OP] != OP_TRIGGER:
        count_row(p, s)
    made = new_instance(p, s, journey, trigger, number_of_row(p, s, row))
    if made < 0:
        return
    s[made + I_KEY] = key
    s[s[H_ENTRIES] + journey] += 1
    note_entry(p, s, s[H_INSTANCE_COUNT] - 1)
    s[made + I_TRIGGERED] = s[row + S_TIME]
    s[made + I_PORT] = 0
    s[made + I_STATUS] = MOVED
    s[made + I_SENT] = -1
    s[made + I_FROM] = source_of(p, s, row)
    s[made + I_WATCHED] = MISSING
    s[H_MOVED] += 1
    mark(s, p[rules + J_TALLY] + TJ_ENTRIES)
    mark(s, p[node_at(p, trigger) + N_TALLY] + T_REACHED)
    tell(s, ENTERED, journey, made, trigger, 1, key if p[rules + J_KEY] >= 0 else MISSING, 0)
    if p[rules + J_EXPERIMENTS] == 0:
        watch(p, s, made)
    if p[R_MODE] == RUN_GENERATED and p[rules + J_UNPROMPTED] >= 0 and p[rules + J_GOAL_TYPE] >= 0:
        draw_unprompted(p, s, made, trigger)


@jit
def ask_entry(
    p: list[int], s: list[int], row: int, journey: int, trigger: int, already: int
) -> bool:
    """Ask whether a row leads into a journey by a trigger; say whether it was admitted.

    The row of an entry at an instant is handled with the entry, and not without it (R217).
    """
    rules, now = journey_at(p, journey), s[H_NOW]
    start, is_event = p[node_at(p, trigger) + N_B], p[node_at(p, trigger) + N_OP] == OP_TRIGGER
    if is_event:
        is_wanted = passes_aloud(p, s, start, row, journey, trigger)
    else:
        is_wanted = asked(p, s, start, -1, trigger)
    if not is_wanted:
        refuse(p, s, REFUSED_FILTER, trigger, journey, 0, 0, 0)
        return False
    if already:
        refuse(p, s, REFUSED_ALREADY, trigger, journey, 0, 0, 0)
        return False
    key = 0
    if p[rules + J_KEY] >= 0:
        key = s[row + S_VALUES + p[rules + J_KEY]]
        if key == MISSING:
            refuse(p, s, REFUSED_KEY_MISSING, trigger, journey, 0, 0, 0)
            return False
    if p[R_PAUSES]:
        over = acts_at(p, journey, now)
        if over > now:
            refuse(p, s, REFUSED_PAUSED, trigger, journey, 1, over, 0)
            return False
    age = now - s[row + S_TIME]
    if age > p[R_MAXIMUM_AGE]:
        refuse(p, s, REFUSED_TOO_OLD, trigger, journey, 1, age, 0)
        return False
    entries, last, active = s[s[H_ENTRIES] + journey], -FAR, -1
    latest = last_entry(p, s, journey, key)
    if latest >= 0:
        last = s[latest + I_ENTERED]
        active = latest if s[latest + I_STATUS] != ENDED else -1
    when_active = p[rules + J_WHEN_ACTIVE]
    if when_active == ACTIVE_UPDATE and not is_event:
        when_active = ACTIVE_IGNORE
    if active >= 0 and when_active == ACTIVE_UPDATE:
        mark(s, p[rules + J_TALLY] + TJ_UPDATED)
        tell(s, CONTEXT_UPDATED, journey, active, trigger, 1, s[active + I_TRIGGERED], 0)
        s[active + I_ROW] = number_of_row(p, s, row)
        s[active + I_TRIGGERED] = s[row + S_TIME]
        s[active + I_FROM] = source_of(p, s, row)
        ask_again(p, s, active, -1)
        return True
    most, mode = p[rules + J_MAXIMUM], p[rules + J_MODE]
    if 0 <= most <= entries:
        refuse(p, s, REFUSED_MAXIMUM, trigger, journey, 1, entries, 0)
        return False
    if last > -FAR and (mode == MODE_ONCE or (mode == MODE_AFTER_EXIT and active >= 0)):
        refuse(p, s, REFUSED_MODE, trigger, journey, 1, last, 0)
        return False
    if active >= 0 and when_active == ACTIVE_IGNORE:
        refuse(p, s, REFUSED_ACTIVE, trigger, journey, 1, s[active + I_ENTERED], 0)
        return False
    over = -FAR
    if last > -FAR and p[rules + J_COOLDOWN] >= 0:
        over = after(p, zone_in_force(p, s) // 4, last, p[rules + J_COOLDOWN])
    if over > now:
        refuse(p, s, REFUSED_COOLDOWN, trigger, journey, 2, last, over)
        return False
    if active >= 0 and when_active == ACTIVE_RESTART:
        tell(s, RESTARTED, journey, active, s[active + I_NODE], 0, 0, 0)
        end(p, s, active, TJ_RESTARTED)
    admit(p, s, row, journey, trigger, key)
    return True
