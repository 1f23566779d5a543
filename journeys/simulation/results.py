"""What came of a run: every count of every step, rule and arm, ready to be read or kept as JSON."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from journeys.document.format import content_id
from journeys.document.journey import Journey
from journeys.durations import Duration
from journeys.simulation.assumptions import assumptions
from journeys.simulation.dataset import Dataset, Int64
from journeys.simulation.program import Program
from journeys.simulation.settings import Pause
from journeys.values import Json

VERSION = 1


def result(program: Program, dataset: Dataset, tally: Int64 | Sequence[int]) -> dict[str, Json]:
    """Return a whole run as JSON-ready objects; equal runs give equal objects."""
    counts = {
        owner: {name: int(tally[first + at]) for at, name in enumerate(names)}
        for owner, (first, names) in program.counts.items()
    }
    settings = program.settings
    return {
        "version": VERSION,
        "mode": str(settings.mode),
        "seed": settings.seed,
        "start": written(program.start),
        "end": written(program.end),
        "zone": settings.zone,
        "pauses": [_pause(pause) for pause in settings.pauses],
        "asleep": [
            {"from": written(begin), "to": written(over)} for begin, over in settings.asleep
        ],
        "sending": settings.sending.plain(),
        "maximum_age": str(Duration(seconds=settings.maximum_age)),
        "customers": dataset.customers,
        "events": dataset.events,
        "assumptions": list(assumptions(program, dataset)),
        "journeys": {journey.id: _journey(journey, counts) for journey in program.journeys},
        "experiments": _experiments(counts),
    }


def written(instant: int) -> str:
    """Return epoch seconds as ISO-8601 in UTC."""
    return datetime.fromtimestamp(instant, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _pause(pause: Pause) -> dict[str, Json]:
    span = {"from": written(pause.start), "to": written(pause.end)}
    return {"journey": pause.journey, **span, "policy": str(pause.policy)}


Counts = Mapping[tuple[str, ...], Mapping[str, int]]


def _journey(journey: Journey, counts: Counts) -> dict[str, Json]:
    rules: dict[str, Json] = {
        f"{kind}s": {
            rule: dict(of)
            for (what, owner, *rest), of in counts.items()
            for rule in rest
            if (what, owner) == (kind, journey.id)
        }
        for kind in ("goal", "exit")
    }
    return {
        "title": journey.name,
        "content": content_id(journey),
        **counts["journey", journey.id],
        **rules,
        "steps": {
            node.id: {
                "kind": node.kind,
                "title": node.name,
                **_step(counts["node", journey.id, node.id]),
            }
            for node in journey.nodes
        },
    }


def _step(of: Mapping[str, int]) -> dict[str, Json]:
    ports: Json = {
        name.removeprefix("port:"): count for name, count in of.items() if name.startswith("port:")
    }
    refused: Json = {
        name.removeprefix("refused_"): count
        for name, count in of.items()
        if name.startswith("refused_")
    }
    other: dict[str, Json] = {
        name: count for name, count in of.items() if not name.startswith(("port:", "refused_"))
    }
    found = {**other, "ports": ports}
    return {**found, "refused": refused} if refused else found


def _experiments(counts: Counts) -> dict[str, Json]:
    found: dict[str, dict[str, Json]] = {}
    for owner, of in counts.items():
        if owner[0] == "arm":
            found.setdefault(owner[1], {})[owner[2]] = dict(of)
    return dict(found)
