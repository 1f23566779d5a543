"""Makes machine code of the kernel, or leaves it as the plain Python it is written in."""

import hashlib
import importlib
import os
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import RLock
from types import ModuleType
from typing import Any, TypeVar

KERNEL = "journeys.simulation.kernel"
ROOT = Path(__file__).parent

F = TypeVar("F", bound=Callable[..., Any])

_lock = RLock()
_forms: dict[str, ModuleType] = {}
_is_plain = False


def is_plain() -> bool:
    """True while the kernel is being loaded as plain Python."""
    return _is_plain


def jit(function: F) -> F:
    """Compile a function of the kernel when it is first called; in plain form leave it alone."""
    if _is_plain:
        return function
    import numba  # noqa: PLC0415 the plain form does without it

    numba.config.CACHE_DIR = str(cache_folder())
    made: F = numba.njit(cache=True, nogil=True)(function)
    return made


@cache
def cache_folder() -> Path:
    """Return the folder of the machine code of exactly this source.

    Numba looks at one file at a time; a function is stale when any file it calls has changed.
    """
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted([*ROOT.glob("kernel/*.py"), ROOT.parent / "program" / "operations.py"]):
        digest.update(file.read_bytes())
    base = os.environ.get("XDG_CACHE_HOME") or str(Path("~").expanduser() / ".cache")
    folder = Path(base) / "throughline" / f"kernel-{digest.hexdigest()[:16]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = Path(tempfile.gettempdir()) / f"throughline-{os.getuid()}" / folder.name
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def kernel() -> ModuleType:
    """Return the kernel's loop as machine code."""
    return _form("compiled")


def plain_kernel() -> ModuleType:
    """Return the kernel's loop as plain Python, made from the same source; it takes lists."""
    return _form("plain")


def _form(name: str) -> ModuleType:
    global _is_plain  # noqa: PLW0603 the decorator has no other way to know
    with _lock:
        if name not in _forms:
            kept = {key: sys.modules.pop(key) for key in list(sys.modules) if key.startswith(f"{KERNEL}.")}
            _is_plain = name == "plain"
            try:
                _forms[name] = importlib.import_module(f"{KERNEL}.loop")
            finally:
                _is_plain = False
                for key in [key for key in sys.modules if key.startswith(f"{KERNEL}.")]:
                    del sys.modules[key]
                sys.modules.update(kept)
        return _forms[name]
