"""Signs in finished words that no one can see, so that they can be shown and not only suffered."""

import re
import unicodedata
from dataclasses import dataclass

UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """One sign that cannot be seen: where it stands, and what Unicode calls it."""

    offset: int
    letter: str

    @property
    def name(self) -> str:
        """Its name in small letters, as `right-to-left override`."""
        return unicodedata.name(self.letter, f"U+{ord(self.letter):04X}").lower()


def marks(words: str) -> tuple[Mark, ...]:
    """Return the signs that cannot be seen: marks of direction, and spaces without width.

    What joins emoji, or letters of Arabic and Persian, is part of how they are written, and none
    of them.
    """
    return tuple(Mark(found.start(), found[0]) for found in UNSEEN.finditer(words))
