"""What is seen of messages: nothing written yet, words with a preview, completion, and a slip."""

from PySide6.QtGui import QTextCursor

from app.desktop import Desktop
from app.scenes.scene import Scene
from journeys.document.edits.steps import ChangeNode
from journeys.values import evolve
from widgets.content.offers import Inserted
from widgets.content.room import Desk

WRITTEN, EMPTY = "reminder", "offer"
LACK = "\n<p>Your size: {{ event.size }}, all of it {{ cart.value|money('EUR') }}</p>"
SLIP = "\n{% if cart.value %}<p>All of it for {{ cart.value }}</p>"


def message_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return the room of messages; what is written for it is taken back."""
    window, front, workbench = desktop.window, desktop.front, desktop.workbench

    def message(step: str) -> None:
        window.canvas.show_story(None)
        window.canvas.select((step,))
        front.show_room("messages")

    def unwritten() -> None:
        node = workbench.document.journey.node(EMPTY)
        workbench.do(ChangeNode(evolve(node, subject="", html="", text="")))
        workbench.document.seal()
        message(EMPTY)

    def written() -> None:
        message(WRITTEN)

    def is_seen() -> bool:
        return not _desk(desktop).preview.said

    def is_counted() -> bool:
        return is_seen() and bool(window.messages.list.census.counted)

    def completing() -> None:
        editor = _desk(desktop).writer.editors["subject"]
        editor.setFocus()
        editor.selectAll()
        editor.insert(Inserted("Still yours: {{ cart }}", (20, 20)))
        editor.complete()

    def back() -> None:
        writer = _desk(desktop).writer
        writer.editors["subject"].completer.close()
        writer.tell()
        while workbench.document.history.can_undo:
            workbench.document.undo()

    return (
        Scene("message_empty", unwritten, clear=back),
        Scene("message", written, until=is_counted),
        Scene("message_choices", written, completing, until=is_seen, clear=back),
        Scene("message_lack", written, lambda: _add(desktop, LACK), until=is_seen, clear=back),
        Scene("message_slip", written, lambda: _add(desktop, SLIP), until=is_seen, clear=back),
    )


def _add(desktop: Desktop, words: str) -> None:
    writer = _desk(desktop).writer
    body = writer.editors["html"]
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    body.insert(Inserted(words, (len(words), len(words))))
    writer.tell()


def _desk(desktop: Desktop) -> Desk:
    desk = desktop.window.messages.desk
    if desk is None:
        raise LookupError("No message is open.")
    return desk
