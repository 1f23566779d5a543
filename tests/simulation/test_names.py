"""An event that can never happen is refused wherever a journey names it, with the nearest name."""

from typing import Any

import pytest

from journeys.document.format import dumps, loads, write
from journeys.document.journey import Journey
from journeys.errors import InvalidJourneyError
from journeys.program.vocabulary import Vocabulary
from journeys.samples import samples
from journeys.simulation.names import made_up, refuse_unknown_events, spoken_of
from journeys.simulation.settings import Mode
from journeys.values import Json

WORDS = Vocabulary(events=("add_to_cart", "purchase", "page_view", "cart_emptied"))


def drawing(**changes: Json) -> Journey:
    plain: dict[str, Any] = {
        "format": "throughline-journey",
        "version": 1,
        "id": "carts",
        "title": "Carts",
        "nodes": {
            "cart": {"kind": "event_trigger", "event": "add_to_cart", "title": "Fills a cart"},
            "letter": {"kind": "email", "title": "Letter"},
            "paid": {
                "kind": "branch",
                "title": "Paid?",
                "branches": [
                    {
                        "id": "yes",
                        "condition": {
                            "kind": "not",
                            "of": {
                                "kind": "any",
                                "of": [
                                    {
                                        "kind": "behaviour",
                                        "event": "purchase",
                                        "operator": "at_least",
                                        "value": 1,
                                    },
                                    {
                                        "kind": "behaviour",
                                        "event": "email_opened",
                                        "operator": "at_least",
                                        "value": 1,
                                    },
                                ],
                            },
                        },
                    }
                ],
            },
        },
        "goals": [{"id": "buys", "event": "purchase", "title": "Buys"}],
        "exits": [{"id": "emptied", "event": "cart_emptied", "title": "Empties the cart"}],
    }
    return loads(write(plain | changes))


def misspelt(journey: Journey, event: str) -> Journey:
    """Return the journey with an event misspelt wherever it stands as a name of an event."""
    return loads(dumps(journey).replace(f'"event": "{event}"'.encode(), b'"event": "purchse"'))


def test_journeys_of_known_events_may_run() -> None:
    refuse_unknown_events([drawing()], WORDS)


@pytest.mark.parametrize(
    ("event", "where"),
    [
        ("add_to_cart", "the step 'Fills a cart'"),
        ("email_opened", "the step 'Paid?'"),
        ("cart_emptied", "the exit rule 'Empties the cart'"),
    ],
)
def test_a_misspelt_event_is_refused_wherever_it_stands(event: str, where: str) -> None:
    with pytest.raises(InvalidJourneyError) as refused:
        refuse_unknown_events([misspelt(drawing(), event)], WORDS)
    assert where in refused.value.what
    assert "'purchse'" in refused.value.what
    assert refused.value.attempt == "Did you mean 'purchase'?"


def test_a_misspelt_goal_is_refused_where_nothing_is_made_up() -> None:
    wrong = drawing(goals=[{"id": "buys", "event": "purchse", "title": "Buys"}])
    with pytest.raises(InvalidJourneyError, match="the goal 'Buys'"):
        refuse_unknown_events([wrong], WORDS)
    refuse_unknown_events([wrong], WORDS, Mode.MIXED)


def test_reactions_are_known_for_channels_of_the_run_alone() -> None:
    reader = drawing(nodes={"read": {"kind": "event_trigger", "event": "sms_clicked"}})
    with pytest.raises(InvalidJourneyError, match="sms_clicked"):
        refuse_unknown_events([drawing(), reader], WORDS)
    refuse_unknown_events([reader, drawing(nodes={"text": {"kind": "sms"}})], WORDS)


def test_without_a_near_name_those_that_there_are_are_listed() -> None:
    wrong = drawing(exits=[{"id": "left", "event": "zzzz"}])
    with pytest.raises(InvalidJourneyError) as refused:
        refuse_unknown_events([wrong], WORDS)
    assert "page_view" in refused.value.attempt
    nothing = drawing(nodes={}, goals=[], exits=[{"id": "left", "event": "zzzz"}])
    with pytest.raises(InvalidJourneyError, match="no events at all"):
        refuse_unknown_events([nothing], Vocabulary())


def test_every_event_in_a_samples_file_is_found() -> None:
    for content in samples().values():
        spoken = {event for _, event in spoken_of(loads(content))}
        found = {event for event in spoken if not event.startswith("call.")}
        lines = content.decode().splitlines()
        named = {line.split('"')[3] for line in lines if line.strip().startswith('"event":')}
        assert found == named
        assert found


def test_only_the_first_goal_is_made_up() -> None:
    two = drawing(goals=[{"id": "a", "event": "purchase"}, {"id": "b", "event": "praise"}])
    assert {"purchase"} == {
        name for name in made_up([two], Mode.GENERATED) if not name.startswith("email_")
    }
