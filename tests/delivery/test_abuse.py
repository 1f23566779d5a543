"""No template does harm: it is refused by name, and the next message is rendered right."""

import resource
import sys

import pytest

from app.cli.counted import counted
from app.delivery.census import Census
from app.delivery.message import Failed, Reason, Rendered
from app.delivery.renderer import NO_LIMIT, Renderer
from tests.delivery.abuse import ABUSE, KNOWN, UNBOUNDED
from tests.delivery.making import GOOD, GOOD_WORDS, all_of, job
from tests.proofs import long_run

BY_RULE = (Reason.REFUSED, Reason.UNFIT, Reason.TOO_MUCH, Reason.MISSING)
BY_PROCESS = (Reason.TOO_SLOW, Reason.OUT_OF_MEMORY, Reason.DIED)
MOST_GROWTH = 600 * 1024


def memory(process: int | str, what: str) -> int:
    """Return the memory of a process in kB, as Linux tells it."""
    with open(f"/proc/{process}/status", encoding="utf-8") as file:  # noqa: PTH123 # no real file
        return next(int(line.split()[1]) for line in file if line.startswith(what))


def test_there_are_enough_templates_that_mean_harm() -> None:
    assert len(ABUSE) >= 60


def test_every_abuse_is_named_and_the_next_message_is_right(renderer: Renderer) -> None:
    """R174."""
    jobs = [each for source in ABUSE.values() for each in (job(source, KNOWN), GOOD)]
    found = all_of(renderer, jobs)
    for name, outcome, after in zip(ABUSE, found[::2], found[1::2], strict=True):
        assert isinstance(outcome, Failed), name
        assert outcome.reason in BY_RULE, (name, outcome)
        assert outcome.words, name
        assert isinstance(after, Rendered), name
        assert after["body"] == GOOD_WORDS, name
    if sys.platform == "linux":
        assert all(memory(process, "VmHWM") < MOST_GROWTH for process in renderer.process_ids)


@pytest.mark.long("templates")
def test_where_no_limit_of_ours_holds_the_process_does() -> None:
    """The same templates given to Jinja as they are: endless, huge, and out of the sandbox."""
    names = [*ABUSE] if long_run("templates") else [*UNBOUNDED]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Renderer(1, "tests.delivery.raw") as raw:
        jobs = [each for name in names for each in (job(ABUSE[name], KNOWN), GOOD)]
        found = all_of(raw, jobs)
    for name, outcome, after in zip(names, found[::2], found[1::2], strict=True):
        if name in UNBOUNDED:
            assert isinstance(outcome, Failed), name
            assert outcome.reason in (*BY_PROCESS, Reason.UNFIT), (name, outcome)
        assert isinstance(after, Rendered), name
        assert after["body"] == GOOD_WORDS, name
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_GROWTH


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to its memory")
def test_memory_has_an_end_that_the_system_keeps() -> None:
    with Renderer(1, "tests.delivery.raw") as raw:
        huge, after = all_of(raw, [job(ABUSE["a text times a number"], {}), GOOD])
        assert raw.weakness == ""
    assert isinstance(huge, Failed)
    assert huge.reason is Reason.OUT_OF_MEMORY
    assert isinstance(after, Rendered)


def test_where_the_system_puts_no_limit_on_memory_it_is_said() -> None:
    """R174."""
    with Renderer(1, "tests.delivery.unlimited") as weak:
        (made,) = all_of(weak, [GOOD])
        assert isinstance(made, Rendered)
        assert weak.weakness == NO_LIMIT
    told = [*counted(Census((), weakness=NO_LIMIT), ())]
    assert " ".join(told[2:]) == NO_LIMIT
    assert [*counted(Census(()), ())] == told[:1]


def test_a_template_that_does_harm_again_and_again_is_given_up() -> None:
    """R174."""
    bad = job(ABUSE["a text times a number"], {})
    with Renderer(2, "tests.delivery.raw") as raw:
        found = all_of(raw, [GOOD, *[bad] * 500, GOOD])
    assert isinstance(found[0], Rendered)
    assert isinstance(found[-1], Rendered)
    assert all(isinstance(outcome, Failed) for outcome in found[1:-1])
    assert len([each for each in found[1:-1] if "given up" in str(each)]) > 400
