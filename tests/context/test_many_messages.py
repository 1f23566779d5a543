"""Many messages in a row are looked at in steps that grow as they do, not as their square."""

import itertools
import sys
from types import FrameType

from journeys.context.known import Known
from journeys.context.unsafe import unsafe
from journeys.document.journey import Journey
from tests.context.talking import DATA, sms
from tests.oracle.worked import journey, on, step, wait

WORDS = "{{ event.coupon }} {{ customer.tier }} {{ before.purchase[0].at }} {{ customer.nmae }}"


def row_of(count: int) -> Journey:
    """Return a journey of so many messages, each after a wait."""
    names = [name for at in range(count) for name in (f"w{at}", f"m{at}")]
    steps = [
        wait("PT1H", name) if name[0] == "w" else sms(WORDS, name, title=f"SMS {name}")
        for name in names
    ]
    ways = " ".join((f"t>{names[0]}", *(f"{a}>{b}" for a, b in itertools.pairwise(names))))
    return journey(f"{ways} {names[-1]}>f", on("add_to_cart"), *steps, step("finish", "f"))


def calls(drawn: Journey) -> tuple[int, int]:
    """Return how many functions are called to find what is unsafe, and how much that is."""
    counted = 0

    def count(_frame: FrameType, event: str, _given: object) -> None:
        nonlocal counted
        counted += event == "call"

    known = Known(drawn, DATA)
    sys.setprofile(count)
    try:
        found = unsafe(known)
    finally:
        sys.setprofile(None)
    return counted, len(found)


def test_twice_the_messages_are_about_twice_the_work() -> None:
    calls(row_of(2))  # what is made ready once
    few, said = calls(row_of(60))
    many, said_of_many = calls(row_of(120))
    assert (said, said_of_many) == (60 * 4, 120 * 4)
    assert many < 2.4 * few, (few, many)
