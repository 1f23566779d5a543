"""What the keys do while a part of a message is written."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from widgets.content.completing import Wants, typed
from widgets.content.offers import Inserted

if TYPE_CHECKING:
    from widgets.content.editor import Editor

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}
CLOSING = {"{{": "  }}", "{%": "  %}"}
OPENS = frozenset({"{{", "{%"})
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(editor: "Editor", event: QKeyEvent) -> bool:
    """Do what a key asks for other than writing; False where it writes."""
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_Space and event.modifiers() & CONTROL:
        editor.complete()
        return True
    if editor.completer.is_open and _in_popup(editor, key):
        return True
    if key in ENTERS and not event.modifiers() & CONTROL:
        _enter(editor)
        return True
    if key == Qt.Key.Key_Space and _is_spaced(editor):
        return True
    return key == Qt.Key.Key_Backspace and _took_both(editor)


def follow(editor: "Editor", event: QKeyEvent) -> None:
    """Do what follows from what was just written: close braces, offer what could be meant."""
    written = event.text()
    if not written or event.modifiers() & CONTROL:
        return
    before = editor.text[: editor.at]
    if before[-2:] in CLOSING and written in "{%" and not before[:-2].endswith("{"):
        _close(editor, before[-2:])
        editor.complete(is_asked=False)
    elif not editor.completer.is_open and (written in ".|" or written.isalpha()):
        at = typed(editor.text, len(before))
        if at.wants is not Wants.NOTHING and (written in ".|" or len(at.text) == 1):
            editor.complete(is_asked=False)


def _enter(editor: "Editor") -> None:
    """End a line: in a part of one line tell of it, else begin one that is spaced like it.

    Left to itself, Qt takes an empty line's spacing away instead of beginning another line.
    """
    if editor.is_line:
        editor.tell()
        return
    cursor = editor.textCursor()
    cursor.insertBlock(cursor.blockFormat())
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def _in_popup(editor: "Editor", key: Qt.Key) -> bool:
    popup = editor.completer.popup
    if key in STEPS:
        popup.step(STEPS[key])
        return True
    if key == Qt.Key.Key_Escape:
        editor.completer.close()
        return True
    if key in (*ENTERS, Qt.Key.Key_Tab) and popup.marked is not None:
        editor.completer.take(popup.marked)
        return True
    return False


def _close(editor: "Editor", opened: str) -> None:
    """Put the closing braces behind the cursor, unless they stand there."""
    cursor = editor.textCursor()
    rest = editor.text[editor.at :].partition("\n")[0]
    closing = CLOSING[opened].strip()
    following = rest.find(closing)
    others = [rest.find(sign) for sign in OPENS if sign in rest]
    if following < 0 or any(other < following for other in others):
        cursor.joinPreviousEditBlock()
        cursor.insertText(CLOSING[opened])
        cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(closing) + 1)
        cursor.endEditBlock()
        editor.setTextCursor(cursor)


def _is_spaced(editor: "Editor") -> bool:
    """Return whether the space asked for stands already between braces that were just closed."""
    at, text = editor.at, editor.text
    return any(
        text[:at].endswith(f"{opened} ") and text[at:].startswith(closed[1:])
        for opened, closed in CLOSING.items()
    )


def _took_both(editor: "Editor") -> bool:
    """Take empty braces away together; False where the cursor is not in such."""
    at, text = editor.at, editor.text
    for opened, closed in CLOSING.items():
        begin = at - len(opened) - 1
        is_empty = begin >= 0 and text[begin:].startswith(opened + closed)
        if is_empty and not editor.textCursor().hasSelection():
            editor.setTextCursor(editor.selecting(begin, begin + len(opened) + len(closed)))
            editor.insert(Inserted("", (0, 0)))
            return True
    return False
