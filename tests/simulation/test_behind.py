"""Whoever asks for the people behind a count is told what was asked, and how many entries it is."""

import pytest

from journeys.program.reasons import Reason
from journeys.samples import samples
from journeys.simulation.asking import LEFT, NOT_LET_IN, because
from journeys.simulation.behind import entries, title
from journeys.simulation.funnel import endings, stages, turned_away
from journeys.simulation.people import passing, sought
from tests.widgets.results.runs import finished, run_of

ALL = 10**9


def test_what_was_asked_for_is_said_in_words() -> None:
    journey = run_of("shop_rescue").journey
    said = {
        ("offer", "sent"): "Got Free delivery on your cart",
        ("offer", "not_sent"): "Did not get Free delivery on your cart",
        ("offer", ""): "Came to Free delivery on your cart",
        ("offer reminder", ""): "Came to Free delivery on your cart or Your cart is waiting",
        ("offer reminder", because(Reason.NO_CONSENT)): "Without consent",
        ("offer", because(Reason.NO_CONSENT)): "Without consent at Free delivery on your cart",
        ("paid", "bought"): "Has bought at Bought in the meantime?",
        ("cart", "next"): "Entered by Fills a cart",
        ("hour", "next"): "Went on from An hour to think",
        ("hour", because(LEFT)): "Left by a rule at An hour to think",
        ("", because(NOT_LET_IN)): "Not let in",
        ("", because(Reason.REFUSED_ACTIVE)): "Not let in: were in the journey already",
        ("", because(Reason.FINISHED)): "Came to a finish",
    }
    assert {asked: title(journey, *asked) for asked in said} == said


@pytest.mark.parametrize("name", sorted(samples()))
def test_the_entries_behind_a_loss_or_an_ending_are_as_many_as_it_counts(name: str) -> None:
    run = run_of(name)
    losses = [loss for stage in stages(run.journey, run.counts) for loss in stage.losses]
    for share in (*losses, *endings(run.journey, run.counts)):
        if share.place is not None:
            assert entries(run.counts, *share.place) == share.count
            assert title(run.journey, *share.place)
    for share in turned_away(run.journey, run.counts):
        assert share.place is not None
        assert title(run.journey, *share.place).startswith("Not let in: ")
        assert entries(run.counts, *share.place) == 0
    for goal in run.journey.goals:
        place = ("", because(Reason.GOAL_REACHED, goal.id))
        assert title(run.journey, *place) == f"Reached the goal {goal.name!r}"
        assert entries(run.counts, *place) == run.counts["goals"][goal.id]["reached"]


def test_the_decision_asked_for_is_found_in_the_story_of_whoever_is_behind_a_count() -> None:
    run = run_of("shop_rescue")
    later = 0
    for asked in (("offer reminder", because(Reason.NO_CONSENT)), ("offer", "sent"), ("paid", "")):
        for customer in finished(passing(run.program, run.dataset, *asked, 40)):
            place = sought(run.program, run.dataset, customer, *asked)
            assert place is not None
            told = run.followed(run.dataset.ids[customer]).told
            assert told[place].telling.node in asked[0].split()
            if asked[1].startswith(":"):
                assert told[place].telling.reason is Reason.NO_CONSENT
            first = next(one.telling.entry for one in told if one.telling.entry)
            later += told[place].telling.entry != first
    assert later > 3
    assert sought(run.program, run.dataset, 0, "paid", because(Reason.SENT)) is None
