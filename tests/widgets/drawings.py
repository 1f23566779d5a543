"""Journeys drawn to be looked at: a cart rescue, and drawings that are hard to paint."""

from decimal import Decimal

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import BehaviourTest, PropertyTest
from journeys.document.journey import Edge, Journey, Note, Position
from journeys.document.node import Node
from journeys.document.rules import Goal
from journeys.durations import Duration
from journeys.nodes.branch import Branch, Path
from journeys.nodes.email import Email
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.experiment import Arm, Experiment
from journeys.nodes.finish import Finish
from journeys.nodes.push import Push
from journeys.nodes.sms import Sms
from journeys.nodes.wait import Wait
from tests.document.drawings import path

HOUR = Duration(seconds=3_600)
LONG = "Customers who looked at summer shoes three times & have not bought any <yet>"
WORDS = ("Größe 42, naïve", "Ελλάδα", "日本語のお知らせ", "🛒 basket \U0001f389", "שלום", "مرحبا")
ODD = "null\x00 bell\x07 two\nlines\u2028 and \uffff no more"

CART_STEPS: tuple[tuple[Node, int, int], ...] = (
    (
        EventTrigger(
            id="cart",
            title="Fills a cart",
            event="add_to_cart",
            where=PropertyTest(name="platform", operator=Operator.IS, value="mobile"),
        ),
        0,
        0,
    ),
    (Wait(id="hour", duration=HOUR), 0, 120),
    (
        Branch(
            id="paid",
            title="Bought in the meantime?",
            branches=(
                Path(
                    id="bought",
                    title="Has bought",
                    condition=BehaviourTest(
                        event="purchase", operator=Operator.AT_LEAST, value=Decimal(1), within=HOUR
                    ),
                ),
            ),
        ),
        0,
        216,
    ),
    (Finish(id="content", title="Bought unaided"), -300, 356),
    (
        Experiment(
            id="test",
            title="Which words win?",
            experiment="words",
            arms=(
                Arm(id="kind", title="Kind words", weight=4_500),
                Arm(id="gift", title="Free delivery", weight=4_500),
            ),
            holdout=1_000,
        ),
        0,
        356,
    ),
    (Email(id="mail", title="Your cart is waiting"), -300, 496),
    (Sms(id="text", title="Free delivery today"), 0, 496),
    (Finish(id="alone", title="Left alone"), 300, 496),
    (Push(id="push", title="Still there?"), -150, 636),
    (Finish(id="done", title="Reminded"), 0, 776),
)
CART_PATHS = (
    *("cart.next > hour", "hour.next > paid", "paid.bought > content", "paid.else > test"),
    *("test.kind > mail", "test.gift > text", "test.holdout > alone"),
    *("mail.sent > done", "mail.not_sent > push", "text.sent > done", "push.sent > done"),
)
LOOPING_PATHS = (
    "start > day",
    "day > again",
    "again.yes > day",
    "again.else > self",
    "self > self",
)


def cart_rescue() -> Journey:
    """Return a journey of every kind of step, with its places, a goal and a note."""
    return Journey(
        id="cart_rescue",
        title="Cart rescue",
        goals=(Goal(id="bought", event="purchase"),),
        nodes=tuple(node for node, _, _ in CART_STEPS),
        edges=tuple(path(each) for each in CART_PATHS),
        layout=tuple(Position(node=node.id, x=x, y=y) for node, x, y in CART_STEPS),
        notes=(
            Note(
                id="why",
                text="One in ten gets nothing.\nOnly they show how many come back anyway.",
                x=330,
                y=240,
                width=230,
                height=96,
            ),
        ),
    )


def troubled() -> Journey:
    """Return a journey with problems on cards and pills, in short and in long sentences."""
    nodes: tuple[Node, ...] = (
        EventTrigger(id="start", title="Signs up", event="signed_up"),
        Wait(id="none", duration=Duration()),
        Branch(id="nothing", branches=()),
        Experiment(id="test", experiment="one", arms=(Arm(id="a", title="A", weight=9_000),)),
        Email(id="mail", title="Hello"),
        Finish(id="lost", title="Never reached"),
    )
    edges = ("start > none", "none > nothing", "nothing.else > test", "test.a > mail")
    places = ((0, 0), (0, 112), (0, 256), (0, 430), (0, 604), (300, 112))
    return Journey(
        id="troubled",
        nodes=nodes,
        edges=tuple(path(each) for each in edges),
        layout=tuple(
            Position(node=node.id, x=x, y=y) for node, (x, y) in zip(nodes, places, strict=True)
        ),
    )


def wordy() -> Journey:
    """Return a journey with titles that are long, or in letters of many kinds, and no places."""
    arms = tuple(
        Arm(id=f"arm_{count}", title=title, weight=0) for count, title in enumerate((LONG, *WORDS))
    )
    mails = tuple(
        Email(id=f"mail_{count}", title=title) for count, title in enumerate((ODD, *WORDS))
    )
    nodes: tuple[Node, ...] = (
        EventTrigger(id="start", title=LONG, event=LONG),
        Wait(id="wait", title=LONG, duration=HOUR),
        Experiment(id="test", experiment="words", arms=arms),
        *mails,
        Finish(id="end", title="Ende gut, alles gut"),
    )
    dealt = tuple(
        Edge(source="test", port=arm.id, target=mail.id)
        for arm, mail in zip(arms, mails, strict=True)
    )
    ended = tuple(Edge(source=mail.id, port="sent", target="end") for mail in mails)
    return Journey(
        id="wordy",
        title=LONG,
        nodes=nodes,
        edges=(path("start > wait"), path("wait > test"), *dealt, *ended),
        notes=(Note(id="note", text=LONG * 20, x=-400, y=-40),),
    )


def looping() -> Journey:
    """Return a journey in which customers go round, and one step leads to itself."""
    nodes: tuple[Node, ...] = (
        EventTrigger(id="start", event="visit"),
        Wait(id="day", duration=HOUR),
        Branch(id="again", title="Again?", branches=(Path(id="yes", condition=_always()),)),
        Wait(id="self", duration=HOUR),
    )
    places = ((0, 0), (0, 124), (0, 250), (300, 400))
    return Journey(
        id="looping",
        nodes=nodes,
        edges=tuple(path(each) for each in LOOPING_PATHS),
        layout=tuple(
            Position(node=node.id, x=x, y=y) for node, (x, y) in zip(nodes, places, strict=True)
        ),
    )


def empty() -> Journey:
    """Return a journey nobody has begun to draw."""
    return Journey(id="empty")


def _always() -> BehaviourTest:
    return BehaviourTest(event="visit", operator=Operator.AT_LEAST, value=Decimal(0))


ALL = (cart_rescue, troubled, wordy, looping, empty)
