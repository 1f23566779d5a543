"""What the program remembers from one start to the next: files lately open, and choices made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import Field, ValidationError

from app.settings import Settings
from journeys.errors import StorageError
from journeys.simulation.breaks import Break
from journeys.values import Value, evolve
from storage.files import keeping, write_whole

MOST_RECENT = 12
MOST_BREAKS = 200
FILE = "memory.json"
NO_STEPS: Mapping[str, str] = MappingProxyType({})


class Remembered(Value):
    """Everything that is remembered; a file that cannot be read is as good as none.

    `steps` are pairs of a recent file and the step in it that was changed last; `breaks` are those
    of test runs, of all journeys; `events` are the files whose customers are in use, none for the
    sample shop, and `zone` is that of their times; `place` is the folder where a file was last
    looked for or put, `kept` the one where a journey was last kept.
    """

    recent: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
    settings: Settings = Settings()
    breaks: tuple[Break, ...] = ()
    events: tuple[str, ...] = ()
    zone: str = "UTC"
    place: str = ""
    kept: str = ""
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

    def step(self, path: Path) -> str:
        """Return the step of a recent file that was changed last; empty where it is not known."""
        return dict(self._now.steps).get(str(path), "")

    def remember(self, path: Path, step: str = "") -> None:
        """Put a file first among the recent ones, with the step that was changed last."""
        others = (each for each in self._now.recent if each != str(path))
        self._list((str(path), *others), {str(path): step or self.step(path)})

    def forget(self, path: Path) -> None:
        """Take a file off the recent ones; the file itself stays."""
        self._list(tuple(each for each in self._now.recent if each != str(path)))

    def replace(self, path: Path, found: Path) -> None:
        """Remember where a recent file is now, in the place it had among the others."""
        kept = (str(found) if each == str(path) else each for each in self._now.recent)
        self._list(tuple(dict.fromkeys(kept)), {str(found): self.step(path)})

    def _list(self, recent: tuple[str, ...], steps: Mapping[str, str] = NO_STEPS) -> None:
        recent = recent[:MOST_RECENT]
        known = {**dict(self._now.steps), **steps}
        kept = tuple((path, known[path]) for path in recent if known.get(path))
        self._keep(evolve(self._now, recent=recent, steps=kept))

    def choose(self, settings: Settings) -> None:
        """Remember other settings."""
        self._keep(evolve(self._now, settings=settings))

    @property
    def breaks(self) -> tuple[Break, ...]:
        """The breaks that test runs take, of whichever journey."""
        return self._now.breaks

    def take_breaks(self, breaks: tuple[Break, ...]) -> None:
        """Remember other breaks; of too many the oldest are forgotten."""
        self._keep(evolve(self._now, breaks=breaks[-MOST_BREAKS:]))

    @property
    def events(self) -> tuple[tuple[Path, ...], str]:
        """The files of events that are in use, and the zone of their times; no files: the shop."""
        return tuple(Path(path) for path in self._now.events), self._now.zone

    def use_events(self, paths: tuple[Path, ...], zone: str) -> None:
        """Remember which files of events are in use."""
        events = tuple(str(path) for path in paths)
        if (events, zone) != (self._now.events, self._now.zone):
            self._keep(evolve(self._now, events=events, zone=zone))

    @property
    def place(self) -> Path | None:
        """The folder where a file was last looked for or put; None where there is none."""
        place = Path(self._now.place)
        return place if self._now.place and place.is_dir() else None

    def remember_place(self, place: Path) -> None:
        """Remember the folder where a file was looked for or put."""
        self._keep(evolve(self._now, place=str(place)))

    @property
    def kept(self) -> Path | None:
        """The folder where a journey was last kept; None where there is none."""
        kept = Path(self._now.kept)
        return kept if self._now.kept and kept.is_dir() else None

    def remember_kept(self, folder: Path) -> None:
        """Remember the folder where a journey was kept."""
        self._keep(evolve(self._now, kept=str(folder)))

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
