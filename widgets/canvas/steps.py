"""Where each step stands and how big it is: cards, and pills for the light steps between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journeys.document.node import Node
from journeys.document.problems import Problem
from journeys.names import NO_NAMES, Names
from widgets.canvas.geometry import Point, Rect
from widgets.lettering import lines, visible, width
from widgets.theme import CARD_LINE, CARD_TITLE, PILL_TITLE, STRIP, Style
from widgets.wording import step_words

CARD_WIDTH = 252
HEADER_HEIGHT = 68
TITLE_LEFT = 64
PADDING = 12
BESIDE_TITLE = 15
LINE_ROOM = CARD_WIDTH - TITLE_LEFT - PADDING
TITLE_ROOM = LINE_ROOM - BESIDE_TITLE
HELD = 3
ROW = 16

PILL_HEIGHT = 40
PILL_TITLE_LEFT = 42
PILL_TITLE_RIGHT = 16
PILL_ROOM = CARD_WIDTH - PILL_TITLE_LEFT - PILL_TITLE_RIGHT
PILL_HELD = 2
PILL_ROW = 15

STRIP_LEFT = 22
STRIP_RIGHT = 6
STRIP_LINE = 14
PILL_STRIP_LEFT = 17

FIGURES_HEIGHT = 33
MOST_FIGURES = 3

ON_SCREEN, IN_FULL = 2, 16


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step with its frame on the canvas and the words that fit into it, in lines.

    `strip` holds the lines that say what is wrong, `figures` what the step did in a run; both are
    empty where there is nothing to say. `unsent` says why the customer of a story got nothing
    here; it stands where the figures stood.
    """

    node: Node
    frame: Rect
    title: tuple[str, ...]
    line: tuple[str, ...] = ()
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
    def head(self) -> Rect:
        """The part of the frame that holds the words: all of it but the figures."""
        frame = self.frame
        height = frame.height - (FIGURES_HEIGHT if self.figures else 0)
        return Rect(frame.x, frame.y, frame.width, height)

    def moved(self, by: Point) -> "PlacedStep":
        """Return the step so much further to the right and down."""
        frame = self.frame
        there = Rect(frame.x + by.x, frame.y + by.y, frame.width, frame.height)
        return replace(self, frame=there)


def loose_step(
    node: Node,
    problems: Sequence[Problem],
    sentence: str = "",
    names: Names = NO_NAMES,
    *,
    in_full: bool = False,
) -> PlacedStep:
    """Return a step in a column of 252 pixels that begins at (0, 0); a pill stands in its middle.

    How high it is follows from its words and from what it did in a run, which is given in parts
    with commas between them: what is wrong takes the room of the line under the title, so that
    nothing moves when a problem comes or goes. In full, as in a picture that nobody can point at,
    all words are there and it is as high as they need.
    """
    if node.card.is_pill:
        return _pill(node, problems, names, in_full=in_full)
    most = IN_FULL if in_full else ON_SCREEN
    says = node.line(names)
    title, line = _said(step_words(node), CARD_TITLE, most), _said(says, CARD_LINE, most)
    rows = max(HELD, len(title) + len(line))
    room = LINE_ROOM - STRIP_LEFT - STRIP_RIGHT
    strip = _strip(problems, room, IN_FULL if in_full else rows - len(title))
    if in_full:
        rows = max(HELD, len(title) + len(line) + len(strip))
    elif strip:
        line = _said(says, CARD_LINE, min(most, rows - len(title) - len(strip)))
    figures = tuple(sentence.split(", "))[:MOST_FIGURES] if sentence else ()
    height = _height(rows) + (FIGURES_HEIGHT if figures else 0)
    return PlacedStep(node, Rect(0, 0, CARD_WIDTH, height), title, line, strip, figures)


def usual_height(node: Node, names: Names = NO_NAMES) -> int:
    """Return how high a step is on the screen, whatever is wrong with it, before a run."""
    if node.card.is_pill:
        return PILL_HEIGHT
    title = _said(step_words(node), CARD_TITLE, ON_SCREEN)
    if len(title) <= HELD - ON_SCREEN:
        return HEADER_HEIGHT  # the lines under it always have room
    return _height(len(title) + len(_said(node.line(names), CARD_LINE, ON_SCREEN)))


def full_height(node: Node, names: Names = NO_NAMES) -> int:
    """Return how high a step is on the screen, with room for what a message does in a run."""
    return usual_height(node, names) + (FIGURES_HEIGHT if node.card.group == "Messages" else 0)


def _height(rows: int) -> int:
    return HEADER_HEIGHT + ROW * max(0, rows - HELD)


def _said(text: str, style: Style, most: int) -> tuple[str, ...]:
    room = TITLE_ROOM if style is CARD_TITLE else LINE_ROOM
    return lines(visible(text), style, room, most) if text and most > 0 else ()


def _pill(node: Node, problems: Sequence[Problem], names: Names, *, in_full: bool) -> PlacedStep:
    room = PILL_ROOM - PILL_STRIP_LEFT
    strip = _strip(problems, room, IN_FULL if in_full else 1)
    most = IN_FULL if in_full else PILL_HELD - len(strip)
    title = lines(visible(pill_title(node, names)), PILL_TITLE, PILL_ROOM, most)
    widest = max(
        *(width(line, PILL_TITLE) for line in title),
        *(width(line, STRIP) + PILL_STRIP_LEFT for line in strip),
        0,
    )
    wide = 2 * round((widest + PILL_TITLE_LEFT + PILL_TITLE_RIGHT) / 2)
    height = PILL_HEIGHT + PILL_ROW * max(0, len(title) + len(strip) - PILL_HELD)
    return PlacedStep(node, Rect((CARD_WIDTH - wide) / 2, 0, wide, height), title, strip=strip)


def pill_title(node: Node, names: Names = NO_NAMES) -> str:
    """Return what a pill has room for: its title, else what it does."""
    return node.title or node.line(names) or step_words(node)


def _strip(problems: Sequence[Problem], room: float, most: int) -> tuple[str, ...]:
    if not problems:
        return ()
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return lines((problems[0].brief or problems[0].words) + more, STRIP, room, most)


def by_step(problems: Sequence[Problem]) -> Mapping[str | None, tuple[Problem, ...]]:
    """Return problems by the step they belong to, in the same order."""
    found: dict[str | None, tuple[Problem, ...]] = {}
    for problem in problems:
        found[problem.node] = (*found.get(problem.node, ()), problem)
    return found
