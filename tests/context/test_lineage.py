"""The verdicts of the lineage are those of walking every path, one by one."""

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from random import Random
from re import DOTALL, findall, fullmatch

import pytest

from journeys.conditions.comparison import Operator
from journeys.conditions.presence import implied, variable
from journeys.conditions.tree import (
    AllOf,
    AllOfFilter,
    AnyOf,
    AnyOfFilter,
    AttributeTest,
    Condition,
    ContextTest,
    EntryTest,
    Leaf,
    Not,
    NotFilter,
    PropertyTest,
    Tree,
    leaves,
)
from journeys.content.message import Message
from journeys.context.breaking import Breaking
from journeys.context.lineage import Lineage, Origin, Verdict
from journeys.document.journey import Journey
from journeys.nodes.branch import Branch
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.experiment import Experiment
from journeys.nodes.wait_event import WaitEvent
from tests.oracle.generation import world
from tests.oracle.made_waits import WAITS
from tests.oracle.worked import journey as drawing
from tests.oracle.worked import on, step

TIMES_ROUND = 2
MOST_PATHS = 20_000
ENTRYS = ("event.", "session.", "before.", "cart.")
NAMES = ("a", "b", "c")
EVENTUAL = (PropertyTest, EntryTest, AttributeTest)


# What a tree tells, written a second time from R71 alone.
def told(tree: Tree | None, *, holds: bool) -> dict[str, bool]:
    if isinstance(tree, (Not, NotFilter)):
        return told(tree.of, holds=not holds)
    if isinstance(tree, (AllOf, AllOfFilter, AnyOf, AnyOfFilter)):
        parts = [told(part, holds=holds) for part in tree.of]
        if isinstance(tree, (AllOf, AllOfFilter)) == holds:
            found: dict[str, bool] = {}
            for part in parts:
                found.update(part)
            return found
        if not parts:
            return {}
        shared = set(parts[0].items()).intersection(*(part.items() for part in parts))
        return dict(shared)
    if not isinstance(tree, (AttributeTest, EntryTest, PropertyTest, ContextTest)):
        return {}
    name = f"{'customer' if isinstance(tree, AttributeTest) else 'event'}.{tree.name}"
    is_part = False
    if isinstance(tree, ContextTest):
        trail = fullmatch(r"before\.(.+?)\[\d\]\..+", tree.name, DOTALL)
        name = f"before.{trail[1]}[0]" if trail else tree.name
        is_part = trail is not None or name == "cart.value"
    sure = {Operator.MISSING: not holds, Operator.PRESENT: holds}
    there = sure.get(tree.operator, True)
    is_told = (tree.operator in sure or holds) and (there or not is_part)
    return {name: there} if is_told else {}


def parted(path: str) -> list[str]:
    """Return a variable and all it is part of, whose being there follows from its own (R177)."""
    first, *rest = findall(r"\.?([^.\[]+)|\['([^']+)'\]|(\[[^'\]]+\])", path)
    found = [first[0]]
    for name, quoted, place in rest:
        found.append(found[-1] + (place or f".{name or quoted}"))
    return found


def way_tells(journey: Journey, node: str, port: str) -> dict[str, bool]:
    step = journey.by_id[node]
    if isinstance(step, EventTrigger):
        return told(step.where, holds=True)
    if isinstance(step, Experiment):
        return {f"experiment.{step.experiment}.arm": True}
    if isinstance(step, Message):
        falls_back = port == "sent" and journey.target(node, "not_sent") is None
        is_told = port != "not_sent" and not falls_back
        return {name: True for path in step.needed for name in parted(path)} if is_told else {}
    found: dict[str, bool] = {}
    if isinstance(step, WaitEvent):
        # The event that has a condition asked may, after it, become the entry event (R12, R13).
        conditions = (one.condition for one in step.branches if one.id == port)
        met = told(next(conditions, None), holds=True)
        is_updated = journey.entry.when_active == "update_context"
        return {
            name: sure for name, sure in met.items() if not (is_updated and name.startswith(ENTRYS))
        }
    if isinstance(step, Branch):
        for path in step.branches:
            if path.id == port:
                return found | told(path.condition, holds=True)
            found |= told(path.condition, holds=False)
    return found


Flags = tuple[frozenset[bool], ...]


class TooManyError(Exception):
    pass


def every_path(
    journey: Journey, origins: Mapping[str, Origin]
) -> dict[str, list[tuple[tuple[str, ...], Flags]]]:
    """Return each path to each step, with what each variable can be at its end."""
    names = tuple(origins)
    replaced = journey.entry.when_active == "update_context"
    starts = {
        trigger.id: tuple(
            frozenset({True} if trigger.id in origin.surely else {True, False})
            if trigger.id in origin.surely | origin.perhaps
            else frozenset({False})
            for origin in origins.values()
        )
        for trigger in journey.triggers
    }

    def passed(node: str, port: str, flags: Flags) -> Flags:
        known = way_tells(journey, node, port)
        return tuple(
            frozenset({known[name]}) if name in known else flag
            for name, flag in zip(names, flags, strict=True)
        )

    entered = [
        passed(trigger.id, port.id, starts[trigger.id])
        for trigger in journey.triggers
        for port in trigger.ports()
    ]
    anew = tuple(frozenset().union(*(flags[at] for flags in entered)) for at in range(len(names)))
    changing = [origins[name].changes or (replaced and name.startswith(ENTRYS)) for name in names]
    found: dict[str, list[tuple[tuple[str, ...], Flags]]] = {}
    count = 0

    def walk(node: str, flags: Flags, path: tuple[str, ...], used: dict[object, int]) -> None:
        nonlocal count
        count += 1
        if count > MOST_PATHS:
            raise TooManyError
        found.setdefault(node, []).append((path, flags))
        step = journey.by_id[node]
        pauses = isinstance(step, WAITS)
        if pauses or step.kind in ("email", "sms", "push"):
            flags = tuple(
                new if moves else old for new, old, moves in zip(anew, flags, changing, strict=True)
            )
        for port in step.ports():
            for edge in journey.edges:
                if (edge.source, edge.port) != (node, port.id) or edge.target not in journey.by_id:
                    continue
                if journey.by_id[edge.target].is_trigger or used.get(edge, 0) >= TIMES_ROUND:
                    continue
                onward = used | {edge: used.get(edge, 0) + 1}
                walk(edge.target, passed(node, port.id, flags), (*path, edge.target), onward)

    for trigger in journey.triggers:
        walk(trigger.id, starts[trigger.id], (trigger.id,), {})
    return found


def made_origins(journey: Journey, chance: Random) -> dict[str, Origin]:
    asked = {
        variable(leaf)
        for node in journey.nodes
        for tree in trees(node)
        for leaf in leaves(tree)
        if isinstance(leaf, (AttributeTest, EntryTest, PropertyTest, ContextTest))
    }
    asked |= {"event.never", "session.started", "customer.tier"}
    asked |= {f"experiment.{n.experiment}.arm" for n in journey.nodes if isinstance(n, Experiment)}
    starts = [trigger.id for trigger in journey.triggers]
    found = {}
    for name in sorted(asked):
        grades = [chance.choice(("surely", "perhaps", "perhaps", "never")) for _ in starts]
        if name.startswith("experiment."):
            grades = ["never"] * len(starts)
        found[name] = Origin(
            frozenset(at for at, grade in zip(starts, grades, strict=True) if grade == "surely"),
            frozenset(at for at, grade in zip(starts, grades, strict=True) if grade == "perhaps"),
            changes=name.startswith("customer."),
        )
    return found


def trees(node: object) -> Iterator[Tree]:
    if isinstance(node, EventTrigger) and node.where is not None:
        yield node.where
    if isinstance(node, Branch):
        yield from (path.condition for path in node.branches)
    if isinstance(node, WaitEvent):
        yield from (one.condition for one in node.branches if one.condition is not None)


@pytest.mark.long("lineage")
def test_verdicts_are_those_of_every_path_and_each_possible_one_has_a_path_that_lacks_it(
    long_run: Callable[[str], bool],
) -> None:
    """R71, R152."""
    walked, verdicts = 0, dict.fromkeys(Verdict, 0)
    for seed in range(3_000 if long_run("lineage") else 150):
        for journey in world(seed)[0]:
            origins = made_origins(journey, Random(seed))
            try:
                paths = every_path(journey, origins)
            except TooManyError:
                continue
            walked += 1
            lineage = Lineage(journey, origins)
            for node in journey.by_id:
                for at, name in enumerate(origins):
                    ends = paths.get(node, [])
                    seen = frozenset().union(*(flags[at] for _, flags in ends))
                    wanted = Verdict.IMPOSSIBLE
                    if True in seen:
                        wanted = Verdict.POSSIBLE if False in seen else Verdict.GUARANTEED
                    assert lineage.verdict(node, name) is wanted, (seed, journey.id, node, name)
                    verdicts[wanted] += 1
                    way = Breaking(journey, lineage, name).way(node)
                    assert (way is not None) == (False in seen)
                    if way is not None:
                        lacking = [path for path, flags in ends if False in flags[at]]
                        assert way.steps in lacking
                        assert len(way.steps) == min(map(len, lacking))
    assert walked > 100
    assert min(verdicts.values()) > 300, verdicts


@pytest.mark.parametrize("seed", range(200))
def test_what_a_condition_tells_is_true_in_every_world_in_which_it_holds(seed: int) -> None:
    tree = made_tree(Random(seed), 3)
    tests = [leaf for leaf in leaves(tree) if isinstance(leaf, EVENTUAL)]
    for holds in (True, False):
        facts = implied(tree, holds=holds)
        assert facts == told(tree, holds=holds)
        for there in product((True, False), repeat=len(NAMES)):
            known = dict(zip((f"event.{name}" for name in NAMES), there, strict=True))
            for answers in product((True, False), repeat=len(tests)):
                said = {id(leaf): answer for leaf, answer in zip(tests, answers, strict=True)}
                if truth(tree, known, said) is holds:
                    assert all(known[name] is is_there for name, is_there in facts.items())


def truth(tree: Tree, known: Mapping[str, bool], said: Mapping[int, bool]) -> bool:
    if isinstance(tree, (Not, NotFilter)):
        return not truth(tree.of, known, said)
    if isinstance(tree, (AllOf, AllOfFilter)):
        return all(truth(part, known, said) for part in tree.of)
    if isinstance(tree, (AnyOf, AnyOfFilter)):
        return any(truth(part, known, said) for part in tree.of)
    assert isinstance(tree, EVENTUAL)
    is_there = known[variable(tree)]
    if tree.operator is Operator.MISSING:
        return not is_there
    if tree.operator is Operator.PRESENT:
        return is_there
    return is_there and said[id(tree)]


def made_tree(chance: Random, depth: int) -> Condition:
    if depth and chance.random() < 0.7:
        parts = tuple(made_tree(chance, depth - 1) for _ in range(chance.choice((1, 2, 2))))
        kind = chance.choice(("all", "any", "not"))
        if kind == "not":
            return Not(of=parts[0])
        return AllOf(of=parts) if kind == "all" else AnyOf(of=parts)
    operator = chance.choice((Operator.IS, Operator.MISSING, Operator.PRESENT))
    value = "x" if operator is Operator.IS else None
    leaf: Leaf = EntryTest(name=chance.choice(NAMES), operator=operator, value=value)
    assert isinstance(leaf, EntryTest)
    return leaf


def test_who_leaves_a_wait_by_a_condition_may_have_a_newer_entry_event_by_then_r152() -> None:
    known = {"kind": "entry", "name": "amount", "operator": "is_present"}
    waits = step("wait_event", "w", branches=({"id": "p", "condition": known},), timeout="PT1H")
    words = step("sms", "m", text="{{ event.amount }}")
    origin = Origin(frozenset(), frozenset({"t"}), changes=False)
    for rule, verdict in (("ignore", Verdict.GUARANTEED), ("update_context", Verdict.POSSIBLE)):
        drawn = drawing("t>w w.p>m", on("add"), waits, words, entry={"when_active": rule})
        assert Lineage(drawn, {"event.amount": origin}).verdict("m", "event.amount") is verdict
