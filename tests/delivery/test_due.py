"""What falls due: the message sent, what is known of the customer then, and whose clock counts."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from app.delivery.due import Desk, Due, due_to, due_to_all
from app.delivery.message import Job, Rendered
from app.delivery.renderer import Renderer
from journeys.context.past import Past
from journeys.context.story import arrivals, known
from journeys.document.journey import Journey
from journeys.people.population import Content, Customer, Event, Population
from journeys.program.reasons import Reason
from journeys.program.roles import roles
from journeys.simulation.compiler import compile_program
from journeys.simulation.dataset import Dataset
from journeys.simulation.encoding import encode
from journeys.simulation.program import Program
from journeys.simulation.settings import RunSettings, ZoneRule
from journeys.simulation.story import stories, story
from journeys.simulation.zones import InForce, in_force
from tests.oracle.generation import world
from tests.oracle.worked import change, event, held, journey, on, people, step, wait

RULE = ZoneRule("country", (("CH", "Europe/Zurich"),))
SETTINGS = RunSettings(zone="Asia/Tokyo", zone_rule=RULE)
HELLO = step(
    "email",
    "m",
    subject="At {{ event.at|date('time') }}",
    html="<p>{{ before.view[0].item|default('nothing') }}</p>",
)
MAILS = journey("t>w>m>n", on("add"), wait("PT1H"), HELLO, step("sms", "n"))


def running(drawing: Journey, population: Population) -> tuple[Program, Dataset]:
    dataset = encode(population)
    return compile_program([drawing], dataset, SETTINGS), dataset


def of_c(drawing: Journey, population: Population) -> list[Due]:
    return list(due_to(*running(drawing, population), 0))


def test_a_message_falls_due_where_it_is_sent_with_what_is_used_and_no_more() -> None:
    shown = [event(7, "view", item="hat"), event(60, "add", item="cap")]
    mail, sms = of_c(MAILS, people(shown, {"country": "CH"}))
    assert (mail.customer, mail.arrival.telling.time) == ("c", 60 + 3_600)
    assert [part.name for part in mail.job.template.parts] == ["subject", "html"]
    assert mail.job.context.keys() == {"event", "before", "now", "journey", "experiment"}
    assert sms.job.template.parts == ()


def test_nothing_falls_due_without_consent() -> None:
    (sms,) = of_c(
        journey("t>m>n m.not_sent>n", on("add"), HELLO, step("sms", "n")),
        people([event(60, "add")], {"consent.email": False}),
    )
    assert sms.arrival.telling.node == "n"


def test_where_nothing_is_sent_nothing_can_be_due() -> None:
    drawing = journey("t>w", on("add"), wait("PT1H"))
    program, dataset = running(drawing, people([event(60, "add")]))
    told = story(program, dataset, 0)
    (arrival,) = arrivals({"j": drawing}, told)
    with pytest.raises(TypeError, match="no message"):
        Desk(dataset, SETTINGS).due(arrival, Past(dataset, told), drawing)


@pytest.mark.parametrize(
    ("attributes", "zone", "clock"),
    [
        (
            {"zone": "America/New_York", "country": "CH"},
            "America/New_York, the customer's own time zone",
            7,
        ),
        ({"zone": "Mars/Olympus", "country": "CH"}, "Europe/Zurich, by the workspace's rule", 13),
        ({"zone": " Europe/Rome", "country": "DE"}, "Asia/Tokyo, the time zone in Settings", 21),
    ],
)
def test_dates_follow_the_zone_in_force_and_it_says_why_it_is_that_one_r21_r104(
    attributes: dict[str, Content], zone: str, clock: int, renderer: Renderer
) -> None:
    noon = int(datetime(2026, 1, 5, 12, tzinfo=UTC).timestamp())
    mail, _ = of_c(MAILS, people([event(noon, "add")], attributes))
    assert str(mail.zone) == zone
    outcome = renderer.render(mail.job)
    assert isinstance(outcome, Rendered), outcome
    assert outcome["subject"] == f"At {clock:02}:00"
    assert outcome.fallbacks == (("before.view[0].item", "nothing"),)


def test_the_zone_is_that_of_the_moment_it_is_sent() -> None:
    moved = change(1_000, zone="Europe/Rome")
    (mail, _) = of_c(MAILS, people([event(60, "add")], {"zone": "Europe/Oslo"}, [moved]))
    assert mail.zone.name == "Europe/Rome"


def test_the_zone_is_the_one_whose_clock_the_engine_follows() -> None:
    met: Counter[str] = Counter()
    for seed in range(60):
        drawn, population, settings = world(seed)
        dataset = encode(population)
        program = compile_program(drawn, dataset, settings)
        for told in stories(program, dataset, 0, dataset.customers):
            past = Past(dataset, told)
            for telling in told.tellings:
                if telling.reason is Reason.WAIT_STARTED:
                    zone = in_force(past.attributes(telling.time, telling.handled), settings)
                    assert str(zone) == telling.zone, (seed, told.customer, telling)
                    met[zone.source] += 1
    assert len(met) == 3
    assert min(met.values()) > 20, met


WHOLE = (
    "{{ before['view'][0].item }}{{ before['two words'][0].item }}"
    "{{ customer.country|default('-') }}"
    "{% set name = 'two words' %}{{ before[name]|length }}"
    "{% for one in before %}{{ one }},{% endfor %}"
    "{% set old = before %}{{ old.view[1].item }}"
    "{% for one in before.view %}{{ one.item }}{% endfor %}"
    "{{ session.pages }}{{ journey.title }}{{ now|date('time') }}{{ event['item'] }}"
)


def test_what_is_known_is_enough_however_it_is_asked_for(renderer: Renderer) -> None:
    rows = [event(at, "view", item=f"i{at}") for at in range(3)]
    rows += [event(9, "two words", item="spaced"), event(60, "add", item="cap")]
    drawing = journey("t>m", on("add"), step("sms", "m", text=WHOLE))
    program, dataset = running(drawing, people(rows, {"country": "CH"}))
    (sms,) = due_to(program, dataset, 0)
    told = story(program, dataset, 0)
    (arrival,) = arrivals({"j": drawing}, told)
    everything = known(arrival, Past(dataset, told), roles(dataset.vocabulary), drawing)
    given = renderer.render(sms.job)
    assert isinstance(given, Rendered), given
    assert given == renderer.render(Job(sms.job.template, everything, sms.job.zone))
    assert given["text"] == "i2spacedCH1two words,view,i1i2i1i03j01:01cap"


def test_all_customers_are_gone_through_in_order_each_as_alone() -> None:
    ids = [f"c{at}" for at in range(1_203)]
    rows = tuple(Event(name, at, "add", {}) for at, name in enumerate(ids) if at % 3)
    population = Population(held([]), held([]), tuple(Customer(one, {}) for one in ids), rows)
    program, dataset = running(MAILS, population)
    everyone = list(due_to_all(program, dataset))
    assert [each.customer for each in everyone] == [row.customer for row in rows for _ in "ab"]
    assert list(due_to_all(program, dataset, 600, 604)) == [
        each for place in range(600, 604) for each in due_to(program, dataset, place)
    ]
    assert everyone[0].zone == InForce("Asia/Tokyo", "the workspace's")
