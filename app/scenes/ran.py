"""What is seen of a journey that was run; the journey is the sample at the end."""

from PySide6.QtCore import QPoint

from app.desktop import Desktop
from app.results_room import EXPLAIN, OVERVIEW
from app.scenes.scene import Scene, dialog, popup
from app.scenes.writing import message_scenes

SPLIT, MESSAGE, TRIGGER, BRANCH = "words", "offer", "cart", "paid"


def scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return the rooms with all that lies over them."""
    window, front = desktop.window, desktop.front
    canvas, bar = window.canvas, window.bar

    def design(chosen: str = SPLIT) -> None:
        front.show_room("design")
        window.show_left("steps")
        canvas.show_story(None)
        canvas.zoom_to_fit()
        canvas.select((chosen,))

    def outline() -> None:
        design()
        front.show_left("outline")
        canvas.zoom_to_fit()

    def journey() -> None:
        design()
        canvas.select(())
        window.inspector.turn("results")

    def kinds() -> None:
        middle = canvas.mapToGlobal(canvas.rect().center())
        front.offer_kinds(middle, (MESSAGE, "sent"))

    def menu() -> None:
        front.menus.menu.popup(bar.more.mapToGlobal(QPoint(0, bar.more.height())))

    def around() -> None:
        front.menus.open_around(canvas.mapToGlobal(canvas.rect().center()), "step")

    return (
        Scene("home", lambda: front.show_room("home")),
        Scene("design", design),
        Scene("design_message", lambda: design(MESSAGE)),
        Scene("design_start", lambda: design(TRIGGER)),
        Scene("design_condition", lambda: design(BRANCH)),
        Scene("journey", journey, clear=lambda: window.inspector.turn("settings")),
        Scene("outline", outline),
        *_results(desktop),
        dialog("settings", design, front.show_settings),
        dialog("shortcuts", design, front.show_shortcuts),
        popup("commands", design, front.show_commands, front.commands),
        popup("kinds", design, kinds, front.kinds),
        popup("menu", design, menu, front.menus.menu),
        popup("step_menu", design, around, front.menus.around),
        *message_scenes(desktop),
    )


def _results(desktop: Desktop) -> tuple[Scene, ...]:
    window, front = desktop.window, desktop.front
    page, room = window.overview.page, window.overview.room

    def results(panel: str = OVERVIEW) -> None:
        window.canvas.select(())
        front.show_room("results")
        window.results.ask(panel)
        window.canvas.zoom_to_fit()

    def table() -> None:
        results()
        page.dates.switch.setChecked(True)

    def back() -> None:
        page.dates.switch.setChecked(False)
        room.verticalScrollBar().setValue(0)

    def lowest() -> None:
        bar = room.verticalScrollBar()
        bar.setValue(bar.maximum())

    return (
        Scene("results", results),
        Scene(
            "results_table",
            table,
            lambda: room.verticalScrollBar().setValue(page.dates.y()),
            clear=back,
        ),
        Scene("results_foot", results, lowest, clear=back),
        Scene("explain", lambda: results(EXPLAIN)),
    )
