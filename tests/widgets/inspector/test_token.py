"""A word of a sentence has room for all it says, whatever it said before."""

from pytestqt.qtbot import QtBot

from widgets.inspector.controls.token import Token
from widgets.theme import LIGHT


def test_a_word_that_is_no_event_any_more_has_no_icon_to_take_its_room(qtbot: QtBot) -> None:
    token, fresh = Token(), Token()
    for each in (token, fresh):
        qtbot.addWidget(each)
    token.say("email opened", "event", "What", LIGHT)
    assert not token.icon().isNull()
    token.say("opened", "lost", "What", LIGHT)
    fresh.say("opened", "lost", "What", LIGHT)
    assert token.icon().isNull()
    assert token.sizeHint() == fresh.sizeHint()


def test_a_word_longer_than_its_line_is_cut_and_told_when_pointed_at(qtbot: QtBot) -> None:
    token = Token()
    qtbot.addWidget(token)
    token.say("category of the last product view", "value", "What is asked", LIGHT)
    token.resize(token.sizeHint())
    token.show()
    assert token.text() == "category of the last product view"
    assert token.toolTip() == ""
    token.resize(120, token.height())
    assert token.text().endswith("\u2026")
    assert "last product view" in token.toolTip()
    token.resize(token.sizeHint())
    assert token.text() == "category of the last product view"
