"""What can be done with a journey as a whole: make, open, keep and export it."""

from app.actions.action import Action, on_a_journey
from app.filing import file_name
from app.workbench import Workbench
from widgets.shell.asking import Overwriting


def new(workbench: Workbench) -> None:
    """Ask who starts a new journey, and nothing else."""
    if workbench.stage.may_leave():
        workbench.stage.ask_start()


def open_file(workbench: Workbench) -> None:
    """Ask for a file and open it; the one that is open already comes into view as it was left."""
    path = workbench.stage.ask_journey()
    if path is None:
        return
    if workbench.is_open(path) or (workbench.stage.may_leave() and workbench.open_file(path)):
        workbench.stage.show_room("design")


def save(workbench: Workbench) -> None:
    """Keep the journey in its file, or ask for one; never over what somebody else wrote unasked."""
    path, said = workbench.filed_as.path, Overwriting.ELSEWHERE
    if path is not None:
        is_asked = workbench.is_changed_outside
        said = workbench.stage.how_to_overwrite(path.name) if is_asked else Overwriting.OVERWRITE
    if path is not None and said is Overwriting.OVERWRITE:
        workbench.save(path)
    elif said is Overwriting.ELSEWHERE:
        save_as(workbench)


def save_as(workbench: Workbench) -> None:
    """Keep the journey in another file from now on."""
    path = workbench.stage.ask_where(file_name(workbench.document.journey, ".json"))
    if path is not None:
        workbench.save(path)


def picture(workbench: Workbench) -> None:
    """Write the journey as a picture."""
    path = workbench.stage.ask_where_picture(file_name(workbench.document.journey, ".png"))
    if path is not None:
        workbench.export(path)


ACTIONS = (
    Action("home", "Home", "Journey", lambda on: on.stage.show_room("home"), "Ctrl+H"),
    Action("new", "New journey\u2026", "Journey", new, "Ctrl+N", begins_group=True),
    Action("open", "Open a file\u2026", "Journey", open_file, "Ctrl+O"),
    Action("save", "Save", "Journey", save, "Ctrl+S", on_a_journey, begins_group=True),
    Action("save_as", "Save as\u2026", "Journey", save_as, "Ctrl+Shift+S", on_a_journey),
    Action("picture", "Export a picture\u2026", "Journey", picture, "Ctrl+E", on_a_journey),
    Action(
        "settings",
        "Settings\u2026",
        "Journey",
        lambda on: on.stage.show_settings(),
        "Ctrl+,",
        begins_group=True,
        also="seed chance time zone colours theme dark light language options preferences",
    ),
    Action("quit", "Quit", "Journey", lambda on: on.stage.leave(), "Ctrl+Q", begins_group=True),
)
