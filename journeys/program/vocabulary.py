"""What a data set speaks of: its events, their properties, customer attributes, and all texts."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from journeys.conditions.patterns import pattern
from journeys.dates import WrittenDate
from journeys.people.population import ColumnType, Content

MISSING = -(2**63)
MISSING_CODE = -1
UNKNOWN = MISSING + 1

NARROW = frozenset({ColumnType.TEXT, ColumnType.TRUTH})


@dataclass(frozen=True, slots=True)
class Column:
    """A property or an attribute; decimals are kept as integers of `scale` decimals."""

    name: str
    type: ColumnType
    scale: int = 0

    @property
    def is_narrow(self) -> bool:
        """True when its values stand in the 32-bit block: text codes and truths."""
        return self.type in NARROW

    @property
    def is_number(self) -> bool:
        """True for whole numbers and decimals."""
        return self.type in (ColumnType.WHOLE, ColumnType.DECIMAL)


@dataclass(frozen=True)
class Vocabulary:
    """The names of a data set; a text is known by its place in `texts`.

    `columns` lists the narrow ones first, in the order of the blocks of the data set. `mixed` are
    the events known to have more than one currency, `lacking` the pairs of event and property of
    which it is known that no row has them, `undated` the attributes known to hold texts and no
    date among them.
    """

    events: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    attributes: tuple[Column, ...] = ()
    texts: tuple[str, ...] = ()
    mixed: frozenset[str] = frozenset()
    lacking: frozenset[tuple[str, str]] = frozenset()
    undated: frozenset[str] = frozenset()

    @cached_property
    def event_codes(self) -> Mapping[str, int]:
        """The type code of each event name."""
        return {name: code for code, name in enumerate(self.events)}

    @cached_property
    def column_places(self) -> Mapping[str, int]:
        """The place of each property in `columns`."""
        return {column.name: place for place, column in enumerate(self.columns)}

    @cached_property
    def attribute_places(self) -> Mapping[str, int]:
        """The place of each attribute in `attributes`."""
        return {column.name: place for place, column in enumerate(self.attributes)}

    @cached_property
    def text_codes(self) -> Mapping[str, int]:
        """The code of each text."""
        return {text: code for code, text in enumerate(self.texts)}

    def with_more(self, attributes: Sequence[Column], texts: Iterable[str]) -> "Vocabulary":
        """Return the same with more attributes and texts behind; itself where there is nothing new.

        What was worked out of the texts here is used there.
        """
        more = tuple(dict.fromkeys(text for text in texts if text not in self.text_codes))
        if not attributes and not more:
            return self
        return Widened(
            self.events,
            self.columns,
            (*self.attributes, *attributes),
            (*self.texts, *more),
            self.mixed,
            self.lacking,
            self.undated,
            self,
        )

    def texts_as_compared(self, *, exactly: bool) -> Mapping[str, Sequence[int]]:
        """Return the codes of all texts by the form in which they are compared (R125)."""
        return self._exactly if exactly else self._folded

    def texts_matching(self, written: str) -> Sequence[int]:
        """Return the codes of all texts that hold a pattern (R203), found once for each."""
        if written not in self._patterns:
            self._patterns[written] = self._by_pattern(written)
        return self._patterns[written]

    def _by_pattern(self, written: str) -> Sequence[int]:
        finds = pattern(written)
        return [code for code, text in enumerate(self.texts) if finds(text)]

    @cached_property
    def _patterns(self) -> dict[str, Sequence[int]]:
        return {}

    @cached_property
    def _exactly(self) -> Mapping[str, Sequence[int]]:
        return self._by_form(exactly=True)

    @cached_property
    def _folded(self) -> Mapping[str, Sequence[int]]:
        return self._by_form(exactly=False)

    def _by_form(self, *, exactly: bool) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for code, text in enumerate(self.texts):
            found.setdefault(fold(text, exactly=exactly), []).append(code)
        return found

    @cached_property
    def dates(self) -> Mapping[int, WrittenDate]:
        """The dates among the texts, by code (R211)."""
        found = ((code, WrittenDate.parse(text)) for code, text in enumerate(self.texts))
        return {code: written for code, written in found if written is not None}

    @cached_property
    def narrow(self) -> int:
        """How many properties stand in the 32-bit block."""
        return sum(column.is_narrow for column in self.columns)

    def decode(self, column: Column, value: int) -> Content:
        """Turn an engine value of a column back into what stood in the data."""
        if value in (MISSING, UNKNOWN) or (column.is_narrow and value < 0):
            return None
        if column.type is ColumnType.TEXT:
            return self.texts[value]
        if column.type is ColumnType.TRUTH:
            return bool(value)
        if column.type is ColumnType.DECIMAL:
            return Decimal(value).scaleb(-column.scale)
        return value


@dataclass(frozen=True)
class Widened(Vocabulary):
    """A vocabulary with more attributes and texts behind those of `base`."""

    base: Vocabulary = field(default_factory=Vocabulary)

    @cached_property
    def dates(self) -> Mapping[int, WrittenDate]:
        """The texts that are dates, by their codes (R211)."""
        first = len(self.base.texts)
        more = (
            (code, WrittenDate.parse(text)) for code, text in enumerate(self.texts[first:], first)
        )
        return {**self.base.dates, **{code: date for code, date in more if date is not None}}

    def _by_pattern(self, written: str) -> Sequence[int]:
        finds, first = pattern(written), len(self.base.texts)
        more = (code for code, text in enumerate(self.texts[first:], first) if finds(text))
        return (*self.base.texts_matching(written), *more)

    def _by_form(self, *, exactly: bool) -> Mapping[str, Sequence[int]]:
        found = dict(self.base.texts_as_compared(exactly=exactly))
        first = len(self.base.texts)
        for code, text in enumerate(self.texts[first:], first):
            form = fold(text, exactly=exactly)
            found[form] = (*found.get(form, ()), code)
        return found


def fold(text: str, *, exactly: bool) -> str:
    """Return the form in which texts are compared (R125)."""
    composed = unicodedata.normalize("NFC", text)
    return composed if exactly else unicodedata.normalize("NFC", composed.casefold())
