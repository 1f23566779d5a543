"""Reads the words of a message as a tree, without ever working anything out.

Jinja evaluates constants while it compiles, so a template from elsewhere is only parsed here. Its
trees know lines alone; here each token bears its offset in the place of its line, so every part
of the tree knows exactly where it stands.
"""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import TokenStream

from journeys.content.fault import Fault, Places
from journeys.content.limits import DEEPEST_BRACKETS, LONGEST_NAME, LONGEST_TEMPLATE
from journeys.content.syntax import spoken

OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
LONGEST_NUMBER = 30
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
ESCAPES = frozenset("\\'\"\nabfnrtvxuUN")
BLOCKS = frozenset(("if", "for", "with"))


class SyntaxFaultError(Exception):
    """A template cannot be read as a tree; `fault` says why and where."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.words)
        self.fault = fault


class _LimitError(TemplateSyntaxError):
    """Something is larger than it may be; the message is already for people."""


class PlacedEnvironment(Environment):
    """Jinja's grammar with offsets in place of lines; good for parsing alone."""

    def __init__(self) -> None:
        super().__init__(keep_trailing_newline=True, extensions=())

    def _tokenize(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> TokenStream:
        placed = self._placed(source, state)
        return TokenStream(self.lexer.wrap(placed, name, filename), name, filename)

    def _placed(self, source: str, state: str | None) -> Iterator[tuple[int, str, str]]:
        """Yield the tokens with their offsets; what Jinja drops between them is white space."""
        offset, depth = 0, 0
        tokens = self.lexer.tokeniter(source, None, None, state)
        while True:
            try:
                _, sort, text = next(tokens)
            except StopIteration:
                return
            except TemplateSyntaxError as error:
                raise TemplateSyntaxError(error.message or "", _near(source, offset)) from error
            at = source.index(text, offset)
            offset = at + len(text)
            depth += (text in OPENING) - (text in CLOSING) if sort == "operator" else 0
            _limit(sort, text, depth, at)
            yield at, sort, text


def _near(source: str, offset: int) -> int:
    """Return where the next thing after an offset begins."""
    rest = source[offset:]
    return offset + len(rest) - len(rest.lstrip())


def _opening(source: str, error: TemplateSyntaxError) -> int:
    """Return where a slip is: for a block that is never closed, where it was opened."""
    said = error.message or ""
    if "Missing end of" in said:
        return max(source.rfind("{#" if "comment" in said else "{%", 0, error.lineno), 0)
    if "Unexpected end of template" not in said:
        return error.lineno
    opened: list[tuple[str, int]] = []
    for tag in re.finditer(r"\{%[-+]?\s*(\w+)", source):
        if tag[1].startswith("end") and opened:
            opened.pop()
        elif tag[1] in BLOCKS:
            opened.append((tag[1], tag.start()))
    return opened[-1][1] if opened else error.lineno


def _limit(sort: str, text: str, depth: int, at: int) -> None:
    if depth > DEEPEST_BRACKETS:
        raise _LimitError(f"More than {DEEPEST_BRACKETS} brackets stand inside each other.", at)
    if sort == "name" and len(text) > LONGEST_NAME:
        raise _LimitError(f"A name has more than {LONGEST_NAME} letters.", at)
    if sort in ("integer", "float") and len(text) > LONGEST_NUMBER:
        raise _LimitError(f"A number has more than {LONGEST_NUMBER} digits.", at)
    if sort == "string" and not set(ESCAPED.findall(text)) <= ESCAPES:
        raise TemplateSyntaxError("unknown escape", at)


GRAMMAR = PlacedEnvironment()


def unified(source: str) -> str:
    """Return a template with one kind of line break, as it is read."""
    return source.replace("\r\n", "\n").replace("\r", "\n")


def parse(source: str) -> nodes.Template:
    """Return the tree of a template with unified line breaks; `lineno` of its parts is an offset.

    Raises SyntaxFaultError.
    """
    places = Places(source)
    if len(source) > LONGEST_TEMPLATE:
        words = f"The text has more than {LONGEST_TEMPLATE:,} letters."
        raise SyntaxFaultError(Fault("too_long", words, places.at(0), "Make it shorter."))
    try:
        return GRAMMAR.parse(source)
    except _LimitError as error:
        fault = Fault("too_deep", error.message or "", places.at(error.lineno), "Make it simpler.")
        raise SyntaxFaultError(fault) from error
    except TemplateSyntaxError as error:
        words, attempt = spoken(error.message or "")
        offset = min(_opening(source, error), len(source))
        raise SyntaxFaultError(Fault("syntax", words, places.at(offset), attempt)) from error
    except RecursionError as error:
        words = "Too many parts stand inside each other."
        fault = Fault("too_deep", words, places.at(0), "Make it simpler.")
        raise SyntaxFaultError(fault) from error
