"""Qt without a screen, for every test that paints or measures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journeys.document.journey import Journey
from widgets.application import ready_to_paint
from widgets.canvas.export import export_picture
from widgets.theme import ThemeName

Export = Callable[[Journey, str, ThemeName], bytes]


@pytest.fixture(autouse=True, scope="session")
def _ready_to_paint() -> None:
    ready_to_paint()


@pytest.fixture
def exported(tmp_path: Path) -> Export:
    """Return what a picture's file holds, by journey, ending and theme."""

    def export(journey: Journey, ending: str, theme: ThemeName) -> bytes:
        path = tmp_path / f"picture{ending}"
        export_picture(journey, path, theme)
        return path.read_bytes()

    return export
