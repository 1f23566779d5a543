"""What is seen of what is known: a variable followed to the words that ask for it."""

from app.desktop import Desktop
from app.scenes.first import SAMPLE
from app.scenes.scene import Scene
from journeys.document.edits.paths import Connect
from journeys.document.edits.steps import AddNode, ChangeNode
from journeys.document.format import loads
from journeys.document.journey import Journey
from journeys.document.kinds import event_start, kinds
from journeys.samples import samples
from journeys.values import evolve
from widgets.inspector.pages.page import KNOWN

CART, HOUR, PAID, OFFER, FOLLOWED = "cart", "hour", "paid", "offer", "event.cart_value"
APART = 300
HAS_CART = {"kind": "property", "name": "cart_value", "operator": "is_present"}
WORDS = (
    "Hi {{ customer.first_name|default('there') }},",
    "",
    "your cart of {{ event.cart_value|money('EUR') }} travels free until tomorrow.",
)


def known_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return a thread that breaks where others join, with what is known at a message."""
    window, front, workbench = desktop.window, desktop.front, desktop.workbench

    def known() -> None:
        workbench.put(talking(loads(samples()[SAMPLE])))
        front.show_room("design")
        window.canvas.select((OFFER,))
        window.inspector.turn(KNOWN)

    def followed() -> None:
        window.canvas.zoom_to_fit()
        front.threads.follow(FOLLOWED)

    def clear() -> None:
        front.threads.follow("")
        window.inspector.turn("content")

    return (Scene("lineage", known, followed, clear=clear),)


def talking(journey: Journey) -> Journey:
    """Return the sample with a second start, and with words that ask for what only one gives."""
    cart, offer = journey.node(CART), journey.node(OFFER)
    x, y = journey.positions[CART]
    _, below = journey.positions[HOUR]
    start = event_start().model_validate({"id": "joined", "title": "Joins", "event": "signed_up"})
    later = kinds()["wait"].model_validate({"id": "later", "duration": "PT2H"})
    edits = (
        ChangeNode(evolve(cart, where=HAS_CART)),
        ChangeNode(evolve(offer, text=WORDS)),
        AddNode(start, x + APART, y),
        AddNode(later, x + APART, below, ("joined", "next")),
        Connect("later", "next", PAID),
    )
    for edit in edits:
        journey = edit.apply(journey)
    return journey
