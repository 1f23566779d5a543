"""A message can be declared to be only for those with a variable; lacking it is no Problem then."""

import pytest

from journeys.content.message import Message
from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.mending import LeaveOut
from journeys.context.naming import named
from journeys.context.unsafe import found_beside, unsafe
from journeys.document.format import dumps, loads
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from tests.context.talking import DATA, sms, straight


def only(drawn: Journey) -> Problem:
    (found,) = unsafe(Known(drawn, DATA))
    return found


def verdict(drawn: Journey, path: str) -> Verdict:
    known = Known(drawn, DATA)
    meant = named(path, known.variables)
    assert meant is not None
    return known.lineage.verdict("m", meant.variable)


def message(drawn: Journey) -> Message:
    found = drawn.node("m")
    assert isinstance(found, Message)
    return found


@pytest.mark.parametrize(
    "name", ["event.coupon", "customer.tier", "session.source", "before.purchase[0].at"]
)
def test_that_those_who_lack_it_get_nothing_can_be_declared_r72(name: str) -> None:
    drawn = straight(sms(f"{{{{ {name} }}}}"))
    fix = only(drawn).also[-1]
    assert fix.words == "Do not send to them"
    mended = fix.apply(drawn)
    assert found_beside(DATA, mended) == ()
    assert verdict(mended, name) is Verdict.POSSIBLE
    before, after = message(drawn), message(mended)
    assert after.needed == before.needed == (name,)
    assert after.working() == before.working(), "what was run before is still true"
    assert fix.apply(mended) == mended
    assert loads(dumps(mended)) == mended


@pytest.mark.parametrize(
    ("name", "code"),
    [("event.colour", "unknown_name"), ("experiment.words.arm", "unknown_name")],
)
def test_a_message_only_for_nobody_is_an_error_r72(name: str, code: str) -> None:
    drawn = straight(sms("Hello", only_with=[name]))
    found = only(drawn)
    assert (found.code, found.lets_run) == (code, True)
    assert f"only for those with {name}" in found.words
    assert found.fix is not None
    assert found_beside(DATA, found.fix.apply(drawn)) == ()


def test_what_is_declared_beside_the_words_is_asked_for_after_them_r177() -> None:
    drawn = straight(sms("{{ event.coupon }}", only_with=["customer.tier", "event.coupon"]))
    assert message(drawn).needed == ("event.coupon", "customer.tier")
    assert message(drawn).tells("sent")["customer.tier"] is True


def test_what_is_known_only_as_it_is_rendered_cannot_be_declared_r72() -> None:
    words = "{% for line in cart.lines|default([]) %}{{ line.note }}{% endfor %}"
    for found in unsafe(Known(straight(sms(words)), DATA)):
        assert not any(isinstance(fix, LeaveOut) for fix in found.fixes)
