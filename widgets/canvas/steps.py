"""Where each step stands and how big it is: cards, and pills for the light steps between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journeys.document.node import Node
from journeys.document.problems import Problem
from widgets.canvas.geometry import Point, Rect
from widgets.lettering import cut, lines, visible, width
from widgets.theme import CARD_LINE, CARD_TITLE, PILL_TITLE, STRIP
from widgets.wording import step_words

CARD_WIDTH = 252
HEADER_HEIGHT = 68
TITLE_LEFT = 64
PADDING = 12
BESIDE_TITLE = 15

PILL_HEIGHT = 40
PILL_TITLE_LEFT = 42
PILL_TITLE_RIGHT = 16

STRIP_LEFT = 28
STRIP_LINE = 14
STRIP_PADDING = 6
STRIP_LINES = 2
STRIP_BELOW = 10

FIGURES_HEIGHT = 33
MOST_FIGURES = 3


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step with its frame on the canvas and the words that fit into it.

    `strip` holds the lines that say what is wrong, `figures` what the step did in a run; both are
    empty where there is nothing to say. `unsent` says why the customer of a story got nothing
    here; it stands where the figures stood.
    """

    node: Node
    frame: Rect
    title: str
    line: str = ""
    strip: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    unsent: str = ""

    @property
    def is_pill(self) -> bool:
        """True for a light step."""
        return self.node.card.is_pill

    @property
    def entrance(self) -> Point:
        """Where paths lead in: the middle of the top."""
        return Point(self.frame.centre.x, self.frame.y)

    @property
    def way_out(self) -> Point:
        """Where all paths begin: the middle of the bottom."""
        return Point(self.frame.centre.x, self.frame.bottom)

    @property
    def strip_frame(self) -> Rect:
        """Where the words stand that say what is wrong."""
        inset = STRIP_PADDING if self.is_pill else PADDING
        height = strip_height(self.strip)
        top = self.frame.bottom - inset - height - (FIGURES_HEIGHT if self.figures else 0)
        return Rect(self.frame.x + inset, top, self.frame.width - 2 * inset, height)

    def moved(self, by: Point) -> "PlacedStep":
        """Return the step so much further to the right and down."""
        frame = self.frame
        there = Rect(frame.x + by.x, frame.y + by.y, frame.width, frame.height)
        return replace(self, frame=there)


def loose_step(node: Node, problems: Sequence[Problem], sentence: str = "") -> PlacedStep:
    """Return a step in a column of 252 pixels that begins at (0, 0); a pill stands in its middle.

    A card with a problem grows by the strip that says so, and by a line for what it did in a run,
    which is given in parts with commas between them.
    """
    strip = _strip(problems)
    if node.card.is_pill:
        return _pill(node, strip)
    figures = tuple(sentence.split(", "))[:MOST_FIGURES] if sentence else ()
    extra = strip_height(strip) + STRIP_BELOW if strip else 0
    extra += FIGURES_HEIGHT if figures else 0
    room = CARD_WIDTH - TITLE_LEFT - PADDING
    return PlacedStep(
        node,
        Rect(0, 0, CARD_WIDTH, HEADER_HEIGHT + extra),
        cut(visible(step_words(node)), CARD_TITLE, room - BESIDE_TITLE),
        cut(visible(node.summary()), CARD_LINE, room),
        strip,
        figures,
    )


def _pill(node: Node, strip: tuple[str, ...]) -> PlacedStep:
    room = CARD_WIDTH - PILL_TITLE_LEFT - PILL_TITLE_RIGHT
    title = cut(visible(pill_title(node)), PILL_TITLE, room)
    around = PILL_TITLE_LEFT + PILL_TITLE_RIGHT
    wide = CARD_WIDTH if strip else 2 * round((width(title, PILL_TITLE) + around) / 2)
    extra = strip_height(strip) + STRIP_PADDING if strip else 0
    frame = Rect((CARD_WIDTH - wide) / 2, 0, wide, PILL_HEIGHT + extra)
    return PlacedStep(node, frame, title, strip=strip)


def pill_title(node: Node) -> str:
    """Return the one line a pill has room for: its title, else what it does."""
    return node.title or node.summary() or step_words(node)


def strip_height(strip: tuple[str, ...]) -> int:
    """Return how high the strip of a problem is."""
    return len(strip) * STRIP_LINE + 2 * STRIP_PADDING if strip else 0


def _strip(problems: Sequence[Problem]) -> tuple[str, ...]:
    if not problems:
        return ()
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    room = CARD_WIDTH - 2 * PADDING - STRIP_LEFT - PADDING / 2
    return lines((problems[0].brief or problems[0].words) + more, STRIP, room, STRIP_LINES)


def by_step(problems: Sequence[Problem]) -> Mapping[str | None, tuple[Problem, ...]]:
    """Return problems by the step they belong to, in the same order."""
    found: dict[str | None, tuple[Problem, ...]] = {}
    for problem in problems:
        found[problem.node] = (*found.get(problem.node, ()), problem)
    return found
