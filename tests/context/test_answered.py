"""What other systems answered is known in later steps under its name (R214, R225)."""

from journeys.context.known import Known
from journeys.context.lineage import Verdict
from journeys.context.past import Past
from journeys.context.story import arrivals, known
from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from journeys.program.roles import roles
from journeys.simulation.settings import Mode, RunSettings
from journeys.simulation.story import story
from tests.oracle.worked import event, journey, on, people, step
from tests.simulation.comparing import built
from tests.simulation.living import lived

ANSWERS = (
    {"id": "there", "share": 5_000, "values": {"left": 3, "shop": "Bern"}},
    {"id": "gone", "share": 4_000, "values": {"shop": "Basel"}},
)


def asking(words: str) -> Journey:
    """Return a journey that asks for the stock and then writes."""
    said = {"id": "w", "endpoint": "shop", "name": "stock", "answers": ANSWERS}
    asks = kinds()["webhook"].model_validate(said)
    paths = "t>w w.there>m w.gone>m w.failed>m"
    return journey(paths, on("add"), asks, step("sms", "m", text=words))


def test_r225_words_need_what_was_answered_and_the_engine_agrees_with_the_context() -> None:
    found = set()
    for seed in range(12):
        settings = RunSettings(mode=Mode.MIXED, seed=seed)
        for words, value in (("{{ stock.left }}", "left"), ("{{ stock.shop }}", "shop")):
            drawn, some = asking(words), people([event(5, "add")])
            told = lived(drawn, some, "answered", "sent", "words_missing", settings=settings)
            port, reason = told[0][3], told[1][2]
            has = value in {"there": ("left", "shop"), "gone": ("shop",)}.get(str(port), ())
            assert reason == ("sent" if has else "words_missing"), (port, words)
            program, dataset = built(((drawn,), some, settings))
            read = story(program, dataset, 0)
            (arrival,) = (
                each
                for each in arrivals({"j": drawn}, read)
                if each.telling.node == "m" and each.telling.reason.word == reason
            )
            there = known(arrival, Past(dataset, read), roles(dataset.vocabulary), drawn)
            stock = there.get("stock", {})
            assert isinstance(stock, dict)
            assert (value in stock) == has
            found.add(port)
    assert found == {"there", "gone", "failed"}


def test_r225_the_lineage_knows_which_answer_has_what() -> None:
    drawn = asking("{{ stock.left }}")
    _, dataset = built(((drawn,), people([event(5, "add")]), RunSettings()))
    there = Known(drawn, dataset.vocabulary)
    assert there.lineage.verdict("m", "stock.left") is Verdict.POSSIBLE
    assert there.lineage.verdict("w", "stock.left") is Verdict.IMPOSSIBLE
    assert there.variables["stock.left"].holds == "whole number"
    assert "'w'" not in there.variables["stock.shop"].source
