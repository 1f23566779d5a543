"""Looks for the kind `nap` in every room, and prints the rooms it was found in, one a line."""

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLabel

from journeys.document.checks import problems
from journeys.document.format import dumps, loads
from journeys.document.journey import Edge, Journey
from journeys.document.kinds import kinds
from journeys.document.schema import schema_dumps
from journeys.people.population import Customer, Event, Population
from journeys.reference.pages import pages
from journeys.simulation.compiler import compile_program
from journeys.simulation.encoding import encode
from journeys.simulation.packing import pack
from journeys.simulation.scratch import TRACE_ROOM, PlainMachine
from journeys.simulation.settings import RunSettings
from journeys.simulation.trace import Decoder
from widgets.canvas.drawing import laid_out
from widgets.document import Document
from widgets.inspector.inspector import Inspector
from widgets.inspector.pages.step import StepPage
from widgets.shell.palette import KindRow, Palette
from widgets.theme import LIGHT

HOURS = 3
HOUR = 3_600


def sleepy(hours: int = HOURS) -> Journey:
    """Return a journey with a nap."""
    made = kinds()
    nodes = (
        made["event_trigger"].model_validate({"id": "t", "event": "yawned"}),
        made["nap"].model_validate({"id": "n", "hours": hours, "deep": True}),
        made["finish"].model_validate({"id": "f"}),
    )
    edges = (
        Edge(source="t", port="next", target="n"),
        Edge(source="n", port="rested", target="f"),
    )
    return Journey(id="sleepy", nodes=nodes, edges=edges)


def in_palette() -> bool:
    """Say whether the palette offers it."""
    rows = Palette(LIGHT).findChildren(KindRow)
    return any(row.of.kind == "nap" and row.of.title == "Nap" for row in rows)


def in_form() -> bool:
    """Say whether the inspector asks for both of its fields, and knows its name."""
    inspector = Inspector(Document(sleepy()), LIGHT)
    inspector.show_nodes(("n",))
    inspector.show()
    page = inspector.page
    said = {label.text() for label in inspector.findChildren(QLabel)}
    return (
        isinstance(page, StepPage) and {"hours", "deep"} <= set(page.form.fields) and "Nap" in said
    )


def in_schema() -> bool:
    """Say whether the JSON Schema describes it."""
    return '"Sleep for some hours, twice as long where it is deep."' in schema_dumps().decode()


def in_file() -> bool:
    """Say whether a file with it is written and read again."""
    return loads(dumps(sleepy())) == sleepy()


def in_check() -> bool:
    """Say whether its own problem is found, and only where it has one."""
    found = {problem.code for problem in problems(sleepy(hours=0))}
    return "no_nap" in found and "no_nap" not in {each.code for each in problems(sleepy())}


def in_engine() -> bool:
    """Say whether a customer sleeps through it, for as long as it says, and is told of."""
    event = Event("c", 100, "yawned")
    dataset = encode(Population({}, {}, (Customer("c"),), (event,)))
    program = compile_program((sleepy(),), dataset, RunSettings())
    machine = PlainMachine(program.numbers, program.counted, pack(program.numbers, dataset))
    machine.grow(machine.room, TRACE_ROOM)
    machine.run(0, 1, program.end)
    told = list(Decoder(program).tellings(machine.told()))
    nap = sleepy().by_id["n"]
    said = [(each.time, nap.say(each)) for each in told if each.node == "n"]
    return said == [(100, "Falls asleep."), (100 + 2 * HOURS * HOUR, "Wakes up.")]


def in_reference() -> bool:
    """Say whether the reference has its page, with its problem, and leads there."""
    written = pages()
    page = written["steps/nap.md"]
    is_led_to = "[Nap](steps/nap.md)" in written["steps.md"]
    return is_led_to and "# Nap" in page and "Nobody naps for no time." in page


def on_canvas() -> bool:
    """Say whether its card says what it does."""
    steps = laid_out(sleepy(), in_full=True).steps
    return any(step.node.summary() == f"Naps {HOURS} hours" for step in steps)


LOOKS: tuple[Callable[[], bool], ...] = (
    *(in_palette, in_form, in_schema, in_file, in_check, in_engine, in_reference, on_canvas),
)

if __name__ == "__main__":
    application = QApplication([])
    for look in LOOKS:
        if look():
            sys.stdout.write(f"{look.__name__}\n")
