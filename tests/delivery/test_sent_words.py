"""What was asked before sending is enough: the words of messages that were sent can be rendered."""

import re
from collections import Counter

import pytest

from app.delivery.due import due_to_all
from app.delivery.message import Failed, Outcome, Reason, Rendered, Template
from app.delivery.renderer import Renderer
from journeys.content.chain import SOME
from journeys.content.message import Message
from journeys.content.reading import read
from journeys.samples import samples
from journeys.shop.shop import Shop
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.settings import Mode, RunSettings
from tests.delivery.making import all_of
from tests.oracle.generation import world
from tests.shop.together import together

SHOP = Shop(600)
EVERY = 7


def test_r177_no_message_that_was_sent_lacks_what_could_be_asked_before(
    renderer: Renderer,
) -> None:
    """What is known only while rendering is the one thing that may be missing then."""
    met: Counter[str] = Counter()
    for seed in range(1, 160, 2):
        drawn, people, settings = world(seed)
        dataset = encode(people)
        program = compile_program(drawn, dataset, settings)
        jobs = [due.job for due in due_to_all(program, dataset)]
        for job, outcome in zip(jobs, all_of(renderer, jobs), strict=True):
            if isinstance(outcome, Failed) and outcome.reason is Reason.MISSING:
                assert is_known_late(outcome.path, job.template), (seed, outcome)
            met[type(outcome).__name__] += 1
    assert met["Rendered"] > 100, met


def is_known_late(path: str, template: Template) -> bool:
    """Say whether a variable is one of those whose place is known only while rendering."""
    late = [
        re.escape(need).replace(re.escape(SOME), r"(?:\[.*?\]|\.\w+)")
        for part in template.parts
        for need in read(part.source, part.sort).needed
        if SOME in need
    ]
    return any(re.fullmatch(pattern, path) for pattern in late)


@pytest.mark.parametrize("name", samples())
def test_the_words_of_a_sample_need_nothing_and_read_well_for_everyone(
    renderer: Renderer, name: str
) -> None:
    journeys, dataset = together(name), SHOP.dataset()
    journey = journeys[0]
    messages = [node for node in journey.nodes if isinstance(node, Message)]
    assert [node.needed for node in messages] == [()] * len(messages)
    assert all(part.source for node in messages for part in node.parts())
    program = compile_program(journeys, dataset, RunSettings(mode=Mode.MIXED))
    due = [
        each for each in due_to_all(program, dataset) if each.arrival.telling.journey == journey.id
    ]
    some = {each.arrival.telling.node: each for each in due}
    assert set(some) == {node.id for node in messages}
    for outcome in all_of(renderer, [each.job for each in [*some.values(), *due[::EVERY]]]):
        for words in reads(outcome):
            assert "  " not in words
            assert not {"{", "}", "None"} & set(words.split())
            assert " ." not in words


def reads(outcome: Outcome) -> list[str]:
    assert isinstance(outcome, Rendered), outcome
    assert outcome.blanks == ()
    return [words for _, words in outcome.parts]
