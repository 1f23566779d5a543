"""What is seen of forms: of each kind of step one that is fresh, one filled in, one wrong."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from app.desktop import Desktop
from app.scenes.asked import asked_scenes
from app.scenes.opened import opened_scenes
from app.scenes.rules import rule_scenes
from app.scenes.scene import Scene
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.document.node import Node
from journeys.document.rules import Segment
from journeys.nodes.call_trigger import CallTrigger

STEP = "step"
AGAIN = {"event": "purchase", "kind": "behaviour", "operator": "at_least", "value": 3}
SEGMENT = Segment.model_validate(
    {"id": "regulars", "title": "Regular customers", "condition": AGAIN}
)
ELSEWHERE = Journey(
    id="elsewhere",
    title="Win back",
    nodes=(
        CallTrigger(id="back", title="Comes back", call="won_back"),
        CallTrigger(id="start", call="start"),
    ),
)
OFTEN: Mapping[str, Any] = {"id": "often", "title": "Often", "share": 7_000}

ARMS = (
    {"id": "delivery", "title": "Delivery on us", "weight": 4_000},
    {"id": "gift", "title": "A gift inside", "weight": 3_500},
    {"id": "plain", "title": "A plain reminder", "weight": 1_500},
)
WORDS = "Hello {{ customer.first_name|default('there') }}, your cart is waiting."
SLIP = "Your cart is waiting.\nUntil soon, {{ customer.first_name"

FILLED: Mapping[str, Mapping[str, Any]] = {
    "event_trigger": {
        "event": "add_to_cart", "title": "Fills a cart",
        "where": {
            "kind": "all",
            "of": [
                {"kind": "property", "name": "platform", "operator": "one_of",
                 "value": ["desktop", "mobile"]},
                {"kind": "property", "name": "cart_value", "operator": "at_least", "value": 40},
            ],
        },
    },
    "wait": {"duration": "P1DT12H"},
    "experiment": {
        "title": "Which words save the cart", "experiment": "words", "arms": ARMS,
        "holdout": 1_000,
    },
    "email": {
        "title": "The delivery is on us", "subject": "Your cart, delivered free", "text": WORDS,
        "responses": {"opened": 4_000, "clicked": 1_900},
    },
    "sms": {"title": "A short reminder", "text": WORDS},
    "push": {"title": "A nudge", "text": WORDS},
    "schedule_trigger": {
        "start": "2026-03-05T10:00", "repeat": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=6",
        "segment": "regulars",
    },
    "date_trigger": {"attribute": "signed_up", "offset": "P14D", "before": True, "yearly": True},
    "segment_trigger": {"segment": "regulars", "include_current": True},
    "call_trigger": {
        "call": "won_back",
        "where": {"kind": "property", "name": "platform", "value": "mobile"},
    },
    "wait_date": {
        "attribute": "signed_up", "offset": "P3D", "before": True, "if_past": "branch",
        "if_missing": "branch",
    },
    "wait_time": {"time": "09:00", "until": "18:00", "weekdays": ["mon", "tue", "wed"]},
    "wait_event": {
        "branches": [
            {"id": "paid", "title": "Paid", "event": "purchase", "name": "order"},
            {"id": "gold", "condition": {"kind": "attribute", "name": "tier", "value": "gold"}},
        ],
        "timeout": "P7D",
    },
    "jump": {"journey": "elsewhere", "call": "won_back"},
    "update_profile": {
        "changes": [
            {"attribute": "tier", "do": "set", "value": "gold"},
            {"attribute": "orders", "do": "add", "value": 1},
            {"attribute": "last_seen", "do": "now"},
            {"attribute": "bought_on", "do": "copy", "entry": "platform"},
        ]
    },
    "list_step": {"list": "vips", "do": "remove"},
    "webhook": {
        "endpoint": "stock", "path": "left/{{ event.product_id }}", "name": "stock",
        "answers": [
            {**OFTEN, "title": "There", "values": {"left": 3, "size": "M"}},
            {"id": "gone", "title": "Sold out", "share": 2_500},
        ],
    },
}  # fmt: skip
WRONG: Mapping[str, Mapping[str, Any]] = {
    "event_trigger": {
        "event": "add_to_card",
        "where": {"kind": "property", "name": "platfrom", "value": "desktop"},
    },
    "experiment": {"experiment": "words", "arms": ARMS, "holdout": 0},
    "email": {"subject": "Your cart is waiting", "text": SLIP},
    "sms": {"text": SLIP},
    "push": {"text": SLIP},
    "schedule_trigger": {
        "start": "2026-02-01T10:00", "repeat": "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "segment": "gone",
    },
    "date_trigger": {"attribute": "tier"},
    "segment_trigger": {"segment": "gone"},
    "call_trigger": {
        "call": "won_back", "where": {"kind": "property", "name": "colour", "value": "red"},
    },
    "wait_date": {"date": "30 February"},
    "wait_time": {"time": "09:00", "until": "09:00"},
    "wait_event": {"branches": []},
    "jump": {"journey": "gone", "call": "start"},
    "update_profile": {
        "changes": [{"attribute": "tier", "do": "copy", "from_attribute": "tier"}],
    },
    "list_step": {"list": "x"},
    "webhook": {
        "endpoint": "stock", "path": "left/{{ event.product_id",
        "answers": [OFTEN, {**OFTEN, "id": "also"}],
    },
}  # fmt: skip


def form_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return the forms of steps, of all that conditions ask, and of the rules of a journey."""
    return (
        *_scenes(desktop),
        *asked_scenes(desktop),
        *opened_scenes(desktop),
        *rule_scenes(desktop),
    )


def _scenes(desktop: Desktop) -> Iterator[Scene]:
    for kind, filled in FILLED.items():
        made = kinds()[kind]
        steps = {
            "empty": made.fresh(STEP),
            "filled": made.model_validate({"id": STEP, **filled}),
        }
        if kind in WRONG:
            steps["wrong"] = made.model_validate({"id": STEP, **WRONG[kind]})
        for name, step in steps.items():
            yield Scene(f"form_{kind}_{name}", partial(_show, desktop, step))


def _show(desktop: Desktop, step: Node) -> None:
    """Open a journey of one step beside another journey, and show its form."""
    window = desktop.window
    desktop.workbench.put(Journey(id="forms", title="Forms", nodes=(step,), segments=(SEGMENT,)))
    desktop.workbench.document.shelve((ELSEWHERE,))
    desktop.front.show_room("design")
    window.canvas.select((STEP,))
    window.bench.set_open(window.bench.right, is_open=True)
