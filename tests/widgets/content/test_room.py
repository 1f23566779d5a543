"""The words of a message, its preview and the ways between them, by mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from journeys.nodes.email import Email
from journeys.nodes.push import Push
from journeys.nodes.sms import Sms
from tests.widgets.content.conftest import MAIL, OFFERS
from widgets.content.listed import Listed
from widgets.content.received import Pushed, Texted
from widgets.content.room import Desk, Message, MessageRoom
from widgets.content.shown import Put, Shown, Slip, Whom
from widgets.theme import DARK

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
WHOM = Whom("c1", "Maya Torres", "Sun 9 Nov 09:00", 3, 142)
SHOWN = Shown(
    {"subject": "Hi there", "html": "<p>Hi there, <b>boots</b></p>", "text": "Hi there"},
    (Put("event.price", "€169"), Put("customer.first_name", "there", is_fallback=True)),
    {"html": ("there",)},
)


def desk_of(room: MessageRoom) -> Desk:
    assert room.desk is not None
    return room.desk


def begins(room: MessageRoom) -> bool:
    return desk_of(room).writer.is_beginning


def is_faded(room: MessageRoom) -> bool:
    return desk_of(room).preview.is_faded


def test_an_empty_message_offers_ways_to_begin(room: MessageRoom, qtbot: QtBot) -> None:
    writer = desk_of(room).writer
    writer.show_offers(OFFERS)
    writer.show_words({})
    assert begins(room)
    assert len(writer.beginning.buttons) == 3
    with qtbot.waitSignal(room.began) as heard:
        QTest.mouseClick(writer.beginning.buttons[1], LEFT)
    step, words = heard.args
    assert step == "a"
    assert 'event.product|default("what you chose")' in words["html"]
    assert 'customer.first_name|default("there")' in words["text"]
    assert not begins(room)
    assert writer.editors["html"].notes == ()


def test_one_may_write_from_nothing(room: MessageRoom) -> None:
    writer = desk_of(room).writer
    writer.show_words({})
    QTest.mouseClick(writer.beginning.nothing, LEFT)
    assert not begins(room)
    assert writer.editors["subject"].hasFocus()


def test_each_part_tells_of_its_own_words(room: MessageRoom, qtbot: QtBot) -> None:
    writer = desk_of(room).writer
    writer.show_words({"subject": "Hello", "html": "<p>x</p>", "text": "x"})
    QTest.mouseClick(writer.tabs["text"], LEFT)
    with qtbot.waitSignal(room.edited) as heard:
        QTest.keyClicks(writer.editors["text"], "Y")
    assert heard.args == ["a", "text", "Yx"]


def test_a_problem_is_said_and_mended_with_the_keys(room: MessageRoom) -> None:
    writer = desk_of(room).writer
    writer.show_offers(OFFERS)
    writer.show_words({"html": "{{ customer.first_name }}\n{{ cart.lines|length }}"})
    body = writer.editors["html"]
    body.setFocus()
    assert writer.box.isVisible()
    QTest.keyClick(body, Qt.Key.Key_F8)
    assert body.textCursor().blockNumber() == 1
    assert writer.box.words.text().startswith("Line 2: cart.lines may be missing")
    QTest.keyClick(body, Qt.Key.Key_Return, ALT)
    assert '{{ cart.lines|length|default("…") }}' in body.text


def test_a_problem_of_another_part_is_said_with_its_name(room: MessageRoom) -> None:
    writer = desk_of(room).writer
    writer.show_offers(OFFERS)
    writer.show_words({"subject": "Hi", "html": "x", "text": "a\n{{ customer.first_name }}"})
    writer.editors["subject"].setFocus()
    assert writer.box.words.text().startswith("Plain text, line 2: customer.first_name may be")
    QTest.keyClick(writer.editors["subject"], Qt.Key.Key_F8)
    assert writer.bodies.currentWidget() is writer.editors["text"]
    assert writer.box.words.text().startswith("Line 2: ")
    QTest.mouseClick(writer.box.fix, LEFT)
    assert writer.editors["text"].text == 'a\n{{ customer.first_name|default("…") }}'
    assert writer.box.words.text().startswith("Line 2: The fallback is still “…”.")


def test_the_tools_put_in_a_variable_and_a_test(room: MessageRoom) -> None:
    writer = desk_of(room).writer
    writer.show_offers(OFFERS)
    writer.show_words({"html": "Hi "})
    body = writer.editors["html"]
    body.setFocus()
    body.selectAll()
    QTest.mouseClick(writer.only_if, LEFT)
    assert body.text == "{% if  %}Hi {% endif %}"
    body.completer.close()
    body.show_text("")
    QTest.mouseClick(writer.variable, LEFT)
    assert body.text == "{{  }}"
    assert body.completer.is_open


def test_the_preview_shows_the_message_and_what_was_put_in(room: MessageRoom) -> None:
    preview = desk_of(room).preview
    preview.show_whom(WHOM, "Shop")
    preview.show_message(SHOWN)
    assert preview.head.finding.text() == "Maya Torres"
    assert preview.head.moment.text() == "Sun 9 Nov 09:00"
    assert preview.head.place.text() == "3 of 142"
    assert preview.said == ""
    for name in ("desktop", "plain", "phone"):
        QTest.mouseClick(preview.tabs[name], LEFT)
        assert preview.pages.currentWidget() is preview.views[name]


def test_after_a_slip_the_last_good_one_stays_half_as_strong(
    room: MessageRoom, qtbot: QtBot
) -> None:
    desk = desk_of(room)
    desk.preview.show_whom(WHOM)
    desk.preview.show_message(SHOWN)
    desk.preview.show_slip(Slip("{% if %} is never closed.", "Close it.", "text", 4))
    assert is_faded(room)
    assert desk.preview.said == "{% if %} is never closed."
    desk.writer.show_words({"text": "{% if x %}"})
    QTest.mouseClick(desk.preview.slip.go, LEFT)
    assert desk.writer.bodies.currentWidget() is desk.writer.editors["text"]
    qtbot.waitUntil(desk.writer.editors["text"].hasFocus)
    desk.preview.show_message(SHOWN)
    assert not is_faded(room)
    assert desk.preview.said == ""


def test_a_slip_before_anything_was_good_is_said_alone(room: MessageRoom) -> None:
    preview = desk_of(room).preview
    preview.show_whom(WHOM)
    preview.show_slip(Slip("The price is missing.", "Add a fallback."))
    assert preview.said == "The price is missing."
    assert not preview.is_faded


def test_without_a_run_one_is_offered(room: MessageRoom, qtbot: QtBot) -> None:
    preview = desk_of(room).preview
    preview.show_no_run()
    with qtbot.waitSignal(room.run_asked):
        QTest.mouseClick(preview.blank.run, LEFT)
    preview.show_nobody("Nobody came past the wait.")
    assert preview.said == "Nobody reaches this message"
    preview.show_loading()
    assert preview.bar.isVisible()
    preview.show_unwritten()
    assert preview.said == "No words yet"
    assert not preview.blank.run.isVisible()


def test_one_goes_to_other_customers_by_mouse_and_keys(room: MessageRoom, qtbot: QtBot) -> None:
    desk = desk_of(room)
    desk.writer.show_words({"html": "x"})
    desk.preview.show_whom(WHOM)
    steps: list[int] = []
    room.stepped.connect(steps.append)
    QTest.mouseClick(desk.preview.head.on, LEFT)
    QTest.mouseClick(desk.preview.head.back, LEFT)
    desk.writer.editors["html"].setFocus()
    QTest.keyClick(desk.writer.editors["html"], Qt.Key.Key_Right, ALT)
    assert steps == [1, -1, 1]
    with qtbot.waitSignal(room.worst_asked):
        QTest.mouseClick(desk.preview.head.worst, LEFT)
    finding = desk.preview.head.finding
    finding.setFocus()
    with qtbot.waitSignal(room.sought) as heard:
        QTest.keyClicks(finding, "ana")
        QTest.keyClick(finding, Qt.Key.Key_Return)
    assert heard.args == ["ana"]
    QTest.keyClick(finding, Qt.Key.Key_Escape)
    assert finding.text() == "Maya Torres"


@pytest.mark.parametrize(
    ("kind", "shown", "part"),
    [(Sms, {"text": "Hi Maya"}, Texted), (Push, {"heading": "Boots", "text": "Hi Maya"}, Pushed)],
)
def test_text_and_push_messages_have_their_own_parts(
    room: MessageRoom,
    kind: type[Sms] | type[Push],
    shown: dict[str, str],
    part: type[Texted] | type[Pushed],
) -> None:
    room.open(Message("b", "Short", "", kind.channel, kind.sorts(), kind.card))
    desk = desk_of(room)
    assert set(desk.writer.editors) == set(shown)
    desk.writer.show_words(shown)
    desk.writer.show_counts({"text": "7 letters"})
    assert desk.writer.count.text() == "7 letters"
    desk.preview.show_whom(WHOM)
    desk.preview.show_message(Shown(shown))
    seen = desk.preview.findChild(part)
    assert isinstance(seen, (Texted, Pushed))
    assert seen.body.toPlainText() == "Hi Maya"


def test_another_message_is_chosen_from_the_list(room: MessageRoom, qtbot: QtBot) -> None:
    room.show_messages(
        (Listed("a", "One", "Ready", Email.card), Listed("b", "Two", "1 problem", Sms.card, 1)), "a"
    )
    rows = room.list.rows
    with qtbot.waitSignal(room.chosen) as heard:
        spot = rows.visualItemRect(rows.item(1)).center()
        QTest.mouseClick(rows.viewport(), LEFT, pos=spot)
    assert heard.args == ["b"]


def test_what_was_not_told_yet_is_told_before_another_opens(room: MessageRoom) -> None:
    told: list[tuple[str, str, str]] = []
    room.edited.connect(lambda *said: told.append(said))
    desk = desk_of(room)
    desk.writer.show_words({"html": "x"})
    QTest.keyClicks(desk.writer.editors["html"], "Y")
    room.open(Message("b", "Short", "", "sms", Sms.sorts(), Sms.card))
    assert told == [("a", "html", "Yx")]


def test_a_narrow_room_shows_words_or_preview(room: MessageRoom) -> None:
    desk = desk_of(room)
    room.resize(800, 444)
    assert not room.list.isVisible()
    assert desk.others.isVisible()
    assert desk.writer.isVisible()
    assert not desk.preview.isVisible()
    QTest.mouseClick(desk.turn.button("see"), LEFT)
    assert desk.preview.isVisible()
    assert not desk.writer.isVisible()
    room.resize(1_600, 900)
    assert desk.writer.isVisible()
    assert desk.preview.isVisible()
    assert room.list.isVisible()


def test_everything_that_is_pressed_says_what_it_is(room: MessageRoom) -> None:
    desk = desk_of(room)
    desk.writer.show_offers(OFFERS)
    desk.preview.show_whom(WHOM)
    room.set_theme(DARK)
    buttons = room.findChildren(QAbstractButton)
    unnamed = [each for each in buttons if each.isVisible() and not each.accessibleName()]
    assert unnamed == []
    assert all(editor.accessibleName() for editor in desk.writer.editors.values())
    assert MAIL.title == desk.title.text()
