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
