"""Where the lines of an editor are broken."""

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextEdit

ENDLESS = 5_000


def wrap(editor: QTextEdit, text: str) -> None:
    """Break lines between words; anywhere where a word is so long that Qt seeks its end for long.

    Such a word is a picture written out in letters, which takes seconds a key otherwise.
    """
    if editor.lineWrapMode() is QTextEdit.LineWrapMode.NoWrap:
        return
    wraps = QTextOption.WrapMode
    is_endless = any(len(word) > ENDLESS for word in text.split())
    mode = wraps.WrapAnywhere if is_endless else wraps.WrapAtWordBoundaryOrAnywhere
    if mode != editor.wordWrapMode():
        editor.setWordWrapMode(mode)
