"""How a kind wants a field of its own to be asked: what `journeys.asked` says, for kinds."""

from journeys.asked import Asked, Picks

__all__ = ["Asked", "Picks"]
