"""What holds of made-up words: they can be read, they say much, and often something is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator

from journeys.content.message import Message
from tests.oracle.crowding import wordless_crowd
from tests.oracle.generation import wordless_world
from tests.oracle.made_words import World, worded
from tests.oracle.patience import wordless_patience
from tests.oracle.run import run
from tests.oracle.words import needs

FAMILIES = {"customer", "event", "session", "before", "cart", "experiment"}


def messages(world: World) -> Iterator[tuple[str, Message]]:
    """Yield the messages of a world, each with its journey's id."""
    for drawing in world[0]:
        for node in drawing.nodes:
            if isinstance(node, Message):
                yield drawing.id, node


def test_a_world_with_words_is_the_same_for_the_same_seed_and_can_be_read() -> None:
    for seed in range(60):
        made = worded(seed, wordless_world(seed))
        assert made == worded(seed, wordless_world(seed))
        assert [
            list(message.check()) for _, message in messages(made) if list(message.check())
        ] == []


def test_nothing_but_words_and_what_they_are_about_is_new() -> None:
    for seed in range(20):
        (plain, people, settings), made = wordless_world(seed), worded(seed, wordless_world(seed))
        assert [(one.entry, one.exits, one.edges, one.loops) for one in plain] == [
            (one.entry, one.exits, one.edges, one.loops) for one in made[0]
        ]
        assert settings == made[2]
        assert [row.id for row in people.customers] == [row.id for row in made[1].customers]
        assert len(people.changes) == len(made[1].changes)
        assert set(people.columns) <= set(made[1].columns)
        assert len(people.events) <= len(made[1].events) <= 2.2 * len(people.events)


def test_variables_of_every_family_are_there_and_missing() -> None:
    plain = (make(seed) for seed in range(150) for make in (wordless_world, wordless_crowd))
    there, missing = told(worded(seed // 2, one) for seed, one in enumerate(plain))
    assert min(there[family] for family in FAMILIES) > 3
    assert min(missing[family] for family in FAMILIES) > 3


def test_what_waits_have_caught_is_there_and_missing() -> None:
    there, missing = told(worded(seed, wordless_patience(seed)) for seed in range(400))
    assert there["order"] + there["seen"] > 3
    assert missing["order"] + missing["seen"] > 3


def told(worlds: Iterable[World]) -> tuple[Counter[str], Counter[str]]:
    """Return how often variables of each family were there when needed, and missing."""
    there, missing = Counter[str](), Counter[str]()
    for made in worlds:
        asked = {(name, node.id): tuple(needs(node)) for name, node in messages(made)}
        for rows in run(*made).rows.values():
            for row in rows:
                if row.reason == "words_missing":
                    missing[family(str(row.operands[0]))] += 1
                elif row.reason == "sent":
                    there.update(family(name) for name in asked[row.journey, str(row.node)])
    return there, missing


def family(name: str) -> str:
    """Return what a variable begins with."""
    return name.partition(".")[0].partition("[")[0]
