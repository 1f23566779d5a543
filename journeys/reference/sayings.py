"""The sentences in which steps and rules tell a customer's story, with made-up particulars."""

from collections.abc import Iterator

from journeys.document.node import WAY_OUT, Examples, Node
from journeys.program.reasons import Reason
from journeys.program.telling import Telling
from journeys.simulation.explain import RULES

CLOCK, DAY = "3 Jun 2024, 10:30:00", "Monday"
ZONE = "Europe/Zurich, the customer's own time zone"
CREDIT = ", after the message 'Hello'"
CAUSE = ", because of purchase at 10:30"
ASKED = "tier is 'gold'"
CHANNEL = "the channel"
BOTH = (True, False)

TRIGGER: Examples = (
    (Reason.LEAF, (0, True, None)),
    (Reason.ENTERED, (None,)),
    (Reason.ENTERED, ("cart 1042",)),
    (Reason.REFUSED_FILTER, ()),
    (Reason.REFUSED_KEY_MISSING, ()),
    (Reason.REFUSED_PAUSED, (0,)),
    (Reason.REFUSED_MAXIMUM, (3,)),
    (Reason.REFUSED_MODE, (0,)),
    (Reason.REFUSED_ACTIVE, (0,)),
    (Reason.REFUSED_COOLDOWN, (0, 0)),
    (Reason.REFUSED_ALREADY, ()),
    (Reason.REFUSED_TOO_OLD, (93_600,)),
    (Reason.REFUSED_MISSED, (0,)),
    (Reason.CONTEXT_UPDATED, (0,)),
    (Reason.UNPROMPTED, (True, 0, 0, 0)),
    (Reason.UNPROMPTED, (False, 0, 0, None)),
)
BY_EVENT = (
    (Reason.LEAF, (0, True, None)),
    (Reason.ENTERED, ("cart 1042",)),
    (Reason.REFUSED_FILTER, ()),
    (Reason.REFUSED_TOO_OLD, (93_600,)),
    (Reason.CONTEXT_UPDATED, (0,)),
)
BY_CLOCK = ((Reason.REFUSED_MISSED, (0,)),)
MESSAGE: Examples = (
    (Reason.SENT, (CHANNEL, False, False, 0)),
    (Reason.SENT, (CHANNEL, True, True, 0)),
    (Reason.NO_ADDRESS, (CHANNEL,)),
    (Reason.NO_CONSENT, (CHANNEL,)),
    (Reason.WORDS_MISSING, ("session.source",)),
    (Reason.FAILED, (CHANNEL, 0, 0)),
    *((Reason.GATE_CLOSED, ()), (Reason.GATE_WAITING, (0,)), (Reason.SUPPRESSED, (CHANNEL,))),
    *((Reason.BEST_HOUR, (18, 0)), (Reason.QUIET_DROPPED, ("not_sent",))),
    (Reason.QUIET_DROPPED, ("other_channel",)),
    (Reason.DEFERRED, (0, None, 0, None, None)),
    (Reason.DEFERRED, (0, "three_a_week", 3, "journey", 0)),
    *((Reason.DEFERRAL_MOVED, (0, 0)), (Reason.DEFERRED_TOO_LONG, (0, None))),
    (Reason.DEFERRED_TOO_LONG, (None, None)),
    (Reason.CAPPED, ("not_sent", "three_a_week", 3, "journey", 0)),
    *((Reason.CONTEXT_TOO_OLD, ("event", 93_600)), (Reason.CONTEXT_EXPIRED, ("event", 93_600))),
    *((Reason.RESPONSE, (slot, says_yes, 0, 0, 0)) for slot in (0, 2, 4, 5) for says_yes in BOTH),
)
NOT_OF_SMS = tuple((Reason.RESPONSE, (0, says_yes, 0, 0, 0)) for says_yes in BOTH)


def sentences(node: Node) -> Iterator[str]:
    """Yield what a step of this kind can say."""
    for reason, operands in _said(node):
        first = next((port.id for port in node.ports()), "")
        yield node.say(
            Telling(
                time=0,
                journey="journey",
                entry=None,
                node=node.id,
                reason=reason,
                operands=tuple(first if operand == WAY_OUT else operand for operand in operands),
                asked=ASKED,
                zone=ZONE,
                clock=CLOCK,
                day=DAY,
            )
        )


def rule_sentences() -> Iterator[str]:
    """Yield what is said of any step and of the rules of a journey."""
    for form in RULES.values():
        yield form.format(name="'Buys'", credit=CREDIT, cause=CAUSE, clock=CLOCK, first=101)


def _said(node: Node) -> Examples:
    if node.is_trigger:
        others: Examples = BY_CLOCK if node.entered_by else BY_EVENT
        return tuple(said for said in TRIGGER if said not in others)
    if any(port.id == "not_sent" for port in node.ports()):
        left_out = NOT_OF_SMS if node.kind == "sms" else ()
        return tuple(said for said in MESSAGE if said not in left_out)
    return node.examples
