"""What tests do to the journey in a window, and what they read there."""

from app.desktop import Desktop
from journeys.document.format import dumps

OTHER = b'{"by": "somebody else"}'


def run(desktop: Desktop, action: str) -> None:
    desktop.front.menus.action(action).trigger()


def edit(desktop: Desktop) -> bytes:
    desktop.window.canvas.add("wait")
    assert not desktop.workbench.is_saved
    return dumps(desktop.workbench.document.journey)


def words(desktop: Desktop) -> str:
    return " ".join(card.accessibleName() for card in desktop.window.notices.shown)
