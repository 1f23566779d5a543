"""A customer is found, chosen and explained with mouse or keyboard, in the words of the engine."""

from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeys.errors import InvalidJourneyError
from journeys.progress import Progress
from tests.widgets.results.runs import Run, clipped, run_of, unnamed
from widgets.results.explain import NOTHING, Explain
from widgets.theme import DARK, LIGHT, Theme


@pytest.fixture
def explain(qtbot: QtBot) -> Explain:
    made = Explain(LIGHT)
    qtbot.addWidget(made)
    made.resize(664, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def offer(explain: Explain, run: Run) -> None:
    """Show a run's customers, and the story of whom is chosen, as the application does."""
    everyone = run.people.groups[0].ids
    explain.set_customers(everyone, run.people.groups, run.people.lines)
    explain.customer_chosen.connect(
        lambda customer: explain.show_story(customer, run.told(customer), [run.journey])
    )


def test_before_a_run_there_is_nobody(explain: Explain) -> None:
    assert explain.blank.title.text() == "Nobody to explain yet"
    assert not explain.customers.isVisible()
    assert not explain.blank.start.isVisible()


def test_the_search_for_customers_says_how_far_it_is(explain: Explain) -> None:
    explain.show_running(Progress(20, 50, "Putting customers into groups"))
    assert explain.blank.title.text() == "Putting customers into groups"
    assert (explain.blank.bar.value(), explain.blank.bar.maximum()) == (20, 50)
    assert explain.blank.bar.isVisible()
    assert not explain.customers.isVisible()


def test_what_was_refused_is_said_with_what_to_try(explain: Explain) -> None:
    explain.show_refused(InvalidJourneyError("It cannot run.", "Add a start."))
    assert explain.blank.title.text() == "It cannot run."
    assert explain.blank.line.text() == "Add a start."
    assert not explain.blank.bar.isVisible()


def test_each_group_is_there_with_its_count_and_its_customers(explain: Explain, run: Run) -> None:
    offer(explain, run)
    customers = explain.customers
    for row, group in enumerate(run.people.groups):
        item = customers.groups.item(row)
        said = item.data(Qt.ItemDataRole.AccessibleTextRole)
        assert said == f"{group.title}: {len(group.ids):,}"
        explain.show_group(group.name)
        assert customers.group == group.name
        assert customers.model.ids == group.ids
        assert customers.heading.text() == f"{group.title}, {len(group.ids):,}".upper()


def test_those_asked_for_stand_first(explain: Explain) -> None:
    run = run_of("welcome")
    offer(explain, run)
    asked = run.people.groups[0].ids[3:6]
    explain.set_customers(asked, run.people.groups, run.people.lines)
    assert explain.customers.model.ids == asked
    assert explain.customers.groups.item(0).text() == "Those asked for"
    assert explain.customers.groups.count() == len(run.people.groups) + 1
    explain.set_customers(run.people.groups[0].ids, run.people.groups, run.people.lines)
    assert explain.customers.groups.count() == len(run.people.groups)


def test_a_story_told_from_elsewhere_is_marked_in_the_list(explain: Explain, qtbot: QtBot) -> None:
    run = run_of("welcome")
    offer(explain, run)
    customer = run.people.groups[0].ids[4]
    with qtbot.assertNotEmitted(explain.customer_chosen):
        explain.show_story(customer, run.told(customer), [run.journey])
    assert explain.customers.people.currentIndex().row() == 4


def test_one_is_offered_a_person_who_got_nothing(explain: Explain, run: Run, qtbot: QtBot) -> None:
    offer(explain, run)
    silent = next(group for group in run.people.groups if group.name == NOTHING)
    with qtbot.waitSignal(explain.customer_chosen) as chosen:
        QTest.mouseClick(explain.blank.start, Qt.MouseButton.LeftButton)
    assert chosen.args == [silent.ids[0]]
    assert explain.customers.group == NOTHING
    assert explain.story.name.text() == silent.ids[0]
    assert explain.story.sent.text() == "No message"


def test_slash_finds_and_down_goes_to_the_list(explain: Explain, qtbot: QtBot) -> None:
    run = run_of("welcome")
    offer(explain, run)
    explain.customers.people.setFocus()
    QTest.keyClick(explain, Qt.Key.Key_Slash)
    qtbot.waitUntil(explain.customers.search.hasFocus)
    wanted = run.people.groups[0].ids[5]
    QTest.keyClicks(explain.customers.search, wanted)
    assert explain.customers.model.ids == (wanted,)
    with qtbot.waitSignal(explain.customer_chosen) as chosen:
        QTest.keyClick(explain.customers.search, Qt.Key.Key_Down)
    assert chosen.args == [wanted]
    assert explain.customers.people.hasFocus()


def test_brackets_are_typed_in_the_search_and_go_on_elsewhere(
    explain: Explain, qtbot: QtBot
) -> None:
    run = run_of("welcome")
    offer(explain, run)
    explain.customers.choose(run.people.groups[0].ids[0])
    explain.customers.search.setFocus()
    QTest.keyClick(explain.customers.search, Qt.Key.Key_BracketRight)
    assert explain.customers.search.text() == "]"
    QTest.keyClick(explain.customers.search, Qt.Key.Key_Escape)
    assert explain.customers.search.text() == ""
    explain.story.list.setFocus()
    with qtbot.waitSignal(explain.decision_chosen):
        QTest.keyClick(explain.story.list, Qt.Key.Key_BracketRight)


def test_a_search_without_a_hit_says_so(explain: Explain) -> None:
    offer(explain, run_of("welcome"))
    explain.customers.search.setText("nobody-like-this")
    assert explain.customers.model.ids == ()
    assert explain.customers.nobody.isVisible()
    assert "nobody-like-this" in explain.customers.nobody.text()


def test_up_and_down_go_through_the_customers(explain: Explain, qtbot: QtBot) -> None:
    run = run_of("welcome")
    offer(explain, run)
    ids = run.people.groups[0].ids
    explain.customers.choose(ids[0])
    explain.customers.people.setFocus()
    with qtbot.waitSignal(explain.customer_chosen) as chosen:
        QTest.keyClick(explain.customers.people, Qt.Key.Key_Down)
    assert chosen.args == [ids[1]]
    assert explain.story.name.text() == ids[1]


def test_every_decision_of_a_story_is_in_its_timeline(explain: Explain, run: Run) -> None:
    offer(explain, run)
    for customer in run.people.groups[0].ids[:40]:
        told = run.told(customer)
        explain.show_story(customer, told, [run.journey])
        entries = explain.story.entries
        said = {entry.sentence for entry in entries}
        said |= {reason.removesuffix(".") for entry in entries for reason in entry.reasons}
        said = {words for words in said if not words.endswith(("that day", "on that day"))}
        assert {one.words.removesuffix(".") for one in told} == said
        for entry in entries:
            assert told[entry.decision].words.removesuffix(".") == entry.sentence
            assert told[entry.decision].clock.partition(", ")[2].startswith(entry.time)


def test_steps_are_numbered_as_they_are_come_to(explain: Explain, run: Run) -> None:
    offer(explain, run)
    for customer in run.people.groups[0].ids[:40]:
        told = run.told(customer)
        explain.show_story(customer, told, [run.journey])
        for name in {one.telling.entry for one in told if one.telling.entry}:
            nodes = [one.telling.node for one in told if one.telling.entry == name]
            steps = [node for node, _ in groupby(nodes)]
            mine = [
                (entry.number, entry.node)
                for entry in explain.story.entries
                if told[entry.decision].telling.entry == name
            ]
            assert [each for each, _ in groupby(mine)] == list(enumerate(steps, start=1))
        assert all(entry.number == 0 for entry in explain.story.entries if entry.is_refused)


def test_decisions_are_chosen_one_after_the_other_by_keyboard(
    explain: Explain, qtbot: QtBot
) -> None:
    run = run_of("welcome")
    offer(explain, run)
    explain.customers.choose(run.people.groups[0].ids[0])
    story = explain.story
    heard: list[int] = []
    explain.decision_chosen.connect(heard.append)
    assert story.place.text() == f"{len(story.entries)} decisions"
    story.list.setFocus()
    for _ in story.entries[1:]:
        QTest.keyClick(story.list, Qt.Key.Key_BracketRight)
    assert heard == [entry.decision for entry in story.entries]
    assert story.place.text() == f"Decision {len(story.entries)} of {len(story.entries)}"
    assert not story.after.isEnabled()
    QTest.keyClick(story.list, Qt.Key.Key_BracketLeft)
    QTest.keyClick(story.list, Qt.Key.Key_Up)
    QTest.keyClick(story.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(explain.decision_chosen):
        QTest.mouseClick(story.before, Qt.MouseButton.LeftButton)
    assert heard[-4:] == [
        entry.decision
        for entry in (story.entries[-2], story.entries[-3], story.entries[-2], story.entries[-3])
    ]


def test_silence_is_explained_by_what_stopped_it_first(explain: Explain, run: Run) -> None:
    offer(explain, run)
    for group in run.people.groups:
        for customer in group.ids[:15]:
            told = run.told(customer)
            explain.show_story(customer, told, [run.journey])
            words = [one.telling.reason.word for one in told]
            unsent = [one.words for one in told if one.telling.reason.word.startswith("no_")]
            is_silent = "sent" not in words and bool(unsent)
            assert explain.story.verdict.isVisible() == is_silent
            if is_silent:
                assert explain.story.why.text() == unsent[0]


def test_somebody_who_never_came_near_the_journey_is_said_so(explain: Explain) -> None:
    offer(explain, run_of("welcome"))
    explain.show_story("nobody", ())
    assert explain.story.entries == ()
    assert explain.story.sent.text() == "Nothing led into this journey"
    assert not explain.story.verdict.isVisible()
    assert not explain.story.after.isEnabled()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [480, 664, 1_000])
def test_no_text_is_cut_off(
    explain: Explain, run: Run, width: int, theme: Theme, qtbot: QtBot
) -> None:
    explain.set_theme(theme)
    explain.resize(width, 900)
    explain.show_refused(InvalidJourneyError("Rescue left carts cannot run: nothing starts it."))
    qtbot.wait(5)
    assert clipped(explain) == []
    offer(explain, run)
    explain.show_ground("1,500 customers, seed 7")
    qtbot.wait(5)
    assert clipped(explain) == []
    for customer in run.people.groups[2].ids[:5]:
        explain.show_story(customer, run.told(customer), [run.journey])
        qtbot.wait(5)
        assert clipped(explain) == []
        _every_entry_has_the_room_its_words_need(explain)


def _every_entry_has_the_room_its_words_need(explain: Explain) -> None:
    view, model = explain.story.list, explain.story.model
    wide = view.viewport().width()
    delegate = explain.story.drawn
    for row, entry in enumerate(model.entries):
        area = view.visualRect(model.index(row))
        assert area.width() <= wide
        assert area.height() >= delegate.height(entry, wide) - 1
        shown = " ".join(line for _, line in delegate.text(entry, wide))
        assert "\u2026" not in shown
        assert entry.sentence.split()[-1] in shown


def test_every_control_says_what_it_is(explain: Explain, run: Run) -> None:
    assert unnamed(explain) == []
    offer(explain, run)
    assert unnamed(explain) == []
    explain.customers.choose(run.people.groups[0].ids[0])
    assert unnamed(explain) == []
    index = explain.story.model.index(0)
    said = explain.story.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert explain.story.entries[0].sentence in str(said)
    person = explain.customers.model.index(0)
    line = explain.customers.model.data(person, Qt.ItemDataRole.AccessibleTextRole)
    assert str(line).startswith(run.people.groups[0].ids[0])
