"""Waiting for something to happen: events, conditions, and a look back (R12-R14, R23, R213)."""

from journeys.durations import Duration
from journeys.nodes.wait_event import Catch, WaitEvent
from tests.oracle.conditions import ask
from tests.oracle.fate import Fate
from tests.oracle.filters import passes
from tests.oracle.goals import key_of
from tests.oracle.happening import Happening
from tests.oracle.holding import ask_gate
from tests.oracle.instance import Instance
from tests.oracle.standing import scene


def waits_for(instance: Instance) -> WaitEvent | None:
    """Return the step at which an instance stands and waits for something, if it does."""
    node = instance.plan.journey.by_id[instance.node]
    return node if isinstance(node, WaitEvent) and instance.is_waiting else None


def catch_at_once(fate: Fate, instance: Instance, node: WaitEvent) -> str | None:
    """Look back, then ask the conditions; return the port of what was found (R213)."""
    found = [
        (row.time, place, handled)
        for handled, row in enumerate(fate.history)
        if is_looked_at(fate, instance, node, handled)
        for place, branch in enumerate(node.branches)
        if happened(fate, branch, row) and key_of(branch, instance, row) == "equal"
    ]
    if found:
        _, place, handled = min(found)
        row = fate.history[handled]
        return caught(fate, instance, node.branches[place], row, looking_back=True)
    return first_true(fate, instance, node)


def is_looked_at(fate: Fate, instance: Instance, node: WaitEvent, handled: int) -> bool:
    """Return whether the look-back covers a row, by its place among those handled (R23)."""
    if handled < instance.left.get(node.id, 0):
        return False
    time, entry = fate.history[handled].time, instance.seen - 1
    match node.look_back:
        case Duration() as span:
            return time > fate.now - span.window and handled != entry
        case "since_entry":
            return (time, handled) >= (instance.entered_at, instance.admitted)
        case "since_trigger":
            return (time, handled) > (fate.history[entry].time, entry)
        case _:
            return False


def catches(fate: Fate, event: Happening | None) -> None:
    """Ask all who wait for something; without an event, a profile has changed.

    While a journey pauses, events alone are caught, and act when it is over (R226).
    """
    for instance in fate.in_order():
        ask_gate(fate, instance)
        node, is_paused = waits_for(instance), fate.is_paused(instance.plan)
        for branch in node.branches if node is not None else ():
            if not is_paused and holds(fate, instance, branch):
                fate.moved.append((instance, caught(fate, instance, branch)))
                break
            if event is None or not happened(fate, branch, event):
                continue
            key = key_of(branch, instance, event)
            if key == "missing":
                fate.tell(instance, "wait_key_missing", branch.id)
            elif key == "equal":
                port = caught(fate, instance, branch, event)
                if is_paused:
                    instance.timer, instance.way = fate.now, port
                else:
                    fate.moved.append((instance, port))
                break


def ask_again(fate: Fate, instance: Instance) -> None:
    """Ask the conditions an instance waits for, if it does, after an update of its entry (R13)."""
    ask_gate(fate, instance)
    node = waits_for(instance)
    port = first_true(fate, instance, node) if node is not None else None
    if port is not None:
        fate.moved.append((instance, port))


def first_true(fate: Fate, instance: Instance, node: WaitEvent) -> str | None:
    """Return the port of the first condition waited for that is true now."""
    for branch in node.branches:
        if holds(fate, instance, branch):
            return caught(fate, instance, branch)
    return None


def happened(fate: Fate, branch: Catch, row: Happening) -> bool:
    """Return whether a row is the event a branch waits for, its key left aside."""
    return branch.event == row.name and passes(branch.where, row.properties, fate.now)


def holds(fate: Fate, instance: Instance, branch: Catch) -> bool:
    """Return whether a branch is a condition, and true now."""
    return branch.condition is not None and ask(branch.condition, scene(fate, instance))


def caught(
    fate: Fate,
    instance: Instance,
    branch: Catch,
    row: Happening | None = None,
    *,
    looking_back: bool = False,
) -> str:
    """Catch something: the wait is over; return the port it is left by."""
    fate.tell(instance, "caught", branch.id, None if row is None else row.time, looking_back)
    if row is not None and branch.name is not None:
        instance.caught[branch.name] = row
    instance.timer = None
    instance.left[instance.node] = len(fate.history)
    return branch.id
