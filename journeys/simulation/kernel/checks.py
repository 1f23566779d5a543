"""The checks of a message, in their order; what passes them all is sent (R40, R301)."""

from journeys.program.dispatch import (
    DEFERS,
    O_AGES,
    O_HOURS,
    O_SUPPRESSED,
    O_WHEN_QUIET,
    TS_NO_ADDRESS,
    TS_NO_CONSENT,
    TS_QUIET_DROPPED,
    TS_SUPPRESSED,
    TS_WORDS_MISSING,
)
from journeys.program.operations import (
    M_FAILED,
    N_A,
    N_B,
    N_C,
    N_D,
    N_E,
    N_NOTES,
    N_RULES,
    NOWHERE,
    R_MODE,
    RUN_BACKTEST,
)
from journeys.program.reasons import Reason
from journeys.program.vocabulary import MISSING
from journeys.simulation.jit import jit
from journeys.simulation.kernel.ages import first_lacking, pass_ages
from journeys.simulation.kernel.best import pass_best_hour
from journeys.simulation.kernel.calendar import local, zone_in_force
from journeys.simulation.kernel.caps import pass_caps
from journeys.simulation.kernel.gates import pass_gate
from journeys.simulation.kernel.given import is_given
from journeys.simulation.kernel.holding import BY_FAILED, BY_NOT_SENT, BY_SENT, PASSES, defer
from journeys.simulation.kernel.instances import node_at
from journeys.simulation.kernel.places import (
    H_NOW,
    I_JOURNEY,
    I_NODE,
    I_SENT,
    QUIET,
)
from journeys.simulation.kernel.quiet import first_free, is_quiet
from journeys.simulation.kernel.reactions import draw, respond
from journeys.simulation.kernel.records import count_of_message, tell, tell_more
from journeys.simulation.kernel.responses import note_sent
from journeys.simulation.kernel.sent import earlier_messages, log

NO_ADDRESS = int(Reason.NO_ADDRESS)
NO_CONSENT = int(Reason.NO_CONSENT)
SUPPRESSED = int(Reason.SUPPRESSED)
QUIET_DROPPED = int(Reason.QUIET_DROPPED)
WORDS_MISSING = int(Reason.WORDS_MISSING)
FAILED = int(Reason.FAILED)
SENT = int(Reason.SENT)

FAILURE_SLOT = 7


@jit
def stop(p: list[int], s: list[int], instance: int, which: int, reason: int, what: int) -> int:
    """Count and tell why a message is not sent; return the port."""
    place = s[instance + I_NODE]
    count_of_message(p, s, node_at(p, place), which)
    tell(s, reason, s[instance + I_JOURNEY], instance, place, 1, what, 0)
    return BY_NOT_SENT


@jit
def pass_hours(p: list[int], s: list[int], instance: int, rules: int) -> int:
    """Ask quiet hours and the send window; return PASSES, STAYS, or the port (R303)."""
    hours, zone = p[rules + O_HOURS], zone_in_force(p, s) // 4
    if hours == 0 or not is_quiet(p, hours, local(p, zone, s[H_NOW])):
        return PASSES
    what = p[rules + O_WHEN_QUIET]
    if what == DEFERS:
        release = first_free(p, hours, zone, s[H_NOW])
        return defer(p, s, instance, release, QUIET, NOWHERE, 0, MISSING, MISSING)
    stop(p, s, instance, TS_QUIET_DROPPED, QUIET_DROPPED, what)
    return what


@jit
def pass_rules(p: list[int], s: list[int], instance: int, rules: int) -> int:
    """Ask what comes after consent, up to the ages; return PASSES, STAYS, or the port."""
    attribute = p[rules + O_SUPPRESSED]
    if attribute >= 0 and is_given(p, s, attribute) == 1:
        channel = p[node_at(p, s[instance + I_NODE]) + N_A]
        return stop(p, s, instance, TS_SUPPRESSED, SUPPRESSED, channel)
    port = pass_best_hour(p, s, instance, rules)
    if port == PASSES:
        port = pass_hours(p, s, instance, rules)
    if port == PASSES:
        port = pass_caps(p, s, instance, rules)
    if port == PASSES:
        port = pass_ages(p, s, instance, rules)
    return port


@jit
def send(p: list[int], s: list[int], instance: int, consent: int, address: int) -> int:
    """Send a message that passed all checks; return the port."""
    place, journey = s[instance + I_NODE], s[instance + I_JOURNEY]
    node = node_at(p, place)
    channel, earlier = p[node + N_A], earlier_messages(s)
    unknown_consent = 1 if consent < 0 else 0
    unknown_address = 1 if address < 0 else 0
    tell_more(
        s, SENT, journey, instance, place, 4, channel, unknown_consent, unknown_address, earlier, 0
    )
    log(p, s, instance)
    s[instance + I_SENT] = place
    if p[node + N_NOTES]:
        note_sent(s, instance, p[node + N_NOTES])
    if p[R_MODE] != RUN_BACKTEST:
        respond(p, s, instance, earlier)
    return BY_SENT


@jit
def fails(p: list[int], s: list[int], instance: int) -> bool:
    """Draw whether sending fails, where a share of failures is declared."""
    place = s[instance + I_NODE]
    node = node_at(p, place)
    share = p[p[node + N_B] + M_FAILED]
    if p[R_MODE] == RUN_BACKTEST or share <= 0:
        return False
    bits = draw(p, s, instance, FAILURE_SLOT)
    if bits >= share:
        return False
    tell_more(
        s, FAILED, s[instance + I_JOURNEY], instance, place, 3, p[node + N_A], bits, share, 0, 0
    )
    return True


@jit
def check(p: list[int], s: list[int], instance: int) -> int:
    """Ask the checks; send, hold back, or say why not; return the port, or STAYS."""
    node = node_at(p, s[instance + I_NODE])
    channel, rules, ages = p[node + N_A], p[node + N_RULES], 0
    if rules:
        ages = p[rules + O_AGES]
        port = pass_gate(p, s, instance, rules)
        if port != PASSES:
            return port
    address = is_given(p, s, p[node + N_D])
    if address == 0:
        return stop(p, s, instance, TS_NO_ADDRESS, NO_ADDRESS, channel)
    consent = is_given(p, s, p[node + N_C])
    if consent == 0:
        return stop(p, s, instance, TS_NO_CONSENT, NO_CONSENT, channel)
    if rules:
        port = pass_rules(p, s, instance, rules)
        if port != PASSES:
            return port
    if p[node + N_E]:
        variable = first_lacking(p, s, instance, p[node + N_E], ages)
        if variable >= 0:
            return stop(p, s, instance, TS_WORDS_MISSING, WORDS_MISSING, variable)
    if fails(p, s, instance):
        return BY_FAILED
    return send(p, s, instance, consent, address)
