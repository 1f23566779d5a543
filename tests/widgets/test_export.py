"""Pictures: the same from the same journey, whole, and told in words where they cannot be."""

import subprocess
import sys
import textwrap
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from journeys.document.journey import Position
from journeys.errors import StorageError, ThroughlineError
from journeys.values import evolve
from tests.document.generation import made_journey
from tests.widgets import drawings
from tests.widgets.conftest import Export
from widgets.canvas.drawing import laid_out
from widgets.canvas.export import LONGEST_SIDE, MOST_PIXELS, SCALE, export_picture
from widgets.canvas.picture import MARGIN
from widgets.lettering import visible
from widgets.theme import THEMES, ThemeName

ENDINGS = (".png", ".svg", ".pdf")
SVG = "{http://www.w3.org/2000/svg}"


def image_of(content: bytes) -> QImage:
    image = QImage.fromData(content)
    assert not image.isNull()
    return image


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("theme", THEMES)
def test_one_journey_gives_one_picture(exported: Export, ending: str, theme: ThemeName) -> None:
    first = exported(drawings.cart_rescue(), ending, theme)
    assert exported(drawings.cart_rescue(), ending, theme) == first


@pytest.mark.parametrize("ending", ENDINGS)
def test_another_process_gives_the_same_picture(
    root: Path, tmp_path: Path, exported: Export, ending: str
) -> None:
    program = """
        import sys
        from pathlib import Path
        from tests.widgets.drawings import cart_rescue
        from widgets.canvas.export import export_picture
        export_picture(cart_rescue(), Path(sys.argv[1]))
    """
    path = tmp_path / f"elsewhere{ending}"
    ended = python(root, program, str(path))
    assert ended.returncode == 0, ended.stderr
    assert path.read_bytes() == exported(drawings.cart_rescue(), ending, "light")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("number", range(len(drawings.ALL)))
def test_the_themes_differ_but_on_paper(exported: Export, ending: str, number: int) -> None:
    journey = drawings.ALL[number]()
    is_same = exported(journey, ending, "light") == exported(journey, ending, "dark")
    assert is_same == (ending == ".pdf")


@pytest.mark.parametrize("seed", range(8))
def test_a_drawing_in_vectors_names_every_step(exported: Export, seed: int) -> None:
    for journey in (made_journey(seed), drawings.ALL[seed % len(drawings.ALL)]()):
        tree = ET.fromstring(exported(journey, ".svg", "light"))  # noqa: S314  our own file
        told = tree.findtext(f"{SVG}desc") or ""
        assert tree.findtext(f"{SVG}title") == (visible(journey.name) or journey.id)
        for node in journey.nodes:
            assert visible(node.name) in told


def test_short_titles_stand_in_the_vectors_as_text(exported: Export) -> None:
    journey = drawings.cart_rescue()
    tree = ET.fromstring(exported(journey, ".svg", "light"))  # noqa: S314  our own file
    painted = [text.text for text in tree.iter(f"{SVG}text")]
    assert {node.title for node in journey.nodes if node.title} <= set(painted)
    assert "Wait 1 hour" in painted


def test_a_picture_has_a_margin_and_twice_the_pixels(exported: Export) -> None:
    bounds = laid_out(drawings.cart_rescue()).bounds
    image = image_of(exported(drawings.cart_rescue(), ".png", "dark"))
    assert image.width() == SCALE * (bounds.width + 2 * MARGIN)
    assert image.height() > SCALE * (bounds.height + 2 * MARGIN)
    inside = SCALE * MARGIN - SCALE * 8  # where shadows end
    across = range(image.width())
    rows = [*range(inside), *range(image.height() - inside, image.height())]
    edge = {image.pixelColor(x, y).name().upper() for y in rows for x in across[::7]}
    assert edge == {THEMES["dark"].background}


def test_steps_and_their_words_are_in_the_pixels(exported: Export) -> None:
    """What is painted differs from step to step: another title gives another picture."""
    journey = drawings.cart_rescue()
    plain = exported(journey, ".png", "light")
    for node in journey.nodes:
        other = journey.with_node(node.id, lambda each: evolve(each, title="Something else"))
        assert exported(other, ".png", "light") != plain, node.id


def test_an_empty_journey_asks_for_its_start(exported: Export) -> None:
    assert image_of(exported(drawings.empty(), ".png", "light")).width() > 2 * MARGIN
    assert b"Choose who starts" in exported(drawings.empty(), ".svg", "light")


def test_steps_far_apart_make_no_endless_picture(exported: Export) -> None:
    journey = drawings.cart_rescue()
    far = (Position(node="cart", x=-9_000_000, y=0), Position(node="done", x=9_000_000, y=900_000))
    image = image_of(exported(evolve(journey, layout=far), ".png", "light"))
    assert max(image.width(), image.height()) <= LONGEST_SIDE
    assert image.width() * image.height() <= MOST_PIXELS + LONGEST_SIDE


@pytest.mark.parametrize("seed", range(20))
def test_wild_journeys_are_painted(exported: Export, seed: int) -> None:
    assert exported(made_journey(seed), ".svg", "dark")


def test_another_ending_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ThroughlineError, match=r"End it in \.png, \.svg or \.pdf"):
        export_picture(drawings.empty(), tmp_path / "picture.jpg")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be written"):
        export_picture(drawings.empty(), tmp_path / "nowhere" / "picture.png")


def test_a_full_disk_leaves_the_older_picture(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"the older one")
    program = """
        import resource, signal, sys
        from pathlib import Path
        from journeys.errors import StorageError
        from tests.widgets.drawings import cart_rescue
        from widgets.canvas.export import export_picture
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            export_picture(cart_rescue(), Path(sys.argv[1]))
        except StorageError as error:
            print(error)
    """
    ended = python(root, program, str(path))
    assert "cannot be written" in ended.stdout, ended.stderr
    assert path.read_bytes() == b"the older one"
    assert list(tmp_path.iterdir()) == [path]


BROKEN = {
    "libEGL.so.1": "raise ImportError('libEGL.so.1: cannot open shared object file')",
    "": "raise ImportError('this Qt does not load')",
}


@pytest.mark.parametrize("library", BROKEN)
def test_where_qt_does_not_load_the_library_it_lacks_is_named(
    root: Path, tmp_path: Path, library: str
) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text(BROKEN[library])
    program = """
        import sys
        sys.path.insert(0, sys.argv[1])
        from pathlib import Path
        from journeys.document.journey import Journey
        from widgets.canvas.export import PictureUnavailableError, export_picture
        try:
            export_picture(Journey(id="empty"), Path("none.png"))
        except PictureUnavailableError as error:
            print(repr(error.library), error)
    """
    ended = python(root, program, str(tmp_path))
    assert ended.stdout.startswith(f"{library!r} Pictures cannot be painted:"), ended.stderr
    assert library in ended.stdout.split(":", 1)[1]


def test_no_screen_is_asked_for(root: Path, tmp_path: Path) -> None:
    """Qt ends a process whose screen does not answer; a picture needs none."""
    program = """
        import os, sys
        os.environ |= {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"}
        from pathlib import Path
        from journeys.document.journey import Journey
        from widgets.canvas.export import export_picture
        export_picture(Journey(id="empty"), Path(sys.argv[1]))
        print(os.environ["QT_QPA_PLATFORM"])
    """
    path = tmp_path / "picture.png"
    ended = python(root, program, str(path))
    assert ended.stdout == "xcb\n", ended.stderr
    assert path.stat().st_size


def test_qt_survives_many_calls(root: Path) -> None:
    """Some releases of PySide6 drop a reference to None with every painter call, and abort."""
    program = """
        from PySide6.QtGui import QImage, QPainter
        from widgets.application import ready_to_paint
        ready_to_paint()
        image = QImage(50, 50, QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(image)
        for _ in range(200_000):
            painter.drawRect(1, 1, 5, 5)
        painter.end()
        print("alive")
    """
    ended = python(root, program)
    assert ended.stdout == "alive\n", ended.stderr


def python(root: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", textwrap.dedent(program), *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
