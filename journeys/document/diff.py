"""What differs between two journeys, so that views repaint only that."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

from journeys.document.canonical import canonical
from journeys.document.journey import Edge, Journey
from journeys.document.node import Node
from journeys.values import Json, Value, as_plain

SILENT = frozenset({"title", "description", "extensions"})
RULES = ("id", "priority", "entry", "exits", "goals", "segments", "loops", "unprompted")
SETTINGS = (*RULES, "title", "description", "extensions")

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Diff:
    """The ids of what was added, removed and changed from one journey to the next.

    `settings` names the rules of the journey that differ. `logic` is False when only positions,
    titles, descriptions, notes or extensions do, or words that need the same: results stay valid
    then.
    """

    added_nodes: frozenset[str] = frozenset()
    removed_nodes: frozenset[str] = frozenset()
    changed_nodes: frozenset[str] = frozenset()
    added_edges: frozenset[Edge] = frozenset()
    removed_edges: frozenset[Edge] = frozenset()
    moved_nodes: frozenset[str] = frozenset()
    added_notes: frozenset[str] = frozenset()
    removed_notes: frozenset[str] = frozenset()
    changed_notes: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    logic: bool = False

    @classmethod
    def between(cls, before: Journey, after: Journey) -> Self:
        """Find the difference; what both journeys share is not looked into."""
        if before is after:
            return cls()
        nodes = _compare(before.by_id, after.by_id)
        edges = _changed_edges(before, after)
        notes = _compare(_notes(before), _notes(after))
        settings = frozenset(name for name in SETTINGS if _setting_differs(name, before, after))
        return cls(
            added_nodes=nodes.added,
            removed_nodes=nodes.removed,
            changed_nodes=nodes.changed,
            added_edges=edges.added,
            removed_edges=edges.removed,
            moved_nodes=_moved(before, after),
            added_notes=notes.added,
            removed_notes=notes.removed,
            changed_notes=notes.changed,
            settings=settings,
            logic=bool(nodes.added or nodes.removed or edges.added or edges.removed)
            or any(
                _works_otherwise(before.by_id[node], after.by_id[node]) for node in nodes.changed
            )
            or any(
                _works_otherwise(getattr(before, rule), getattr(after, rule))
                for rule in settings & frozenset(RULES)
            ),
        )

    def __bool__(self) -> bool:
        """Return whether anything differs at all."""
        return self != type(self)()


@dataclass(frozen=True, slots=True)
class _Compared(Generic[K]):
    added: frozenset[K]
    removed: frozenset[K]
    changed: frozenset[K]


def works_alike(one: Journey, other: Journey) -> bool:
    """Return whether a run of one is a run of the other: only names or places may differ."""
    return one is other or not Diff.between(one, other).logic


def _compare(before: Mapping[K, Value], after: Mapping[K, Value]) -> _Compared[K]:
    return _Compared(
        added=frozenset(after.keys() - before.keys()),
        removed=frozenset(before.keys() - after.keys()),
        changed=frozenset(
            name
            for name, value in after.items()
            if name in before and before[name] is not value and _said(before[name]) != _said(value)
        ),
    )


def _changed_edges(before: Journey, after: Journey) -> _Compared[Edge]:
    if before.edges == after.edges:
        return _Compared(frozenset(), frozenset(), frozenset())
    was, now = ({edge.order: edge for edge in journey.edges} for journey in (before, after))
    added, removed = now.keys() - was.keys(), was.keys() - now.keys()
    return _Compared(
        frozenset(now[order] for order in added),
        frozenset(was[order] for order in removed),
        frozenset(),
    )


def _moved(before: Journey, after: Journey) -> frozenset[str]:
    if before.layout == after.layout:
        return frozenset()
    was, now = before.positions, after.positions
    return frozenset(node for node in was.keys() | now.keys() if was.get(node) != now.get(node))


def _notes(journey: Journey) -> dict[str, Value]:
    return {note.id: note for note in journey.notes}


def _setting_differs(name: str, before: Journey, after: Journey) -> bool:
    was, now = getattr(before, name), getattr(after, name)
    return was is not now and _said(was) != _said(now)


def _said(content: object) -> str:
    """Return a value in writing: as values, 1 and true would be the same."""
    return canonical(as_plain(content))


def _works_otherwise(before: object, after: object) -> bool:
    """Return whether more differs than what only people read."""
    was, now = (
        _without_titles(part.working() if isinstance(part, Node) else as_plain(part))
        for part in (before, after)
    )
    return canonical(was) != canonical(now)


def _without_titles(tree: Json) -> Json:
    if isinstance(tree, dict):
        return {name: _without_titles(part) for name, part in tree.items() if name not in SILENT}
    return [_without_titles(part) for part in tree] if isinstance(tree, list) else tree
