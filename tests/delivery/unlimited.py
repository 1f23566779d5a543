"""A worker as it is on a system that puts no limit on memory, such as macOS."""

import sys

from app.delivery import worker


def main() -> None:
    """Be such a worker."""
    sys.platform = "darwin"
    worker.main()
