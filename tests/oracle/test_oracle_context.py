"""Cases worked by hand from R70 and R148-R151: which variables are there, family by family."""

import pytest

from journeys.people.population import Content, Event
from tests.oracle.worked import DAY, event
from tests.simulation.worked import lacks

HALF = 30 * 60


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("customer.tier", [False]),
        ("customer.id", [False]),
        ("customer.empty", [False]),
        ("customer.no", [False]),
        ("customer.none", [True]),
        ("customer.other", [True]),
        ("customer.consent.email", [False]),
        ("customer['consent.email']", [False]),
        ("customer.consent.sms", [True]),
        ("customer.tier.gold", [True]),
        ("customer", [False]),
    ],
)
def test_r70_a_customer_has_attributes_and_an_id(name: str, missing: list[bool]) -> None:
    attributes: dict[str, Content] = {"tier": "tin", "empty": "", "no": False, "none": None}
    attributes["consent.email"] = True
    assert lacks(name, [event(0, "in")], attributes) == missing


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("customer.consent", [False]),
        ("customer.consent['email']", [False]),
        ("customer.consent.push", [True]),
        ("customer.address", [True]),  # with nothing in it
        ("customer.tier", [False]),
        ("customer.tier.since", [True]),  # hidden by what is there
        ("customer['tier.since']", [False]),
        ("customer.plan.since", [False]),  # not hidden by what is missing
        ("customer.id.old", [True]),
        ("customer.a.b.c", [False]),
        ("customer.a.b", [False]),
        ("customer.a", [False]),
        ("customer['a.b.c']", [False]),
        ("customer['a.b']", [True]),
        ("event.utm.source", [True]),
        ("event['utm.source']", [False]),
    ],
)
def test_r177_dots_in_the_name_of_an_attribute_make_objects(name: str, missing: list[bool]) -> None:
    attributes: dict[str, Content] = {"consent.email": False, "address.email": None, "tier": "tin"}
    attributes |= {"tier.since": 1, "plan": None, "plan.since": 1, "id.old": 1}
    rows = [Event("c", 0, "in", {"utm.source": "ad"})]
    assert lacks(name, rows, {**attributes, "a.b.c": 0}) == missing


def test_r177_consent_that_was_taken_back_is_there_but_as_a_text_it_is_gone() -> None:
    rows = [event(0, "in"), event(1, "email_unsubscribed"), event(2, "in")]
    name = "customer.consent.email"
    assert lacks(name, rows) == [True, False]
    assert lacks(name, rows, {"consent.email": True}) == [False, False]
    assert lacks(name, rows, {"consent.email": "yes"}) == [False, True]


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("event.size", [False]),
        ("event.nothing", [True]),
        ("event.none", [True]),
        ("event.at", [False]),
        ("event.name", [True]),
        ("event.empty", [False]),
        ("event.zero", [False]),
        ("event", [False]),
        ("journey.id", [False]),
        ("journey.anything", [False]),
        ("now", [False]),
        ("learned.hour", [True]),
        ("segment.loyal.member", [True]),
        ("catalogue.shoes['a'].price", [True]),
        ("channel.best", [True]),
        ("anything", [True]),
    ],
)
def test_r151_the_entry_event_has_its_properties_and_its_instant(
    name: str, missing: list[bool]
) -> None:
    rows = [event(0, "other", nothing=1), event(0, "in", size=2, none=None, empty="", zero=0)]
    assert lacks(name, rows) == missing


def test_r148_the_first_of_the_properties_the_data_have_plays_a_part() -> None:
    first = event(0, "view", session="s", source="ad")
    entry = event(DAY, "in", session="s")
    assert lacks("session.source", [first, entry]) == [False]
    # Some row has the other property: now that one plays the part, and here it is missing.
    other = event(DAY + 1, "view", session_id="s")
    assert lacks("session.source", [first, entry, other]) == [True]


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("source", "source"),
        ("source", "utm_source"),
        ("source", "acquisition_channel"),
        ("referrer", "referrer"),
        ("referrer", "referer"),
        ("campaign", "campaign"),
        ("campaign", "utm_campaign"),
    ],
)
def test_r149_what_a_session_came_by_is_what_its_first_event_says(part: str, name: str) -> None:
    rows = [event(0, "view", **{name: "x"}), event(1, "view"), event(2, "in")]
    assert lacks(f"session.{part}", rows) == [False]
    rows = [event(0, "view"), event(1, "view", **{name: "x"}), event(2, "in", **{name: "x"})]
    assert lacks(f"session.{part}", rows) == [True]


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        # Half an hour is a gap, a second less is none, and each is held against the next.
        ([event(0, "view", source="ad"), event(HALF - 1, "in")], [False]),
        ([event(0, "view", source="ad"), event(HALF, "in")], [True]),
        ([event(0, "a", source="ad"), event(HALF - 1, "b"), event(2 * HALF - 2, "in")], [False]),
        ([event(0, "a", source="ad"), event(HALF - 1, "b"), event(2 * HALF - 1, "in")], [True]),
        # Reactions are passed over, and are no first event either.
        (
            [
                event(0, "view", source="ad"),
                event(900, "email_opened"),
                event(1_800, "in"),
            ],
            [True],
        ),
        ([event(0, "push_tapped", source="ad"), event(9, "in")], [True]),
        ([event(0, "a", source="ad"), event(9, "sms_clicked"), event(10, "in")], [False]),
        # Only those of a channel.
        ([event(0, "view", source="ad"), event(900, "delivered"), event(1_800, "in")], [False]),
        ([event(0, "view", source="ad"), event(900, "fax_opened"), event(1_800, "in")], [False]),
        # What the session's second has after the entry event is later than it.
        ([event(0, "in"), event(0, "view", source="ad")], [True]),
        ([event(0, "view", source="ad"), event(0, "in")], [False]),
    ],
)
def test_r149_without_an_id_a_session_goes_back_to_a_gap(
    rows: list[Event], missing: list[bool]
) -> None:
    assert lacks("session.source", rows) == missing


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        # However long ago, and whatever is between.
        (
            [
                event(0, "view", session_id="1", source="ad"),
                event(9, "view", session_id="2"),
                event(DAY, "in", session_id="1"),
            ],
            [False],
        ),
        ([event(0, "view", session_id="2", source="ad"), event(1, "in", session_id="1")], [True]),
        ([event(0, "view", source="ad"), event(1, "in", session_id="1")], [True]),
        ([event(0, "view", session_id="a", source="ad"), event(1, "in", session_id="A")], [True]),
        # An empty text is an id like another; an entry that says nothing goes by the gap.
        ([event(0, "view", session_id="", source="ad"), event(DAY, "in", session_id="")], [False]),
        ([event(0, "view", session_id="2", source="ad"), event(1, "in")], [False]),
        # By its id, a reaction is part of the session.
        (
            [
                event(0, "email_opened", session_id="1", source="ad"),
                event(DAY, "in", session_id="1"),
            ],
            [False],
        ),
        (
            [
                event(0, "email_opened", session_id="1"),
                event(1, "view", session_id="1", source="ad"),
                event(2, "in", session_id="1"),
            ],
            [True],
        ),
    ],
)
def test_r149_an_id_tells_the_session(rows: list[Event], missing: list[bool]) -> None:
    assert lacks("session.source", rows) == missing


@pytest.mark.parametrize("name", ["started", "duration", "pages"])
def test_r149_every_entry_has_a_session(name: str) -> None:
    assert lacks(f"session.{name}", [event(0, "in")]) == [False]
