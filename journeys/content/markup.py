"""Where in the markup of a message its values stand: some places no value can make safe.

Escaping keeps a value inside the text, or inside the quotation marks of an attribute. It cannot
do so without quotation marks, in the name of a tag or an attribute, or in a script or a style; and
a link may begin with something that runs, also where only a value makes it so. The rules are those
of the HTML standard's tokenizer, as far as they decide this (https://html.spec.whatwg.org/multipage/parsing.html).
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from jinja2 import nodes

from journeys.content.fault import Fault, Places

QUOTE = 'Put quotation marks around it: name="{{ value }}".'
RUNS = frozenset(("script", "style"))
LINKS = frozenset(
    ("href", "src", "action", "formaction", "background", "cite", "poster", "data", "xlink:href")
)
BARRED = frozenset(("style", "srcdoc", "srcset"))
VALUE = "\0"  # what stands for a value in the opening of an attribute
SETTLED = re.compile(r"[^:/?#]*[:/?#]")
MADE = re.compile(rf"[^:/?#]*{VALUE}[^:/?#]*:")
PICTURE = r"data:image/(?:png|gif|jpeg|webp)[;,]"
RUNNING = re.compile(rf"(?!{PICTURE})(?:javascript|vbscript|data):", re.IGNORECASE)
UNSEEN = re.compile(r"[\x01-\x20]+")
CHOOSE = "Choose with {% if %} between texts of your own."
WRITE = "Write its beginning as text: https://"


class Where(Enum):
    """What surrounds a place in HTML."""

    TEXT = "the text"
    RUN = "a script or a style"
    TAG = "a tag"
    OPEN = "the name of a tag"
    EQUALS = "an attribute without quotation marks"
    BARE = "an attribute that has no quotation marks"
    DOUBLE = '"'
    SINGLE = "'"


@dataclass(frozen=True, slots=True)
class State:
    """A place in HTML: what surrounds it, in which tag and attribute.

    `opening` is how the text of the attribute begins, up to where it is settled what a link opens.
    """

    where: Where = Where.TEXT
    tag: str = ""
    attribute: str = ""
    opening: str = ""

    @property
    def is_open(self) -> bool:
        """True where a link can still become one that runs something."""
        return self.attribute in LINKS and not SETTLED.match(self.opening)

    def with_more(self, text: str) -> "State":
        """Return the same place with more text of the attribute before it."""
        return replace(self, opening=self.opening + text) if self.is_open else self


PIECES = {
    Where.TEXT: re.compile(r"[^<]+|<!--|</?[A-Za-z][^\s/>]*|</?"),
    Where.OPEN: re.compile(r"[A-Za-z]|"),
    Where.TAG: re.compile(r"[\s/]+|>|[^\s/>=]+|="),
    Where.EQUALS: re.compile(r"\s+|\"|'|>|[^\s>\"']+"),
    Where.BARE: re.compile(r"[^\s>]+|\s+|>"),
    Where.DOUBLE: re.compile(r'[^"]+|"'),
    Where.SINGLE: re.compile(r"[^']+|'"),
}


def after(state: State, text: str) -> State:
    """Return the place behind a text that begins at a place."""
    at = 0
    while at < len(text):
        if state.where is Where.RUN:
            end = re.compile(rf"</{state.tag}(?=[\s/>])", re.IGNORECASE).search(text, at)
            if end is None:
                return state
            at, state = end.end(), State(Where.TAG, "/" + state.tag)
            continue
        piece = PIECES[state.where].match(text, at)
        at = piece.end() if piece else at + 1
        state = _step(state, piece[0] if piece else "")
    return state


def _step(state: State, piece: str) -> State:
    """Return the place behind one piece of markup."""
    if state.where in (Where.TEXT, Where.OPEN):
        return _in_text(state, piece)
    if state.where in (Where.DOUBLE, Where.SINGLE):
        if piece == state.where.value:
            return State(Where.TAG, state.tag)
        return state.with_more(UNSEEN.sub("", html.unescape(piece)))
    if piece == ">":
        return State(Where.RUN if state.tag in RUNS else Where.TEXT, state.tag)
    return _in_tag(state, piece)


def _in_text(state: State, piece: str) -> State:
    if state.where is Where.OPEN:
        return State(Where.TAG, piece.lower()) if piece.isalpha() else State()
    if piece in ("<", "</"):
        return State(Where.OPEN)
    is_tag = re.match(r"</?[A-Za-z]", piece)
    return State(Where.TAG, piece[1:].lower()) if is_tag else state


def _in_tag(state: State, piece: str) -> State:
    is_space = not piece.strip(" \t\r\n\f/")
    if state.where is Where.EQUALS:
        if piece in ('"', "'"):
            return replace(state, where=Where(piece))
        return state if is_space else replace(state, where=Where.BARE)
    if state.where is Where.BARE:
        return State(Where.TAG, state.tag) if is_space else state
    if piece == "=":
        return replace(state, where=Where.EQUALS)
    return state if is_space else replace(state, attribute=piece.lower())


class Markup:
    """Goes through the tree of an HTML part; `links` holds the ids of values that begin a link."""

    def __init__(self, source: str) -> None:
        self.faults: list[Fault] = []
        self.links: set[int] = set()
        self._places = Places(source)
        self._source = source

    def check(self, root: nodes.Template) -> None:
        """Note every value that stands where none can be safe."""
        end = self._body(root.body, State())
        if end.where is not Where.TEXT and not self.faults:
            words = "The text ends inside a tag, a script or a style."
            self._fault(len(self._source), words, "Close it.")

    def _body(self, body: Iterable[nodes.Node], state: State) -> State:
        for node in body:
            state = self._statement(node, state)
        return state

    def _statement(self, node: nodes.Node, state: State) -> State:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    if isinstance(part, nodes.TemplateData):
                        self._made(part, state)
                        state = after(state, part.data)
                    else:
                        state = self._value(part, state)
            case nodes.If():
                branches = [branch.body for branch in (node, *node.elif_)]
                ends = [self._body(body, state) for body in (*branches, node.else_)]
                return self._joined(node, ends)
            case nodes.For():
                return self._joined(node, [state, self._body(node.body, state)])
            case nodes.With():
                return self._body(node.body, state)
        return state

    def _joined(self, node: nodes.Node, ends: list[State]) -> State:
        ends = sorted(ends, key=lambda end: (end.is_open, VALUE in end.opening), reverse=True)
        first, *rest = ends
        if any((end.where, end.attribute) != (first.where, first.attribute) for end in rest):
            words = "A tag or an attribute that begins in {% if %} or {% for %} does not end in it."
            self._fault(node.lineno, words, "Write the whole tag inside, or the whole outside.")
        return first

    def _made(self, part: nodes.TemplateData, state: State) -> None:
        """Note text that would make the beginning of a link from a value: {{ value }}://."""
        if state.is_open and VALUE in state.opening:
            more = state.with_more(part.data.partition(state.where.value)[0])
            if MADE.match(more.opening):
                words = "What a link opens cannot be made from a value and a colon."
                self._fault(part.lineno, words, WRITE)

    def _value(self, part: nodes.Expr, state: State) -> State:
        attempt = QUOTE
        match state.where:
            case Where.TEXT:
                return state
            case Where.DOUBLE | Where.SINGLE if RUNNING.match(state.opening):
                words, attempt = "A value cannot stand in a link that runs something.", WRITE
            case Where.DOUBLE | Where.SINGLE if (
                not state.attribute.startswith("on") and state.attribute not in BARRED
            ):
                if state.is_open:
                    self.links.add(id(part))  # and the next value too: two can make one address
                return state.with_more(VALUE)
            case Where.DOUBLE | Where.SINGLE:
                words, attempt = f"A value cannot stand in {state.attribute!r}.", CHOOSE
            case Where.RUN:
                words, attempt = f"A value cannot stand in {state.where.value}.", CHOOSE
            case _:
                words = f"A value cannot stand in {state.where.value}."
        self._fault(_beginning(part), words, attempt)
        return replace(state, where=Where.BARE) if state.where is Where.EQUALS else state

    def _fault(self, offset: int, words: str, attempt: str) -> None:
        self.faults.append(Fault("markup", words, self._places.at(offset), attempt))


def _beginning(part: nodes.Node) -> int:
    """Return the offset of what is written first in a value."""
    while isinstance(part, (nodes.Getattr, nodes.Getitem, nodes.Filter)) and part.node:
        part = part.node
    return part.lineno
