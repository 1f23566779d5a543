"""Who may enter (R10, R11, R13, R14, R116, R129)."""

from collections.abc import Callable, Iterator

from journeys.document.node import Node
from journeys.document.rules import EntryRule
from journeys.nodes.call_trigger import CallTrigger
from journeys.nodes.date_trigger import DateTrigger
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.schedule_trigger import ScheduleTrigger
from journeys.people.population import Content
from journeys.simulation.settings import Mode
from journeys.values import evolve
from tests.oracle.anniversaries import due_dates
from tests.oracle.calendar import later
from tests.oracle.catching import ask_again
from tests.oracle.draws import delay, text_hash, threshold
from tests.oracle.fate import Fate
from tests.oracle.filters import passes
from tests.oracle.happening import Happening
from tests.oracle.instance import Instance
from tests.oracle.memberships import is_member, turned
from tests.oracle.messages import drawn, generate_goal
from tests.oracle.plan import Plan
from tests.oracle.rows import Operand
from tests.oracle.schedules import due


def entries(fate: Fate, event: Happening | None) -> None:
    """Ask every trigger that an event may fire; those who enter go on when all were asked.

    Without an event a profile has changed: that is about segments alone (R218).
    """
    for plan in fate.plans:
        is_admitted = False
        for trigger in plan.triggers:
            if event is None or trigger.event != event.name:
                continue
            say = Sayer(fate, plan, trigger)
            if not is_wanted(fate, trigger, event, say):
                say("refused_filter")
            elif is_admitted:
                say("refused_already")
            else:
                is_admitted = admit(fate, plan, trigger, event, say)
        segment_entries(fate, plan, is_admitted=is_admitted)


def current_entries(fate: Fate) -> None:
    """Note who is in a segment at the start; some enter, as they are in it then (R15, R218)."""
    for plan in fate.plans:
        segment_entries(fate, plan, is_admitted=False)


def timed_entries(fate: Fate) -> None:
    """Ask every trigger that is due by the clock, as if one event had come (R217)."""
    for plan in fate.plans:
        is_admitted = segment_entries(fate, plan, is_admitted=False, by_time=True)
        for trigger in plan.timed:
            for cause, is_missed in causes(fate, plan, trigger):
                say = Sayer(fate, plan, trigger)
                if is_missed:
                    say("missed", fate.due)
                elif not is_aimed_at(fate, plan, trigger, say):
                    say("refused_filter")
                elif is_admitted:
                    say("refused_already")
                else:
                    is_admitted = admit(fate, plan, trigger, Happening(fate.now, "", cause), say)


def segment_entries(fate: Fate, plan: Plan, *, is_admitted: bool, by_time: bool = False) -> bool:
    """Ask who has come into a segment, or gone; return whether somebody was admitted (R218)."""
    for trigger in turned(fate, plan, by_time=by_time):
        say = Sayer(fate, plan, trigger)
        if is_admitted:
            say("refused_already")
        else:
            cause = Happening(fate.now, "", str(fate.due))
            is_admitted = admit(fate, plan, trigger, cause, say)
    return is_admitted


def is_aimed_at(
    fate: Fate, plan: Plan, trigger: ScheduleTrigger | DateTrigger, say: Callable[..., None]
) -> bool:
    """Return whether a schedule is for this customer, and say what was found (R219)."""
    if not isinstance(trigger, ScheduleTrigger) or trigger.segment is None:
        return True
    is_in = is_member(fate, plan, trigger.segment, fate.now)
    say("leaf", 0, is_in, is_in)
    return is_in


def causes(
    fate: Fate, plan: Plan, trigger: ScheduleTrigger | DateTrigger
) -> Iterator[tuple[str, bool]]:
    """Yield the causes that are due, and whether they were slept over (R2, R228)."""
    if isinstance(trigger, ScheduleTrigger):
        return due(fate, plan, trigger)
    return due_dates(fate, plan, trigger)


class Sayer:
    """Write rows for a trigger, before there is an entry."""

    def __init__(self, fate: Fate, plan: Plan, trigger: Node) -> None:
        """Remember who speaks."""
        self.fate, self.plan, self.trigger = fate, plan, trigger

    def __call__(self, reason: str, *operands: Operand, entry: int | None = None) -> None:
        """Write one row."""
        self.fate.write(self.plan, entry, self.trigger.id, reason, *operands)


def is_wanted(
    fate: Fate, trigger: EventTrigger | CallTrigger, event: Happening, say: Callable[..., None]
) -> bool:
    """Return whether an event passes the filter of a trigger, and say what was compared."""
    return passes(
        trigger.where, event.properties, fate.now, lambda *operands: say("leaf", *operands)
    )


def admit(
    fate: Fate, plan: Plan, trigger: Node, event: Happening, say: Callable[..., None]
) -> bool:
    """Admit an event, or say why not; the first refusal wins. An update counts as admitted."""
    rule = plan.journey.entry
    key = None if rule.key is None else event.properties.get(rule.key)
    if rule.key is not None and key is None:
        say("refused_key_missing")
        return False
    pause = fate.pause_at(plan, fate.now)
    if pause is not None:
        say("refused_paused", pause.end)
        return False
    age = fate.now - event.time
    if age > fate.settings.maximum_age:
        say("refused_too_old", age)
        return False
    all_entries = [instance for instance in fate.instances if instance.plan is plan]
    of_key = [instance for instance in all_entries if instance.key == key]
    active = next((instance for instance in of_key if instance.is_active), None)
    if active is not None and rule.when_active == "update_context" and event.name:
        say("context_updated", active.event.time, entry=active.entry)
        active.event, active.seen = event, seen_with(fate, event)
        ask_again(fate, active)
        return True
    if active is not None and rule.when_active == "update_context":
        rule = evolve(rule, when_active="ignore")  # no instant updates the context (R217)
    refusal = refused(fate, rule, all_entries, of_key, active)
    if refusal is not None:
        say(*refusal)
        return False
    if active is not None:
        fate.tell(active, "restarted")
        active.end()
    enter(fate, plan, trigger, event, key)
    return True


def refused(
    fate: Fate,
    rule: EntryRule,
    all_entries: list[Instance],
    of_key: list[Instance],
    active: Instance | None,
) -> tuple[str, *tuple[Operand, ...]] | None:
    """Return the first refusal of maximum, mode, active and cooldown."""
    last = max((instance.entered_at for instance in of_key), default=None)
    if rule.maximum is not None and len(all_entries) >= rule.maximum:
        return ("refused_maximum", len(all_entries))
    if last is None:
        return None
    if rule.mode == "once" or (rule.mode == "after_exit" and active is not None):
        return ("refused_mode", last)
    if active is not None and rule.when_active == "ignore":
        return ("refused_active", active.entered_at)
    if rule.cooldown is not None:
        over = later(last, rule.cooldown, fate.profile.zone)
        if fate.now < over:
            return ("refused_cooldown", last, over)
    return None


def enter(fate: Fate, plan: Plan, trigger: Node, event: Happening, key: Content) -> None:
    """Make an instance; without experiments its goals are watched from here (R108)."""
    if not event.name:
        fate.history.append(event)  # a row of its own, handled now (R217)
    entry = text_hash(trigger.id, event.digits)
    seen = seen_with(fate, event)
    instance = Instance(plan, key, entry, fate.now, event, trigger.id, seen)
    instance.watched_from = None if plan.has_experiment else fate.now
    fate.instances.append(instance)
    fate.moved.append((instance, "next"))
    fate.tell(instance, "entered", key)
    share = plan.journey.unprompted
    if fate.settings.mode is Mode.GENERATED and share is not None and plan.journey.goals:
        bits, limit = drawn(fate, instance, 0), threshold(share.share)
        after = delay(fate.settings.responses.unprompted_delay, drawn(fate, instance, 1))
        happens = fate.now + after if bits < limit else None
        fate.tell(instance, "unprompted", happens is not None, bits, limit, happens)
        if happens is not None:
            generate_goal(fate, instance, happens, 0)


def seen_with(fate: Fate, event: Happening) -> int:
    """Return how many rows had been handled with an event, not those of entries made since."""
    return max(place for place, row in enumerate(fate.history, 1) if row is event)
