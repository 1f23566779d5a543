"""What can be done to the steps of a journey."""

from app.actions.action import (
    Action,
    on_a_journey,
    on_the_canvas,
    with_a_path,
    with_a_selection,
    with_one_step,
)
from app.workbench import Workbench
from journeys.content.message import Message


def add_note(workbench: Workbench) -> None:
    """Put a note on the canvas."""
    workbench.stage.canvas.add_note()


def with_a_way_on(workbench: Workbench) -> bool:
    """Say whether a step, or a way out of one, is selected that can be led on from."""
    is_way = workbench.stage.canvas.chosen in {"path", "end"}
    return with_one_step(workbench) or (on_the_canvas(workbench) and is_way)


def with_a_message(workbench: Workbench) -> bool:
    """Say whether one message of the canvas is selected, and nothing else."""
    chosen = workbench.stage.canvas.selection[:1]
    by_id = workbench.document.journey.by_id
    return with_one_step(workbench) and isinstance(by_id[chosen[0]], Message)


ACTIONS = (
    Action(
        "undo",
        "Undo",
        "Edit",
        lambda on: on.document.undo(),
        "Ctrl+Z",
        lambda on: on_a_journey(on) and on.document.history.can_undo,
    ),
    Action(
        "redo",
        "Redo",
        "Edit",
        lambda on: on.document.redo(),
        "Ctrl+Shift+Z",
        lambda on: on_a_journey(on) and on.document.history.can_redo,
        also="again repeat",
    ),
    Action(
        "history",
        "What was done\u2026",
        "Edit",
        lambda on: on.stage.show_history(),
        "Ctrl+Alt+Z",
        lambda on: (
            on_a_journey(on) and (on.document.history.can_undo or on.document.history.can_redo)
        ),
    ),
    Action(
        "cut",
        "Cut",
        "Edit",
        lambda on: on.stage.canvas.cut(),
        "Ctrl+X",
        with_a_selection,
        is_of_canvas=True,
        begins_group=True,
    ),
    Action(
        "copy",
        "Copy",
        "Edit",
        lambda on: on.stage.canvas.copy(),
        "Ctrl+C",
        with_a_selection,
        is_of_canvas=True,
    ),
    Action(
        "paste",
        "Paste",
        "Edit",
        lambda on: on.stage.canvas.paste(),
        "Ctrl+V",
        on_the_canvas,
        is_of_canvas=True,
    ),
    Action(
        "duplicate",
        "Duplicate",
        "Edit",
        lambda on: on.stage.canvas.duplicate(),
        "Ctrl+D",
        with_a_selection,
        is_of_canvas=True,
    ),
    Action(
        "select_all",
        "Select everything",
        "Edit",
        lambda on: on.stage.canvas.select_all(),
        "Ctrl+A",
        lambda on: on_the_canvas(on) and bool(on.document.journey.nodes),
        is_of_canvas=True,
    ),
    Action(
        "delete",
        "Delete",
        "Edit",
        lambda on: on.stage.canvas.delete_selection(reconnect=False),
        "Del",
        with_a_path,
        is_of_canvas=True,
    ),
    Action(
        "delete_and_close",
        "Delete and join what is around",
        "Edit",
        lambda on: on.stage.canvas.delete_selection(reconnect=True),
        "Ctrl+Del",
        with_a_selection,
        is_of_canvas=True,
    ),
    Action(
        "add",
        "Add a step\u2026",
        "Edit",
        lambda on: on.stage.ask_step(),
        "Ctrl+Return",
        on_the_canvas,
        begins_group=True,
        also="wait pause delay e-mail message push sms condition split experiment finish start",
    ),
    Action(
        "add_after",
        "Add a step here\u2026",
        "Edit",
        lambda on: on.stage.canvas.ask_after(),
        "A",
        with_a_way_on,
        is_of_canvas=True,
    ),
    Action(
        "connect",
        "Connect to another step\u2026",
        "Edit",
        lambda on: on.stage.ask_connection(*on.stage.canvas.connecting_from),
        "C",
        with_a_way_on,
        is_of_canvas=True,
    ),
    Action("note", "Add a note", "Edit", add_note, "Ctrl+M", on_the_canvas),
    Action(
        "edit",
        "Edit the selected step",
        "Edit",
        lambda on: on.stage.canvas.open_selected(),
        "Return",
        with_a_selection,
        is_of_canvas=True,
        begins_group=True,
    ),
    Action(
        "words",
        "Edit the words of the message",
        "Edit",
        lambda on: on.stage.show_room("messages"),
        "Ctrl+Shift+E",
        with_a_message,
        also="write content subject body html text template preview",
    ),
    Action(
        "rename",
        "Rename the selected step",
        "Edit",
        lambda on: on.stage.rename(),
        "F2",
        with_one_step,
        is_of_canvas=True,
    ),
)
