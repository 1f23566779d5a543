"""How people are assumed to answer a message that was sent (R55, R56)."""

from journeys.program.dispatch import (
    CHANNEL_SMS,
    TS_OPENED,
)
from journeys.program.operations import (
    J_GOAL_TYPE,
    M_CLICK_DELAY,
    M_CLICKED_TYPE,
    M_GOAL_DELAY,
    M_OPEN_DELAY,
    M_OPENED_TYPE,
    M_RELEVANCE,
    M_RESPONSES,
    M_UNSUBSCRIBED_TYPE,
    N_A,
    N_B,
    NOWHERE,
    RESPONSE_AGES,
    RESPONSE_BASE,
    RESPONSE_FATIGUE,
    RESPONSE_HOURS,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import DAY, HOUR, local, zone_in_force
from journeys.simulation.kernel.draws import delayed, drawn
from journeys.simulation.kernel.instances import entry_of, journey_at, node_at
from journeys.simulation.kernel.made import make
from journeys.simulation.kernel.places import H_NOW, I_JOURNEY, I_NODE, I_TRIGGERED
from journeys.simulation.kernel.records import count_of_message, tell_more
from journeys.simulation.kernel.visits import visits_of

RESPONSE = int(Reason.RESPONSE)

OPENED, CLICKED, UNSUBSCRIBED, GOAL = range(4)
SLOTS = (0, 2, 4, 5)
CERTAIN = 2**32 - 1
MOST_FATIGUE = 3


@jit
def draw(p: list[int], s: list[int], instance: int, slot: int) -> int:
    """Draw 32 bits for a question about the message an instance stands at."""
    node = node_at(p, s[instance + I_NODE])
    visit = visits_of(p, s, instance, s[instance + I_NODE])
    return drawn(p, s, node, entry_of(p, s, instance), visit, slot)


@jit
def chance(
    p: list[int], s: list[int], instance: int, message: int, which: int, earlier: int
) -> int:
    """Return the threshold of a response: its base, then each factor in turn (R56, R121)."""
    table = p[message + M_RESPONSES + which]
    share = p[table + RESPONSE_BASE]
    hour = local(p, zone_in_force(p, s) // 4, s[H_NOW]) % DAY // HOUR
    share = min(CERTAIN, (share * p[table + RESPONSE_HOURS + hour]) >> 16)
    share = min(CERTAIN, (share * p[table + RESPONSE_FATIGUE + min(earlier, MOST_FATIGUE)]) >> 16)
    minutes = (s[H_NOW] - s[instance + I_TRIGGERED]) // 60
    ages = table + RESPONSE_AGES
    for at in range(p[ages]):
        bound = p[ages + 1 + 2 * at]
        if bound < 0 or minutes < bound:
            share = min(CERTAIN, (share * p[ages + 2 + 2 * at]) >> 16)
            break
    if which != UNSUBSCRIBED:
        share = min(CERTAIN, (share * p[message + M_RELEVANCE]) >> 16)
    return share


@jit
def says_yes(
    p: list[int], s: list[int], instance: int, which: int, earlier: int, begin: int, table: int
) -> int:
    """Draw one response; return when it happens, or MISSING. A table of 0 means at `begin`."""
    node = node_at(p, s[instance + I_NODE])
    share = chance(p, s, instance, p[node + N_B], which, earlier)
    slot = SLOTS[which]
    bits = draw(p, s, instance, slot)
    time = MISSING
    if bits < share:
        time = begin
        if table > 0:
            time += delayed(p, table, draw(p, s, instance, slot + 1))
        count_of_message(p, s, node, TS_OPENED + which)
    journey, place = s[instance + I_JOURNEY], s[instance + I_NODE]
    tell_more(
        s, RESPONSE, journey, instance, place, 5, slot, 1 if bits < share else 0, bits, share, time
    )
    return time


@jit
def respond(p: list[int], s: list[int], instance: int, earlier: int) -> None:
    """Draw how a customer answers the message just sent, and let it happen (R56)."""
    place = s[instance + I_NODE]
    node = node_at(p, place)
    message, is_sms = p[node + N_B], p[node + N_A] == CHANNEL_SMS
    visit = visits_of(p, s, instance, place)
    opened = s[H_NOW]
    if not is_sms:
        opened = says_yes(p, s, instance, OPENED, earlier, opened, p[message + M_OPEN_DELAY])
        if opened == MISSING:
            return
        make(p, s, instance, place, visit, SLOTS[OPENED], opened, p[message + M_OPENED_TYPE], 0)
    clicked = says_yes(p, s, instance, CLICKED, earlier, opened, p[message + M_CLICK_DELAY])
    if clicked != MISSING:
        kind = p[message + M_CLICKED_TYPE]
        make(p, s, instance, place, visit, SLOTS[CLICKED], clicked, kind, 0)
    gone = says_yes(p, s, instance, UNSUBSCRIBED, earlier, opened, 0)
    if gone != MISSING:
        kind = p[message + M_UNSUBSCRIBED_TYPE]
        make(p, s, instance, place, visit, SLOTS[UNSUBSCRIBED], gone, kind, 0)
    if clicked == MISSING or p[message + M_RESPONSES + GOAL] == NOWHERE:
        return
    bought = says_yes(p, s, instance, GOAL, earlier, clicked, p[message + M_GOAL_DELAY])
    if bought != MISSING:
        kind = p[journey_at(p, s[instance + I_JOURNEY]) + J_GOAL_TYPE]
        make(p, s, instance, place, visit, SLOTS[GOAL], bought, kind, 1)
