"""What is seen of the lists and editors that open beneath the words of a condition."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication

from app.desktop import Desktop
from app.scenes.asked import show_asked
from app.scenes.questions import AMOUNT, BOUGHT, FILLED
from app.scenes.scene import Scene
from widgets.inspector.sentences.group import GroupView
from widgets.inspector.sentences.leaf import MENU, SORT, LeafView

OFTEN: Mapping[str, Any] = {**BOUGHT, "within": "P30D"}
TIER = {"kind": "attribute", "name": "tier", "value": "gold"}
OPENED: Mapping[str, tuple[Mapping[str, Any], str]] = {
    "events": (OFTEN, "event"),
    "measures": (OFTEN, "measure"),
    "times": (OFTEN, "operator"),
    "count": (OFTEN, "value"),
    "window": (OFTEN, "within"),
    "property": ({**AMOUNT, "measure": "sum", "value": 200}, "of"),
    "known": (TIER, "name"),
    "comparisons": (TIER, "operator"),
    "text": (TIER, "value"),
    "several": (FILLED["attribute"][0], "value"),
    "truth": (FILLED["attribute"][1], "value"),
    "span": (FILLED["dates"][0], "value"),
    "moment": (FILLED["dates"][2], "value"),
    "pattern": (FILLED["patterns"][0], "value"),
    "context": (FILLED["context"][0], "name"),
    "message": (FILLED["engagement"][0], "did"),
    "versions": (FILLED["arm"][0], "value"),
    "gap": (FILLED["sequence"][0], "gap"),
    "same": (FILLED["sequence"][0], "same"),
    "segments": (FILLED["segment"][0], "segment"),
    "lists": (FILLED["list"][0], "list"),
    "share": (FILLED["sample"][0], "share"),
    "menu": (OFTEN, MENU),
    "sorts": (OFTEN, SORT),
}


def opened_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return what opens beneath each sort of word, and how many of a group must hold."""
    return tuple(_scenes(desktop))


def _scenes(desktop: Desktop) -> Iterator[Scene]:
    for name, (asked, key) in OPENED.items():
        opening = partial(_open, desktop, key)
        yield _scene(f"opened_{name}", partial(show_asked, desktop, (asked,)), opening)
    group = partial(show_asked, desktop, FILLED["group"])
    yield _scene("opened_joining", group, partial(_open_joining, desktop))


def _scene(name: str, show: Callable[[], object], opening: Callable[[], object]) -> Scene:
    return Scene(name, show, opening, QApplication.activePopupWidget, _close)


def _open(desktop: Desktop, key: str) -> None:
    page = desktop.window.inspector.page
    leaf = page.findChild(LeafView) if page is not None else None
    if leaf is not None:
        leaf.open(key)


def _open_joining(desktop: Desktop) -> None:
    page = desktop.window.inspector.page
    group = page.findChild(GroupView) if page is not None else None
    if group is not None:
        group.token.click()


def _close() -> None:
    over = QApplication.activePopupWidget()
    if over is not None:
        over.close()
