"""The counts on the canvas: whoever comes into a step by a path leaves it by one, or is named."""

import json

import pytest

from app import wiring
from app.cli.bar import drive
from app.counting import counts
from app.running import run_settings
from journeys.samples import samples
from journeys.shop.shop import Shop
from tests.shop.together import together

CUSTOMERS = 400


@pytest.mark.parametrize("name", sorted(samples()))
def test_who_comes_into_a_step_leaves_it_or_ends_or_stands_there(name: str) -> None:
    journey, *others = together(name)
    ran = drive(wiring.running([journey, *others], Shop(CUSTOMERS).dataset(), run_settings("UTC")))
    shown = counts(ran.result, journey)
    steps = json.loads(json.dumps(ran.result))["journeys"][journey.id]["steps"]
    assert shown.entered > 0
    for node in journey.nodes:
        ways_in = [edge for edge in journey.edges if edge.target == node.id]
        came = sum(shown.through[edge.source, edge.port] for edge in ways_in)
        ports = [port.id for port in node.ports()]
        left = sum(shown.through.get((node.id, port), 0) for port in ports)
        stands = shown.waiting[node.id]
        ended = steps[node.id].get("left", 0)
        if not node.is_trigger:
            assert came == shown.reached[node.id], node.id
        if node.kind == "sms":
            assert "opened" not in shown.sentences[node.id]
        if ports:
            assert left + stands + ended == shown.reached[node.id], node.id
