"""Long proofs: a short seeded sample of each runs every time, all of it when asked for by name.

A long proof is a test marked `@pytest.mark.long("name")`; it asks `long_run("name")` how much
to do. `python3 -m tests --long name` runs those of that name in full, and nothing else.
"""

import os
from collections.abc import Iterable

ASKED = "THROUGHLINE_LONG_PROOFS"


def ask_for(names: Iterable[str]) -> None:
    """Ask for long proofs by name, in this process and those it starts."""
    os.environ[ASKED] = ",".join(names)


def asked_for() -> tuple[str, ...]:
    """Return the names of the long proofs asked for."""
    return tuple(filter(None, os.environ.get(ASKED, "").split(",")))


def long_run(name: str) -> bool:
    """Return whether the proof of this name is to run in full."""
    return name in asked_for()
