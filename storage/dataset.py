"""Keeps a data set as files of plain arrays, so that millions of events open in an instant."""

import json
import shutil
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import ValidationError

from journeys.errors import NewerFileError, UnreadableFileError
from journeys.people.population import ColumnType
from journeys.program.vocabulary import Column, Vocabulary
from journeys.simulation.dataset import Dataset
from journeys.values import Value, Whole
from storage.files import keeping, settle

FORMAT = 1
CONTENTS = "dataset.json"
WORDS = "words.json"


class Stored(Value):
    """One file of a kept data set, with what it must be to be the one that was written."""

    name: str
    digest: str


class Contents(Value):
    """What a folder with a data set holds; `id` tells one data set from every other."""

    version: Whole
    id: str
    customers: Whole
    events: Whole
    files: tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The texts of a data set as they are written."""

    vocabulary: Vocabulary
    ids: tuple[str, ...]

    def written(self) -> bytes:
        plain = {
            "events": self.vocabulary.events,
            "columns": [_plain(column) for column in self.vocabulary.columns],
            "attributes": [_plain(column) for column in self.vocabulary.attributes],
            "texts": self.vocabulary.texts,
            "ids": self.ids,
        }
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def save(dataset: Dataset, folder: Path) -> str:
    """Keep a data set in a folder of its own, as a whole or not at all, and return its id.

    What stood in the folder before is replaced. Raises StorageError when there is no room.
    """
    with keeping(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name[:80]}.", dir=folder.parent))
        try:
            id_ = _write(dataset, fresh)
            settle(fresh)
            _put_in_place(fresh, folder)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
    return id_


def load(folder: Path) -> Dataset:
    """Open a kept data set; its arrays stay on the disk until they are needed.

    Raises UnreadableFileError when something is missing or damaged, NewerFileError when a newer
    Throughline wrote it.
    """
    contents = read_contents(folder)
    arrays: dict[str, npt.NDArray[Any]] = {}
    for stored in contents.files:
        path = folder / stored.name
        if Path(stored.name).name != stored.name or _digest(path) != stored.digest:
            raise _damaged(folder, f"{stored.name} is not what was written")
        if stored.name != WORDS:
            try:
                found = np.load(path, mmap_mode="c", allow_pickle=False)
            except (ValueError, OSError, EOFError) as error:
                raise _damaged(folder, f"{stored.name} is no array") from error
            arrays[path.stem] = np.asarray(found)
    try:
        words = _read_words((folder / WORDS).read_bytes())
        return Dataset(vocabulary=words.vocabulary, ids=words.ids, **arrays)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder, "its parts do not fit together") from error


def read_contents(folder: Path) -> Contents:
    """Return what a folder says it holds; raises like `load`."""
    try:
        plain = json.loads((folder / CONTENTS).read_bytes())
        version = plain["version"]
        if type(version) is int and version > FORMAT:
            raise NewerFileError(
                f"The data set {folder.name} was written by a newer Throughline.",
                "Update Throughline to open it.",
            )
        contents = Contents.model_validate(plain)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, ValidationError) as error:
        raise _damaged(folder, f"{CONTENTS} cannot be read") from error
    if contents.version != FORMAT or contents.id != _id(contents.files):
        raise _damaged(folder, f"{CONTENTS} is not what was written")
    return contents


def _write(dataset: Dataset, folder: Path) -> str:
    for name, array in dataset.arrays().items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
    (folder / WORDS).write_bytes(_Words(dataset.vocabulary, dataset.ids).written())
    files = tuple(Stored(name=path.name, digest=_digest(path)) for path in sorted(folder.iterdir()))
    contents = Contents(
        version=FORMAT,
        id=_id(files),
        customers=dataset.customers,
        events=dataset.events,
        files=files,
    )
    (folder / CONTENTS).write_text(json.dumps(contents.plain(), indent=2) + "\n", "utf-8")
    for path in folder.iterdir():
        settle(path)
    return contents.id


def _put_in_place(fresh: Path, folder: Path) -> None:
    if not folder.exists():
        fresh.rename(folder)
    else:
        old = Path(tempfile.mkdtemp(prefix=f".{folder.name[:80]}.", dir=folder.parent))
        folder.rename(old / "old")
        fresh.rename(folder)
        shutil.rmtree(old)
    settle(folder.parent)


def _digest(path: Path) -> str:
    found = sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                found.update(block)
    except OSError:
        return ""
    return found.hexdigest()


def _id(files: tuple[Stored, ...]) -> str:
    return sha256("".join(f"{file.name}={file.digest}\n" for file in files).encode()).hexdigest()


def _plain(column: Column) -> list[str | int]:
    return [column.name, column.type.value, column.scale]


def _read_words(content: bytes) -> _Words:
    plain = json.loads(content)
    columns, attributes = (
        tuple(Column(name, ColumnType(type_), scale) for name, type_, scale in plain[part])
        for part in ("columns", "attributes")
    )
    return _Words(
        Vocabulary(tuple(plain["events"]), columns, attributes, tuple(plain["texts"])),
        tuple(plain["ids"]),
    )


def _damaged(folder: Path, why: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"The data set {folder.name} is damaged: {why}.", "Import its files again."
    )
