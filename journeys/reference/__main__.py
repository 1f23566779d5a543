"""Writes all pages into a folder: `python -m journeys.reference docs/reference`."""

import sys
from pathlib import Path

from journeys.reference.pages import pages

if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():  # noqa: PLR2004  itself, and the folder
        sys.exit("Name the folder of the reference: python -m journeys.reference docs/reference")
    for place, page in pages().items():
        path = Path(sys.argv[1]) / place
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(page.encode())
