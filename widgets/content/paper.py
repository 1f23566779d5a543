"""Shows rendered words as they are: nothing is fetched for them, and nothing in them runs."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QPixmap,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from widgets.content.enough import enough_html, enough_text
from widgets.lettering import font
from widgets.theme import LIGHT, Style

WORDS = Style(14, 400)
LEADING = 145.0
PICTURE = (48, 48)  # where the words do not say how large it is
OF_HTML = """
body {{ color: {t.ink}; }}
h1 {{ font-size: 22px; font-weight: 600; }}
h2 {{ font-size: 18px; font-weight: 600; }}
h3 {{ font-size: 15px; font-weight: 600; }}
a {{ color: {t.accent}; }}
b, strong, th {{ font-weight: 600; }}
"""


class Paper(QTextBrowser):
    """Words on paper, which is white in both themes, or on a ground of the parent's.

    One that `grows` is as high as its words.
    """

    def __init__(
        self, words: str, style: Style = WORDS, margin: int = 0, *, grows: bool = False
    ) -> None:
        super().__init__()
        self._grows = grows
        self._style = style
        self._blank = QPixmap(*PICTURE)
        self._blank.fill(QColor(LIGHT.track))
        self.setAccessibleName(words)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFont(font(style))
        self.document().setDocumentMargin(margin)
        self.document().setDefaultStyleSheet(OF_HTML.format(t=LIGHT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("look", "paper")

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give an empty place for a picture, and nothing for a sheet or a page.

        It has to be given: for what is not there, Qt opens the file that has the name.
        """
        del name
        is_picture = kind == QTextDocument.ResourceType.ImageResource.value
        return self._blank if is_picture else QByteArray()

    def show_html(self, html: str, marks: Sequence[str] = ()) -> None:
        """Show HTML; of very much only the beginning."""
        shown = enough_html(html)
        self.setHtml(shown)
        self._settle(marks, is_cut=shown != html)

    def show_plain(self, text: str, marks: Sequence[str] = ()) -> None:
        """Show plain words; of very many only the first."""
        shown = enough_text(text)
        self.setPlainText(shown)
        self._settle(marks, is_cut=shown != text)

    def _settle(self, marks: Sequence[str], *, is_cut: bool) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        for words in marks:
            self._mark(words)
        if is_cut:
            self._say_cut()
        self._fit()

    def _say_cut(self) -> None:
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(LIGHT.warning))
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock(QTextBlockFormat(), quiet)
        cursor.insertText(self.tr("The preview ends here. The message goes on, and is sent whole."))

    def _mark(self, words: str) -> None:
        """Mark words that stood in, where they stand only once, so that it must be these."""
        flags = QTextDocument.FindFlag.FindCaseSensitively | QTextDocument.FindFlag.FindWholeWords
        found = self.document().find(words, 0, flags)
        if found.isNull() or not self.document().find(words, found, flags).isNull():
            return
        gentle = QTextCharFormat()
        gentle.setBackground(QColor(LIGHT.warning_ground))
        gentle.setForeground(QColor(LIGHT.warning))
        found.mergeCharFormat(gentle)

    def _fit(self) -> None:
        if self._grows:
            self.document().setTextWidth(self.viewport().width())
            self.setFixedHeight(round(self.document().size().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words."""
        super().resizeEvent(event)
        self._fit()
