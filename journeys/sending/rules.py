"""The rules of sending of a workspace, and what cannot be among them (R300)."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from journeys.errors import ThroughlineError
from journeys.sending.caps import Cap
from journeys.sending.hours import QuietHours
from journeys.values import Value

MOST = 50
CHANNELS = {
    "email": "e-mail", "sms": "SMS", "push": "push", "in_app": "messages in the app", "ads": "ads",
}  # fmt: skip


class SendingRules(Value):
    """Quiet hours and caps, which hold for all messages of a run that are not transactional."""

    quiet_hours: Annotated[tuple[QuietHours, ...], Field(max_length=MOST)] = ()
    caps: Annotated[tuple[Cap, ...], Field(max_length=MOST)] = ()


NO_RULES = SendingRules()


def faults(rules: SendingRules) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with rules of sending, and what to try."""
    for hours in rules.quiet_hours:
        if hours.is_empty:
            yield f"Quiet hours begin and end at {hours.start}.", "Choose another end."
    for id_, count in Counter(cap.id for cap in rules.caps).items():
        if count > 1:
            yield f"Two limits are called {id_!r}.", "Give one of them another id."


def refuse_faulty(rules: SendingRules) -> None:
    """Raise ThroughlineError for the first thing that is wrong with rules of sending."""
    for what, attempt in faults(rules):
        raise ThroughlineError(what, attempt)


def said(rules: SendingRules) -> Iterator[str]:
    """Yield what holds messages back that are not transactional, in sentences."""
    for hours in rules.quiet_hours:
        names = " and ".join(CHANNELS[each] for each in hours.channels) or "all channels"
        yield f"It is quiet {hours.phrase}, for {names}, by their clock."
    for cap in rules.caps:
        kind = f" of the kind {cap.category!r}" if cap.category is not None else ""
        channel = f" by {CHANNELS[cap.channel]}" if cap.channel is not None else ""
        many = "1 message" if cap.count == 1 else f"{cap.count:,} messages"
        yield f"Nobody gets more than {many}{kind}{channel} in {cap.within.words} ({cap.name})."
