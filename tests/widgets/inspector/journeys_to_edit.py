"""A journey with a step of every kind, filled in enough to change everything."""

from decimal import Decimal

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import AttributeTest, BehaviourTest, PropertyTest
from journeys.content.message import DeclaredResponses
from journeys.document.journey import Edge, Journey, Note
from journeys.document.kinds import kinds
from journeys.document.rules import ExitRule, Goal, Segment
from journeys.durations import Duration
from journeys.nodes.branch import Branch, Path
from journeys.nodes.email import Email
from journeys.nodes.event_trigger import EventTrigger
from journeys.nodes.update_profile import Change, UpdateProfile
from journeys.nodes.webhook import Answer, Webhook

BOUGHT = BehaviourTest(
    event="purchase",
    operator=Operator.AT_LEAST,
    value=Decimal(1),
    within=Duration(seconds=3_600),
    where=PropertyTest(name="platform", value="mobile"),
)
GOLD = AttributeTest(name="tier", value="gold")


def every_kind() -> Journey:
    """Return a journey with one step of every kind, known by the kind's name."""
    fresh = {kind: made.fresh(kind, ("add_to_cart",)) for kind, made in kinds().items()}
    nodes = fresh | {
        "branch": Branch(id="branch", branches=(Path(id="yes", condition=BOUGHT),)),
        "email": Email(id="email", responses=DeclaredResponses(clicked=1_900)),
        "event_trigger": EventTrigger(
            id="event_trigger",
            event="add_to_cart",
            where=PropertyTest(name="platform", value="mobile"),
        ),
        "webhook": Webhook(
            id="webhook",
            endpoint="shop",
            known_as="stock",
            answers=(Answer(id="there", share=5_000, values={"left": Decimal(3), "ok": True}),),
        ),
        "update_profile": UpdateProfile(
            id="update_profile",
            changes=(
                Change(attribute="tier", do="set", value="gold"),
                Change(attribute="age", do="add", value=Decimal(1)),
                Change(attribute="tier", do="copy", entry="platform"),
                Change(attribute="gone", do="copy", from_attribute="tier"),
                Change(attribute="seen_at", do="now"),
            ),
        ),
    }
    return Journey(
        id="everything",
        title="Everything",
        nodes=tuple(nodes.values()),
        edges=(
            Edge(source="event_trigger", port="next", target="wait"),
            Edge(source="wait", port="next", target="branch"),
            Edge(source="branch", port="yes", target="experiment"),
            Edge(source="experiment", port="a", target="email"),
        ),
        goals=(Goal(id="bought", title="Buys", event="purchase"),),
        exits=(
            ExitRule(id="gone", event="sign_in"),
            ExitRule(id="gold", condition=GOLD),
        ),
        segments=(Segment(id="gold", condition=GOLD), Segment(id="buyers", condition=BOUGHT)),
        notes=(Note(id="why", text="Because"),),
    )
