"""All that can be done, in the order of the menus."""

from functools import cache

from app.actions import arrange, edit, guide, journey, run, view
from app.actions.action import Action


@cache
def actions() -> dict[str, Action]:
    """Return every action by its id."""
    parts = (journey, edit, arrange, view, run, guide)
    return {action.id: action for part in parts for action in part.ACTIONS}
