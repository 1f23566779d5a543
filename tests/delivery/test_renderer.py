"""A batch comes to its end, in order, whatever happens to the processes that render it."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import FrameType

import pytest

from app.delivery import batch as batching
from app.delivery.message import Failed, Job, Outcome, Part, Reason, Rendered, Sort, Template
from app.delivery.renderer import Renderer, RenderingError
from tests.delivery.making import GOOD, GOOD_WORDS, all_of, job

MANY = [job("Hi {{ name }} {{ i }}", {"name": "<x>", "i": i}) for i in range(2_000)]
MANY_WORDS = [f"Hi &lt;x&gt; {i}" for i in range(2_000)]


def words(outcomes: list[Outcome]) -> list[str]:
    return [each["body"] if isinstance(each, Rendered) else str(each) for each in outcomes]


def rendered(renderer: Renderer, source: str, context: dict[str, object]) -> Rendered:
    outcome = renderer.render(job(source, context))
    assert isinstance(outcome, Rendered), outcome
    return outcome


def failed(renderer: Renderer, source: str, context: dict[str, object]) -> Failed:
    outcome = renderer.render(job(source, context))
    assert isinstance(outcome, Failed), outcome
    return outcome


def is_there(process: int) -> bool:
    """Return whether there is a process of this id; one that only waits to be counted is not."""
    if sys.platform == "win32":
        listed = subprocess.run(["tasklist"], capture_output=True, text=True, check=True).stdout
        return str(process) in listed
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    told = Path(f"/proc/{process}/stat")
    return not told.exists() or told.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_messages_come_in_order_with_progress(renderer: Renderer) -> None:
    found: list[Outcome] = []
    seen = [each.done for each in renderer.batch(MANY, len(MANY), found.append)]
    assert words(found) == MANY_WORDS
    assert seen == sorted(seen)
    assert seen[-1] == len(MANY)
    assert len(seen) > 10


def test_a_worker_killed_from_outside_loses_nothing(renderer: Renderer) -> None:
    found: list[Outcome] = []
    for step, _ in enumerate(renderer.batch(MANY, len(MANY), found.append)):
        if step in (2, 9):
            for process in renderer.process_ids:
                os.kill(process, signal.SIGTERM)
    assert words(found) == MANY_WORDS


def test_a_worker_killed_between_batches_is_replaced(renderer: Renderer) -> None:
    for process in renderer.process_ids:
        os.kill(process, signal.SIGTERM)
    assert words([renderer.render(GOOD)]) == [GOOD_WORDS]


def test_closing_a_batch_cancels_it_and_the_next_one_is_right(renderer: Renderer) -> None:
    found: list[Outcome] = []
    batch = renderer.batch(MANY, len(MANY), found.append)
    next(batch)
    batch.close()
    assert len(found) < len(MANY)
    assert words(found) == MANY_WORDS[: len(found)]
    assert words(all_of(renderer, MANY[:100])) == MANY_WORDS[:100]


@pytest.mark.parametrize("count", range(1, 21))
def test_ctrl_c_at_any_moment_ends_a_batch_and_the_next_one_is_right(
    renderer: Renderer, count: int
) -> None:
    """A signal is heard where a function begins, so also when an answer was just taken."""
    found: list[Outcome] = []
    batch = renderer.batch(MANY, len(MANY), found.append)
    next(batch)
    left = count

    def interrupt(frame: FrameType, event: str, _: object) -> None:
        nonlocal left
        if event == "call" and frame.f_code.co_filename == batching.__file__:
            left -= 1
            if not left:
                sys.setprofile(None)
                raise KeyboardInterrupt

    sys.setprofile(interrupt)
    with pytest.raises(KeyboardInterrupt):
        all(batch)
    assert words(found) == MANY_WORDS[: len(found)]
    assert words(all_of(renderer, MANY[:100])) == MANY_WORDS[:100]


def test_one_batch_at_a_time(renderer: Renderer) -> None:
    batch = renderer.batch(MANY, len(MANY), str)
    next(batch)
    with pytest.raises(RuntimeError):
        renderer.render(GOOD)
    batch.close()


def test_processes_start_with_the_first_message_and_closing_leaves_none() -> None:
    with Renderer(2) as renderer:
        before = renderer.process_ids
        all_of(renderer, MANY)
        processes = renderer.process_ids
    assert (len(before), len(processes)) == (0, 2)
    assert [process for process in processes if is_there(process)] == []


def test_workers_that_answer_nonsense_are_named_and_replaced() -> None:
    with Renderer(1, "tests.delivery.garbling") as renderer:
        bad, after = all_of(renderer, [job("{{ a }}", {"garble": 1}), job("{{ a }}", {"a": "x"})])
    assert isinstance(bad, Failed)
    assert bad.reason is Reason.DIED
    assert words([after]) == ["x"]


def test_workers_that_do_not_start_are_told_in_words() -> None:
    with Renderer(1, "tests.delivery.not_there") as renderer, pytest.raises(RenderingError) as told:
        renderer.render(GOOD)
    assert told.value.attempt


def test_a_missing_variable_fails_the_message_by_its_name_and_place(renderer: Renderer) -> None:
    outcome = failed(renderer, "Hi\n  {{ customer.first_name|title }}", {"customer": {}})
    assert (outcome.reason, outcome.path) == (Reason.MISSING, "customer.first_name")
    assert (outcome.part, outcome.line, outcome.column) == ("body", 2, 6)
    assert outcome.words == "customer.first_name is missing."


@pytest.mark.parametrize("context", [{}, {"a": None}, {"a": {}}, {"a": {"b": None}}, {"a": []}])
def test_nothing_is_as_good_as_missing(renderer: Renderer, context: dict[str, object]) -> None:
    """R170."""
    assert failed(renderer, "{{ a.b }}", context).path == "a.b"
    assert words([rendered(renderer, "{{ a.b|default('x') }}", context)]) == ["x"]
    assert words([rendered(renderer, "{% if a.b > 1 or a.b == 1 %}y{% endif %}", context)]) == [""]
    assert words(
        [rendered(renderer, "{% if a.b != 1 or 1 not in a.b %}y{% endif %}", context)]
    ) == [""]


def test_what_was_put_in_and_what_stood_in_is_told(renderer: Renderer) -> None:
    """R170."""
    source = (
        "{{ a.name|default('there') }} {{ a.city|default('home') }} {{ a.nick or 'you' }}"
        "{% if a.gone %}{{ a.never }}{% endif %}{{ a.blank }}"
        "{% for b in a.list %}{{ b }}{% endfor %}"
    )
    context = {"name": "Maya", "blank": " ", "list": [1, 2], "never": "x"}
    outcome = rendered(renderer, source, {"a": context})
    assert outcome["body"] == "Maya home you 12"
    assert dict(outcome.used) == {"a.name": "Maya", "a.blank": " ", "a.list": "2 entries"}
    assert dict(outcome.fallbacks) == {"a.city": "home", "a.nick": "you"}
    assert outcome.blanks == ("a.blank",)


def test_what_is_looked_up_by_a_value_is_told_by_its_own_name(renderer: Renderer) -> None:
    source = "{% set shop = catalogue.boots %}{{ shop[event.sku].price }} {{ {1: 'one'}[event.n] }}"
    context = {"catalogue": {"boots": {"b1": {"price": 9}}}, "event": {"sku": "b1", "n": 1}}
    outcome = rendered(renderer, source, context)
    assert outcome["body"] == "9 one"
    assert dict(outcome.used)["catalogue.boots.b1.price"] == 9
    missing = failed(renderer, source, {**context, "event": {"sku": "b2", "n": 1}})
    assert missing.path == "catalogue.boots.b2.price"


def test_a_name_of_data_is_data_whatever_python_calls_it(renderer: Renderer) -> None:
    context: dict[str, object] = {"event": {"items": "boots", "keys": 2, "get": "x", "pop": [3]}}
    source = "{{ event.items }} {{ event.keys }} {{ event.get }} {{ event.pop[0] }}"
    assert rendered(renderer, source, context)["body"] == "boots 2 x 3"
    assert failed(renderer, "{{ event.values }}", context).path == "event.values"


def test_comparing_follows_the_rules_of_conditions(renderer: Renderer) -> None:
    """R171."""
    source = "{% if a == 'ZÜRICH' and 'ür' in a and a in ['zürich'] and 1 < b <= 2 %}yes{% endif %}"
    assert rendered(renderer, source, {"a": "Zürich", "b": 2})["body"] == "yes"


def test_parts_share_what_is_known_and_the_zone_is_the_customers(renderer: Renderer) -> None:
    parts = (
        Part("subject", Sort.LINE, "{{ when|date('time') }} & {{ day|date('iso') }}"),
        Part("text", Sort.TEXT, "{{ price }} {{ price|money('EUR') }} <{{ when|date }}>"),
    )
    context = {"when": 1_700_000_000, "day": date(2026, 11, 25), "price": Decimal(12)}
    outcome = renderer.render(Job(Template(parts), context, "Asia/Tokyo"))
    assert isinstance(outcome, Rendered)
    assert outcome["subject"] == "07:13 & 2026-11-25"
    assert outcome["text"] == "12 €12.00 <15 November 2023>"


@pytest.mark.parametrize("value", [float("nan"), object(), {1, 2}, b"x"])
def test_what_is_no_plain_value_is_named(renderer: Renderer, value: object) -> None:
    assert failed(renderer, "{{ a }}", {"a": value}).reason is Reason.UNREADABLE


def test_many_templates_are_learnt_and_forgotten(renderer: Renderer) -> None:
    jobs = [job(f"{{{{ a }}}} {i}", {"a": i}) for i in range(500)] * 2
    assert words(all_of(renderer, jobs)) == [f"{i} {i}" for i in range(500)] * 2


ORPHAN = """
from app.delivery.renderer import Renderer
from tests.delivery.making import GOOD, job

renderer = Renderer(1, "tests.delivery.raw")
renderer.render(GOOD)
print(*renderer.process_ids, flush=True)
for _ in renderer.batch([job("{{ 9**(9**9) }}", {})], 1, print):
    print("at work", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no alarm that ends a process")
def test_a_worker_whose_program_was_killed_ends_by_itself() -> None:
    command = [sys.executable, "-c", ORPHAN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        worker = int(program.stdout.readline())
        assert program.stdout.readline() == "at work\n"
        assert is_there(worker)
        program.kill()
    ends = time.monotonic() + 30
    while is_there(worker) and time.monotonic() < ends:
        threading.Event().wait(0.05)
    assert not is_there(worker)
