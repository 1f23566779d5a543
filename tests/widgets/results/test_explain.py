"""A customer is found, chosen and explained with mouse or keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeys.errors import InvalidJourneyError
from journeys.progress import Progress
from journeys.simulation.follow import Followed
from journeys.simulation.groups import Group
from journeys.simulation.known import Person
from journeys.simulation.people import MOST
from tests.widgets.results.panels import Panels, offer
from tests.widgets.results.runs import Run, clipped, run_of, unnamed
from widgets.results import words
from widgets.results.customers import ASKED
from widgets.results.explain import NOTHING, Explain
from widgets.results.roll import LINE, ROW
from widgets.theme import DARK, LIGHT, Theme


def test_before_a_run_there_is_nobody(explain: Explain) -> None:
    assert explain.blank.title.text() == "Nobody to explain yet"
    assert explain.customers.model.ids == ()
    assert not explain.is_telling
    assert not explain.blank.start.isVisible()


def test_a_run_is_offered_where_there_is_nobody_yet(explain: Explain, qtbot: QtBot) -> None:
    with qtbot.waitSignal(explain.run_asked):
        QTest.mouseClick(explain.blank.run, Qt.MouseButton.LeftButton)
    offer(explain, run_of("welcome"))
    assert not explain.blank.run.isVisible()


def test_the_search_for_customers_says_how_far_it_is(explain: Explain) -> None:
    explain.show_running(Progress(20, 50, "Putting customers into groups"))
    assert explain.blank.title.text() == "Putting customers into groups"
    assert (explain.blank.bar.value(), explain.blank.bar.maximum()) == (20, 50)
    assert explain.blank.bar.isVisible()


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
        counted = f"{len(group.ids):,} customer{'s' * (len(group.ids) != 1)}"
        if group.entries > len(group.ids):
            counted += f", {group.entries:,} entries"
        assert said == item.toolTip() == f"{group.title}: {counted}"
        explain.show_group(group.name)
        assert customers.group == group.name
        assert customers.model.ids == group.ids
        said = customers.heading.text().replace(words.NO_WIDTH, "")
        assert said == f"{group.title}, {counted}".upper()


def test_those_asked_for_stand_first(explain: Explain) -> None:
    run = run_of("welcome")
    offer(explain, run)
    asked = Group(ASKED, "Without consent", run.people.groups[0].ids[3:6], 4)
    explain.set_customers(asked, run.people.groups, run.people.lines)
    customers = explain.customers
    assert customers.model.ids == asked.ids
    assert customers.groups.item(0).text() == "Without consent"
    assert customers.heading.text() == "WITHOUT CONSENT, 3 CUSTOMERS, 4 ENTRIES"
    assert customers.groups.count() == len(run.people.groups) + 1
    many = Group(ASKED, "Came to Hello", tuple(str(number) for number in range(MOST)), 1_229)
    explain.set_customers(many, run.people.groups, run.people.lines)
    said = "CAME TO HELLO, THE FIRST 200 CUSTOMERS, 1,229 ENTRIES IN ALL"
    assert customers.heading.text() == said
    explain.set_customers(None, run.people.groups, run.people.lines)
    assert explain.customers.groups.count() == len(run.people.groups)


def test_a_story_told_from_elsewhere_is_marked_in_the_list(explain: Explain, qtbot: QtBot) -> None:
    run = run_of("welcome")
    offer(explain, run)
    customer = run.people.groups[0].ids[4]
    with qtbot.assertNotEmitted(explain.customer_chosen):
        explain.show_story(run.followed(customer), [run.journey])
    assert explain.customers.people.currentIndex().row() == 4
    explain.show_story(Followed(Person("nobody")))
    assert not explain.customers.people.currentIndex().isValid()


@pytest.mark.parametrize("high", [700, 733, 900])
def test_no_customer_is_shown_by_half_and_the_reason_stands_first(
    panels: Panels, high: int, qtbot: QtBot
) -> None:
    run = run_of("shop_rescue")
    panels.resize(panels.width(), high)
    offer(panels.explain, run)
    panels.explain.show_group(NOTHING)
    people, model = panels.explain.customers.people, panels.explain.customers.model
    qtbot.waitUntil(lambda: people.viewport().height() % ROW == 0)
    assert people.viewport().height() >= ROW
    people.scrollToBottom()
    assert people.indexAt(QPoint(20, 1)).isValid()
    assert people.visualRect(people.indexAt(QPoint(20, 1))).top() == 0
    lines = {model.data(model.index(row), LINE) for row in range(model.rowCount())}
    assert "No consent" in lines
    row = next(row for row in range(100) if model.data(model.index(row), LINE) == "No consent")
    said = str(model.data(model.index(row), Qt.ItemDataRole.ToolTipRole))
    assert ". No consent. Ended at " in said


def test_one_is_offered_a_person_who_got_nothing(explain: Explain, run: Run, qtbot: QtBot) -> None:
    offer(explain, run)
    silent = next(group for group in run.people.groups if group.name == NOTHING)
    with qtbot.waitSignal(explain.customer_chosen) as chosen:
        QTest.mouseClick(explain.blank.start, Qt.MouseButton.LeftButton)
    assert chosen.args == [silent.ids[0]]
    assert explain.customers.group == NOTHING
    assert explain.story.head.id.text() == silent.ids[0]
    assert explain.story.head.sent.text() == "No message"


def test_slash_finds_and_down_goes_to_the_list(explain: Explain, qtbot: QtBot) -> None:
    run = run_of("welcome")
    offer(explain, run)
    explain.customers.people.setFocus()
    QTest.keyClick(explain.customers.people, Qt.Key.Key_Slash)
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
    explain.customers.choose(run.people.groups[0].ids[0])
    explain.story.list.setFocus()
    with qtbot.waitSignal(explain.decision_chosen):
        QTest.keyClick(explain.story.list, Qt.Key.Key_BracketRight)


def test_a_search_without_a_hit_says_so(explain: Explain) -> None:
    offer(explain, run_of("welcome"))
    explain.customers.search.setText("nobody-like-this")
    assert explain.customers.model.ids == ()
    assert explain.customers.nobody.isVisible()
    assert "nobody-like-this" in explain.customers.nobody.text()


def test_who_never_entered_is_found_and_told_as_such(explain: Explain) -> None:
    run = run_of("welcome")
    offer(explain, run)
    entered = set(run.people.groups[0].ids)
    idle = next(each for each in run.dataset.ids if each not in entered)
    customers, story = explain.customers, explain.story
    assert customers.groups.item(customers.groups.count() - 1).text() == "Never entered"
    QTest.keyClicks(customers.search, idle)
    assert customers.model.ids == (idle,)
    assert customers.model.data(customers.model.index(0), LINE) == "Never entered"
    QTest.keyClick(customers.search, Qt.Key.Key_Down)
    assert story.head.id.text() == idle
    assert story.head.sent.text() == "Never entered"
    assert story.never.isVisible()
    customers.search.clear()
    customers.choose(run.people.groups[0].ids[0])
    assert not story.never.isVisible()


def test_a_search_leaves_group_and_story_behind(explain: Explain) -> None:
    run = run_of("welcome")
    offer(explain, run)
    customers, groups = explain.customers, explain.customers.groups
    first, other = run.people.groups[0].ids[:2]
    customers.choose(first)
    QTest.keyClicks(customers.search, first)
    assert explain.right.currentWidget() is explain.story
    assert customers.model.ids[customers.people.currentIndex().row()] == first
    assert not groups.selectedItems()
    customers.search.setText(other)
    assert not explain.is_telling
    assert explain.blank.title.text() == "Choose someone"
    area = groups.visualItemRect(groups.item(0))
    QTest.mouseClick(groups.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert customers.search.text() == ""
    assert customers.model.ids == run.people.groups[0].ids
    assert groups.selectedItems() == [groups.item(0)]


def test_up_and_down_go_through_the_customers(explain: Explain, qtbot: QtBot) -> None:
    run = run_of("welcome")
    offer(explain, run)
    ids = run.people.groups[0].ids
    explain.customers.choose(ids[0])
    explain.customers.people.setFocus()
    with qtbot.waitSignal(explain.customer_chosen) as chosen:
        QTest.keyClick(explain.customers.people, Qt.Key.Key_Down)
    assert chosen.args == [ids[1]]
    assert explain.story.head.id.text() == ids[1]


def test_customers_are_found_by_name_and_wear_it(explain: Explain) -> None:
    run = run_of("shop_rescue")
    offer(explain, run)
    customers = explain.customers
    first = run.people.groups[0].ids[0]
    name = customers.model.name(first)
    assert name
    customers.search.setText(name.upper())
    assert first in customers.model.ids
    assert {customers.model.name(each) for each in customers.model.ids} == {name}
    customers.choose(first)
    assert explain.story.head.name.text() == name
    assert explain.story.head.id.text() == first


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [400, 464])
def test_no_text_is_cut_off(
    panels: Panels, run: Run, width: int, theme: Theme, qtbot: QtBot
) -> None:
    explain = panels.explain
    explain.set_theme(theme)
    explain.right.setFixedWidth(width)
    explain.show_refused(InvalidJourneyError("Rescue left carts cannot run: nothing starts it."))
    qtbot.wait(5)
    assert clipped(panels) == []
    offer(explain, run)
    explain.show_ground("1,500 customers, seed 7")
    qtbot.wait(5)
    assert clipped(panels) == []
    for customer in run.people.groups[2].ids[:5]:
        explain.show_story(run.followed(customer), [run.journey])
        qtbot.waitUntil(lambda: clipped(panels) == [])
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


def test_every_control_says_what_it_is(panels: Panels, run: Run) -> None:
    explain = panels.explain
    assert unnamed(panels) == []
    offer(explain, run)
    assert unnamed(panels) == []
    explain.customers.choose(run.people.groups[0].ids[0])
    assert unnamed(panels) == []
    index = explain.story.model.index(0)
    said = explain.story.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert explain.story.entries[0].sentence in str(said)
    person = explain.customers.model.index(0)
    line = explain.customers.model.data(person, Qt.ItemDataRole.AccessibleTextRole)
    assert run.people.groups[0].ids[0] in str(line)
