"""Makes machine code of the kernel, or leaves it as the plain Python it is written in."""

import hashlib
import importlib
import inspect
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from threading import RLock
from types import ModuleType
from typing import Any, TypeVar, get_type_hints

KERNEL = "journeys.simulation.kernel"
ROOT = Path(__file__).parent

# No reference counts, no Python errors: the kernel only reads and writes three blocks of numbers.
OPTIONS: dict[str, Any] = {
    "cache": True,
    "nogil": True,
    "error_model": "numpy",
    "_nrt": False,
}

F = TypeVar("F", bound=Callable[..., Any])

_lock = RLock()
_forms: dict[str, ModuleType] = {}
_is_plain = False


def is_plain() -> bool:
    """Say whether the kernel is being loaded as plain Python."""
    return _is_plain


def jit(function: F) -> F:
    """Compile a function of the kernel for the types it declares; in plain form leave it alone.

    `list[int]` stands for int64[], which the compiled form takes in its place.
    """
    if _is_plain:
        return function
    import numba  # the plain form does without it

    setattr(numba.config, "CACHE_DIR", str(cache_folder()))  # noqa: B010 numba does not declare it
    hints = get_type_hints(function)
    returns = _machine_type(hints.pop("return"))
    takes = [_machine_type(hints[name]) for name in inspect.signature(function).parameters]
    made: F = numba.njit(returns(*takes), **OPTIONS)(function)
    return made


def _machine_type(hint: Any) -> Any:  # noqa: ANN401 numba's types have none of their own
    from numba import types  # the plain form does without it

    if hint is type(None):
        return types.void
    if hint is int:
        return types.int64
    if hint is bool:
        return types.boolean
    return types.int64[::1]


@cache
def cache_folder() -> Path:
    """Return the folder of the machine code of exactly this source.

    Numba looks at one file at a time; a function is stale when any file it calls has changed.
    """
    digest = hashlib.sha256(sys.version.encode())
    sources = (*ROOT.glob("kernel/*.py"), *(ROOT.parent / "program").glob("*.py"), Path(__file__))
    for file in sorted(sources):
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
    """Return the kernel as machine code; the first time it takes a while to compile."""
    return _form("compiled")


def plain_kernel() -> ModuleType:
    """Return the kernel as plain Python, made from the same source; it takes lists."""
    return _form("plain")


def _form(name: str) -> ModuleType:
    global _is_plain  # noqa: PLW0603 the decorator has no other way to know
    with _lock:
        if name not in _forms:
            kept = _taken_out()
            _is_plain = name == "plain"
            try:
                with nullcontext() if _is_plain else _places_from_the_front():
                    _forms[name] = importlib.import_module(f"{KERNEL}.front")
            finally:
                _is_plain = False
                _taken_out()
                sys.modules.update(kept)
        return _forms[name]


def _taken_out() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name.startswith(f"{KERNEL}.")]
    return {name: sys.modules.pop(name) for name in names}


@contextmanager
def _places_from_the_front() -> Iterator[None]:
    """Compile indexing without the question whether a place is counted from the end; none is."""
    from numba.np import arrayobj  # the plain form does without it

    usual = arrayobj.fix_integer_index
    arrayobj.fix_integer_index = lambda _context, _builder, _type, index, _size: index
    try:
        yield
    finally:
        arrayobj.fix_integer_index = usual
