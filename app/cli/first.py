"""The first look: the sample journey on the made-up shop, one customer explained, a picture."""

import argparse
from pathlib import Path

from app import wiring
from app.cli.bar import drive
from app.cli.funnel import funnel
from app.cli.options import FINE
from app.cli.output import put_json
from app.cli.painting import OF_THE_SHOP, Counted, paint
from app.cli.story import story
from app.cli.text import show, tell
from journeys.document.format import loads
from journeys.program.reasons import Reason
from journeys.samples import samples
from journeys.shop.shop import Shop
from journeys.simulation.dataset import Dataset
from journeys.simulation.explain import Told, explain
from journeys.simulation.known import Known, Person
from journeys.simulation.program import Program
from journeys.simulation.settings import RunSettings
from journeys.simulation.trace import trace

SAMPLE = "shop_rescue"
CUSTOMERS = 10_000
LOOKED_AT = 60
TELLING = frozenset({Reason.SENT, Reason.GOAL_REACHED})


def run(_given: argparse.Namespace) -> int:
    """Run the sample, print what came of it, and leave a picture and the result behind."""
    journey = loads(samples()[SAMPLE])
    dataset = drive(Shop(customers=CUSTOMERS).making())
    ran = drive(wiring.running([journey], dataset, RunSettings()))
    show("A journey on a made-up shop", "", *funnel(ran), "")
    person, told = _telling(ran.program, dataset)
    show(
        "One of them, explained",
        *story(person.id, told, person.clock, {journey.id: journey.name}),
        "",
    )
    result = Path(f"{SAMPLE}.result.json").absolute()
    picture = Path(f"{SAMPLE}.png").absolute()
    put_json(ran.result, result)
    show(f"The result stands in  {result}")
    missing = paint(journey, picture, "light", Counted(ran.result, OF_THE_SHOP))
    if missing:
        tell(*missing)
    else:
        show(f"The picture is saved in {picture}")
    show(
        "",
        "Next, with events of your own (CSV, JSON Lines or Parquet):",
        f"  python3 -m app simulate {SAMPLE} --events events.csv",
        "`python3 -m app --help` lists what else there is.",
    )
    return FINE


def _telling(program: Program, dataset: Dataset) -> tuple[Person, tuple[Told, ...]]:
    """Return the customer with most to tell in few words: a message, and the goal after it."""
    known = Known(dataset, program.settings)
    best: tuple[tuple[int, int], Person, tuple[Told, ...]] = ((-1, 0), Person(""), ())
    for place in range(min(LOOKED_AT, dataset.customers)):
        person = known.person(dataset.ids[place])
        told = explain(program, trace(program, dataset, place), person.clock)
        worth = len(TELLING & {one.telling.reason for one in told}), -len(told)
        if worth > best[0]:
            best = worth, person, told
    return best[1], best[2]
