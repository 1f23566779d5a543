"""Every kind of step has its picture in the reference, and it shows what the program paints now."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from journeys.document.kinds import kinds
from journeys.document.node import Node
from journeys.reference.specimens import specimen, with_ways_out
from tests.app.speaking import said
from widgets.canvas.apart import MARGIN, NARROWEST, Apart
from widgets.canvas.export import PAINTER, SCALE, export_steps, painted_by

FOLDER = Path("docs") / "reference" / "pictures"
REMAKE = f"python3 -m app screenshots {FOLDER.as_posix()} --steps"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
WIDEST, HIGHEST, HEAVIEST = 3_000, 1_000, 150_000
NOT_SEEN = 12  # of 255: what rounding may make of an edge that is smoothed


def opened(path: Path) -> QImage:
    assert path.is_file(), f"{path.name} is not there: {REMAKE}"
    assert path.read_bytes().startswith(SIGNATURE)
    image = QImage(str(path))
    assert not image.isNull()
    return image


def colours(image: QImage) -> np.ndarray:
    whole = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(whole.constBits(), np.uint8).reshape(whole.height(), whole.width(), 4)


def painted(made: type[Node], folder: Path) -> QImage:
    path = folder / f"{made.kind}.png"
    export_steps(with_ways_out(specimen(made)), path)
    return opened(path)


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_has_a_picture_of_sensible_size(root: Path, kind: str) -> None:
    image = opened(root / FOLDER / f"{kind}.png")
    assert SCALE * NARROWEST <= image.width() <= WIDEST
    assert SCALE * 2 * MARGIN < image.height() <= HIGHEST
    assert (root / FOLDER / f"{kind}.png").stat().st_size < HEAVIEST


@pytest.mark.parametrize("kind", kinds())
def test_the_picture_shows_what_the_program_paints(root: Path, tmp_path: Path, kind: str) -> None:
    published = opened(root / FOLDER / f"{kind}.png")
    fresh = painted(kinds()[kind], tmp_path)
    assert fresh.size() == published.size(), f"it is of another size now: {REMAKE}"
    if published.text(PAINTER) != painted_by():
        pytest.skip(f"it was painted by {published.text(PAINTER)}, here paints {painted_by()}")
    apart = np.abs(colours(fresh).astype(int) - colours(published))
    assert apart.max() <= NOT_SEEN, f"it looks another way now: {REMAKE}"


def test_no_picture_is_left_of_a_kind_that_is_gone(root: Path) -> None:
    assert {path.name for path in (root / FOLDER).iterdir()} == {f"{kind}.png" for kind in kinds()}


@pytest.mark.parametrize("kind", kinds())
def test_every_way_out_is_in_the_picture_and_nothing_wrong_is_told(kind: str) -> None:
    node = specimen(kinds()[kind])
    drawing = Apart.of(with_ways_out(node)).drawing
    assert drawing.steps[0].node == node
    assert len(drawing.links) == len(node.ports())
    titles = {link.chip.title for link in drawing.links if link.chip}
    assert len(titles) == sum(bool(port.title) for port in node.ports())
    assert not any(step.strip for step in drawing.steps)


def test_kinds_do_not_look_alike(root: Path) -> None:
    contents = {(root / FOLDER / f"{kind}.png").read_bytes() for kind in kinds()}
    assert len(contents) == len(kinds())


def test_the_command_paints_one_picture_a_kind(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    ended = said("screenshots", folder, "--steps")
    assert ended.code == 0
    paths = [folder / f"{kind}.png" for kind in kinds()]
    assert ended.out.split() == [str(path) for path in paths]
    for path in paths:
        assert opened(path).text(PAINTER) == painted_by()
