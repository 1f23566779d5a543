"""What is done with values of another kind is told beforehand, as rendering would find it (R72)."""

from collections.abc import Mapping

import pytest

from journeys.content.reading import Sort, read
from journeys.context.clashing import clashes, kinds_of
from journeys.context.known import Known
from journeys.context.naming import held
from journeys.context.unsafe import found_beside
from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity
from tests.context.talking import DATA, email, sms, straight


def of(words: str) -> list[Problem]:
    drawn = straight(sms(words))
    return [each for each in found_beside(DATA, drawn) if each.code == "clash"]


CERTAIN: Mapping[str, str] = {
    "{{ event.at|money('EUR') }}": "event.at is a time, and the filter 'money' needs a number",
    "{{ event.name * 2 }}": "event.name is text and the other value is a number",
    "{{ 2 - event.name }}": "This value is a number and event.name is text",
    "{{ event.name + event.price }}": "event.name is text and event.price is a number",
    "{{ -event.at }}": "event.at is a time, and only numbers can be calculated with",
    "{% if event.name > 3 %}x{% endif %}": "neither is more than the other",
    "{% if customer.age < '30' %}x{% endif %}": "customer.age is a number and “30” is text",
    "{% if 3 in customer.age %}x{% endif %}": "customer.age is a number, and nothing can be in it",
    "{% for a in customer.age %}x{% endfor %}": "customer.age is a number, and a loop",
    "{% for a in event.name %}x{% endfor %}": "event.name is text, and a loop goes through a list",
    "{% for a in cart.lines %}{{ a.price|join }}{% endfor %}": "cart.lines[...].price is a number",
    "{% for a in cart.lines %}{{ a }}{% endfor %}": "cart.lines[...] is several things at once",
    "{{ cart.lines }}": "cart.lines is a list, which cannot be shown as it is",
    "{{ event }}": "event is several things at once, which cannot be shown as it is",
    "{{ before.purchase }}": "before.purchase is a list",
    "{{ before.purchase[0] }}": "before.purchase[0] is several things at once",
    "{{ before.purchase[0].price|length }}": "needs a list or text",
    "{{ cart.lines|upper }}": "cart.lines is a list, and the filter 'upper' needs text or a number",
    "{{ event.name ~ cart.lines }}": "cart.lines is a list, which cannot be shown as it is",
    "{{ event.price|default('none')|money('EUR') }}": "“none” is text, and the filter 'money'",
    "{{ (event.price or cart.lines)|round }}": "cart.lines is a list, and the filter 'round'",
    "{{ 'soon'|date }}": "“soon” is text, and the filter 'date' needs a time",
    "{% if cart == event.name %}x{% endif %}": "they cannot be compared",
}
DOUBTFUL: Mapping[str, str] = {
    "{{ event.name|money('EUR') }}": "where it holds none, the message cannot be written.",
    "{{ event.name|date }}": "event.name is text, and the filter 'date' needs a time: where it",
    "{{ event.price|date }}": "it is read as seconds since 1970.",
    "{% if event.name == 3 %}x{% endif %}": "they are never alike.",
}
FITTING = (
    "{{ event.price|money('EUR') }} {{ event.at|date }} {{ customer.age + 1 }}",
    "{{ event.name|upper }} {{ event.price|title }} {{ cart.lines|length }}",
    "{% for a in cart.lines|sort('price') %}{{ a.name }}{{ a.price|round }}{% endfor %}",
    "{% if event.price > 3 and event.name == 'x' and 'a' in event.name %}x{% endif %}",
    "{{ event.name ~ event.price }} {{ '12.50'|money('EUR') }} {{ '2026-01-05'|date }}",
    "{% if event.at < now %}x{% endif %}",
    "{% set a = event.price %}{{ a|money('EUR') }} {{ before.purchase[0].at|date }}",
    "{{ event.price|default('none') }} {{ event.name|default(3) }}",
)


@pytest.mark.parametrize("words", CERTAIN)
def test_what_can_never_be_is_an_error_with_its_place_r182(words: str) -> None:
    (found,) = of(f"Hello\n{words}")
    assert found.severity is Severity.ERROR
    assert found.lets_run
    assert CERTAIN[words] in found.words
    assert "cannot be written" in found.words
    assert found.words.endswith("It stands in the text, line 2 of 'SMS'.")


@pytest.mark.parametrize("words", DOUBTFUL)
def test_what_some_values_fit_is_a_warning_r182(words: str) -> None:
    (found,) = of(words)
    assert found.severity is Severity.WARNING
    assert DOUBTFUL[words] in found.words


@pytest.mark.parametrize("words", FITTING)
def test_what_fits_is_no_problem(words: str) -> None:
    assert of(words) == []


@pytest.mark.parametrize(
    ("words", "said", "after"),
    [
        ("{{ cart.lines }}", "Say how many there are", "{{ cart.lines|length }}"),
        (
            "{% for a in customer.age %}x{% endfor %}",
            "Repeat it that often",
            "{% for a in range(customer.age) %}x{% endfor %}",
        ),
        ("{{ event.name | money('EUR')|upper }}", "Show it as it is", "{{ event.name|upper }}"),
        ("{{ event.price|date }}", "Show it as it is", "{{ event.price }}"),
    ],
)
def test_what_mends_it_mends_it(words: str, said: str, after: str) -> None:
    drawn = straight(email(subject="Hello", html=f"<p>{words}</p>"))
    (found,) = (each for each in found_beside(DATA, drawn) if each.code == "clash")
    assert "It stands in the HTML, line 1" in found.words
    assert found.fix is not None
    assert found.fix.words == said
    mended = found.fix.apply(drawn)
    assert getattr(mended.node("m"), "html") == f"<p>{after}</p>"  # noqa: B009 of an e-mail
    assert not [each for each in found_beside(DATA, mended) if each.code == "clash"]


def test_the_same_done_with_the_same_is_said_once() -> None:
    assert len(of("{{ event.at|money('EUR') }} {{ event.at|money('USD') }}")) == 1


def kinds_known() -> dict[str, str]:
    drawn: Journey = straight(sms("Hello"))
    known = Known(drawn, DATA).variables
    names = ("event", "event.at", "cart", "cart.lines", "cart.lines[0]", "cart.lines[...].name",
             "before.purchase", "before.purchase[0]", "before.purchase[1].price", "nobody",
             "event.price", "customer", "customer.age", "now")  # fmt: skip
    return {name: held(name, known) or "" for name in names}


def test_what_a_written_name_holds() -> None:
    assert kinds_known() == {
        "event": "event",
        "event.at": "time",
        "cart": "event",
        "cart.lines": "list",
        "cart.lines[0]": "event",
        "cart.lines[...].name": "text",
        "before.purchase": "list",
        "before.purchase[0]": "event",
        "before.purchase[1].price": "number",
        "nobody": "",
        "event.price": "number",
        "customer": "event",
        "customer.age": "whole number",
        "now": "time",
    }


def test_without_data_only_what_is_written_there_is_known() -> None:
    source = "{{ 'soon'|date }}{{ event.name|money('EUR') }}"
    found = [*clashes(source, Sort.TEXT, read(source, Sort.TEXT), kinds_of({}))]
    assert [each.demand.what for each in found] == ["date"]
