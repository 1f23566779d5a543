"""What is seen of the forms of conditions: each sort of question fresh, filled in and wrong."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from app.desktop import Desktop
from app.scenes.questions import BOUGHT, FILLED, WRONG, Asked
from app.scenes.scene import Scene
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.nodes.branch import Branch, Path
from journeys.nodes.finish import Finish
from widgets.inspector.context import Context
from widgets.inspector.pages.step import StepPage
from widgets.inspector.sentences.flavour import GROUP, Flavour

STEP, END = "asked", "done"
SEGMENTS: tuple[Asked, ...] = (
    {"id": "regulars", "title": "Regular customers", "condition": {**BOUGHT, "within": "P180D"}},
    {
        "id": "gold", "title": "Gold, and regular",
        "condition": {
            "kind": "all",
            "of": [
                {"kind": "segment", "segment": "regulars"},
                {"kind": "attribute", "name": "tier", "value": "gold"},
            ],
        },
    },
)  # fmt: skip
BEFORE: tuple[Asked, ...] = (
    {"kind": "event_trigger", "id": "cart", "title": "Fills a cart", "event": "add_to_cart"},
    {
        "kind": "wait_event", "id": "paying", "title": "Until they pay", "timeout": "P1D",
        "branches": [{"id": "paid", "title": "Paid", "event": "purchase", "name": "order"}],
    },
    {
        "kind": "experiment", "id": "words", "title": "Which words save the cart",
        "experiment": "words",
        "arms": [
            {"id": "delivery", "title": "Delivery on us", "weight": 4_500},
            {"id": "plain", "title": "A plain reminder", "weight": 4_500},
        ],
        "holdout": 1_000,
    },
    {
        "kind": "email", "id": "offer", "title": "The delivery is on us",
        "subject": "The delivery is on us",
    },
)  # fmt: skip
PATHS = (
    ("cart", "next", "paying"), ("paying", "paid", "words"), ("words", "delivery", "offer"),
    ("offer", "sent", STEP), ("paying", "timeout", END), ("words", "plain", END),
    ("words", "holdout", END),
)  # fmt: skip

RULES: Asked = {
    "segments": SEGMENTS,
    "goals": [{"id": "bought", "title": "Buys within a week", "event": "purchase"}],
}

FRESH = (
    "behaviour", "sequence", "attribute", "entry", "context", "engagement", "arm", "segment",
    "list", "sample", GROUP,
)  # fmt: skip


def asked_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return the forms of everything a condition can ask."""
    return tuple(_scenes(desktop))


def _scenes(desktop: Desktop) -> Iterator[Scene]:
    for sort in FRESH:
        yield Scene(f"asked_{sort}_empty", partial(_show_fresh, desktop, sort))
    for state, asked in (("filled", FILLED), ("wrong", WRONG)):
        for sort, some in asked.items():
            yield Scene(f"asked_{sort}_{state}", partial(show_asked, desktop, some))


def show_asked(desktop: Desktop, some: tuple[Asked, ...]) -> None:
    """Open a journey that asks these questions in a step of its own, and show its form."""
    paths = tuple(path_asking(each, count) for count, each in enumerate(some, 1))
    desktop.workbench.put(journey_asking(paths))
    desktop.front.show_room("design")
    window = desktop.window
    window.canvas.zoom_to_fit()
    window.canvas.select((STEP,))
    window.bench.set_open(window.bench.right, is_open=True)


def path_asking(asked: Asked, count: int = 1) -> Path:
    """Return a path with a condition."""
    return Path.model_validate(
        {"id": f"path_{count}", "title": f"Path {count}", "condition": asked}
    )


def journey_asking(paths: tuple[Path, ...], rules: Asked = RULES) -> Journey:
    """Return a journey with something of every sort to ask about before its last step but one."""
    steps = tuple(kinds()[each["kind"]].model_validate(_content(each)) for each in BEFORE)
    asking = Branch(id=STEP, title="Who goes where", branches=paths)
    leading = (*PATHS, *((STEP, port.id, END) for port in asking.ports()))
    edges = [dict(zip(("from", "port", "to"), each, strict=True)) for each in leading]
    steps = (*steps, asking, Finish(id=END, title="Done"))
    made = {"id": "asking", "title": "Cart rescue", "nodes": steps, "edges": edges, **rules}
    return Journey.model_validate(made)


def _content(step: Asked) -> dict[str, Any]:
    return {name: part for name, part in step.items() if name != "kind"}


def _show_fresh(desktop: Desktop, sort: str) -> None:
    """Show a question as it stands there once it was added."""
    show_asked(desktop, (BOUGHT,))
    page = desktop.window.inspector.page
    if not isinstance(page, StepPage):
        return
    context: Context = page.context
    made = Flavour(is_filter=False).fresh(sort, context)
    show_asked(desktop, (made.plain(),))
