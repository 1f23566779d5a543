"""Small made-up worlds, the same for the same seed, to run the rules on."""

from random import Random

from journeys.people.population import Population
from journeys.people.response import (
    ONE,
    STANDARD,
    ChannelResponse,
    Response,
    ResponseModel,
    spread,
)
from journeys.simulation.settings import Mode, RunSettings, ZoneRule
from tests.oracle.made_journeys import journey, trials
from tests.oracle.made_people import population
from tests.oracle.made_words import World, worded

AT_ONCE = (0,) * 65
AN_HOUR = (3_600,) * 65
SLOWLY = tuple(range(0, 65 * 120, 120))
RULE = ZoneRule(
    "country",
    (
        ("US", "America/New_York"),
        ("AU", "Australia/Lord_Howe"),
        ("IN", "Asia/Kolkata"),
        ("XX", "No/Where"),
    ),
)


def world(seed: int) -> World:
    """Return journeys, a population and the settings of a run."""
    return perhaps_worded(seed, wordless_world(seed))


def perhaps_worded(seed: int, made: World) -> World:
    """Return a world as it is; of every second one the messages have words."""
    return worded(seed, made) if seed % 2 else made


def wordless_world(seed: int) -> World:
    """Return a world whose messages say nothing."""
    chance = Random(seed)
    people = population(chance)
    known = trials(chance)
    names = chance.sample(("rescue", "Welcome", "a-third"), chance.choice((1, 1, 2, 3)))
    journeys = tuple(journey(chance, name, people.attributes, known) for name in names)
    return journeys, people, settings(chance, people)


def settings(chance: Random, people: Population) -> RunSettings:
    """Return how a run is to go; starts and ends often fall on an event."""
    times = sorted(event.time for event in people.events)
    start = end = None
    if times and chance.random() < 0.35:
        start = times[chance.randrange(len(times)) // 3] + chance.choice((0, 0, 1, -3_600))
    if times and chance.random() < 0.4:
        end = times[-1 - chance.randrange(len(times)) // 3]
        end += chance.choice((0, 1, 3_600, 86_400, 14 * 86_400))
        end = max(end, start or end)
    return RunSettings(
        mode=chance.choice((Mode.BACKTEST, Mode.MIXED, Mode.GENERATED, Mode.GENERATED)),
        seed=chance.choice((0, 1, chance.getrandbits(63))),
        start=start,
        end=end,
        zone=chance.choice(("UTC", "America/New_York", "Europe/Berlin")),
        zone_rule=chance.choice((None, RULE)),
        responses=responses(chance),
    )


def responses(chance: Random) -> ResponseModel:
    """Return the standard reactions, or eager ones whose delays make ties."""
    if chance.random() < 0.3:
        return STANDARD
    return ResponseModel(
        email=eager(chance),
        sms=eager(chance),
        push=eager(chance),
        unprompted_delay=chance.choice((AT_ONCE, AN_HOUR, SLOWLY)),
        in_app=eager(chance) if chance.random() < 0.5 else None,
    )


def eager(chance: Random) -> ChannelResponse:
    """Return how people react on a channel who react a lot."""
    delays = (AT_ONCE, AN_HOUR, SLOWLY, spread(600, 1.0))
    return ChannelResponse(
        opened=reaction(chance, 9_000),
        clicked=reaction(chance, 8_000),
        unsubscribed=reaction(chance, 1_500),
        goal=reaction(chance, 7_000),
        open_delay=chance.choice(delays),
        click_delay=chance.choice(delays),
        goal_delay=chance.choice(delays),
    )


def reaction(chance: Random, share: int) -> Response:
    """Return one reaction with factors that can be told apart."""
    return Response(
        share,
        hours=tuple(ONE * chance.randint(60, 130) // 100 for _ in range(24)),
        fatigue=(ONE, ONE * 9 // 10, ONE * 3 // 4, ONE // 2),
        ages=((1, ONE * 5 // 4), (60, ONE), (1_440, ONE * 4 // 5), (-1, ONE // 2)),
    )
