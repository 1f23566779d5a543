"""The page of a message says how its words begin, and leads to where they are written."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journeys.document.edits.steps import ChangeNode
from journeys.nodes.email import Email
from journeys.values import evolve
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import every_kind
from widgets.inspector.controls.words import Words
from widgets.inspector.pages.step import StepPage
from widgets.inspector.pages.words import MessageWords

JOURNEY = every_kind()
WRITTEN = evolve(
    JOURNEY.node("email"),
    subject="Hello {{ customer.first_name|default('you') }}",
    html="<p>Your {{ event.product }} waits</p>\n<p>More</p>",
)


def said(words: MessageWords | None) -> list[str]:
    assert words is not None
    return [label.text() for label in words.findChildren(QLabel) if label.isVisible()]


def test_it_says_how_the_words_begin_and_follows_them(open_panel: Opening) -> None:
    panel = open_panel(JOURNEY, "email")
    page = panel.inspector.page
    assert isinstance(page, StepPage)
    assert said(page.words) == ["Subject", "No words yet", "HTML", "No words yet"]
    panel.document.do(ChangeNode(WRITTEN))
    assert said(page.words) == ["Subject", "Hello …", "HTML", "Your … waits"]
    only_text = evolve(JOURNEY.node("email"), subject="Hi", text="Plain words\nMore")
    panel.document.do(ChangeNode(only_text))
    assert said(page.words) == ["Subject", "Hi", "Plain text", "Plain words"]
    assert set(panel.fields).isdisjoint(Email.sorts())


def test_its_button_leads_to_the_words(open_panel: Opening, qtbot: QtBot) -> None:
    panel = open_panel(JOURNEY, "sms")
    page = panel.inspector.page
    assert isinstance(page, StepPage)
    assert page.words is not None
    with qtbot.waitSignal(panel.inspector.words_asked) as heard:
        panel.click(page.words.edit)
    assert heard.args == ["sms"]


def test_a_field_of_lines_ends_with_a_whole_line(open_panel: Opening) -> None:
    panel = open_panel(JOURNEY, "why")
    (words,) = panel.inspector.findChildren(Words)
    words.show_text("\n".join(map(str, range(40))))
    block, bottoms = words.firstVisibleBlock(), []
    while block.isValid():
        area = words.blockBoundingGeometry(block).translated(words.contentOffset())
        bottoms.append(area.bottom())
        block = block.next()
    last = max(bottom for bottom in bottoms if bottom <= words.viewport().height())
    cut = min(bottom for bottom in bottoms if bottom > words.viewport().height())
    line = words.fontMetrics().lineSpacing()
    assert cut - words.viewport().height() > line - words.document().documentMargin() - 2
    assert words.viewport().height() - last <= words.document().documentMargin() + 1
