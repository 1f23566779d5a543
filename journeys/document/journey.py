"""A journey: steps, the paths between them, and the rules that hold for all of them."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field, SerializeAsAny, StringConstraints, field_validator, model_validator

from journeys.document.naming import names_of
from journeys.document.node import Node
from journeys.document.rules import EntryRule, ExitRule, Goal, LoopRule, Segment, Unprompted
from journeys.errors import EditRefusedError
from journeys.names import Names
from journeys.values import Identifier, Title, Value, Whole, evolve

MOST_NODES = 20_000
FARTHEST = 10_000_000
DESCRIPTION_LENGTH = 500

Description = Annotated[str, StringConstraints(strict=True, max_length=DESCRIPTION_LENGTH)]
Coordinate = Annotated[Whole, Field(ge=-FARTHEST, le=FARTHEST)]


class Edge(Value):
    """A path from a port of one step to another step."""

    source: Identifier = Field(alias="from")
    port: Identifier
    target: Identifier = Field(alias="to")

    @property
    def order(self) -> tuple[str, str, str]:
        """The order in which edges are written: by source, port and target."""
        return (self.source, self.port, self.target)


class Position(Value):
    """Where a step stands on the canvas, in pixels at 100 %."""

    node: Identifier
    x: Coordinate
    y: Coordinate


class Note(Value):
    """A remark on the canvas; it changes nothing that happens."""

    id: Identifier
    text: Annotated[str, Field(strict=True, max_length=10_000)]
    x: Coordinate = 0
    y: Coordinate = 0
    width: Annotated[Whole, Field(ge=40, le=4_000)] = 240
    height: Annotated[Whole, Field(ge=24, le=4_000)] = 120


class Journey(Value):
    """The whole drawing as one immutable value; steps and edges are kept in a fixed order."""

    id: Identifier
    title: Title = ""
    description: Description = ""
    priority: Annotated[Whole, Field(ge=-1_000_000, le=1_000_000)] = 0
    entry: EntryRule = EntryRule()
    exits: Annotated[tuple[ExitRule, ...], Field(max_length=100)] = ()
    goals: Annotated[tuple[Goal, ...], Field(max_length=60)] = ()
    segments: Annotated[tuple[Segment, ...], Field(max_length=200)] = ()
    loops: LoopRule = LoopRule()
    unprompted: Unprompted | None = None
    nodes: Annotated[tuple[SerializeAsAny[Node], ...], Field(max_length=MOST_NODES)] = ()
    edges: Annotated[tuple[Edge, ...], Field(max_length=4 * MOST_NODES)] = ()
    layout: Annotated[tuple[Position, ...], Field(max_length=MOST_NODES)] = ()
    notes: Annotated[tuple[Note, ...], Field(max_length=MOST_NODES)] = ()
    extensions: dict[str, Any] = Field(default_factory=dict)

    @field_validator("nodes", "notes", mode="after")
    @classmethod
    def _by_id(cls, items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(sorted(items, key=lambda item: item.id))

    @field_validator("layout", mode="after")
    @classmethod
    def _by_node(cls, items: tuple[Position, ...]) -> tuple[Position, ...]:
        return tuple(sorted(items, key=lambda item: item.node))

    @field_validator("edges", mode="after")
    @classmethod
    def _in_order(cls, edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
        return tuple(sorted(edges, key=lambda edge: edge.order))

    @model_validator(mode="after")
    def _every_name_once(self) -> "Journey":
        named: tuple[tuple[str, list[Hashable]], ...] = (
            ("step", [node.id for node in self.nodes]),
            ("note", [note.id for note in self.notes]),
            ("exit rule", [rule.id for rule in self.exits]),
            ("goal", [goal.id for goal in self.goals]),
            ("segment", [segment.id for segment in self.segments]),
            ("position", [position.node for position in self.layout]),
            ("path", [edge.order for edge in self.edges]),
        )
        for what, names in named:
            if len(set(names)) != len(names):
                again, _ = Counter(names).most_common(1)[0]
                raise ValueError(f"the {what} {again!r} is there twice")
        return self

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """The steps by their ids."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def positions(self) -> Mapping[str, tuple[int, int]]:
        """(x, y) of each step that was placed."""
        return {position.node: (position.x, position.y) for position in self.layout}

    @cached_property
    def names(self) -> Names:
        """What its segments, messages and tests are called."""
        return names_of(self.nodes, self.segments)

    @property
    def name(self) -> str:
        """What the journey is called."""
        return self.title or self.id

    @property
    def triggers(self) -> tuple[Node, ...]:
        """The steps customers enter by, in the order in which they are asked (R115)."""
        found = [node for node in self.nodes if node.is_trigger]
        return tuple(sorted(found, key=lambda node: (getattr(node, "order", 0), node.id)))

    def node(self, node: str) -> Node:
        """Return a step; raises EditRefusedError where there is none of that id."""
        found = self.by_id.get(node)
        if found is None:
            raise EditRefusedError(
                f"There is no step {node!r} in {self.name!r}.", "It may have been deleted."
            )
        return found

    def target(self, source: str, port: str) -> str | None:
        """Return the step a port leads to, or None where nothing is connected."""
        return self.targets.get((source, port))

    @cached_property
    def targets(self) -> Mapping[tuple[str, str], str]:
        """The step each connected port leads to."""
        return {(edge.source, edge.port): edge.target for edge in self.edges}

    def with_node(self, node: str, change: Callable[[Node], Node]) -> "Journey":
        """Return the journey with one step changed and all others shared."""
        self.node(node)
        return evolve(
            self, nodes=tuple(change(each) if each.id == node else each for each in self.nodes)
        )
