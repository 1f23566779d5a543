"""What is wrong with questions about the journey itself: its segments, messages and tests."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeys.conditions.segments import DEEPEST, depths
from journeys.conditions.tree import (
    ArmTest,
    BehaviourTest,
    ContextTest,
    EngagementTest,
    EntryTest,
    SegmentTest,
    SequenceTest,
)
from journeys.document.circles import circles
from journeys.document.edits.instead import Instead
from journeys.document.edits.steps import ChangeNode
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.document.problems import Fix, Problem, Severity
from journeys.names import Names
from journeys.spoken import spoken
from journeys.values import Value, evolve, within

OF_AN_ENTRY = (EntryTest, ArmTest, ContextTest, EngagementTest)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something is asked: at a step, or in a rule of the journey."""

    name: str
    owner: Value
    node: str | None = None
    rule: str = ""

    def instead(self, old: Value, made: Value, words: str) -> Fix:
        """Return the edit that asks something else."""
        return Instead(old, made, words)


def questions(journey: Journey, others: Sequence[Journey] = ()) -> Iterator[Problem]:
    """Yield what is wrong with the conditions of a journey that runs beside others."""
    elsewhere = _arms(others)
    arms = {**elsewhere, **_arms((journey,))}
    for place in _places(journey):
        for value in within(place.owner):
            if isinstance(value, SegmentTest):
                yield from _segment(journey, place, value.segment, _asking(place, value))
            elif isinstance(value, EngagementTest):
                yield from _message(journey, place, value)
            elif isinstance(value, ArmTest):
                yield from _arm(journey.names, arms, place, value)
                if value.experiment not in elsewhere:
                    yield from _too_early(journey, place, value.experiment)
    for node in journey.nodes:
        if node.named_segment is not None:
            here = _Place(repr(node.name), node, node=node.id)
            yield from _segment(journey, here, node.named_segment, _naming(node))
    yield from circles(journey)
    yield from _segments(journey)


def _places(journey: Journey) -> Iterator[_Place]:
    for node in journey.nodes:
        yield _Place(repr(node.name), node, node=node.id)
    for rule in journey.exits:
        yield _Place(f"The exit rule {rule.name!r}", rule, rule="exits")
    for segment in journey.segments:
        yield _Place(f"The segment {segment.name!r}", segment, rule="segments")


def _segment(
    journey: Journey, place: _Place, name: str, instead: Callable[[str, str], Fix | None]
) -> Iterator[Problem]:
    """Yield a segment that is not there; `instead` makes the edit that names another one."""
    known = {segment.id: segment.name for segment in journey.segments}
    if name in known:
        return
    near = _nearest(name, known)
    said = "" if near is None else f"Ask for the segment {known[near]!r}"
    fix = None if near is None else instead(near, said)
    named = spoken(name)
    words = f"{place.name} asks for the segment {named!r}, and there is none of that name."
    brief = f"There is no segment {named!r}"
    yield Problem("unknown_segment", words, place.node, fix=fix, brief=brief, rule=place.rule)


def _asking(place: _Place, asked: SegmentTest) -> Callable[[str, str], Fix | None]:
    return lambda near, said: place.instead(asked, SegmentTest(segment=near), said)


def _naming(node: Node) -> Callable[[str, str], Fix | None]:
    return lambda near, said: ChangeNode(evolve(node, segment=near), said)


def _message(journey: Journey, place: _Place, asked: EngagementTest) -> Iterator[Problem]:
    sending = {node.id: node for node in journey.nodes if node.sends}
    found = sending.get(asked.step)
    if found is None:
        near = _nearest(asked.step, sending)
        fix = None
        if near is not None:
            instead = EngagementTest.model_validate({**dict(asked), "step": near})
            fix = place.instead(asked, instead, f"Ask about {sending[near].name!r}")
        named = spoken(asked.step)
        words = f"{place.name} asks about the message {named!r}, and there is no such message."
        brief = f"There is no message {named!r}"
        yield Problem("unknown_message", words, place.node, fix=fix, brief=brief, rule=place.rule)
    elif asked.did == "opened" and not found.can_be_opened:
        words = (
            f"{place.name} asks who opened {found.name!r}, and nobody can know that: ask who "
            "clicked in it."
        )
        brief = f"Nobody can know who opened {found.name!r}"
        yield Problem(
            "never_opened", words, place.node, Severity.WARNING, brief=brief, rule=place.rule
        )


def _arm(
    names: Names, arms: Mapping[str, tuple[str, ...]], place: _Place, asked: ArmTest
) -> Iterator[Problem]:
    called = names.test(asked.experiment).words
    if asked.experiment not in arms:
        near = _nearest(asked.experiment, arms)
        fix = None
        if near is not None:
            instead = ArmTest.model_validate({**dict(asked), "experiment": near})
            fix = place.instead(asked, instead, f"Ask about the test {names.test(near).words!r}")
        words = (
            f"{place.name} asks about the test {called!r}, and no step deals it out: "
            "nobody has a version of it."
        )
        brief = f"No step deals out {called!r}"
        yield Problem(
            "unknown_experiment", words, place.node, Severity.WARNING, fix, brief, rule=place.rule
        )
        return
    for value in asked.values:
        if value not in arms[asked.experiment]:
            words = (
                f"{place.name} asks for the version {value!r} of the test {called!r}, "
                "and it has none of that name."
            )
            brief = f"There is no version {value!r}"
            fix = _other_arm(names, arms[asked.experiment], place, asked)
            yield Problem(
                "unknown_arm", words, place.node, Severity.WARNING, fix, brief, rule=place.rule
            )


def _other_arm(names: Names, arms: Sequence[str], place: _Place, asked: ArmTest) -> Fix | None:
    """Return the edit that asks for the versions that are most like what is asked for."""
    near = [each if each in arms else _nearest(str(each), arms) for each in asked.values]
    found = tuple(dict.fromkeys(each for each in near if each is not None))
    if not found:
        return None
    value = found if isinstance(asked.value, tuple) else found[0]
    said = " or ".join(repr(names.version(asked.experiment, str(each)).words) for each in found)
    instead = ArmTest.model_validate({**dict(asked), "value": value})
    return place.instead(asked, instead, f"Ask for {said}")


def _too_early(journey: Journey, place: _Place, experiment: str) -> Iterator[Problem]:
    """Yield a step that asks for an arm though no step before it deals one out (R35)."""
    from journeys.graph import behind

    dealing = [node.id for node in journey.nodes if experiment in _arms_of(node)]
    if place.node is None or not dealing or place.node in behind(journey, dealing):
        return
    named = " or ".join(repr(journey.by_id[node].name) for node in dealing)
    words = f"{place.name} asks for the version of a test before {named} deals it out."
    brief = "Asks before it is dealt out"
    yield Problem("asked_too_early", words, place.node, Severity.WARNING, brief=brief)


def _segments(journey: Journey) -> Iterator[Problem]:
    """Yield segments that lie too deep, or ask of an entry (R209)."""
    found = depths({segment.id: segment.condition for segment in journey.segments})
    names = {segment.id: segment.name for segment in journey.segments}
    deep = next((each for each, depth in found.items() if depth and depth > DEEPEST), None)
    if deep is not None:
        words = f"In the segment {names[deep]!r} more than {DEEPEST} segments lie in each other."
        yield Problem("deep_segments", words, brief="Segments lie too deep", rule="segments")
    for segment in journey.segments:
        if any(_asks_entry(value) for value in within(segment)):
            words = (
                f"The segment {segment.name!r} asks about an entry, and a segment is about "
                "customers: ask what they did or what is known about them."
            )
            brief = f"The segment {segment.name!r} asks about an entry"
            yield Problem("segment_asks_entry", words, brief=brief, rule="segments")


def _asks_entry(value: Value) -> bool:
    is_since = isinstance(value, (BehaviourTest, SequenceTest)) and value.since is not None
    return is_since or isinstance(value, OF_AN_ENTRY)


def _arms(journeys: Iterable[Journey]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the versions of each test that the journeys deal out."""
    steps = (node for journey in journeys for node in journey.nodes)
    return {name: arms for node in steps for name, arms in _arms_of(node).items()}


def _arms_of(node: Node) -> dict[str, tuple[str, ...]]:
    """Return the ids of the versions of each test that a step deals out."""
    return {
        shared.id: tuple(port.id for port in node.ports())
        for shared in node.shares()
        if shared.what == "experiment"
    }


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the name that was most likely meant: one like it, or the only one there is."""
    names = list(known)
    return next(
        iter(difflib.get_close_matches(name, names, n=1)), names[0] if len(names) == 1 else None
    )
