"""The front door: `python3 -m app` sets itself up on a fresh machine, then does as it is told."""

import sys

from app import bootstrap

STOPPED = 130

if __name__ == "__main__":
    bootstrap.enter()
    try:
        from app.cli.main import main

        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # before the command line was there to say so
        sys.stderr.write("Stopped.\n")
        sys.exit(STOPPED)
