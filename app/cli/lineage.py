"""Say what is known at each step of a journey: always, sometimes or never, and where it breaks.

Names and types are those of the data, so some has to be named.
"""

import argparse
from collections.abc import Iterator

from app.cli import sources
from app.cli.options import FINE, PROBLEMS, add_data, add_journeys, add_json
from app.cli.output import put_json
from app.cli.text import columns, show, wrapped
from journeys.context.known import Fact, Known
from journeys.context.lineage import Verdict
from journeys.document.parsing import printable
from journeys.errors import ThroughlineError
from journeys.values import Json

NAME = "lineage"
HELP = "say what is known of customers at each step"
EXAMPLES = """\
examples:
  python3 -m app lineage rescue.json --events events.csv
  python3 -m app lineage shop_rescue --shop 1000 --at reminder
  python3 -m app lineage rescue --workspace shop --json

Exit codes: 0 fine, 1 rows of a file could not be read, 2 it cannot be done."""

SAID = {
    Verdict.GUARANTEED: "Always",
    Verdict.POSSIBLE: "Sometimes",
    Verdict.IMPOSSIBLE: "Never",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `lineage`."""
    add_journeys(parser, 1)
    parser.add_argument("--at", metavar="STEP", help="the id of one step, told in full")
    add_data(parser)
    add_json(parser)


def run(given: argparse.Namespace) -> int:
    """Show what is known at the steps that customers come to."""
    with sources.opened(given.workspace) as workspace:
        (journey,) = sources.journeys_of(given, workspace)
        found = sources.data(given, workspace)
    known = Known(journey, found.dataset.vocabulary)
    steps = _steps(known, given.at)
    if given.json:
        put_json({"journey": journey.id, "steps": {step: _plain(known, step) for step in steps}})
    elif given.at is not None:
        show(f"{_called(known, given.at)}: what is known here")
        show(*_told(known, given.at))
    else:
        show(f"{journey.name}: what is known at each step")
        for step in steps:
            show("", _called(known, step), *_listed(known, step))
    return PROBLEMS if found.rejected else FINE


def _steps(known: Known, at: str | None) -> tuple[str, ...]:
    """Return the steps to tell of, in the order customers come to them; raises for a wrong one."""
    there = known.lineage.arriving
    if at is None:
        return tuple(there)
    if at not in there:
        is_step = at in known.journey.by_id
        raise ThroughlineError(
            f"Nobody comes to the step {at!r}." if is_step else f"There is no step {at!r}.",
            f"Customers come to: {', '.join(there)}.",
        )
    return (at,)


def _called(known: Known, step: str) -> str:
    return printable(f"{known.journey.by_id[step].name} ({step})")


def _listed(known: Known, step: str) -> Iterator[str]:
    facts = known.facts(step)
    for verdict, said in SAID.items():
        names = [fact.variable.name for fact in facts if fact.verdict is verdict]
        if names:
            yield from wrapped(", ".join(names), first=f"  {said:<10} ")


def _told(known: Known, step: str) -> Iterator[str]:
    facts = known.facts(step)
    for verdict, said in SAID.items():
        some = [fact.variable for fact in facts if fact.verdict is verdict]
        if not some:
            continue
        yield from ("", said)
        yield from columns([(each.name, each.holds, each.source) for each in some], left=3)
        told = [known.broken(step, each.name) for each in some if verdict is Verdict.POSSIBLE]
        for each in told:
            if each is not None and each.turns:
                yield from wrapped(each.words, first="    ")


def _plain(known: Known, step: str) -> dict[str, Json]:
    return {fact.variable.name: _fact(known, step, fact) for fact in known.facts(step)}


def _fact(known: Known, step: str, fact: Fact) -> dict[str, Json]:
    variable = fact.variable
    found: dict[str, Json] = {
        "holds": variable.holds,
        "source": variable.source,
        "used_by": [*sorted(known.uses.get(variable.name, ()))],
        "verdict": str(fact.verdict),
    }
    broken = known.broken(step, variable.name) if fact.verdict is Verdict.POSSIBLE else None
    if broken is not None:
        found["breaking"] = {"steps": [*broken.way.steps], "words": broken.words}
    return found
