"""Standing at a message: a gate that is asked again, and releases to come (R302, R303, R308)."""

from journeys.conditions.tree import Condition
from journeys.content.message import Message
from tests.oracle.conditions import ask
from tests.oracle.fate import Fate
from tests.oracle.instance import Instance
from tests.oracle.quiet import first_open, hours_of
from tests.oracle.standing import scene

GATE, QUIET, CAP, BEST = "gate", "quiet", "cap", "best"
LONGEST = 72 * 3_600


def put_off(fate: Fate, instance: Instance, why: str, release: int | None) -> bool:
    """Let an instance stand until a release; return whether that is not too late (R43)."""
    attempt = instance.attempt
    if attempt.deferred is None:
        attempt.deferred = fate.now
    if release is None or release > attempt.deferred + LONGEST:
        return False
    attempt.stands, attempt.since, attempt.zone = why, fate.now, fate.profile.zone
    instance.timer = release
    return True


def message_of(instance: Instance) -> Message:
    """Return the message at which an instance stands."""
    node = instance.plan.journey.by_id[instance.node]
    assert isinstance(node, Message)
    return node


def gate_of(instance: Instance) -> Condition | None:
    """Return the gate that an instance stands at, if it does."""
    return message_of(instance).gate if instance.attempt.stands == GATE else None


def ask_gate(fate: Fate, instance: Instance) -> None:
    """Ask the gate that an instance stands at; not while its journey pauses (R308)."""
    gate = gate_of(instance)
    if gate is not None and not fate.is_paused(instance.plan) and ask(gate, scene(fate, instance)):
        try_again(instance)


def try_again(instance: Instance) -> None:
    """Make an instance a candidate again, at this instant."""
    instance.attempt.stands, instance.timer = "", None
    instance.is_candidate = True


def given_up(fate: Fate, instance: Instance) -> str | None:
    """Let a release come, or the time of a gate be over; return the port it is left by."""
    why = instance.attempt.stands
    if why != GATE:
        try_again(instance)
        return None
    instance.attempt.stands = ""
    fate.tell(instance, "gate_closed")
    return "not_sent"


def move_release(fate: Fate, instance: Instance) -> None:
    """Compute the end of quiet hours again, by the zone that is now in force (R303)."""
    attempt, zone = instance.attempt, fate.profile.zone
    if attempt.stands != QUIET or attempt.zone == zone:
        return
    old, attempt.zone = instance.timer, zone
    hours = hours_of(message_of(instance), fate.settings.sending)
    release = first_open(attempt.since, zone, hours)
    if release is None or release == old:  # one that is over, as its journey pauses, stays that
        return
    instance.timer = max(fate.now, release)
    if instance.timer != old:
        fate.tell(instance, "deferral_moved", old, instance.timer)
