"""An event that can never happen is a problem with a fix before the journey is run."""

import pytest

from journeys.context.unsafe import found_beside
from journeys.document.journey import Journey
from journeys.document.problems import Problem
from journeys.errors import InvalidJourneyError
from journeys.program.vocabulary import Vocabulary
from journeys.simulation.names import refuse_unknown_events, spoken_of
from journeys.simulation.settings import Mode
from tests.simulation.test_names import WORDS, drawing, misspelt
from tests.widgets.inspector.journeys_to_edit import every_kind


def unknown(journey: Journey, words: Vocabulary = WORDS) -> list[Problem]:
    return [each for each in found_beside(words, journey) if each.code == "unknown_event"]


def test_what_a_run_would_refuse_is_listed_and_mended_by_its_fix() -> None:
    wrong = misspelt(drawing(), "email_opened")
    (found,) = unknown(wrong)
    assert (found.node, found.brief) == ("paid", "Nobody ever did 'purchse'")
    assert found.fix is not None
    mended = found.fix.apply(wrong)
    assert unknown(mended) == []
    assert "purchse" not in {event for _, event in spoken_of(mended)}
    refuse_unknown_events([mended], WORDS)


@pytest.mark.parametrize("event", ["add_to_cart", "email_opened", "cart_emptied", "purchase"])
def test_the_list_and_a_run_agree_on_what_is_known(event: str) -> None:
    journey = misspelt(drawing(), event)
    try:
        refuse_unknown_events([journey], WORDS, Mode.MIXED)
    except InvalidJourneyError:
        assert unknown(journey)
    else:
        assert not unknown(journey)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("opened", "opened an e-mail"),
        ("email open", "opened an e-mail"),
        ("sms_clicked", "clicked in an e-mail"),
        ("purchased", "purchase"),
    ],
)
def test_what_fits_the_channels_of_the_journey_is_meant_first(written: str, meant: str) -> None:
    found = unknown(
        drawing(exits=[{"id": "out", "event": written}]),
        Vocabulary(events=(*WORDS.events, "sms_tapped", "push_opened")),
    )
    (problem,) = found
    assert problem.words.endswith(f"Did you mean {meant!r}?")
    assert problem.fix is not None
    assert problem.fix.words == f"Use \u201c{meant}\u201d"


def test_nothing_is_unknown_while_there_is_no_data() -> None:
    journey = every_kind()
    assert not [each for each in found_beside(None, journey) if each.code == "unknown_event"]
