"""The checks of a message, in their order, all at one instant (R40, R44, R301 to R306)."""

from collections.abc import Iterator

from journeys.content.message import Message
from journeys.sending.ages import Age
from tests.oracle.best import best_hour
from tests.oracle.caps import full_caps, latest
from tests.oracle.conditions import ask
from tests.oracle.fate import Fate
from tests.oracle.goals import exits_now
from tests.oracle.holding import BEST, CAP, GATE, QUIET, put_off
from tests.oracle.instance import Instance
from tests.oracle.messages import send
from tests.oracle.quiet import first_open, hours_of, is_quiet
from tests.oracle.standing import scene
from tests.oracle.words import first_missing

STAYS = ""


def rank(fate: Fate, instance: Instance) -> tuple[int, int, str, int]:
    """Return the place among candidates: priority, first attempt, journey, entry (R44)."""
    priority, journey = instance.plan.order
    first = instance.attempt.first
    return priority, fate.now if first is None else first, journey, instance.entry


def check(fate: Fate, instance: Instance, message: Message) -> str | None:
    """Send, or say why not; return the port, None for who stands there or has left."""
    if instance.attempt.first is None:
        instance.attempt.first = fate.now
    if exits_now(fate, instance):
        return None
    for asked in (closed, unreachable, at_best, in_quiet, capped):
        port = asked(fate, instance, message)
        if port is not None:
            return port or None
    port, expired = aged(fate, instance, message)
    if port is not None:
        return port
    missing = first_missing(fate, instance, message, expired)
    if missing is not None:
        fate.tell(instance, "words_missing", missing)
        return "not_sent"
    return send(fate, instance, message)


def closed(fate: Fate, instance: Instance, message: Message) -> str | None:
    """Ask the gate aloud; where it is false, keep trying, or do not send (R302)."""
    gate, attempt = message.gate, instance.attempt
    if gate is None or ask(
        gate,
        scene(fate, instance),
        lambda *operands: fate.tell(instance, "leaf", *operands),
    ):
        return None
    if message.try_for is not None and attempt.gate_until is None:
        attempt.gate_until = fate.now + message.try_for.window
    if attempt.gate_until is None or attempt.gate_until <= fate.now:
        fate.tell(instance, "gate_closed")
        return "not_sent"
    attempt.stands, instance.timer = GATE, attempt.gate_until
    fate.tell(instance, "gate_waiting", attempt.gate_until)
    return STAYS


def unreachable(fate: Fate, instance: Instance, message: Message) -> str | None:
    """Ask for address and consent, and whether the customer is suppressed (R37, R301)."""
    profile, channel = fate.profile, message.channel
    for what, reason in (("address", "no_address"), ("consent", "no_consent")):
        if not profile.has(f"{what}.{channel}")[0]:
            fate.tell(instance, reason, channel)
            return "not_sent"
    if profile.attributes.get("suppressed"):
        fate.tell(instance, "suppressed", channel)
        return "not_sent"
    return None


def at_best(fate: Fate, instance: Instance, message: Message) -> str | None:
    """Put a message off to the hour at which it is opened most likely, once in a visit (R306)."""
    if not message.best_hour or instance.attempt.has_best:
        return None
    instance.attempt.has_best = True
    zone, hours = fate.profile.zone, hours_of(message, fate.settings.sending)
    found = best_hour(fate.now, zone, fate.history, fate.learned, hours)
    if found is None:
        return None
    fate.tell(instance, "best_hour", *found)
    release = found[1]
    return STAYS if release > fate.now and put_off(fate, instance, BEST, release) else None


def in_quiet(fate: Fate, instance: Instance, message: Message) -> str | None:
    """Ask whether it is quiet; if so, send later, not at all, or elsewhere (R303)."""
    zone, hours = fate.profile.zone, hours_of(message, fate.settings.sending)
    if not is_quiet(fate.now, zone, hours):
        return None
    if message.when_quiet != "defer":
        port = elsewhere(message.when_quiet)
        fate.tell(instance, "quiet_dropped", port)
        return port
    release = first_open(fate.now, zone, hours)
    if not put_off(fate, instance, QUIET, release):
        fate.tell(instance, "deferred_too_long", release, None)
        return "not_sent"
    fate.tell(instance, "deferred", release, None, 0, None, None)
    return STAYS


def capped(fate: Fate, instance: Instance, message: Message) -> str | None:
    """Ask whether all caps have room; if not, do not send, send later, or elsewhere (R304)."""
    full = full_caps(message, fate.settings.sending.caps, fate.sent, fate.now)
    if not full:
        return None
    if message.when_capped != "defer":
        port = elsewhere(message.when_capped)
        fate.tell(instance, "capped", port, *full[0].said)
        return port
    last = latest(full)
    if not put_off(fate, instance, CAP, last.release):
        fate.tell(instance, "deferred_too_long", last.release, last.cap.id)
        return "not_sent"
    fate.tell(instance, "deferred", last.release, *last.said)
    return STAYS


def elsewhere(what: str) -> str:
    """Return the port of a message that is dropped, or sent on another channel."""
    return "not_sent" if what == "drop" else what


def aged(fate: Fate, instance: Instance, message: Message) -> tuple[str | None, tuple[str, ...]]:
    """Return the port where something is too old to send, and what goes out without (R305)."""
    expired: list[str] = []
    for age, seconds in ages(fate, instance, message):
        if age.on_expiry == "suppress":
            fate.tell(instance, "context_too_old", age.variable, seconds)
            return "not_sent", ()
        fate.tell(instance, "context_expired", age.variable, seconds)
        expired.append(age.variable)
    return None, tuple(expired)


def ages(fate: Fate, instance: Instance, message: Message) -> Iterator[tuple[Age, int]]:
    """Yield what is too old, and how old it is, in declared order."""
    for age in message.ages:
        fact = instance.event if age.owner == "event" else instance.caught.get(age.owner)
        is_event = fact is not None and bool(fact.digits)  # what was answered has no age
        if fact is not None and is_event and fate.now - fact.time > age.max_age.window:
            yield age, fate.now - fact.time
