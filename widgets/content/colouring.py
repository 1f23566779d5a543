"""Colours the words of a part: what is put in, what steers, texts, and the tags of HTML."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from journeys.content.sort import Sort
from widgets.content.units import units
from widgets.theme import Theme

LAST_OF_ONE = "\uffff"  # what comes behind it takes two of Qt's units
WORDS, OUTPUT, STATEMENT, COMMENT, TAG, REMARK = 0, 1, 2, 3, 4, 5
LONGEST = 20_000
ENDS = {
    OUTPUT: re.compile(r"-?\}\}"),
    STATEMENT: re.compile(r"-?%\}"),
    COMMENT: re.compile(r"#\}"),
    TAG: re.compile(r">"),
    REMARK: re.compile(r"-->"),
}
STARTS = {"{{": OUTPUT, "{%": STATEMENT, "{#": COMMENT}
OPENING = re.compile(r"\{\{|\{%|\{#")
MARKUP = re.compile(r"\{\{|\{%|\{#|<!--|</?(?=[A-Za-z!])")
INSIDE = re.compile(
    r"(?P<text>\"[^\"]*\"?|'[^']*'?)|(?P<filter>\|\s*\w+)"
    r"|(?P<name>[A-Za-z_]\w*(?:\.\w+|\[\d+\])*)|(?P<number>\d+)"
)
OF_TAG = re.compile(
    r"(?P<text>\"[^\"{>]*\"?|'[^'{>]*'?)|(?P<called>(?<=<)\w+|(?<=/)\w+)|\{\{|\{%|\{#"
)
STEERS = frozenset(
    (
        *("if", "elif", "else", "endif", "for", "in", "endfor", "set", "with", "endwith"),
        *("and", "or", "not", "is", "defined", "none", "true", "false", "loop"),
    )
)


class Colouring(QSyntaxHighlighter):
    """Colours a document, line by line, in the colours of a theme.

    What stands behind the first letters of a very long line, such as a picture written out, stays
    plain: all of a line is coloured anew with every key.
    """

    def __init__(self, document: QTextDocument, sort: Sort, theme: Theme) -> None:
        super().__init__(document)
        self._is_markup = sort is Sort.HTML
        self._inks: dict[str, QTextCharFormat] = {}
        self._line = ""
        self._mix(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._mix(theme)
        self.rehighlight()

    def _mix(self, theme: Theme) -> None:
        tints = theme.tints
        self._inks = {
            "name": _ink(tints["update"].ink, QFont.Weight.Medium),
            "steers": _ink(tints["split"].ink),
            "text": _ink(tints["sms"].ink),
            "number": _ink(tints["sms"].ink),
            "filter": _ink(theme.second_ink),
            "brace": _ink(theme.third_ink),
            "called": _ink(tints["email"].ink),
        }

    def highlightBlock(self, text: str) -> None:
        """Colour one line; a state says what is open at its end."""
        state, at = max(self.previousBlockState(), WORDS), 0
        within = state >> 4
        self._line = text if max(text, default="") > LAST_OF_ONE else ""
        state &= 15
        while at < len(text):
            if at > LONGEST:
                state, within = WORDS, WORDS
                break
            if state == WORDS:
                at, state = self._plain(text, at)
            elif state == TAG:
                at, state, within = self._tag(text, at)
            else:
                at, is_over = self._placed(text, at, state)
                state, within = (within, WORDS) if is_over else (state, within)
        self.setCurrentBlockState(state | within << 4)

    def _plain(self, text: str, at: int) -> tuple[int, int]:
        found = (MARKUP if self._is_markup else OPENING).search(text, at)
        if found is None:
            return len(text), WORDS
        self._colour(found.start(), found.end(), "steers" if found[0] == "{%" else "brace")
        state = STARTS.get(found[0], REMARK if found[0] == "<!--" else TAG)
        return found.end() - (state == TAG), state

    def _tag(self, text: str, at: int) -> tuple[int, int, int]:
        end = ENDS[TAG].search(text, at)
        for found in OF_TAG.finditer(text, at):
            if end is not None and found.start() >= end.start():
                break
            if found[0] in STARTS:
                ink = "steers" if found[0] == "{%" else "brace"
                self._colour(found.start(), found.end(), ink)
                return found.end(), STARTS[found[0]], TAG
            self._colour(found.start(), found.end(), str(found.lastgroup))
        if end is None:
            return len(text), TAG, WORDS
        self._colour(end.start(), end.end(), "brace")
        return end.end(), WORDS, WORDS

    def _placed(self, text: str, at: int, state: int) -> tuple[int, bool]:
        """Colour what stands in braces; return where it ends on this line, and whether it does."""
        if state in (COMMENT, REMARK):
            end = ENDS[state].search(text, at)
            stop = end.end() if end else len(text)
            self._colour(at, stop, "brace")
            return stop, end is not None
        closing = ENDS[state]
        while at < len(text):
            if end := closing.match(text, at):
                self._colour(end.start(), end.end(), "steers" if state == STATEMENT else "brace")
                return end.end(), True
            found = INSIDE.match(text, at)
            if found is None:
                at += 1
                continue
            kind = str(found.lastgroup)
            self._colour(at, found.end(), "steers" if found[0] in STEERS else kind)
            at = found.end()
        return at, False

    def _colour(self, start: int, end: int, kind: str) -> None:
        if self._line:
            start, end = units(self._line, start), units(self._line, end)
        self.setFormat(start, end - start, self._inks[kind])


def _ink(colour: str, weight: QFont.Weight | None = None) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if weight is not None:
        made.setFontWeight(weight)
    return made
