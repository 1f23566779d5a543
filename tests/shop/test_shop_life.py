"""Life in the made-up shop is believable, and every word of its data is explained."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from journeys.people.population import Customer, Event, Population
from journeys.shop.catalogue import CATALOGUE
from journeys.shop.places import FIRST, LAST, MARKETS
from journeys.shop.shop import Shop
from journeys.shop.words import ATTRIBUTES, EVENTS, PROPERTIES

COUNT = 3_000
SESSIONLESS = {"email_delivered", "email_opened", "email_clicked", "email_unsubscribed"}


@pytest.fixture(scope="module")
def shop() -> Population:
    """Return some thousands of customers."""
    return Shop(COUNT).population()


def histories(shop: Population) -> Iterator[tuple[Customer, list[Event]]]:
    """Yield every customer with their events."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in shop.events:
        found[event.customer].append(event)
    for customer in shop.customers:
        yield customer, found[customer.id]


def carts(shop: Population) -> dict[object, list[Event]]:
    """Return the events of each cart."""
    found: dict[object, list[Event]] = defaultdict(list)
    for event in shop.events:
        if "cart_id" in event.properties:
            found[event.properties["cart_id"]].append(event)
    return found


def share(part: float, whole: float) -> float:
    return round(100 * part / whole, 1)


def test_every_event_property_and_attribute_is_explained_and_used(shop: Population) -> None:
    assert {event.name for event in shop.events} == set(EVENTS)
    assert {name for event in shop.events for name in event.properties} == set(PROPERTIES)
    known = {name for customer in shop.customers for name in customer.attributes}
    assert known == set(ATTRIBUTES)
    words = [*EVENTS.values(), *(it.words for it in (*PROPERTIES.values(), *ATTRIBUTES.values()))]
    assert len(set(words)) == len(words)
    assert all(said.endswith(".") and said[0].isupper() for said in words)
    assert [said for said in words if len(said.split()) < 3] == []


def test_everything_happens_within_ninety_days_in_order(shop: Population) -> None:
    assert datetime.fromtimestamp(FIRST, UTC) == datetime(2026, 1, 5, tzinfo=UTC)
    assert datetime.fromtimestamp(LAST, UTC) == datetime(2026, 4, 5, tzinfo=UTC)
    assert all(FIRST <= event.time < LAST for event in shop.events)
    for _, events in histories(shop):
        assert all(one.time <= other.time for one, other in pairwise(events))


def test_about_three_in_ten_fill_a_cart_and_a_third_of_the_carts_is_paid_for(
    shop: Population,
) -> None:
    fill = {event.customer for event in shop.events if event.name == "add_to_cart"}
    assert 25 <= share(len(fill), COUNT) <= 35
    paid = [any(event.name == "purchase" for event in events) for events in carts(shop).values()]
    assert 31 <= share(sum(paid), len(paid)) <= 39


def test_some_come_back_later_to_pay_with_nobody_reminding_them(shop: Population) -> None:
    later = paid = 0
    for events in carts(shop).values():
        if events[-1].name == "purchase":
            paid += 1
            later += events[-1].time - events[0].time > 3_600
    assert 15 <= share(later, paid) <= 35


def test_a_cart_adds_up_and_is_paid_for_once(shop: Population) -> None:
    prices = {product.id: Decimal(product.price).scaleb(-2) for product in CATALOGUE}
    for events in carts(shop).values():
        assert len({event.customer for event in events}) == 1
        value, items, ended = Decimal(0), 0, False
        for event in events:
            said = event.properties
            assert not ended, "nothing happens to a cart that is paid for"
            if event.name == "add_to_cart":
                assert said["price"] == prices[str(said["product_id"])]
                value += int(str(said["quantity"])) * prices[str(said["product_id"])]
                items += int(str(said["quantity"]))
            ended = event.name == "purchase"
            assert said["items"] == items
            assert said["amount" if ended else "cart_value"] == value


def test_a_product_in_a_session_is_one_of_the_catalogue(shop: Population) -> None:
    known = {product.id: product for product in CATALOGUE}
    assert len(known) == 240
    seen = [event for event in shop.events if event.name in ("product_view", "add_to_cart")]
    assert {event.properties["product_id"] for event in seen} == set(known)
    for event in seen:
        product = known[str(event.properties["product_id"])]
        assert event.properties["category"] == product.category
        assert event.properties["price"] == Decimal(product.price).scaleb(-2)


def test_a_session_has_one_origin_named_on_its_first_page(shop: Population) -> None:
    sessions: dict[object, list[Event]] = defaultdict(list)
    for event in shop.events:
        assert ("session_id" in event.properties) == (event.name not in SESSIONLESS)
        if "session_id" in event.properties:
            sessions[event.properties["session_id"]].append(event)
    named = 0
    for events in sessions.values():
        assert events[0].name == "page_view"
        assert len({(event.customer, event.properties["source"]) for event in events}) == 1
        assert all("referrer" not in event.properties for event in events[1:])
        named += "referrer" in events[0].properties
    assert 65 <= share(named, len(sessions)) <= 85
    platforms = {event.properties["platform"] for events in sessions.values() for event in events}
    assert platforms == {"desktop", "mobile", "tablet"}


def test_who_signs_up_is_a_stranger_before(shop: Population) -> None:
    joined = 0
    for customer, events in histories(shop):
        signs = [event for event in events if event.name == "signed_up"]
        if not signs:
            assert {"tier", "signed_up", "consent.email"} <= set(customer.attributes)
            continue
        joined += 1
        (sign,) = signs
        assert not {"tier", "signed_up", "consent.email", "address.email"} & set(
            customer.attributes
        )
        assert sign.carries["signed_up"] == sign.time
        assert sign.carries["user_cohort"] == f"{datetime.fromtimestamp(sign.time, UTC):%Y-%m}"
        assert all(event.name == "page_view" for event in events[: events.index(sign)])
    assert 20 <= share(joined, COUNT) <= 30


def test_letters_go_only_to_those_who_agreed_and_stop_when_they_leave(shop: Population) -> None:
    left = 0
    for customer, events in histories(shop):
        consents = customer.attributes.get("consent.email") is True
        for event in events:
            assert event.name != "email_delivered" or consents
            consents = event.carries.get("consent.email", consents) is True
            left += event.name == "email_unsubscribed"
    assert left > 0


def test_lifecycles_and_tiers_change_on_the_way(shop: Population) -> None:
    becomes = [event.carries.get("user_lifecycle") for event in shop.events]
    assert {"new", "returning", "loyal"} <= set(becomes)
    tiers = [change.attributes["tier"] for change in shop.changes]
    assert set(tiers) == {"silver", "gold"}
    assert {datetime.fromtimestamp(change.time, UTC).day for change in shop.changes} == {1}


def test_people_shop_by_the_clock_where_they_live(shop: Population) -> None:
    zones = {customer.id: str(customer.attributes["zone"]) for customer in shop.customers}
    assert set(zones.values()) == {home.zone for home in MARKETS}
    hours = [
        datetime.fromtimestamp(event.time, ZoneInfo(zones[event.customer])).hour
        for event in shop.events
        if event.name == "page_view" and event.properties["page"] == "home"
    ]
    night = share(sum(hour < 6 for hour in hours), len(hours))
    evening = share(sum(18 <= hour < 22 for hour in hours), len(hours))
    assert night < 6
    assert 25 <= evening <= 45


def test_few_do_much_and_most_do_little(shop: Population) -> None:
    counts = sorted((len(events) for _, events in histories(shop)), reverse=True)
    tenth = sum(counts[: COUNT // 10])
    assert 30 <= share(tenth, sum(counts)) <= 60
    assert 15 <= sum(counts) / COUNT <= 28
    assert 10 <= counts[COUNT // 2] <= 18


def test_addresses_can_reach_nobody(shop: Population) -> None:
    contents = [customer.attributes for customer in shop.customers]
    contents += [event.carries for event in shop.events]
    mails = [str(said["address.email"]) for said in contents if "address.email" in said]
    assert len(set(mails)) == len(mails)
    assert {mail.rpartition("@")[2] for mail in mails} == {
        *("example.com", "example.org", "example.net")
    }
    phones = [str(said["address.sms"]) for said in contents if "address.sms" in said]
    assert all(phone.startswith("+999") for phone in phones), "no country has 999"


def test_households_are_of_two(shop: Population) -> None:
    homes: dict[object, int] = defaultdict(int)
    for customer in shop.customers:
        if "household" in customer.attributes:
            homes[customer.attributes["household"]] += 1
    assert set(homes.values()) == {2}
    assert 8 <= share(2 * len(homes), COUNT) <= 20
