"""Who is in a segment: what was noted of it, and who comes or goes (R15, R218)."""

from collections.abc import Iterator

from journeys.conditions.tree import SegmentTest
from journeys.nodes.segment_trigger import SegmentTrigger
from tests.oracle.ageing import may_change
from tests.oracle.conditions import Scene, ask
from tests.oracle.fate import Fate
from tests.oracle.plan import Plan


def is_member(fate: Fate, plan: Plan, segment: str, now: int) -> bool:
    """Return whether the customer is in a segment of a journey at an instant."""
    groups = {each.id: each.condition for each in plan.journey.segments}
    profile = fate.profile
    scene = Scene(now, profile.id, profile.attributes, fate.history, groups)
    return ask(SegmentTest(segment=segment), scene)


def turned(fate: Fate, plan: Plan, *, by_time: bool) -> Iterator[SegmentTrigger]:
    """Yield the triggers that wait for what has come to be since it was last asked; note it.

    As time alone goes by, those are asked whose truth changes with this very second.
    """
    fate.members_asked_at = fate.due
    for trigger in plan.segments:
        if by_time and not ages(fate, plan, trigger):
            continue
        place = plan.journey.id, trigger.id
        before = fate.members.get(place)
        fate.members[place] = now = is_member(fate, plan, trigger.segment, fate.now)
        is_first = before is None
        if trigger.include_current and now if is_first else now != before and goes(trigger, now):
            yield trigger


def ages(fate: Fate, plan: Plan, trigger: SegmentTrigger) -> bool:
    """Return whether time alone changes who is in it at the second that is due."""
    before, then = (
        is_member(fate, plan, trigger.segment, instant) for instant in (fate.due - 1, fate.due)
    )
    return before != then


def goes(trigger: SegmentTrigger, now: bool) -> bool:  # noqa: FBT001
    """Return whether a trigger is about this direction."""
    return now is (trigger.on == "entered")


def next_memberships(fate: Fate) -> list[int]:
    """Return the next instant at which time alone might change who is in a segment, or nothing."""
    trees = (
        segment.condition
        for plan in fate.plans
        if plan.segments
        for segment in plan.journey.segments
    )
    ahead = {instant for instant in may_change(fate, trees) if instant > fate.members_asked_at}
    return sorted(ahead)[:1]
