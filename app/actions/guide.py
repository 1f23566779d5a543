"""What helps to find one's way."""

from app.actions.action import Action

ACTIONS = (
    Action(
        "commands", "Find a command\u2026", "Help", lambda on: on.stage.show_commands(), "Ctrl+K"
    ),
    Action("shortcuts", "All shortcuts", "Help", lambda on: on.stage.show_shortcuts(), "?"),
)
