"""What a customer would see is shown: nothing is opened for it, and none of it holds the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolTip
from pytestqt.qtbot import QtBot

from widgets.content.enough import LONGEST_WORD, MOST_LETTERS
from widgets.content.paper import Paper
from widgets.content.received import InboxLine
from widgets.content.shown import Put, Shown
from widgets.content.values import Values
from widgets.lettering import tip
from widgets.theme import LIGHT

RED = QColor(255, 0, 0)
SCHEMES = ("https", "mailto", "file")
ENDS = "The preview ends here."


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    made = Paper("The e-mail as it is seen")
    qtbot.addWidget(made)
    made.resize(380, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a red picture, and a sheet that makes everything red."""
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(RED)
    assert picture.save(str(tmp_path / "red.png"))
    (tmp_path / "red.css").write_text("p, body { background: #ff0000; }")
    return tmp_path


def has_red(paper: Paper) -> bool:
    seen = paper.grab().toImage()
    return any(
        seen.pixelColor(x, y) == RED
        for x in range(0, seen.width(), 4)
        for y in range(0, seen.height(), 4)
    )


def test_red_would_be_seen(paper: Paper) -> None:
    paper.show_html('<p style="background: #ff0000">Boots</p>')
    assert has_red(paper)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="{0}/red.png">',
        '<img src="file://{0}/red.png">',
        '<img src="../../../../../../../../..{0}/red.png" width="300" height="300">',
        '<link rel="stylesheet" href="file://{0}/red.css"><p>Boots</p>',
        '<style>@import url("file://{0}/red.css");</style><p>Boots</p>',
        '<style>@import "{0}/red.css";</style><p>Boots</p>',
        '<p style="background-image: url(file://{0}/red.png)">Boots</p>',
        '<p style="background: url({0}/red.png)">Boots</p>',
        '<body background="file://{0}/red.png">Boots</body>',
        '<table background="{0}/red.png"><tr><td>Boots</td></tr></table>',
        '<ul style="list-style-image: url(file://{0}/red.png)"><li>Boots</li></ul>',
        '<object data="file://{0}/red.png"></object><iframe src="file://{0}/red.png"></iframe>',
    ],
)
def test_no_file_is_opened(paper: Paper, folder: Path, html: str) -> None:
    paper.show_html(html.format(folder.as_posix()))
    assert not has_red(paper)


@pytest.mark.parametrize("kind", list(QTextDocument.ResourceType))
def test_whatever_is_asked_for_something_is_given_as_qt_would_look_for_it_else(
    paper: Paper, kind: QTextDocument.ResourceType
) -> None:
    for name in ("https://shop.test/a.png", "file:///etc/hostname", "red.png", "//host/a.css"):
        assert paper.document().resource(kind.value, QUrl(name)) is not None


class Asked(QObject):
    """Hears which addresses anything wants opened."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def hear(self, url: QUrl) -> None:
        """Note an address."""
        self.urls.append(url)


@pytest.fixture
def asked() -> Iterator[Asked]:
    made = Asked()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, made, "hear")  # type: ignore[arg-type]
    yield made
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


def test_a_link_leads_nowhere(paper: Paper, folder: Path, asked: Asked) -> None:
    QDesktopServices.openUrl(QUrl("https://shop.test/heard"))
    assert [url.path() for url in asked.urls] == ["/heard"]
    asked.urls.clear()
    for link in (f"file://{folder.as_posix()}/red.css", "https://shop.test", "mailto:a@b.test"):
        paper.show_html(f'<a href="{link}">Boots and boots and boots</a>')
        spot = paper.cursorRect().center() + QPoint(20, 0)
        assert paper.anchorAt(spot)
        QTest.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        paper.setFocus()
        QTest.keyClick(paper, Qt.Key.Key_Tab)
        QTest.keyClick(paper, Qt.Key.Key_Return)
        assert paper.toPlainText() == "Boots and boots and boots"
    assert asked.urls == []


def test_what_a_tool_tip_says_is_never_markup(qtbot: QtBot, folder: Path) -> None:
    bad = f'<img src="{folder.as_posix()}/red.png" width="200" height="200">'
    line, values = InboxLine("mail", "email"), Values(LIGHT)
    for each in (line, values):
        qtbot.addWidget(each)
    line.show_words(bad, bad, "", "")
    values.show_values(Shown({"text": bad}, (Put(bad, bad),)), "Ann")
    hints = [part.toolTip() for each in (line, values) for part in each.findChildren(QLabel)]
    said = [hint for hint in hints if hint]
    assert len(said) == 4
    document = QTextDocument()
    for hint in said:
        document.setHtml(hint)
        assert document.toPlainText() == bad
    assert tip("a < b & c") == "a < b & c"
    QToolTip.hideText()


NEWSLETTER = "<table><tr><td>" * 6 + "<p>Boots for you</p>" * 200 + "</td></tr></table>" * 6
DATA = '<img src="data:image/png;base64,' + "A" * 20_000 + '"><p>Boots</p>'


@pytest.mark.parametrize(
    "html",
    [NEWSLETTER, DATA, "<p>Boots", "<p>Boots" * 900, "<li>a" * 900, "<br>" * 900, "a < b " * 900],
)
def test_what_a_person_writes_is_shown_whole(paper: Paper, html: str) -> None:
    paper.show_html(html)
    assert ENDS not in paper.toPlainText()


@pytest.mark.parametrize(
    "html",
    [
        *("<div>" * 40_000, "<b>" * 60_000, "<ul><li>" * 20_000, "<blockquote>" * 15_000),
        *("<table><tr><td>" * 10_000, "<table><tr><td>" * 50 + "x" + "</table>" * 50),
        *("<table>" + "<tr><td>x" * 20_000, "<img src=a>" * 18_000),
        *("<img src=a align=left>" * 9_000, "x" * 200_000, "\u202e\u0627" * 100_000),
        *("\U0001f469\u200d" * 60_000, "&#xd800;&#0;" * 9_000, "word and other " * 13_000),
    ],
)
def test_what_would_hold_the_window_is_shown_in_part_and_says_so(paper: Paper, html: str) -> None:
    paper.show_html(html)
    assert paper.toPlainText().rstrip().endswith("is sent whole.")
    paper.show_html("<p>Boots</p>")
    assert paper.toPlainText() == "Boots"


def test_plain_words_have_an_end_too(paper: Paper) -> None:
    for text in ("x" * 200_000, "words " * 33_000):
        paper.show_plain(text)
        shown, _, said = paper.toPlainText().rpartition("\n")
        assert text.startswith(shown)
        assert said.startswith(ENDS)
        assert len(shown) in {LONGEST_WORD, MOST_LETTERS}
