"""Frequency caps, worked by hand (R43, R304)."""

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Content, Population
from journeys.sending.caps import Cap
from journeys.sending.rules import SendingRules
from journeys.simulation.settings import Mode, RunSettings
from tests.oracle.worked import DAY, HOUR, event, journey, on, people, step
from tests.simulation.living import lived

F = step("finish", "f")
SENT = (True, True)


def cap(id_: str = "all", count: int = 1, within: str = "P1D", **fields: object) -> Cap:
    """Return a cap of one message a day, where nothing else is said."""
    return Cap.model_validate({"id": id_, "count": count, "within": within, **fields})


def message(kind: str = "sms", **fields: object) -> Node:
    """Return a message."""
    return step(kind, "m", **fields)


def mailing(*ways: Node, id: str = "j", start: str = "add", **rules: object) -> Journey:  # noqa: A002 the field's name
    """Return a journey of one message that is entered any number of times."""
    return journey("t>m>f", on(start), *ways, F, id=id, entry={"mode": "every"}, **rules)


def told(
    drawing: Journey | tuple[Journey, ...], rows: Population, *caps: Cap, mode: Mode = Mode.BACKTEST
) -> list[tuple[Content, ...]]:
    """Return what the messages say."""
    settings = RunSettings(start=0, end=9 * DAY, sending=SendingRules(caps=caps), mode=mode)
    found = lived(drawing, rows, settings=settings)
    return [row for row in found if row[2] not in ("entered", "finished", "response")]


def adds(*hours: int) -> Population:
    """Return a customer who adds something at some hours."""
    return people([event(hour * HOUR, "add", cart=str(hour)) for hour in hours])


def for_each_cart() -> Journey:
    """Return a journey of one message for each cart, which is deferred where there are too many."""
    deferred = message(when_capped="defer")
    return journey("t>m>f", on("add"), deferred, F, entry={"mode": "every", "key": "cart"})


def test_r43_and_r304_one_too_many_is_not_sent_and_takes_no_slot() -> None:
    drawing = mailing(message())
    assert told(drawing, adds(0, 23, 24), cap()) == [
        (0, "m", "sent", "sms", *SENT, 0),
        (23 * HOUR, "m", "capped", "not_sent", "all", 1, "j", 0),
        (24 * HOUR, "m", "sent", "sms", *SENT, 1),
    ]


def test_r304_what_is_deferred_goes_out_when_there_is_room_again() -> None:
    drawing = mailing(message(when_capped="defer"))
    release = DAY
    assert told(drawing, adds(0, 5, 7), cap(count=2)) == [
        (0, "m", "sent", "sms", *SENT, 0),
        (5 * HOUR, "m", "sent", "sms", *SENT, 1),
        (7 * HOUR, "m", "deferred", release, "all", 2, "j", 5 * HOUR),
        (release, "m", "sent", "sms", *SENT, 2),
    ]


def test_r304_the_whole_list_is_asked_again_and_who_waits_longest_goes_first() -> None:
    drawing = for_each_cart()
    found = told(drawing, adds(0, 5, 7), cap())
    assert found[1:3] == [
        (5 * HOUR, "m", "deferred", DAY, "all", 1, "j", 0),
        (7 * HOUR, "m", "deferred", DAY, "all", 1, "j", 0),
    ]
    assert found[3:] == [
        (DAY, "m", "sent", "sms", *SENT, 1),
        (DAY, "m", "deferred", 2 * DAY, "all", 1, "j", DAY),
        (2 * DAY, "m", "sent", "sms", *SENT, 2),
    ]


def test_r304_the_limit_runs_from_the_first_time_it_was_held_back() -> None:
    drawing = for_each_cart()
    found = told(drawing, adds(0, 1, 2, 3, 4), cap())
    assert found[-1] == (3 * DAY, "m", "deferred_too_long", 4 * DAY, "all")
    assert [row[2] for row in found].count("sent") == 4


def test_r304_of_several_full_caps_the_latest_release_counts() -> None:
    drawing = mailing(message(when_capped="defer"))
    caps = (cap("day"), cap("two", within="P2D"), cap("again", within="P2D"))
    assert told(drawing, adds(0, 5), *caps)[1] == (
        *(5 * HOUR, "m", "deferred", 2 * DAY),
        *("two", 1, "j", 0),
    )
    dropped = mailing(message())
    assert told(dropped, adds(0, 5), *caps)[1][4] == "day"


def test_r304_nothing_at_all_is_never_released() -> None:
    none = cap("never", count=0)
    assert told(mailing(message(when_capped="defer")), adds(0), none) == [
        (0, "m", "deferred_too_long", None, "never")
    ]
    assert told(mailing(message()), adds(0), none) == [
        (0, "m", "capped", "not_sent", "never", 0, None, None)
    ]


def test_r304_a_cap_counts_its_channel_and_its_category_over_all_journeys() -> None:
    news = mailing(message("email", category="news"), id="news", start="news")
    other = mailing(message("email"), id="other", start="other")
    push = mailing(message("push", category="news"), id="push", start="push")
    some = (news, other, push)

    def of(first: str, then: str, **fields: str) -> str:
        rows = people([event(0, first), event(HOUR, then)])
        return str(told(some, rows, cap("all", 1, "P1D", **fields))[-1][2])

    assert of("news", "push") == "capped"
    assert of("news", "push", channel="email") == "sent"
    assert of("news", "other", channel="email") == "capped"
    assert of("other", "news", category="news") == "sent"
    assert of("news", "push", category="news") == "capped"
    assert of("news", "other", category="news") == "sent"
    assert of("news", "news", category="news", channel="push") == "sent"


def test_r304_what_is_transactional_is_not_counted_and_not_capped() -> None:
    free = mailing(message(transactional=True), id="free", start="free")
    usual = mailing(message())
    rows = people([event(0, "free"), event(HOUR, "add"), event(2 * HOUR, "free")])
    assert [row[2] for row in told((free, usual), rows, cap())] == ["sent"] * 3


def test_r304_what_failed_takes_no_slot_and_what_was_recorded_does_not_count() -> None:
    failing = mailing(message(responses={"failed": 10_000}), id="k", start="try")
    rows = people([event(0, "sms_delivered"), event(HOUR, "try"), event(2 * HOUR, "add")])
    found = told((failing, mailing(message())), rows, cap(), mode=Mode.MIXED)
    assert [row[2] for row in found if row[2] in ("failed", "sent", "capped")] == ["failed", "sent"]


def test_r304_the_other_channel_is_another_way() -> None:
    first = message(when_capped="other_channel")
    two = journey(
        "t>m>f m.other_channel>n n.sent>f",
        on("add"), first, step("push", "n"), F,
        entry={"mode": "every"},
    )  # fmt: skip
    assert told(two, adds(0, 1), cap(channel="sms"))[1:] == [
        (HOUR, "m", "capped", "other_channel", "all", 1, "j", 0),
        (HOUR, "n", "sent", "push", *SENT, 1),
    ]


def test_r44_and_r304_a_higher_priority_is_counted_first() -> None:
    low, high = mailing(message()), mailing(message(), id="z", priority=1)
    found = told((low, high), adds(0), cap())
    assert [row[2:] for row in found if row[2] == "capped"] == [
        ("capped", "not_sent", "all", 1, "z", 0)
    ]
