"""The ready-made journeys that come along: to try, to change, to learn from."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

FOLDER = "samples"
ENDING = ".json"


@cache
def samples() -> Mapping[str, bytes]:
    """Return the bytes of each sample journey's file by its name, in alphabetical order."""
    folder = files("resources").joinpath(FOLDER)
    found = {
        file.name.removesuffix(ENDING): file.read_bytes()
        for file in folder.iterdir()
        if file.name.endswith(ENDING)
    }
    return MappingProxyType(dict(sorted(found.items())))
