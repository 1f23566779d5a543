"""Standing still: how waits begin, end, and when the end moves (R20-R22, R104, R211-R213)."""

from journeys.document.node import Node
from journeys.durations import Duration
from journeys.nodes.wait import Wait
from journeys.nodes.wait_date import WaitDate
from journeys.nodes.wait_event import WaitEvent
from journeys.nodes.wait_time import WaitTime
from journeys.people.population import Content, Held
from tests.oracle.calendar import later
from tests.oracle.catching import catch_at_once
from tests.oracle.dates import date_end, is_date, time_end
from tests.oracle.fate import Fate
from tests.oracle.holding import move_release
from tests.oracle.instance import Instance

Waiting = Wait | WaitDate | WaitTime | WaitEvent


def begin(fate: Fate, instance: Instance, node: Waiting) -> str | None:
    """Begin to wait; return the port to leave by at once, None where they stand or leave."""
    instance.waiting_since, instance.added, instance.zone = fate.now, 0, fate.profile.zone
    if isinstance(node, WaitDate):
        instance.date, held = read(fate, instance, node)
        if not is_date(instance.date, held):
            fate.tell(instance, "date_missing")
            return otherwise(fate, instance, node.if_missing, "missing")
    end = end_of(fate, instance, node)
    if isinstance(node, WaitDate) and end < fate.now:
        fate.tell(instance, "date_past", end)
        return otherwise(fate, instance, node.if_past, "past")
    instance.timer = end
    fate.tell(instance, "wait_started", end)
    return catch_at_once(fate, instance, node) if isinstance(node, WaitEvent) else None


def read(fate: Fate, instance: Instance, node: WaitDate) -> tuple[Content, Held | None]:
    """Return the date that a wait is about, as it stands, with the type of its column (R211)."""
    if node.attribute is not None:
        return fate.profile.attributes.get(node.attribute), fate.profile.held.get(node.attribute)
    if node.entry is not None:
        return instance.event.properties.get(node.entry), fate.columns.get(node.entry)
    return node.date, None


def otherwise(fate: Fate, instance: Instance, what: str, port: str) -> str | None:
    """Do what is declared for a date that is past or missing: go on, branch off, or leave."""
    if what == "exit":
        fate.tell(instance, "stopped")
        instance.end()
        return None
    return port if what == "branch" else "next"


def end_of(fate: Fate, instance: Instance, node: Node) -> int:
    """Return where a wait ends by the zone in force, computed from where it started."""
    start, zone = instance.waiting_since, fate.profile.zone
    match node:
        case Wait():
            return later(start, node.duration, zone)
        case WaitDate():
            return date_end(instance.date, node, zone)
        case WaitTime():
            return time_end(start, node, zone)
        case WaitEvent():
            return later(start, node.timeout or Duration(), zone)
    raise AssertionError("only a wait ends")


def over(fate: Fate, instance: Instance) -> str:
    """Let the time of a wait be over; return the port it is left by."""
    if isinstance(instance.plan.journey.by_id[instance.node], WaitEvent):
        fate.tell(instance, "timed_out")
        instance.left[instance.node] = len(fate.history)
        return "timeout"
    fate.tell(instance, "wait_over")
    return "next"


def move_ends(fate: Fate) -> None:
    """Compute the ends of waits again, and releases, as the zone has changed (R104, R303)."""
    for instance in fate.in_order():
        move_release(fate, instance)
        if not instance.is_waiting or instance.zone == fate.profile.zone:
            continue
        old, instance.zone = instance.timer, fate.profile.zone
        end = end_of(fate, instance, instance.plan.journey.by_id[instance.node]) + instance.added
        if end != old:  # one that is over already, as its journey pauses, stays that (R226)
            move_end(fate, instance, max(fate.now, end))


def extend(fate: Fate, instance: Instance, seconds: int) -> None:
    """Make a wait longer by a pause (R226)."""
    instance.added += seconds
    move_end(fate, instance, (instance.timer or 0) + seconds)


def move_end(fate: Fate, instance: Instance, end: int) -> None:
    """Let a wait end at another instant."""
    old, instance.timer = instance.timer, end
    if end != old:
        fate.tell(instance, "wait_moved", old, end)
