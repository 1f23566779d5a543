"""Where in the markup of a message its values stand: some places no value can make safe.

Escaping keeps a value inside the text, or inside the quotation marks of an attribute. It cannot
do so without quotation marks, in the name of a tag or an attribute, or in a script or a style; and
a link may begin with something that runs. The rules are those of the HTML standard's tokenizer,
as far as they decide this (https://html.spec.whatwg.org/multipage/parsing.html).
"""

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
    """A place in HTML: what surrounds it, in which tag and attribute, and if its value began."""

    where: Where = Where.TEXT
    tag: str = ""
    attribute: str = ""
    has_begun: bool = False


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
        return replace(state, has_begun=state.has_begun or bool(piece.strip()))
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
        begun = all(end.has_begun for end in ends)
        first, *rest = [replace(end, has_begun=begun) for end in ends]
        if any((end.where, end.attribute) != (first.where, first.attribute) for end in rest):
            words = "A tag or an attribute that begins in {% if %} or {% for %} does not end in it."
            self._fault(node.lineno, words, "Write the whole tag inside, or the whole outside.")
        return first

    def _value(self, part: nodes.Expr, state: State) -> State:
        attempt = QUOTE
        match state.where:
            case Where.TEXT:
                return state
            case Where.DOUBLE | Where.SINGLE if (
                not state.attribute.startswith("on") and state.attribute not in BARRED
            ):
                if state.attribute in LINKS and not state.has_begun:
                    self.links.add(id(part))  # and the next value too: two can make one address
                return state
            case Where.DOUBLE | Where.SINGLE:
                words = f"A value cannot stand in {state.attribute!r}."
                attempt = "Choose with {% if %} between texts of your own."
            case Where.RUN:
                words = f"A value cannot stand in {state.where.value}."
                attempt = "Choose with {% if %} between texts of your own."
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
