"""What became of a message that is asked about, worked by hand, in both forms of the engine."""

from journeys.document.journey import Journey
from journeys.document.node import Node
from journeys.people.population import Content, Event
from journeys.simulation.settings import Mode, RunSettings
from tests.oracle.worked import (
    CERTAIN,
    DAY,
    HOUR,
    NEVER,
    branch,
    event,
    journey,
    on,
    people,
    reacting,
    step,
    wait,
)
from tests.simulation.asking import asking, problems_of, told

FINISH = step("finish", "f")


def did(what: str, operator: str = "is_present", value: object = None) -> dict[str, object]:
    """Return what is asked of the message m."""
    asked: dict[str, object] = {
        "kind": "engagement",
        "step": "m",
        "did": what,
        "operator": operator,
    }
    return asked if value is None else asked | {"value": value}


def drawn(condition: dict[str, object], mail: Node | None = None, **rules: object) -> Journey:
    """Return a journey that sends m, waits an hour and asks."""
    steps = (on("in"), mail or step("email", "m"), wait("PT1H"), branch(condition), FINISH)
    path = "t>m m.next>w w>b b.yes>f" if mail and mail.kind == "wait" else "t>m>w>b b.yes>f"
    return journey(path, *steps, **rules)


def actual(
    condition: dict[str, object],
    rows: list[Event],
    settings: RunSettings | None = None,
    mail: Node | None = None,
) -> list[Content]:
    """Return the actual value each time it is asked."""
    leaves = told(drawn(condition, mail), people(rows), "leaf", settings=settings)
    return [row[5][2] for row in leaves]


def test_r206_in_a_backtest_the_first_recorded_answer_of_the_channel_counts() -> None:
    rows = [
        event(-5, "email_opened"),
        event(0, "in"),
        event(10, "sms_clicked"),
        event(20, "email_opened"),
        event(30, "email_opened"),
        event(HOUR, "email_clicked"),
    ]
    assert actual(did("sent"), rows) == [0]
    assert actual(did("opened"), rows) == [20]
    assert actual(did("clicked"), rows) == [HOUR], "an event comes before the timer"
    late = [event(0, "in"), event(HOUR + 1, "email_opened")]
    assert actual(did("opened"), late) == [None]


def test_r206_the_value_is_compared_as_a_time() -> None:
    rows = [event(0, "in"), event(20, "email_opened")]
    for value, truth in (("PT59M40S", False), ("PT59M41S", True)):
        (row,) = told(drawn(did("opened", "within_last", value)), people(rows), "leaf")
        assert row[5][1] is truth


def test_r206_a_made_up_answer_counts_once_it_happened() -> None:
    for delay, opened in ((60, 60), (HOUR, HOUR), (HOUR + 1, None)):
        model = reacting(CERTAIN, NEVER, delay=delay)
        settings = RunSettings(mode=Mode.MIXED, responses=model, end=DAY)
        rows = [event(0, "in"), event(30, "email_opened")]
        assert actual(did("opened"), rows, settings) == [opened], "recorded answers are dropped"
        assert actual(did("clicked"), rows, settings) == [None]
    model = reacting(CERTAIN, CERTAIN, delay=60)
    settings = RunSettings(mode=Mode.GENERATED, responses=model, end=DAY)
    assert actual(did("clicked"), [event(0, "in")], settings) == [120]


def test_r206_only_the_answers_to_this_very_message_count() -> None:
    """Another step's message is answered, m's is not; and another instance's is."""
    silent = step("email", "m", responses={"opened": 0})
    other = step("email", "n")
    paths = "t>m>w>n>v>b b.yes>f"
    steps = (
        on("in"),
        silent,
        wait("PT1S"),
        other,
        wait("PT1H", "v"),
        branch(did("opened")),
        FINISH,
    )
    model = reacting(CERTAIN, CERTAIN, delay=60)
    settings = RunSettings(mode=Mode.MIXED, responses=model, end=DAY)
    drawing = Journey.model_validate(dict(journey(paths.replace("n>v", "n.sent>v"), *steps)))
    (row,) = told(drawing, people([event(0, "in")]), "leaf", settings=settings)
    assert row[5][2] is None
    keyed = drawn(did("opened"), entry={"key": "cart"})
    rows = [event(0, "in", cart="c1"), event(50, "in", cart="c2")]
    leaves = told(keyed, people(rows), "leaf", settings=settings)
    assert [row[5][2] for row in leaves] == [60, 110]


def test_r206_in_a_loop_it_is_the_last_one_sent() -> None:
    steps = (on("in"), step("email", "m"), wait("PT2H"), branch(did("sent", "within_last", "P1D")))
    loops = {"maximum_visits": 3, "minimum_period": "PT1H"}
    looping = journey("t>m>w>b b.yes>m", *steps, loops=loops)
    leaves = told(looping, people([event(0, "in"), event(DAY, "x")]), "leaf")
    assert [row[5][2] for row in leaves] == [0, 2 * HOUR, 4 * HOUR]
    model = reacting(CERTAIN, NEVER, delay=60)
    settings = RunSettings(mode=Mode.MIXED, responses=model, end=DAY)
    opened = journey("t>m>w>b b.yes>m", *steps[:3], branch(did("opened")), loops=loops)
    leaves = told(opened, people([event(0, "in"), event(DAY, "x")]), "leaf", settings=settings)
    assert [row[5][2] for row in leaves] == [60, 2 * HOUR + 60, 4 * HOUR + 60]


def test_r206_r106_a_failed_message_was_never_sent() -> None:
    failing = step("email", "m", responses={"failed": 10_000})
    settings = RunSettings(mode=Mode.MIXED, end=DAY)
    assert actual(did("sent"), [event(0, "in")], settings, failing) == [None]
    assert actual(did("sent", "is_missing"), [event(0, "in")], settings, failing) == [None]


def test_r206_a_step_that_is_not_there_or_no_message_is_named() -> None:
    assert problems_of(asking(did("sent"))) == [("unknown_message", "b")]
    waits = drawn(did("sent"), wait("PT1H", "m"))
    assert problems_of(waits) == [("unknown_message", "b")]
    assert problems_of(drawn(did("opened"))) == []
    texts = drawn(did("opened"), step("sms", "m"))
    assert problems_of(texts) == [("never_opened", "b")]
