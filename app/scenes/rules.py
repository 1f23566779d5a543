"""What is seen of the rules of a whole journey: goals, exit rules, segments and settings."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint

from app.desktop import Desktop
from app.scenes.asked import SEGMENTS, journey_asking, path_asking
from app.scenes.questions import BOUGHT
from app.scenes.scene import Scene
from widgets.inspector.pages.journey import JourneyPage
from widgets.scrolled import Scrolled

Rules = Mapping[str, Any]

SHOWN = ("entry", "goals", "exits", "segments", "loops")
LOYAL, REGULAR = ({"kind": "segment", "segment": name} for name in ("loyal", "regulars"))
UNKNOWN = {"kind": "segment", "segment": "regular"}
FILLED: Rules = {
    "description": "Saves a cart that was left, and finds out which words do it best.",
    "entry": {"key": "cart_id", "mode": "after_exit", "cooldown": "P1D", "maximum": 3},
    "goals": [
        {
            "id": "bought", "title": "Buys within a week", "event": "purchase", "window": "P7D",
            "ends": True, "carries": ["cart_id"],
            "where": {"kind": "property", "name": "amount", "operator": "at_least", "value": 20},
        },
        {
            "id": "back", "title": "Comes back", "event": "page_view", "window": "P2D",
            "match_key": False,
        },
    ],
    "exits": [
        {
            "id": "paid", "title": "Pays for this cart", "event": "purchase",
            "where": {"kind": "property", "name": "app", "value": "web"},
        },
        {
            "id": "often", "title": "Buys too often to be asked",
            "condition": {**BOUGHT, "within": "P30D"},
        },
    ],
    "segments": list(SEGMENTS),
    "unprompted": {"share": 1_200},
    "priority": 20,
    "loops": {"maximum_visits": 5, "minimum_period": "P1D"},
}  # fmt: skip
WRONG: Rules = {
    "entry": {"key": "basket_id"},
    "goals": [
        {
            "id": "bought", "title": "Buys", "event": "purchase",
            "where": {"kind": "property", "name": "amuont", "operator": "at_least", "value": 20},
        },
    ],
    "exits": [{"id": "gold", "title": "Is regular by now", "condition": UNKNOWN}],
    "segments": [
        {"id": "regulars", "title": "Regulars", "condition": LOYAL},
        {"id": "loyal", "title": "Loyal", "condition": REGULAR},
    ],
    "unprompted": {"share": 1_200},
}  # fmt: skip
EMPTY: Rules = {}
ABOVE = 16


def rule_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return the form of the whole journey, scrolled to each of its rules."""
    return tuple(_scenes(desktop))


def _scenes(desktop: Desktop) -> Iterator[Scene]:
    for state, rules in (("empty", EMPTY), ("filled", FILLED), ("wrong", WRONG)):
        for rule in SHOWN:
            name = f"rules_{rule}_{state}"
            yield Scene(name, partial(_show, desktop, rules), partial(_reveal, desktop, rule))


def _show(desktop: Desktop, rules: Rules) -> None:
    """Open a journey with these rules, and show its own form."""
    desktop.workbench.put(journey_asking((path_asking(BOUGHT),), rules))
    desktop.front.show_room("design")
    window = desktop.window
    window.canvas.zoom_to_fit()
    window.canvas.select(())
    window.bench.set_open(window.bench.right, is_open=True)
    window.inspector.turn("settings")


def _reveal(desktop: Desktop, rule: str) -> None:
    """Scroll until a rule stands at the top; the first stays beneath what is wrong."""
    page = desktop.window.inspector.page
    if not isinstance(page, JourneyPage):
        return
    area = page.findChild(Scrolled)
    content = area.widget() if area is not None else None
    if area is not None and content is not None:
        place = page.rules.rows[rule].mapTo(content, QPoint(0, 0))
        area.verticalScrollBar().setValue(0 if rule == SHOWN[0] else place.y() - ABOVE)
