"""`python3 -m tests`: sets itself up, then runs every proof, or those its arguments name."""

import sys

from app import bootstrap

if __name__ == "__main__":
    bootstrap.enter(bootstrap.TEST_REQUIREMENTS)
    import pytest

    arguments = sys.argv[1:]
    if any(argument.startswith("--long") for argument in arguments):
        arguments.append("--timeout=0")  # a long proof takes the time it takes
    sys.exit(pytest.main(arguments))
