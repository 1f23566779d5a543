"""Take a picture of every room of the product, in both themes, with the sample shop in it.

Or one of every kind of step, as it stands on the canvas with its ways out, or of their forms.
"""

import argparse
import json
import math
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.cli.options import CANNOT, FINE
from app.cli.output import put_json
from app.cli.text import show, tell
from app.libraries import install_line, missing_system_packages
from journeys.errors import ThroughlineError

NAME = "screenshots"
HELP = "take a picture of every room, light and dark, or of every kind of step"
EXAMPLES = """\
examples:
  python3 -m app screenshots pictures
  python3 -m app screenshots pictures --size 1280x800
  python3 -m app screenshots pictures --scale 1.5
  python3 -m app screenshots pictures --steps
  python3 -m app screenshots pictures --forms --size 1280x800

No screen is needed."""
LEAST, MOST = 400, 8_000


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `screenshots`."""
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to put them in")
    parser.add_argument(
        "--size", type=size, default=(1_600, 1_000), metavar="WxH", help="default: 1600x1000"
    )
    parser.add_argument(
        "--scale", type=float, choices=(1.0, 1.25, 1.5, 2.0), default=1.0, help="of the screen"
    )
    parser.add_argument(
        "--steps", action="store_true", help="the kinds of steps instead, in light, at twice 100 %%"
    )
    parser.add_argument(
        "--forms", action="store_true", help="the forms instead: fresh, filled in, wrong"
    )
    parser.add_argument("--json", action="store_true", help="say in JSON what was written")


def run(given: argparse.Namespace) -> int:
    """Take the pictures, or say what is missing for them."""
    missing = missing_system_packages()
    if missing:
        tell(
            "There are no pictures: Qt needs libraries that this system does not have.",
            f"On Debian or Ubuntu this line installs them: {install_line(missing)}",
        )
        return CANNOT
    try:
        given.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ThroughlineError(
            f"{given.out} cannot be made: {error.strerror}.", "Name another folder."
        ) from error
    names = [str(path) for path in (_of_steps(given) if given.steps else _of_rooms(given))]
    if given.json:
        put_json({"pictures": [*names]})
    else:
        show(*names)
    return FINE


def _of_rooms(given: argparse.Namespace) -> Iterator[Path]:
    os.environ["QT_SCALE_FACTOR"] = str(given.scale)
    with tempfile.TemporaryDirectory(prefix="throughline-") as own:
        os.environ["QT_QPA_PLATFORM"] = platform(Path(own), given.size, given.scale)
        from app.picturing import forms, pictures

        yield from (forms if given.forms else pictures)(given.out, given.size)


def _of_steps(given: argparse.Namespace) -> Iterator[Path]:
    from journeys.document.kinds import kinds
    from journeys.reference.specimens import specimen, with_ways_out
    from widgets.canvas.export import export_steps

    for kind, made in kinds().items():
        path = given.out / f"{kind}.png"
        export_steps(with_ways_out(specimen(made)), path)
        yield path


def platform(folder: Path, size: tuple[int, int], scale: float) -> str:
    """Return the platform of a screen as large as the window, written down in a folder.

    On a smaller one all that opens over the window would stand elsewhere than people see it.
    """
    file = folder / "screen.json"
    if ":" in str(file):  # Qt parts what it is told about a platform at every colon
        return "offscreen"
    wide, high = (math.ceil(each * scale) for each in size)
    screen = {"x": 0, "y": 0, "width": wide, "height": high, "logicalDpi": 96,
              "logicalBaseDpi": 96, "dpr": 1, "name": "window"}  # fmt: skip
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={file}"


def size(text: str) -> tuple[int, int]:
    """Read a size such as 1600x1000."""
    wide, _, high = text.partition("x")
    if not (wide.isascii() and wide.isdigit() and high.isascii() and high.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1600x1000")
    if not all(LEAST <= int(each) <= MOST for each in (wide, high)):
        raise argparse.ArgumentTypeError(f"{text!r} is too small or too large")
    return int(wide), int(high)
