"""Messages: the round in which they are checked, and how people are assumed to answer (R40-R44)."""

from journeys.program.operations import (
    CHANNEL_SMS,
    J_GOAL_TYPE,
    KIND_TEXT,
    KIND_TRUTH,
    M_CLICK_DELAY,
    M_CLICKED_TYPE,
    M_FAILED,
    M_GOAL_DELAY,
    M_OPEN_DELAY,
    M_OPENED_TYPE,
    M_RELEVANCE,
    M_RESPONSES,
    M_UNSUBSCRIBED_TYPE,
    N_A,
    N_B,
    N_C,
    N_D,
    N_E,
    N_NOTES,
    N_PORTS,
    N_TALLY,
    NOWHERE,
    R_EMPTY,
    R_KINDS,
    R_MODE,
    RESPONSE_AGES,
    RESPONSE_BASE,
    RESPONSE_FATIGUE,
    RESPONSE_HOURS,
    RUN_BACKTEST,
    T_PORTS,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING, UNKNOWN
from journeys.simulation.jit import jit
from journeys.simulation.kernel.calendar import DAY, HOUR, local, zone_in_force
from journeys.simulation.kernel.draws import delayed, drawn
from journeys.simulation.kernel.exits import leave
from journeys.simulation.kernel.instances import entry_of, journey_at, node_at, number_of, ranked
from journeys.simulation.kernel.made import make
from journeys.simulation.kernel.numbers import comes_before
from journeys.simulation.kernel.places import (
    CANDIDATE,
    H_ATTRIBUTES,
    H_CANDIDATES,
    H_FULL,
    H_MOVED,
    H_NOW,
    H_RANKED,
    H_RECENT,
    H_SENT,
    H_SENT_COUNT,
    H_SENT_MOST,
    I_JOURNEY,
    I_NODE,
    I_PORT,
    I_SENT,
    I_STATUS,
    I_TRIGGERED,
    MOVED,
    SENT_INSTANCE,
    SENT_NODE,
    SENT_ROW,
    SENT_TIME,
)
from journeys.simulation.kernel.records import mark, tell, tell_more
from journeys.simulation.kernel.responses import note_sent
from journeys.simulation.kernel.visits import visits_of
from journeys.simulation.kernel.words import first_missing

NO_ADDRESS = int(Reason.NO_ADDRESS)
NO_CONSENT = int(Reason.NO_CONSENT)
WORDS_MISSING = int(Reason.WORDS_MISSING)
FAILED = int(Reason.FAILED)
SENT = int(Reason.SENT)
RESPONSE = int(Reason.RESPONSE)

BY_SENT, BY_NOT_SENT, BY_FAILED = range(3)
OPENED, CLICKED, UNSUBSCRIBED, GOAL = range(4)
SLOTS = (0, 2, 4, 5)
FAILURE_SLOT = 7
CERTAIN = 2**32 - 1
FATIGUE_WINDOW = 7 * DAY
MOST_FATIGUE = 3


@jit
def is_given(p: list[int], s: list[int], attribute: int) -> int:
    """Say whether a consent or address is given: 1 yes, 0 no, -1 unknown (R37)."""
    if attribute < 0:
        return -1
    value = s[s[H_ATTRIBUTES] + attribute]
    if value == UNKNOWN:
        return -1
    if value == MISSING:
        return 0
    kind = p[p[R_KINDS] + attribute]
    if kind == KIND_TRUTH:
        return 1 if value else 0
    if kind == KIND_TEXT:
        return 1 if value != p[R_EMPTY] else 0
    return 1


@jit
def count(p: list[int], s: list[int], node: int, which: int) -> None:
    """Count one of the things only messages count."""
    mark(s, p[node + N_TALLY] + T_PORTS + p[p[node + N_PORTS]] + which)


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
        count(p, s, node, 2 + which)
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


@jit
def check(p: list[int], s: list[int], instance: int) -> int:
    """Ask the checks of R40; send, or say why not; return the port."""
    place, journey = s[instance + I_NODE], s[instance + I_JOURNEY]
    node = node_at(p, place)
    channel = p[node + N_A]
    address = is_given(p, s, p[node + N_D])
    if address == 0:
        count(p, s, node, 0)
        tell(s, NO_ADDRESS, journey, instance, place, 1, channel, 0)
        return BY_NOT_SENT
    consent = is_given(p, s, p[node + N_C])
    if consent == 0:
        count(p, s, node, 1)
        tell(s, NO_CONSENT, journey, instance, place, 1, channel, 0)
        return BY_NOT_SENT
    if p[node + N_E]:
        variable = first_missing(p, s, instance, p[node + N_E])
        if variable >= 0:
            count(p, s, node, 7)
            tell(s, WORDS_MISSING, journey, instance, place, 1, variable, 0)
            return BY_NOT_SENT
    message = p[node + N_B]
    is_drawn = p[R_MODE] != RUN_BACKTEST
    if is_drawn and p[message + M_FAILED] > 0:
        bits = draw(p, s, instance, FAILURE_SLOT)
        if bits < p[message + M_FAILED]:
            tell_more(
                s, FAILED, journey, instance, place, 3, channel, bits, p[message + M_FAILED], 0, 0
            )
            return BY_FAILED
    earlier = earlier_messages(s)
    unknown_consent = 1 if consent < 0 else 0
    unknown_address = 1 if address < 0 else 0
    tell_more(
        s, SENT, journey, instance, place, 4, channel, unknown_consent, unknown_address, earlier, 0
    )
    log(p, s, instance)
    s[instance + I_SENT] = place
    if p[node + N_NOTES]:
        note_sent(s, instance, p[node + N_NOTES])
    if is_drawn:
        respond(p, s, instance, earlier)
    return BY_SENT


@jit
def round_of_messages(p: list[int], s: list[int]) -> None:
    """Check all candidates in the order (priority, journey id, entry id); they move on after."""
    while True:
        chosen = -1
        for rank in range(s[H_RANKED]):
            other = ranked(p, s, rank)
            if s[other + I_STATUS] == CANDIDATE and (
                chosen < 0
                or (
                    s[other + I_JOURNEY] == s[chosen + I_JOURNEY]
                    and comes_before(entry_of(p, s, other), entry_of(p, s, chosen))
                )
            ):
                chosen = other
        if chosen < 0:
            s[H_CANDIDATES] = 0
            return
        if not leave(p, s, chosen, 0, 0):
            s[chosen + I_PORT] = check(p, s, chosen)
            s[chosen + I_STATUS] = MOVED
            s[H_MOVED] += 1
