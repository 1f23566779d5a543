"""Words and conditions that ask for what is not there: each Problem, and what its fix does."""

from dataclasses import dataclass

import pytest

from journeys.content.message import Message
from journeys.context.known import Known
from journeys.context.mending import AskFirst, LeaveOut
from journeys.context.unsafe import found_beside, unsafe
from journeys.document.checks import problems
from journeys.document.format import dumps, loads
from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity
from tests.context.talking import (
    DATA,
    asked_first,
    email,
    given_an_arm,
    sms,
    straight,
    two_starts,
)
from tests.oracle.worked import branch, journey, on, step

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True)
class Case:
    """A journey with one Problem: what it says, and the words of the message once it is mended."""

    drawn: Journey
    code: str
    severity: Severity
    said: str
    mended: tuple[str, ...] = ()


CASES = {
    "possible from the start": Case(
        straight(sms("Your {{ session.source }}")),
        *("unsafe_use", WARNING, "Not everyone who comes here has session.source. 'SMS' needs it"),
        ('Your {{ session.source|default("\u2026") }}',),
    ),
    "two places and two parts are one": Case(
        straight(email("{{event.coupon}}", "<p>Hi</p>", "{{ event.coupon }}, {{event.coupon}}")),
        *("unsafe_use", WARNING, "in its subject and text, so they do not get it."),
        (
            '{{event.coupon|default("\u2026")}}',
            "<p>Hi</p>",
            '{{ event.coupon|default("\u2026") }}, {{event.coupon|default("\u2026")}}',
        ),
    ),
    "behind what is made of it": Case(
        straight(sms("{{- cart.value|money('EUR') -}}!")),
        *("unsafe_use", WARNING, "cart.value"),
        ("{{- cart.value|money('EUR')|default(\"\u2026\") -}}!",),
    ),
    "around a sum": Case(
        straight(sms("{{ event.price + 1 }}")),
        *("unsafe_use", WARNING, "event.price"),
        ('{{ (event.price + 1)|default("\u2026") }}',),
    ),
    "a loop goes through an empty list": Case(
        straight(sms("{% for l in cart.lines %}{{ l.product_id }}{% endfor %}")),
        *("unsafe_use", WARNING, "cart.lines"),
        ("{% for l in cart.lines|default([]) %}{{ l.product_id }}{% endfor %}",),
    ),
    "not every entry has it": Case(
        straight(sms("{% for l in cart.lines|default([]) %}{{ l.name }}{% endfor %}")),
        *("unsafe_use", WARNING, "Not everyone has cart.lines[...].name."),
        ('{% for l in cart.lines|default([]) %}{{ l.name|default("\u2026") }}{% endfor %}',),
    ),
    "an older event of the trail": Case(
        straight(sms("{{ before.purchase[3].at }}")),
        *("unsafe_use", WARNING, "Not everyone who comes here has before.purchase[0]."),
        ('{{ before.purchase[3].at|default("\u2026") }}',),
    ),
    "a branch tells": Case(
        asked_first(sms("{{ event.coupon }}")),
        *("unsafe_use", WARNING, "Customers who come by 'Condition \u2192 Everyone else' have no"),
        ('{{ event.coupon|default("\u2026") }}',),
    ),
    "a start does not give it": Case(
        two_starts(sms("{{ event.coupon }}")),
        *("unsafe_use", WARNING, "Customers who come by 'Price dropped' may have no event.coupon."),
        ('{{ event.coupon|default("\u2026") }}',),
    ),
    "an experiment gives it to some": Case(
        given_an_arm(sms("{{ experiment.trial.arm }}")),
        *(
            "unsafe_use",
            WARNING,
            "by 'Condition \u2192 Everyone else' have no experiment.trial.arm",
        ),
        ('{{ experiment.trial.arm|default("\u2026") }}',),
    ),
    "a link has no room for a fallback": Case(
        straight(email(html='<a href="{{ event.coupon }}">Go</a>')),
        *("unsafe_use", WARNING, "event.coupon"),
    ),
    "a slip of the pen": Case(
        straight(sms("Hi {{ customer.frist_name }}")),
        *("unknown_name", ERROR, "nobody gets it. Did you mean customer.first_name?"),
        ("Hi {{ customer.first_name }}",),
    ),
    "a slip of the pen with a fallback": Case(
        straight(sms("Hi {{ customer.frist_name|default('you') }}")),
        *("unknown_name", WARNING, "it is always missing. Did you mean customer.first_name?"),
        ("Hi {{ customer.first_name|default('you') }}",),
    ),
    "a name like no other": Case(
        straight(sms("{{ weather.today }}")),
        *("unknown_name", ERROR, "says weather.today in its text, and the data has nothing of"),
    ),
}


def only(drawn: Journey) -> Problem:
    (found,) = unsafe(Known(drawn, DATA))
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_use_of_what_may_be_missing_is_told_r72_r179(name: str) -> None:
    case = CASES[name]
    found = only(case.drawn)
    assert (found.code, found.severity, found.node) == (case.code, case.severity, "m")
    assert case.said in found.words
    assert found.brief
    assert found in found_beside(DATA, case.drawn)
    assert found_beside(None, case.drawn) == problems(case.drawn)


def sources(drawn: Journey) -> tuple[str, ...]:
    message = drawn.by_id["m"]
    assert isinstance(message, Message)
    return tuple(part.source for part in message.parts())


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.mended])
def test_the_fix_takes_the_problem_away_and_changes_nothing_else_r179(name: str) -> None:
    case = CASES[name]
    fix = only(case.drawn).fix
    assert fix is not None
    mended = fix.apply(case.drawn)
    assert sources(mended) == case.mended
    left = unsafe(Known(mended, DATA))
    assert case.code not in {each.code for each in left}
    back = mended.with_node("m", lambda _: case.drawn.by_id["m"])
    assert dumps(back) == dumps(case.drawn)
    assert loads(dumps(mended)) == mended


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.mended])
def test_where_no_fix_fits_none_is_offered_r179(name: str) -> None:
    assert only(CASES[name].drawn).fix is None


@pytest.mark.parametrize(
    "words",
    [
        "{{ customer.id }} {{ event.at }} {{ session.pages }} {{ journey.title }} {{ now }}",
        "{{ event.coupon|default('none') }}",
        "{% if event.coupon %}{{ event.coupon }}{% endif %}",
        "{% if cart %}{{ cart.id|default('') }}{% endif %}",
        "{{ customer.consent.email|default('') }}",
    ],
)
def test_what_is_there_or_is_asked_for_is_no_problem_r179(words: str) -> None:
    found = unsafe(Known(straight(sms(words)), DATA))
    assert [each.words for each in found if "consent" not in each.words] == []


@pytest.mark.parametrize("name", ["event.coupon", "customer.tier"])
def test_those_who_lack_it_can_be_led_past_the_message_r179(name: str) -> None:
    drawn = straight(sms(f"{{{{ {name} }}}}"))
    fix = only(drawn).also[0]
    assert isinstance(fix, AskFirst)
    mended = fix.apply(drawn)
    assert found_beside(DATA, mended) == ()
    assert mended.by_id["m"] == drawn.by_id["m"]
    asked = mended.target("w", "next")
    assert asked is not None
    assert mended.target(asked, "known") == "m"
    assert mended.target(asked, "else") == "f"
    assert set(mended.by_id) - {asked} == set(drawn.by_id)
    again = fix.apply(mended)
    assert len(again.nodes) == len(mended.nodes) + 1


def test_what_no_condition_can_ask_has_no_path_of_its_own_r179() -> None:
    for name in ("session.source", "before.purchase[0].at"):
        found = only(straight(sms(f"{{{{ {name} }}}}"))).also
        assert [type(each) for each in found] == [LeaveOut]


def test_what_nobody_has_is_an_error_r72_r179() -> None:
    lacking = branch({"kind": "entry", "name": "coupon", "operator": "is_missing"})
    drawn = journey(
        "t>b b.yes>m m>f b.else>f",
        on("add_to_cart"),
        lacking,
        sms("{{ event.coupon }}"),
        step("finish", "f"),
    )
    found = only(drawn)
    assert (found.code, found.severity) == ("never_there", ERROR)
    assert found.words.startswith("Nobody who comes to 'SMS' has event.coupon")


def test_a_message_that_nobody_comes_to_is_no_problem_of_this_kind_r179() -> None:
    drawn = journey("t>f", on("add_to_cart"), sms("{{ event.coupon }}"), step("finish", "f"))
    assert unsafe(Known(drawn, DATA)) == ()


def asking(operator: str, name: str = "coupon", kind: str = "entry") -> Journey:
    """Return a journey that asks of the entry event among those without a coupon."""
    lacking = branch({"kind": "entry", "name": "coupon", "operator": "is_missing"})
    value = {} if operator in ("is_missing", "is_present") else {"value": "x"}
    later = branch({"kind": kind, "name": name, "operator": operator, **value}, "c")
    ends = step("finish", "f")
    return journey("t>b b.yes>c b.else>f c.yes>f c.else>f", on("add_to_cart"), lacking, later, ends)


def test_a_condition_that_can_never_be_true_is_a_warning_r180() -> None:
    found = only(asking("is"))
    assert (found.code, found.severity, found.node) == ("never_true", WARNING, "c")
    assert "never true" in found.words


@pytest.mark.parametrize("operator", ["is_missing", "is_present"])
def test_to_ask_whether_something_is_there_is_in_order_r180(operator: str) -> None:
    assert unsafe(Known(asking(operator), DATA)) == ()


def test_a_condition_may_ask_for_what_is_only_possible_r180() -> None:
    assert unsafe(Known(asking("is", "source"), DATA)) == ()
    assert unsafe(Known(asking("is", "tier", "attribute"), DATA)) == ()


def test_a_condition_on_a_name_the_data_does_not_have_is_an_error_r180() -> None:
    found = only(asking("is", "tear", "attribute"))
    assert (found.code, found.severity) == ("unknown_name", ERROR)
    assert "customer.tier" in found.words
    assert unsafe(Known(asking("is", "consent.email", "attribute"), DATA)) == ()
