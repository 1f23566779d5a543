"""The front door: `python3 -m app` sets itself up on a fresh machine, then does as it is told."""

import sys

from app import bootstrap

if __name__ == "__main__":
    bootstrap.enter()
    from app.cli.main import main

    sys.exit(main(sys.argv[1:]))
