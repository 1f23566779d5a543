"""What a pause puts off, and what happens when it ends (R226)."""

from journeys.simulation.settings import Pause
from tests.oracle.catching import first_true, waits_for
from tests.oracle.fate import Fate
from tests.oracle.holding import ask_gate
from tests.oracle.instance import Instance
from tests.oracle.steps import go
from tests.oracle.waits import extend


def note_pauses(fate: Fate) -> None:
    """Remember which pauses will end, in the order in which they do."""
    found = [
        (plan, pause)
        for plan in fate.plans
        for pause in fate.settings.pauses
        if pause.journey == plan.journey.id and pause.end > fate.due
    ]
    fate.pauses_ahead = sorted(found, key=lambda each: each[1].end)


def due(fate: Fate, instance: Instance) -> int | None:
    """Return when a timer acts: one due in a pause, or on waking in one, is put off to its end."""
    plan, instant = instance.plan, instance.timer
    while instant is not None:
        pause = fate.pause_at(plan, instant) or fate.pause_at(plan, fate.wake(instant))
        if pause is None:
            break
        instant = pause.end
    return instant


def next_end(fate: Fate) -> list[int]:
    """Return when the next pause ends, or nothing."""
    return [pause.end for _, pause in fate.pauses_ahead[:1]]


def resume(fate: Fate) -> None:
    """End the pause of one journey: waits get longer if it says so, conditions are asked."""
    plan, pause = fate.pauses_ahead.pop(0)
    mine = [instance for instance in fate.in_order() if instance.plan is plan]
    for instance in mine:
        if pause.policy == "extend" and stood_in(instance, pause):
            extend(fate, instance, pause.end - pause.start)
    for instance in mine if not fate.is_paused(plan) else ():
        ask_gate(fate, instance)
        node = waits_for(instance)
        port = first_true(fate, instance, node) if node is not None else None
        if port is not None:
            go(fate, instance, port)


def stood_in(instance: Instance, pause: Pause) -> bool:
    """Return whether a wait stood in a pause: it began before its end, and was not over before."""
    is_on = instance.is_waiting and instance.waiting_since < pause.end
    return is_on and instance.timer is not None and instance.timer >= pause.start
