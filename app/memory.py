"""What the program remembers from one start to the next: files lately open, and choices made."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from app.settings import Settings
from journeys.errors import StorageError
from journeys.values import Value, evolve
from storage.files import keeping, write_whole

MOST_RECENT = 12
FILE = "memory.json"


class Remembered(Value):
    """Everything that is remembered; a file that cannot be read is as good as none."""

    recent: tuple[str, ...] = ()
    settings: Settings = Settings()
    window: Annotated[str, Field(pattern="^([0-9a-f]{2})*$")] = ""


@dataclass
class Memory:
    """Owns the file in which things are remembered, in a folder of the program's own."""

    folder: Path

    def __post_init__(self) -> None:
        self._now = self._read()

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files that were open lately, the newest first."""
        return tuple(Path(path) for path in self._now.recent)

    @property
    def settings(self) -> Settings:
        """What was chosen."""
        return self._now.settings

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        others = tuple(each for each in self._now.recent if each != str(path))
        self._keep(evolve(self._now, recent=(str(path), *others)[:MOST_RECENT]))

    def forget(self, path: Path) -> None:
        """Take a file off the recent ones; the file itself stays."""
        others = tuple(each for each in self._now.recent if each != str(path))
        self._keep(evolve(self._now, recent=others))

    def choose(self, settings: Settings) -> None:
        """Remember other settings."""
        self._keep(evolve(self._now, settings=settings))

    @property
    def window(self) -> bytes:
        """Where the window stood last, in Qt's own words; nothing the first time."""
        return bytes.fromhex(self._now.window)

    def remember_window(self, place: bytes) -> None:
        """Remember where the window stands."""
        self._keep(evolve(self._now, window=place.hex()))

    def _keep(self, now: Remembered) -> None:
        self._now = now
        text = json.dumps(now.plain(), indent=2, sort_keys=True)
        try:
            with keeping(self.folder):
                self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self.folder / FILE, f"{text}\n".encode())
        except StorageError:
            return  # what is remembered for comfort alone is not worth a word

    def _read(self) -> Remembered:
        try:
            return Remembered.model_validate_json((self.folder / FILE).read_bytes())
        except (OSError, ValidationError):
            return Remembered()
