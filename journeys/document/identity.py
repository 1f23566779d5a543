"""Names that never change: what journeys, steps, paths and notes are known by."""

from typing import NewType

from journeys.values import Identifier

JourneyId = NewType("JourneyId", str)
NodeId = NewType("NodeId", str)
PortId = NewType("PortId", str)
NoteId = NewType("NoteId", str)

__all__ = ["Identifier", "JourneyId", "NodeId", "NoteId", "PortId"]
