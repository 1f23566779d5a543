"""Text as it stands on the screen: its font, how wide it runs, and where it is cut off."""

import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from importlib import resources

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtGui import Qt as Rich

from widgets.theme import FALLBACKS, FAMILY, Style

FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")
UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
BYTE_ORDER_MARK = "\ufeff"
LONGEST = 2_000
HYPHEN, SIGNS, JOINER = "-", "-_/.", "\u200d"
FEWEST_BEFORE = 2
UNSURE = 8
NO_CHARACTER = 0xFFFE  # the last two of every plane


@cache
def font(style: Style) -> QFont:
    """Return the font of a style, with figures of one width; an application must be there."""
    bring_fonts()
    made = QFont()
    made.setFamilies([FAMILY, *FALLBACKS])
    made.setPixelSize(style.size)
    made.setWeight(QFont.Weight(style.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def metrics(style: Style) -> QFontMetricsF:
    """Return what is known of a style's sizes."""
    return QFontMetricsF(font(style))


def width(text: str, style: Style) -> float:
    """Return how many pixels a text runs at 100 %."""
    return metrics(style).horizontalAdvance(text)


def cut(text: str, style: Style, room: float) -> str:
    """Return as much of a text as the room holds, with an ellipsis where it goes on."""
    return metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=4_096)
def lines(text: str, style: Style, room: float, most: int) -> tuple[str, ...]:
    """Return a text in lines as wide as the room, at most so many; the last may be cut.

    Words that are wider than the room go on in the next line.
    """
    found: list[str] = []
    space = _word_width(" ", style)
    for paragraph in text[:LONGEST].splitlines() or [""]:
        line, taken = "", 0.0
        for word in visible(paragraph).split(" "):
            longer = f"{line} {word}" if line else word
            wide = taken + (space if line else 0) + _word_width(word, style)
            is_held = wide < room if abs(wide - room) > UNSURE else width(longer, style) <= room
            if is_held:
                line, taken = longer, wide
                continue
            *full, line = ([line] if line else []) + _parts(word, style, room)
            found.extend(full)
            taken = _word_width(line, style)
        found.append(line)
    shown = found[:most]
    if len(found) > len(shown) > 0:
        last = shown[-1]
        more = f"{last[:-1]}\u2026" if last.endswith(HYPHEN) else f"{last} \u2026"
        shown[-1] = cut(more, style, room)
    return tuple(shown)


@lru_cache(maxsize=8_192)
def _word_width(word: str, style: Style) -> float:
    """Return how wide a word is: with those beside it nearly as wide as all of them together."""
    return width(word, style)


def _parts(word: str, style: Style, room: float) -> list[str]:
    """Return a word in parts as wide as the room: after a sign within it, else with a hyphen."""
    found = []
    while width(word, style) > room and len(word) > 1:
        whole = range(1, len(word))
        end = max(1, bisect_right(whole, room, key=lambda to: width(word[:to] + HYPHEN, style)))
        after_sign = max(word.rfind(sign, 0, end) for sign in SIGNS) + 1
        if after_sign > FEWEST_BEFORE:
            part = word[:after_sign]
        else:
            while end > 1 and _belongs_before(word[end]):
                end -= 1
            has_cases = all(word[at].lower() != word[at].upper() for at in (end - 1, end))
            part = word[:end] + (HYPHEN if has_cases else "")
            after_sign = end
        found.append(part)
        word = word[after_sign:]
    return [*found, word]


def _belongs_before(char: str) -> bool:
    """Say whether a character is one with what stands before it, as an accent is."""
    return char == JOINER or unicodedata.category(char).startswith("M")


def visible(text: str) -> str:
    """Return a text on one line, without the characters that no file of text can hold."""
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(char if _is_seen(char) else " " for char in text).split())


def _is_seen(char: str) -> bool:
    is_character = ord(char) & NO_CHARACTER != NO_CHARACTER and char != BYTE_ORDER_MARK
    return is_character and unicodedata.category(char) not in UNSEEN


def tip(text: str) -> str:
    """Return a text for a tool tip, which would take it for markup, and fetch what that names."""
    return Rich.convertFromPlainText(text) if Rich.mightBeRichText(text) else text


@cache
def bring_fonts() -> None:
    """Give Qt the letters that come with the program, once."""
    for name in FILES:
        try:
            content = resources.files("resources").joinpath("fonts", name).read_bytes()
        except OSError:
            continue  # without it the letters of the system do
        QFontDatabase.addApplicationFontFromData(content)
