"""The published schema says what the reader says, and others can read our files without us."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import networkx as nx
import pytest

from journeys.document.format import dumps, loads
from journeys.document.schema import schema, schema_dumps
from journeys.errors import ThroughlineError
from tests.document.generation import made_journey
from tests.document.hostile import REMOVED, changed

PUBLISHED = Path("resources") / "schema" / "journey-1.schema.json"
SAMPLES = Path("resources") / "samples"

BROKEN: tuple[tuple[str, object], ...] = (
    ("format", "recipe"), ("version", 2), ("version", "1"), ("id", REMOVED), ("id", "9"),
    ("title", 5), ("title", "x" * 201), ("description", 7), ("description", "x" * 501),
    ("priority", "high"), ("priority", 1.5), ("surprise", 1),
    ("entry/mode", "sometimes"), ("entry/cooldown", "24h"), ("entry/maximum", 0),
    ("exits/0/id", REMOVED), ("exits/0/where/operator", "equals"), ("goals/0/event", ""),
    ("goals/0/window", 7), ("loops/maximum_visits", 0), ("unprompted/share", 10_001),
    ("nodes/hour/kind", "wiat"), ("nodes/hour/kind", REMOVED), ("nodes/hour/duration", REMOVED),
    ("nodes/hour/event", "x"), ("nodes/a b", {"kind": "finish"}), ("nodes/end/id", "end"),
    ("nodes/cart/where/kind", REMOVED), ("nodes/cart/where/kind", "attribute"),
    ("nodes/who/branches/1/condition/of/0/measure", "mean"), ("nodes/test/arms/0/weight", 1.5),
    ("nodes/mail/responses/opened", -1), ("edges/0/to", REMOVED), ("edges/0/source", "x"),
    ("layout/cart", [1]), ("layout/cart", [1, 2, 3]), ("layout/cart", {"x": 1, "y": 2}),
    ("notes/why/text", REMOVED), ("notes/why/width", 4), ("extensions", []),
)  # fmt: skip


@pytest.fixture(scope="module")
def golden() -> bytes:
    return (Path(__file__).parent.parent / "golden" / "journey-1.json").read_bytes()


@pytest.fixture(scope="module")
def published() -> jsonschema.Draft202012Validator:
    text = (Path(__file__).parent.parent.parent / PUBLISHED).read_bytes()
    return jsonschema.Draft202012Validator(json.loads(text))


def test_the_published_schema_is_the_one_the_models_make(root: Path) -> None:
    assert (root / PUBLISHED).read_bytes() == schema_dumps()
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_published_schema_accepts_what_is_written(
    published: jsonschema.Draft202012Validator, golden: bytes, root: Path
) -> None:
    published.validate(json.loads(golden))
    for sample in sorted((root / SAMPLES).glob("*.json")):
        published.validate(json.loads(sample.read_bytes()))
    for seed in range(100):
        published.validate(json.loads(dumps(made_journey(seed))))


@pytest.mark.parametrize(("path", "content"), BROKEN)
def test_the_published_schema_and_the_reader_refuse_the_same(
    published: jsonschema.Draft202012Validator, golden: bytes, path: str, content: object
) -> None:
    tree = changed(golden, path, content)
    assert not published.is_valid(tree)
    with pytest.raises(ThroughlineError):
        loads(json.dumps(tree).encode())


def test_every_definition_of_the_schema_is_needed() -> None:
    text = json.dumps(schema())
    definitions: dict[str, Any] = json.loads(text)["$defs"]
    assert all(f'"#/$defs/{name}"' in text for name in definitions)


def test_another_reader_walks_a_file_to_the_same_steps_paths_and_ports(golden: bytes) -> None:
    for content in [golden, *(dumps(made_journey(seed, steps=12)) for seed in range(100))]:
        net = drawn_by_another(json.loads(content))
        journey = loads(content)
        assert {node.id: node.kind for node in journey.nodes} == dict(net.nodes(data="kind"))
        edges = {(edge.source, edge.port, edge.target) for edge in journey.edges}
        assert edges == {(source, port, target) for source, target, port in net.edges(keys=True)}
        for node in journey.nodes:
            ports = {port.id for port in node.ports()}
            assert {port for _, _, port in net.out_edges(node.id, keys=True)} <= ports
            assert net.nodes[node.id]["ports"] == ports


def drawn_by_another(tree: dict[str, Any]) -> "nx.MultiDiGraph[str]":
    """Read a file as somebody would who knows only its documentation."""
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, step in tree.get("nodes", {}).items():
        net.add_node(name, kind=step["kind"], ports=ports_by_another(step))
    for edge in tree.get("edges", []):
        net.add_edge(edge["from"], edge["to"], key=edge["port"])
    return net


def ports_by_another(step: dict[str, Any]) -> set[str]:  # noqa: PLR0911 a line a kind
    match step["kind"]:
        case "branch" | "wait_event" | "webhook" as kind:
            other = {"branch": "else", "wait_event": "timeout", "webhook": "failed"}[kind]
            ways = step.get("answers" if kind == "webhook" else "branches", ())
            return {way["id"] for way in ways} | {other}
        case "experiment":
            holdout = {"holdout"} if step.get("holdout") else set()
            return {arm["id"] for arm in step["arms"]} | holdout
        case "email" | "sms" | "push" | "in_app":
            policies = (step.get("when_quiet"), step.get("when_capped"))
            more = {"other_channel"} if "other_channel" in policies else set()
            return {"sent", "not_sent", "failed"} | more
        case "best_channel":
            usual = [{"channel": name} for name in ("email", "push", "sms")]
            return {way["channel"] for way in step.get("channels", usual)} | {"none"}
        case "finish" | "jump":
            return set()
        case "wait_date":
            own = {"past": step.get("if_past"), "missing": step.get("if_missing")}
            return {"next", *(port for port, choice in own.items() if choice == "branch")}
        case _:
            return {"next"}
