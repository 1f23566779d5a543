"""What can be done with customers: try the journey on them, and follow one of them."""

from app.actions.action import Action, always, on_a_journey
from app.data import SampleShop
from app.workbench import Workbench


def use_files(workbench: Workbench) -> None:
    """Ask for files of events, and try journeys on them from now on."""
    paths = workbench.stage.ask_events()
    if paths:
        workbench.bring_files(paths)


ACTIONS = (
    Action(
        "run",
        "Test run",
        "Run",
        lambda on: on.run(),
        "Ctrl+R",
        lambda on: on_a_journey(on) and not on.running.is_running,
        also="try simulate start play count results",
    ),
    Action(
        "stop",
        "Stop the test run",
        "Run",
        lambda on: on.running.stop(),
        "Ctrl+Shift+R",
        lambda on: on.running.is_running,
    ),
    Action(
        "breaks",
        "Pauses in test runs\u2026",
        "Run",
        lambda on: on.stage.show_breaks(),
        "",
        on_a_journey,
        also="pause stop interrupt outage asleep off down time maintenance holiday",
    ),
    Action(
        "events",
        "Use events of your own\u2026",
        "Run",
        use_files,
        "Ctrl+I",
        always,
        begins_group=True,
        also="import data customers files csv json parquet",
    ),
    Action(
        "shop",
        "Use the sample shop",
        "Run",
        lambda on: on.data.use(SampleShop()),
        "",
        lambda on: not isinstance(on.data.source, SampleShop),
        also="data customers example demo",
    ),
    Action(
        "columns",
        "How the file was read\u2026",
        "Run",
        lambda on: on.stage.show_columns(),
        "",
        lambda on: on.data.brought is not None and on.data.brought.mapping is not None,
        also="columns mapping import guess left out rows csv",
    ),
)
