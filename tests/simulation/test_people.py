"""Those behind a count are those who were counted; nobody is added and nobody is lost."""

from collections.abc import Generator
from typing import Any, TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.content.message import Message
from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.nodes.wait_date import WaitDate
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.progress import Progress
from journeys.samples import samples
from journeys.shop.shop import Shop
from journeys.simulation.asking import LEFT, NOT_LET_IN, Asked, asked, because
from journeys.simulation.behind import title
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.days import days
from journeys.simulation.funnel import REFUSED
from journeys.simulation.groups import ENDS, IDLE, UNSENT, grouped
from journeys.simulation.people import passing
from journeys.simulation.program import Program
from journeys.simulation.results import result
from journeys.simulation.runner import simulate
from journeys.simulation.settings import Mode, RunSettings
from journeys.simulation.trace import trace
from tests.oracle.generation import world
from tests.shop.together import together
from tests.simulation.comparing import built

R = TypeVar("R")
ALL = 10**9
seeds = st.integers(0, 2**40)


def finished(work: Generator[Progress, None, R]) -> R:
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: R = end.value
            return value


def counts(program: Program, dataset: Dataset) -> dict[str, Any]:
    return dict(result(program, dataset, finished(simulate(program, dataset))))


@pytest.fixture(scope="module")
def shop() -> Dataset:
    return Shop(1_200, 3).dataset()


@pytest.fixture(scope="module", params=list(samples()))
def ran(request: pytest.FixtureRequest, shop: Dataset) -> tuple[Journey, Program, dict[str, Any]]:
    journey, *others = together(request.param)
    program = compile_program(
        [journey, *others], shop, RunSettings(mode=Mode.MIXED, zone="Europe/Zurich")
    )
    return journey, program, counts(program, shop)["journeys"][journey.id]


def told(program: Program, dataset: Dataset, journey: str) -> list[list[Telling]]:
    stories = (trace(program, dataset, place) for place in range(dataset.customers))
    return [[each for each in story if each.journey == journey] for story in stories]


def through(story: list[Telling], node: Node, port: str) -> int:
    """Return how often a story says that a port was taken, read from its reasons alone.

    Who is restarted by the very event that was caught takes none.
    """
    said = {
        Reason.SENT: "sent",
        Reason.NO_ADDRESS: "not_sent",
        Reason.NO_CONSENT: "not_sent",
        Reason.WORDS_MISSING: "not_sent",
        Reason.FAILED: "failed",
        Reason.ENTERED: "next",
        Reason.WAIT_OVER: "next",
        Reason.TIMED_OUT: "timeout",
    }
    if isinstance(node, WaitDate):
        ways = {"continue": "next", "exit": "", "branch": "past"}
        said[Reason.DATE_PAST] = ways[node.if_past]
        said[Reason.DATE_MISSING] = {**ways, "branch": "missing"}[node.if_missing]
    by_name = {Reason.BRANCH_TAKEN, Reason.ARM_ASSIGNED, Reason.ARM_KEPT, Reason.CAUGHT}
    there = [each for each in story if each.node == node.id]
    undone = {
        id(each)
        for place, each in enumerate(there)
        for after in [one for one in there[place + 1 :] if one.entry == each.entry][:1]
        if each.reason is Reason.CAUGHT and after.reason is Reason.RESTARTED
    }
    return sum(
        (each.operands[0] if each.reason in by_name else said.get(each.reason)) == port
        and id(each) not in undone
        for each in there
    )


@settings(max_examples=25)
@given(seed=seeds)
def test_those_behind_a_port_are_those_whose_story_takes_it(seed: int) -> None:
    program, dataset = built(world(seed))
    for journey in program.journeys:
        stories = told(program, dataset, journey.id)
        counted = counts(program, dataset)["journeys"][journey.id]["steps"]
        for node in journey.nodes:
            for port in node.ports():
                there = [through(story, node, port.id) for story in stories]
                assert sum(there) == counted[node.id]["ports"][port.id]
                found = finished(
                    passing(program, dataset, node.id, port.id, ALL, journey=journey.id)
                )
                assert found == tuple(np.flatnonzero(there).tolist())


@settings(max_examples=25)
@given(seed=seeds)
def test_those_behind_a_reason_are_those_whose_story_gives_it(seed: int) -> None:
    program, dataset = built(world(seed))
    journey = program.journeys[0]
    stories = told(program, dataset, journey.id)
    for reason in Reason:
        found = finished(passing(program, dataset, "", because(reason), ALL, journey=journey.id))
        there = [any(each.reason is reason for each in story) for story in stories]
        assert found == tuple(np.flatnonzero(there).tolist())


def test_nobody_reaches_a_step_that_was_not_reached(
    ran: tuple[Journey, Program, dict[str, Any]], shop: Dataset
) -> None:
    journey, program, counted = ran
    for node in journey.nodes:
        found = finished(passing(program, shop, node.id, None, ALL, journey=journey.id))
        assert bool(found) == bool(counted["steps"][node.id]["reached"])
        assert len(found) <= counted["steps"][node.id]["reached"]


def test_several_steps_are_asked_for_at_once(shop: Dataset) -> None:
    journey = loads(samples()["shop_rescue"])
    program = compile_program([journey], shop, RunSettings())
    both = [
        set(finished(passing(program, shop, each, "sent", ALL))) for each in ("offer", "reminder")
    ]
    assert set(finished(passing(program, shop, "offer reminder", "sent", ALL))) == both[0] | both[1]
    assert both[0] != both[1]


def test_no_more_are_named_than_asked_for(shop: Dataset) -> None:
    journey = loads(samples()["shop_rescue"])
    program = compile_program([journey], shop, RunSettings())
    whole = finished(passing(program, shop, "cart", "next", ALL))
    assert finished(passing(program, shop, "cart", "next", 3)) == whole[:3]


def test_groups_agree_with_the_counts_of_the_run(
    ran: tuple[Journey, Program, dict[str, Any]], shop: Dataset
) -> None:
    journey, program, counted = ran
    found = finished(grouped(program, shop, journey=journey.id))
    groups = {group.name: set(group.ids) for group in found.groups}
    stories = dict(zip(shop.ids, told(program, shop, journey.id), strict=True))

    def those(reason: Reason) -> set[str]:
        return {who for who, story in stories.items() if any(e.reason is reason for e in story)}

    assert groups["everyone"] == those(Reason.ENTERED)
    assert groups["never"] == set(shop.ids) - groups["everyone"]
    assert set(found.lines) == set(shop.ids)
    assert groups["got"] | groups["nothing"] == groups["everyone"]
    assert groups["got"] == those(Reason.SENT)
    assert not groups["got"] & groups["nothing"]
    assert groups.get("waiting", set()) == those(Reason.WAITING)
    entries = {group.name: group.entries for group in found.groups}
    assert entries["everyone"] == counted["entries"]
    assert entries.get("waiting", 0) == counted["waiting"]
    at_a_finish = [count for name, count in entries.items() if name.startswith("finished ")]
    assert sum(at_a_finish) == counted["finished"]
    for kind, of in (("left_by_goal", "goals"), ("exited", "exits")):
        for rule, each in counted[of].items():
            assert len(groups.get(f"{kind} {rule}", ())) <= each["left"]
            assert entries.get(f"{kind} {rule}", 0) == each["left"]
            assert bool(each["left"]) == (f"{kind} {rule}" in groups)


def test_who_got_a_message_is_grouped_by_message_where_there_are_several(
    ran: tuple[Journey, Program, dict[str, Any]], shop: Dataset
) -> None:
    journey, program, counted = ran
    groups = {
        group.name: group for group in finished(grouped(program, shop, journey=journey.id)).groups
    }
    messages = [node for node in journey.nodes if isinstance(node, Message)]
    by_message = {name: group for name, group in groups.items() if name.startswith("got ")}
    if len(messages) < 2:
        assert not by_message
        return
    everyone = {who for group in by_message.values() for who in group.ids}
    assert everyone == set(groups["got"].ids)
    for node in messages:
        sent = counted["steps"][node.id]["ports"]["sent"]
        group = by_message.get(f"got {node.id}")
        assert (group is not None) == bool(sent)
        if group is not None:
            assert group.title == title(journey, node.id, "sent")
            assert len(group.ids) <= group.entries <= sent


def test_everyone_in_a_group_has_a_line_about_how_it_ended(
    ran: tuple[Journey, Program, dict[str, Any]], shop: Dataset
) -> None:
    _, program, _ = ran
    found = finished(grouped(program, shop, most=300))
    forms = [form.split("{")[0] for form in ENDS.values()]
    assert found.lines
    never = {who for group in found.groups if group.name == "never" for who in group.ids}
    assert never
    for who, line in found.lines.items():
        *why, how = line.split("\n")
        if who in never:
            assert why == ["Never entered"]
            assert how == IDLE or how.removeprefix("Not let in: ") in REFUSED.values()
            continue
        assert why in ([], *([each] for each in UNSENT.values()))
        assert how.startswith(tuple(forms))
    assert found.looked_at == 300


def test_days_add_up_to_the_counts_of_the_run(
    ran: tuple[Journey, Program, dict[str, Any]], shop: Dataset
) -> None:
    journey, program, counted = ran
    found = finished(days(program, shop, journey=journey.id))
    ports = dict.fromkeys(found.sent, 0)
    unsent = 0
    for node in journey.nodes:
        if isinstance(node, Message):
            of = counted["steps"][node.id]["ports"]
            ports[node.channel] = ports.get(node.channel, 0) + of["sent"]
            unsent += of["not_sent"] + of["failed"]
    assert sum(found.entries) == counted["entries"]
    assert {channel: sum(row) for channel, row in found.sent.items()} == {
        channel: count for channel, count in ports.items() if count
    }
    assert sum(found.not_sent) == unsent
    assert len({len(found.entries), len(found.not_sent), *map(len, found.sent.values())}) == 1
    assert (found.customers, found.of) == (shop.customers, shop.customers)


def test_a_day_is_one_by_the_clock_of_the_workspace(shop: Dataset) -> None:
    journey = loads(samples()["shop_rescue"])
    rows = {}
    for zone in ("UTC", "Pacific/Auckland"):
        program = compile_program([journey], shop, RunSettings(zone=zone))
        rows[zone] = finished(days(program, shop))
    assert rows["UTC"].entries != rows["Pacific/Auckland"].entries
    assert sum(rows["UTC"].entries) == sum(rows["Pacific/Auckland"].entries)


def test_the_search_can_be_stopped_and_tells_how_far_it_is(shop: Dataset) -> None:
    journey = loads(samples()["shop_rescue"])
    program = compile_program([journey], shop, RunSettings())
    work = passing(program, shop, "cart", None, ALL)
    assert next(work) == Progress(0, shop.customers, "Looking for them")
    assert next(work).done > 0
    work.close()


@given(word=st.sampled_from([reason.word for reason in Reason]), rule=st.sampled_from(["", "a-1"]))
def test_what_is_asked_for_survives_being_written(word: str, rule: str) -> None:
    assert asked("a b", because(word, rule)) == Asked(
        ("a", "b"), reasons=frozenset({Reason.called(word)}), rule=rule
    )
    assert asked("", because(LEFT)).reasons > {Reason.EXITED, Reason.LEFT_BY_GOAL}
    assert Reason.REFUSED_FILTER in asked("", because(NOT_LET_IN)).reasons
    assert asked("a", word) == Asked(("a",), port=word)
