"""Made-up ways in by a call or the clock, and questions to other systems."""

from datetime import UTC, datetime, timedelta
from random import Random

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.nodes.call_trigger import CallTrigger
from journeys.nodes.date_trigger import DateTrigger
from journeys.nodes.schedule_trigger import ScheduleTrigger
from journeys.nodes.webhook import Answer, Webhook
from tests.oracle.made_behaviours import perhaps_filter
from tests.oracle.made_groups import grouped, segment_of
from tests.oracle.made_waits import CAUGHT, OFFSETS, TIMES

CALLS = ("back", "On")
SHARES = ((10_000,), (6_000, 4_000), (3_000, 3_000), (1, 9_998), (0, 0))
LIMITS = ("", "", ";COUNT=2", ";COUNT=7", ";INTERVAL=2", ";INTERVAL=3")
RULES = (
    *("FREQ=DAILY", "FREQ=DAILY", "FREQ=DAILY;BYMONTH=3,6,10", "FREQ=DAILY;BYDAY=MO,WE,SU"),
    *("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=SU,TH,TU"),
    *("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=-1,11,7", "FREQ=MONTHLY;BYDAY=-1SU,2MO,1SA"),
    *("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=10;BYDAY=SU"),
)


def called(chance: Random, name: str) -> CallTrigger:
    """Return a start by a call, from elsewhere or by a jump."""
    where = perhaps_filter(chance, 0.2)
    return CallTrigger(id=name, call=chance.choice(CALLS), where=where, order=chance.choice((0, 1)))


def asked(chance: Random, name: str) -> Webhook:
    """Return a question to another system, with up to two answers that tell something."""
    shares = chance.choice(SHARES)
    answers = (
        Answer.model_validate({"id": f"p{number}", "share": share, "values": told(chance)})
        for number, share in enumerate(shares)
    )
    known_as = chance.choice((None, *CAUGHT))
    return Webhook.model_validate(
        {"id": name, "endpoint": "shop", "name": known_as, "answers": tuple(answers)}
    )


def told(chance: Random) -> dict[str, object]:
    """Return what an answer tells."""
    values: dict[str, object] = {"platform": "web", "pages": 3, "gift": True}
    return {name: value for name, value in values.items() if chance.random() < 0.6}


def scheduled(chance: Random, name: str, day: int, drawn: Journey) -> ScheduleTrigger:
    """Return a start by the clock near a day, once or again and again, perhaps for a segment."""
    begin = datetime.fromtimestamp(day, UTC) + timedelta(days=chance.choice((-40, -3, -1, 0, 0, 1)))
    repeat = None if chance.random() < 0.25 else chance.choice(RULES) + chance.choice(LIMITS)
    return ScheduleTrigger.model_validate(
        {
            "id": name,
            "start": f"{begin:%Y-%m-%d}T{chance.choice(TIMES)}",
            "repeat": repeat,
            "segment": segment_of(chance, drawn) if chance.random() < 0.4 else None,
            "zone": chance.choice(("customer", "customer", "workspace")),
            "order": chance.choice((0, 1)),
        }
    )


def start(chance: Random, name: str, day: int, drawn: Journey) -> Node:
    """Return a start of any of these kinds, or by a segment of the journey."""
    form = chance.random()
    if form < 0.3:
        return called(chance, name)
    if form < 0.55:
        return scheduled(chance, name, day, drawn)
    return around(chance, name) if form < 0.75 else grouped(chance, name, drawn)


def around(chance: Random, name: str) -> DateTrigger:
    """Return a start around a date of the customer's."""
    return DateTrigger.model_validate(
        {
            "id": name,
            "attribute": chance.choice(
                ("birthday", "birthday", "since", "since", "came", "points")
            ),
            "time": chance.choice(TIMES),
            "offset": chance.choice(OFFSETS),
            "before": chance.random() < 0.4,
            "yearly": chance.random() < 0.5,
            "order": chance.choice((0, 1)),
        }
    )
