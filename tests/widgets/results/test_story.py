"""A customer's story is told whole, decision by decision, in the words of the engine."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journeys.program.reasons import Reason
from journeys.simulation.follow import Followed
from journeys.simulation.known import Person
from journeys.simulation.verdict import verdict
from tests.widgets.results.panels import offer, tell
from tests.widgets.results.runs import Run, run_of
from widgets.results.entries import shortened
from widgets.results.explain import Explain
from widgets.results.player import ROOMY
from widgets.results.raw import RawEvent


def test_every_decision_of_a_story_is_in_its_timeline(explain: Explain, run: Run) -> None:
    offer(explain, run)
    for customer in run.people.groups[0].ids[:40]:
        followed = run.followed(customer)
        explain.show_story(followed, [run.journey])
        entries = explain.story.entries
        said = [words for entry in entries for words in (entry.sentence, *entry.reasons)]
        for one in followed.told:
            words = shortened(one.words, one.clock)
            assert any(each.startswith(words) for each in said)
        for entry in entries:
            one = followed.told[entry.decision]
            assert shortened(one.words, one.clock) == entry.sentence
            assert one.clock.partition(", ")[2].startswith(entry.time)


def test_the_timeline_says_which_event_an_exit_rule_acted_on_and_none_for_a_condition(
    explain: Explain,
) -> None:
    seen = set()
    for name in ("welcome", "win_back"):
        run = run_of(name)
        offer(explain, run)
        for customer in run.people.groups[0].ids[:80]:
            explain.show_story(run.followed(customer), [run.journey])
            left = [each for each in explain.story.entries if each.reason is Reason.EXITED]
            seen |= {each.sentence.replace(each.time, "12:17") for each in left}
    assert seen == {
        "Leaves by the exit rule 'Wants no e-mails', because of email unsubscribed at 12:17",
        "Leaves by the exit rule 'No channel is left'",
    }


def test_decisions_are_numbered_from_the_entry_on(explain: Explain, run: Run) -> None:
    offer(explain, run)
    for customer in run.people.groups[0].ids[:40]:
        followed = run.followed(customer)
        explain.show_story(followed, [run.journey])
        entries = explain.story.entries
        for name in {one.telling.entry for one in followed.told if one.telling.entry}:
            mine = [entry for entry in entries if entry.entry == name]
            assert [entry.number for entry in mine] == list(range(1, len(mine) + 1))
            assert {entry.of for entry in mine} == {len(mine)}
        assert all(entry.number == 0 for entry in entries if entry.is_refused)


def test_decisions_are_chosen_one_after_the_other_by_keyboard(
    explain: Explain, qtbot: QtBot
) -> None:
    tell(explain, run_of("welcome"))
    story, player = explain.story, explain.player
    heard: list[int] = []
    explain.decision_chosen.connect(heard.append)
    assert player.place.text() == "The whole story"
    story.list.setFocus()
    for _ in story.entries:
        QTest.keyClick(story.list, Qt.Key.Key_BracketRight)
    assert heard == [entry.decision for entry in story.entries]
    last = story.entries[-1]
    assert player.place.text() == f"Decision {last.number} of {last.of}"
    assert player.when.text() == last.when
    assert not player.after.isEnabled()
    QTest.keyClick(story.list, Qt.Key.Key_BracketLeft)
    QTest.keyClick(story.list, Qt.Key.Key_Up)
    QTest.keyClick(story.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(explain.decision_chosen):
        QTest.mouseClick(player.before, Qt.MouseButton.LeftButton)
    assert heard[-4:] == [
        entry.decision
        for entry in (story.entries[-2], story.entries[-3], story.entries[-2], story.entries[-3])
    ]


def test_the_player_says_which_entry_a_decision_is_of_where_there_are_several(
    explain: Explain,
) -> None:
    run = run_of("shop_rescue")
    offer(explain, run)
    story, player = explain.story, explain.player
    several = next(
        followed
        for followed in map(run.followed, run.people.groups[0].ids)
        if len({one.telling.entry for one in followed.told if one.telling.entry}) > 1
    )
    explain.show_story(several, [run.journey])
    for row, entry in enumerate(story.entries):
        story.choose(row)
        said = f"Entry {entry.turn}, decision {entry.number} of {entry.of}"
        assert player.place.text() == (said if entry.number else "Not let in")
        assert player.width() <= ROOMY
    assert {entry.turn for entry in story.entries} >= {1, 2}


def test_a_story_opens_at_the_decision_that_was_asked_for(explain: Explain, qtbot: QtBot) -> None:
    run = run_of("shop_rescue")
    offer(explain, run)
    followed = run.followed(run.people.groups[0].ids[0])
    with qtbot.waitSignal(explain.decision_chosen) as chosen:
        explain.show_story(followed, [run.journey], len(followed.told) - 1)
    assert explain.story.chosen == explain.story.entries[-1]
    assert chosen.args == [explain.story.entries[-1].decision]


def test_space_plays_all_decisions_in_turn_and_stops_at_the_last(
    explain: Explain, qtbot: QtBot
) -> None:
    tell(explain, run_of("welcome"))
    heard: list[int] = []
    explain.decision_chosen.connect(heard.append)
    explain.player.beat.setInterval(1)
    explain.story.list.setFocus()
    QTest.keyClick(explain.story.list, Qt.Key.Key_Space)
    assert explain.player.play.accessibleName() == "Pause"
    qtbot.waitUntil(lambda: not explain.player.is_playing)
    assert heard == [entry.decision for entry in explain.story.entries]
    explain.player.beat.setInterval(60_000)
    QTest.mouseClick(explain.player.play, Qt.MouseButton.LeftButton)
    assert explain.story.row == 0
    assert explain.player.play.accessibleName() == "Pause"
    QTest.keyClick(explain.story.list, Qt.Key.Key_BracketRight)
    assert not explain.player.is_playing
    assert explain.story.row == 1


def test_silence_is_explained_by_what_stopped_it_first(explain: Explain, run: Run) -> None:
    offer(explain, run)
    for group in run.people.groups:
        for customer in group.ids[:15]:
            followed = run.followed(customer)
            explain.show_story(followed, [run.journey])
            story, entry = explain.story, followed.entry_at(None)
            found = verdict(run.journey, followed.told, entry)
            mine = [one for one in followed.told if one.telling.entry == entry]
            sent = any(one.telling.reason is Reason.SENT for one in mine)
            assert story.why.isVisible() == (found is not None)
            assert not (sent and story.why.isVisible())
            assert story.right.isVisible() == bool(found and found.right)
            if found is not None:
                assert story.why.what.text() == shortened(found.what, found.when)


def test_the_event_behind_a_decision_opens_with_enter(explain: Explain, qtbot: QtBot) -> None:
    run = run_of("shop_rescue")
    tell(explain, run)
    explain.story.list.setFocus()
    row = next(row for row, entry in enumerate(explain.story.entries) if entry.event)
    explain.story.choose(row)
    QTest.keyClick(explain.story.list, Qt.Key.Key_Return)
    (sheet,) = explain.story.findChildren(RawEvent)
    event = explain.story.entries[row].event
    assert event is not None
    said = [each.text() for each in sheet.findChildren(QLabel)]
    assert event.name in said
    for name, content in event.properties:
        assert said[said.index(name) + 1] == content
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not explain.story.findChildren(RawEvent))


def test_pointing_at_a_decision_lights_its_step_for_as_long(explain: Explain, qtbot: QtBot) -> None:
    tell(explain, run_of("welcome"))
    view = explain.story.list
    row = explain.story.model.index(1)
    with qtbot.waitSignal(explain.decision_pointed) as pointed:
        QTest.mouseMove(view.viewport(), view.visualRect(row).center())
    assert pointed.args == [explain.story.entries[1].decision]
    with qtbot.waitSignal(explain.decision_pointed) as pointed:
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert pointed.args == [-1]


def test_the_story_is_told_by_the_clock_of_the_customer(explain: Explain) -> None:
    run = run_of("shop_rescue")
    offer(explain, run)
    zones = {run.followed(customer).person.zone for customer in run.people.groups[0].ids[:30]}
    assert len(zones) > 3
    for customer in run.people.groups[0].ids[:30]:
        followed = run.followed(customer)
        explain.show_story(followed, [run.journey])
        city = followed.person.zone.rpartition("/")[2].replace("_", " ")
        assert explain.story.clock.text() == f"{city} time"
        first = explain.story.entries[0]
        instant = followed.told[first.decision].telling.time
        assert first.time == datetime.fromtimestamp(instant, followed.person.clock).strftime(
            "%H:%M"
        )


def test_somebody_who_never_came_near_the_journey_is_said_so(explain: Explain) -> None:
    offer(explain, run_of("welcome"))
    explain.show_story(Followed(Person("nobody")))
    assert explain.story.entries == ()
    assert explain.story.head.sent.text() == "Never entered"
    assert not explain.story.why.isVisible()
    assert not explain.player.after.isEnabled()


def test_who_was_not_let_in_has_the_refusal_and_its_reason(explain: Explain) -> None:
    run = run_of("win_back")
    offer(explain, run)
    entered = set(run.people.groups[0].ids)
    others = (customer for customer in run.dataset.ids if customer not in entered)
    followed = next(each for each in map(run.followed, others) if each.told)
    explain.show_story(followed, [run.journey])
    assert all(entry.is_refused for entry in explain.story.entries)
    assert explain.story.why.what.text() == explain.story.entries[0].sentence
    assert explain.story.head.sent.text() == "Never entered"
    explain.story.choose(0)
    assert explain.player.place.text() == "Not let in"
