"""One customer's whole story, in time order (R3, R4, R44, R100, R101, R103)."""

from collections.abc import Mapping, Sequence

from journeys.content.message import Message
from journeys.people.population import Change, Content
from journeys.simulation.settings import Mode
from tests.oracle.anniversaries import next_dates, note_dates
from tests.oracle.catching import catches
from tests.oracle.entries import current_entries, entries, timed_entries
from tests.oracle.fate import Fate
from tests.oracle.goals import goals_and_exits, matches
from tests.oracle.happening import Happening, handed_over, is_engagement
from tests.oracle.instance import Instance
from tests.oracle.memberships import next_memberships
from tests.oracle.rechecks import next_recheck, recheck
from tests.oracle.resuming import due, next_end, note_pauses, resume
from tests.oracle.schedules import next_entries, pass_over
from tests.oracle.sending import check, rank
from tests.oracle.steps import go, move, ring
from tests.oracle.waits import move_ends

CHANGE, RECORDED, GENERATED, RESUME, RECHECK, TIMER, ENTRY = range(7)


def live(
    fate: Fate, events: Sequence[Happening], changes: Sequence[Change], start: int, end: int
) -> None:
    """Let a customer live through [start, end)."""
    changes = sorted(changes, key=lambda change: (handed_over(change), change.time))
    events = [event for event in events if event.handled < start or not is_dropped(fate, event)]
    fate.now, fate.due, fate.members_asked_at = fate.wake(start), start, start
    fate.asked_at = start - 1
    note_pauses(fate)
    pass_over(fate, start)
    note_dates(fate)
    if fate.now < end:
        current_entries(fate)
        move(fate)
        settle(fate)
    ahead_events = [event for event in events if event.handled >= start]
    ahead_changes = [change for change in changes if handed_over(change) >= start]
    while True:
        coming = next_thing(fate, ahead_events, ahead_changes)
        candidates = [instance for instance in fate.instances if instance.is_candidate]
        if candidates and (coming is None or fate.wake(coming[0]) > fate.now):
            ask_candidates(fate, candidates)
            settle(fate)
            continue
        if coming is None or fate.wake(coming[0]) >= end:
            break
        fate.due, kind = coming
        fate.now = fate.wake(fate.due)
        handle(fate, kind, ahead_events, ahead_changes)
        settle(fate)
    fate.now = end
    for instance in fate.in_order():
        if instance.timer is not None:
            until = due(fate, instance) if instance.timer < end else instance.timer
            fate.tell(instance, "waiting", until)


def handle(fate: Fate, kind: int, events: list[Happening], changes: list[Change]) -> None:
    """Handle what comes next; it is then no longer ahead."""
    if kind == CHANGE:
        altered: dict[str, Content] = {}
        while changes and handed_over(changes[0]) == fate.due:  # together, R136
            altered |= changes.pop(0).attributes
        profile_changed(fate, altered)
    elif kind == RECORDED:
        event_happens(fate, events.pop(0))
    elif kind == GENERATED:
        event_happens(fate, pop_generated(fate))
    elif kind == RESUME:
        resume(fate)
        return
    elif kind == RECHECK:
        recheck(fate)
    elif kind == TIMER:
        ring(fate, first_to_ring(fate))
    else:
        timed_entries(fate)
        move(fate)
    fate.asked_at = fate.due


def settle(fate: Fate) -> None:
    """Handle what those who have run on have changed, then the jumps they made (R222, R223).

    Calls come in the order in which they were made, one made meanwhile after those that wait.
    """
    while fate.is_changed or fate.jumps:
        if fate.is_changed:
            fate.is_changed = False
            profile_changed(fate, {})
        else:
            event_happens(fate, fate.jumps.pop(0))


def is_dropped(fate: Fate, event: Happening) -> bool:
    """Return whether the mode leaves a recorded event out (R55, R110, R111)."""
    mode = fate.settings.mode
    if mode is not Mode.BACKTEST and is_engagement(event.name):
        return True
    return mode is Mode.GENERATED and any(
        matches(goal, event, fate.wake(event.handled))
        for plan in fate.plans
        for goal in plan.journey.goals
    )


def remember(
    fate: Fate, events: Sequence[Happening], changes: Sequence[Change], start: int
) -> None:
    """Take in what was before the start: a change comes before the events of its instant."""
    changes = sorted(changes, key=lambda change: (handed_over(change), change.time))
    rows: list[tuple[int, int, Happening | Change]] = [
        *((handed_over(change), CHANGE, change) for change in changes),
        *((event.handled, RECORDED, event) for event in events),
    ]
    before = (row for row in rows if row[0] < start)
    for _, _, row in sorted(before, key=lambda row: row[:2]):
        if isinstance(row, Change):
            fate.profile.attributes |= row.attributes
        else:
            take_in(fate, row)
    fate.started = start


def take_in(fate: Fate, event: Happening) -> None:
    """Add an event to what was seen, and what it carries to the profile (R100, R128)."""
    fate.history.append(event)
    fate.profile.carry(event.carries)
    fate.profile.withdraw(event.name)


def next_thing(
    fate: Fate, events: Sequence[Happening], changes: Sequence[Change]
) -> tuple[int, int] | None:
    """Return (instant, kind) of what comes next (R3, R103)."""
    coming = [
        *((handed_over(change), CHANGE) for change in changes[:1]),
        *((event.handled, RECORDED) for event in events[:1]),
        *((event.time, GENERATED) for event in fate.generated),
        *((instant, RESUME) for instant in next_end(fate)),
        *((instant, RECHECK) for instant in next_recheck(fate)),
        *((instant, TIMER) for each in fate.instances if (instant := due(fate, each)) is not None),
        *((instant, ENTRY) for instant in next_entries(fate)),
        *((instant, ENTRY) for instant in next_dates(fate)),
        *((instant, ENTRY) for instant in next_memberships(fate)),
    ]
    return min(coming, default=None)


def pop_generated(fate: Fate) -> Happening:
    """Return the generated event that comes next (R113)."""
    event = min(fate.generated, key=lambda event: (event.time, event.rank))
    fate.generated.remove(event)
    return event


def first_to_ring(fate: Fate) -> Instance:
    """Return the instance whose timer rings next: what was put off by a pause first (R4, R226)."""
    ringing = [instance for instance in fate.in_order() if due(fate, instance) == fate.due]
    return min(ringing, key=lambda instance: instance.timer or 0)


def profile_changed(fate: Fate, attributes: Mapping[str, Content]) -> None:
    """Handle a change from a customer file, or one that steps have made (R33, R38, R100)."""
    fate.profile.attributes |= attributes
    fate.asked_at = fate.due
    move_ends(fate)
    goals_and_exits(fate, None)
    catches(fate, None)
    entries(fate, None)
    move(fate)


def event_happens(fate: Fate, event: Happening) -> None:
    """Handle an event: what is known, goals and exits, waits, entries, then all that moved."""
    zone = fate.profile.zone
    take_in(fate, event)
    if fate.profile.zone != zone:
        move_ends(fate)
    goals_and_exits(fate, event)
    catches(fate, event)
    entries(fate, event)
    move(fate)


def ask_candidates(fate: Fate, candidates: Sequence[Instance]) -> None:
    """Check all who stand at a message, then let those released run on (R44, R103)."""
    ports: list[tuple[Instance, str]] = []
    for instance in sorted(candidates, key=lambda one: rank(fate, one)):
        instance.is_candidate = False
        message = instance.plan.journey.by_id[instance.node]
        port = check(fate, instance, message) if isinstance(message, Message) else None
        if port is not None:
            ports.append((instance, port))
    for instance, port in sorted(ports, key=lambda pair: pair[0].order):
        go(fate, instance, port)
