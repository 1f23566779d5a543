"""What a person sees who never opened anything, and what is told of files."""

from functools import partial
from pathlib import Path

from app.desktop import Desktop
from app.scenes.scene import Scene, dialog, popup
from journeys.progress import Progress
from journeys.samples import samples

SAMPLE = "shop_rescue"
EVENTS = """\
user_id,event,timestamp,received_at
ann,visit,2026-01-05T09:00:00Z,2026-01-05T09:00:00Z
ann,add_to_cart,2026-01-05T09:04:00Z,2026-01-05T11:30:00Z
bob,visit,2026-01-06T18:30:00Z,2026-01-06T18:30:00Z
eve,visit,some day,2026-01-06T18:30:00Z
"""
READING = Progress(37, 100, "Reading orders_2026.csv")


def first_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return what is seen before any journey was opened."""
    front = desktop.front

    def home() -> None:
        front.show_room("home")

    return (
        Scene("home_empty", home),
        dialog("ready_made", home, partial(front.show_ready_made, SAMPLE)),
        popup("who_starts", home, front.ask_start, front.start),
    )


def file_scenes(desktop: Desktop) -> tuple[Scene, ...]:
    """Return what is told of files: broken and gone ones, and events that are brought."""
    window, workbench, folder = desktop.window, desktop.workbench, desktop.memory.folder

    def broken() -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "autumn.json"
        path.write_bytes(samples()[SAMPLE][:700])
        return path

    def refused() -> None:
        desktop.front.show_room("home")
        workbench.open_file(broken())

    def wrong() -> None:
        desktop.memory.remember(folder / "spring.json")
        desktop.memory.remember(broken())
        desktop.front.show_room("home")
        desktop.showing.greet()

    def told() -> bool:
        return any(each.wrong for each in window.home.content.recent)

    def bringing() -> None:
        desktop.front.show_room("home")
        notices = window.notices
        card = notices.tell(READING.words, "", "Cancel", is_bad=False, stays=True)
        card.show_progress(READING)

    def brought() -> None:
        path = folder / "orders_2026.csv"
        path.write_text(EVENTS)
        workbench.bring_files((path,))

    return (
        Scene("refused", refused, clear=window.notices.clear),
        Scene("home_wrong", wrong, until=told),
        Scene("bringing", bringing, clear=window.notices.clear),
        Scene(
            "brought",
            brought,
            until=lambda: bool(window.notices.shown) and desktop.data.brought is not None,
            clear=window.notices.clear,
        ),
        dialog("columns", lambda: None, lambda: desktop.front.menus.run("columns")),
    )
