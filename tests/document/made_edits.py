"""Edits made up by chance for a journey: mostly fitting, sometimes not."""

from collections.abc import Callable, Mapping
from random import Random

from journeys.document.edits.canvas import AddNote, ChangeNote, Move, Place, RemoveNotes
from journeys.document.edits.edit import Edit
from journeys.document.edits.events import RenameEvent
from journeys.document.edits.instead import Instead
from journeys.document.edits.paste import Paste
from journeys.document.edits.paths import Connect, Disconnect
from journeys.document.edits.settings import (
    ChangeEntry,
    ChangeExits,
    ChangeGoals,
    ChangeLoops,
    ChangePriority,
    ChangeSegments,
    ChangeUnprompted,
    Describe,
    RenameJourney,
)
from journeys.document.edits.steps import AddNode, ChangeNode, RemoveNodes, Rename
from journeys.document.edits.waits import WaitFirst
from journeys.document.fragment import cut, fragment_dumps, fragment_loads
from journeys.document.journey import Edge, Journey
from journeys.simulation.names import spoken_of
from journeys.values import evolve
from tests.document.generation import made_journey, made_node, made_note
from tests.document.made_conditions import made_text

NOWHERE = "nowhere"


def made_edit(journey: Journey, draw: Random) -> Edit:
    """Return an edit of any sort for a journey."""
    return MAKERS[draw.choice(sorted(MAKERS))](journey, draw)


def _step(journey: Journey, draw: Random) -> str:
    names = [node.id for node in journey.nodes]
    return draw.choice([*names, *names, *names, NOWHERE])


def _note(journey: Journey, draw: Random) -> str:
    return draw.choice([*(note.id for note in journey.notes), NOWHERE])


def _port(journey: Journey, draw: Random, step: str) -> str:
    ports = [port.id for port in journey.by_id[step].ports()] if step in journey.by_id else []
    return draw.choice([*ports, *ports, *ports, NOWHERE])


def _add(journey: Journey, draw: Random) -> Edit:
    name = f"new_{draw.randrange(10_000)}"
    source = _step(journey, draw)
    after = draw.choice((None, (source, _port(journey, draw, source))))
    return AddNode(made_node(draw, name), draw.randint(-99, 99), draw.randint(-99, 99), after)


def _instead(journey: Journey, draw: Random) -> Edit:
    old = draw.choice((journey.entry, *journey.nodes))
    if old == journey.entry:
        return Instead(old, made_journey(draw.randrange(99)).entry, "Lets others in")
    return Instead(old, evolve(old, title=f"Step {draw.randrange(99)}"), "Says it otherwise")


def _remove(journey: Journey, draw: Random) -> Edit:
    return RemoveNodes(tuple({_step(journey, draw) for _ in range(draw.choice((1, 1, 2, 3)))}))


def _change(journey: Journey, draw: Random) -> Edit:
    step = _step(journey, draw)
    kind = journey.by_id[step].kind if step in journey.by_id and draw.random() < 0.9 else ""
    return ChangeNode(made_node(draw, step, kind))


def _connect(journey: Journey, draw: Random) -> Edit:
    source = _step(journey, draw)
    return Connect(source, _port(journey, draw, source), _step(journey, draw))


def _disconnect(journey: Journey, draw: Random) -> Edit:
    some = draw.sample(journey.edges, min(len(journey.edges), draw.randint(1, 2)))
    return Disconnect(tuple(some))


def _move(journey: Journey, draw: Random) -> Edit:
    nodes = tuple(
        Place(node.id, draw.randint(-999, 999), draw.randint(-999, 999))
        for node in journey.nodes[: draw.randint(0, 3)]
    )
    notes = tuple(Place(note.id, 5, draw.randint(0, 9)) for note in journey.notes[:1])
    return Move(nodes, notes)


def _paste(journey: Journey, draw: Random) -> Edit:
    source = draw.choice((journey, made_journey(draw.randrange(200))))
    names = [node.id for node in source.nodes]
    some = frozenset(draw.sample(names, min(len(names), draw.randint(0, 4))))
    part = cut(source, some, frozenset(note.id for note in source.notes[:1]))
    return Paste(fragment_loads(fragment_dumps(part)), x=draw.randint(-50, 50), y=20)


def _change_note(journey: Journey, draw: Random) -> Edit:
    return ChangeNote(made_note(draw, _note(journey, draw)))


def _rename_event(journey: Journey, draw: Random) -> Edit:
    events = sorted({event for _, event in spoken_of(journey)})
    return RenameEvent(draw.choice([*events, NOWHERE]), made_text(draw) * draw.choice((1, 1, 30)))


def _wait_first(journey: Journey, draw: Random) -> Edit:
    led_to = [each.target for each in journey.edges]
    target = draw.choice([*led_to, _step(journey, draw)])
    into = tuple(each for each in journey.edges if each.target == target)
    return WaitFirst(into or (Edge(source=target, port="next", target=NOWHERE),))


MAKERS: Mapping[str, Callable[[Journey, Random], Edit]] = {
    "AddNode": _add,
    "AddNote": lambda _, draw: AddNote(made_note(draw, f"remark_{draw.randrange(30)}")),
    "ChangeEntry": lambda _, draw: ChangeEntry(made_journey(draw.randrange(99)).entry),
    "ChangeExits": lambda _, draw: ChangeExits(made_journey(draw.randrange(99)).exits),
    "ChangeGoals": lambda _, draw: ChangeGoals(made_journey(draw.randrange(99)).goals),
    "ChangeLoops": lambda _, draw: ChangeLoops(made_journey(draw.randrange(99)).loops),
    "ChangeNode": _change,
    "ChangeNote": _change_note,
    "ChangePriority": lambda _, draw: ChangePriority(draw.choice((1, 2, -5, 2_000_000))),
    "ChangeSegments": lambda _, draw: ChangeSegments(made_journey(draw.randrange(99)).segments),
    "ChangeUnprompted": lambda _, draw: ChangeUnprompted(
        made_journey(draw.randrange(99)).unprompted
    ),
    "Connect": _connect,
    "Describe": lambda _, draw: Describe(made_text(draw) * draw.choice((1, 1, 60))),
    "Disconnect": _disconnect,
    "Instead": _instead,
    "Move": _move,
    "Paste": _paste,
    "RemoveNodes": _remove,
    "RemoveNotes": lambda journey, draw: RemoveNotes((_note(journey, draw),)),
    "Rename": lambda journey, draw: Rename(
        _step(journey, draw), made_text(draw) * draw.choice((1, 1, 30))
    ),
    "RenameEvent": _rename_event,
    "WaitFirst": _wait_first,
    "RenameJourney": lambda _, draw: RenameJourney(made_text(draw) * draw.choice((1, 1, 30))),
}


def same_but_rebuilt(journey: Journey) -> Journey:
    """Return an equal journey that shares nothing with the one given."""
    return evolve(
        journey,
        nodes=tuple(evolve(node) for node in journey.nodes),
        edges=tuple(evolve(edge) for edge in journey.edges),
        notes=tuple(evolve(note) for note in journey.notes),
    )
