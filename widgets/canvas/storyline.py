"""The way of one customer, lit up: its paths in colour, its steps ringed and numbered."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from widgets.canvas.brush import area, box, shadow, words
from widgets.canvas.edges import line_along
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.routing import Route
from widgets.canvas.scene import Scene
from widgets.canvas.steps import PlacedStep
from widgets.canvas.story import Ended, Story
from widgets.canvas.tag import sized
from widgets.canvas.tags import frame_on
from widgets.canvas.tinting import faint
from widgets.canvas.ways import Pair, Placed
from widgets.icons import paint_icon
from widgets.lettering import width
from widgets.theme import COUNT, END_LABEL, META, Theme

LINE = 3
HALO = 10
HALO_STRENGTH = 0.18
BADGE = 22
CURRENT = 5
MOST_BADGES = 4
STUB = 30
STUB_HEIGHT = 46
STUB_TEXT = 36


@dataclass(frozen=True, slots=True)
class Stub:
    """Where a story stopped: the card that says so, and from where a dashed line leads to it."""

    ended: Ended
    begin: Point
    frame: Rect


@dataclass(frozen=True, slots=True)
class Storyline:
    """Where a story runs: the frames of its steps, and the ways between them."""

    story: Story
    frames: dict[str, Rect]
    pairs: frozenset[Pair]
    ways: tuple[Route, ...]
    stub: Stub | None

    @classmethod
    def of(cls, story: Story, scene: Scene) -> "Storyline":
        """Find the places of a story; what is no longer in the journey is left out."""
        steps = dict.fromkeys(name for name in story.steps if name in scene.steps.place)
        pairs = sorted(
            {(source, target) for source, _, target in story.edges} & scene.ways.ports.keys()
        )
        return cls(
            story,
            {name: scene.steps.frame(name) for name in steps},
            frozenset(pairs),
            tuple(scene.ways.between(pair) for pair in pairs),
            _stub(story, scene),
        )

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps that were come to."""
        return tuple(self.frames)

    def shown(self, step: PlacedStep) -> PlacedStep:
        """Return a step as the story shows it: a message that was not sent says so."""
        why = self.story.unsent.get(step.node.id, "")
        return replace(step, unsent=why) if why else step

    def tag(self, scene: Scene, pair: Pair) -> Placed | None:
        """Return the chip of a path while a story is shown: who goes this way, and when."""
        chip, when = scene.ways.chips.get(pair), self.story.times.get(pair, "")
        if chip is None and not when:
            return None
        made = sized(chip.title if chip else "", when, is_told=pair in self.pairs)
        return made, frame_on(scene, pair, made.width)


def paint_storyline(painter: QPainter, storyline: Storyline, theme: Theme) -> None:
    """Paint the paths that were taken."""
    for colour, size in ((faint(theme.accent, HALO_STRENGTH), HALO), (QColor(theme.accent), LINE)):
        pen = QPen(colour, size)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(QBrush())
        for way in storyline.ways:
            painter.drawPath(line_along(way))


def paint_badges(painter: QPainter, storyline: Storyline, theme: Theme) -> None:
    """Paint the numbers of the decisions at each step, and where the customer stopped."""
    story, stub = storyline.story, storyline.stub
    if stub is not None:
        _paint_stub(painter, stub, theme)
        _paint_badge(painter, Point(stub.frame.x, stub.frame.y), stub.ended.number, story, theme)
    for name, frame in storyline.frames.items():
        shown = _shown(story, name)
        for place, number in enumerate(shown):
            centre = Point(frame.x + 4 + place * (BADGE + 2), frame.y)
            _paint_badge(painter, centre, number, story, theme)


def _shown(story: Story, name: str) -> list[int]:
    """Return the numbers that have room on a step: the first ones, and the current one."""
    ended = story.ended.number if story.ended else 0
    numbers = [each for each in story.numbers.get(name, ()) if each != ended]
    shown = numbers[:MOST_BADGES]
    if story.at in numbers[MOST_BADGES:]:
        shown[-1] = story.at
    return shown


def _paint_badge(painter: QPainter, centre: Point, number: int, story: Story, theme: Theme) -> None:
    badge = Rect.around(centre, BADGE, BADGE)
    if number == story.at:
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(faint(theme.accent, 2 * HALO_STRENGTH))
        painter.drawEllipse(area(badge.grown(CURRENT)))
    box(painter, badge.grown(1.5), BADGE / 2 + 1.5, theme.background)
    box(painter, badge, BADGE / 2, theme.accent)
    text = str(number)
    begin = badge.centre.x - width(text, COUNT) / 2
    words(painter, text, Point(begin, badge.centre.y), COUNT, theme.on_accent)


def _stub(story: Story, scene: Scene) -> Stub | None:
    """Return where it is said that a customer stopped: beside the step where there is room."""
    ended = story.ended
    if ended is None or ended.step not in scene.steps.place:
        return None
    step = scene.steps.frame(ended.step)
    wide = STUB_TEXT + max(width(ended.words, END_LABEL), width(ended.when, META)) + 14
    top = step.centre.y - STUB_HEIGHT / 2
    right = Rect(step.right + STUB, top, wide, STUB_HEIGHT)
    left = Rect(step.x - STUB - wide, top, wide, STUB_HEIGHT)
    is_right = not scene.steps.meeting(right) or bool(scene.steps.meeting(left))
    begin = Point(step.right if is_right else step.x, step.centre.y)
    return Stub(ended, begin, right if is_right else left)


def _paint_stub(painter: QPainter, stub: Stub, theme: Theme) -> None:
    frame, ended = stub.frame, stub.ended
    pen = QPen(QColor(theme.accent), LINE)
    pen.setDashPattern([2, 1.4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    end = frame.x if stub.begin.x < frame.x else frame.right
    painter.drawLine(QPointF(stub.begin.x, stub.begin.y), QPointF(end, stub.begin.y))
    shadow(painter, frame, 10, theme)
    box(painter, frame, 10, theme.card, theme.border)
    icon = Rect.around(Point(frame.x + 20, frame.centre.y), 16, 16)
    ink = theme.bad if ended.icon == "log-out" else theme.warning
    paint_icon(painter, ended.icon, area(icon), ink)
    left = frame.x + STUB_TEXT
    words(painter, ended.words, Point(left, frame.centre.y - 8), END_LABEL, theme.ink)
    words(painter, ended.when, Point(left, frame.centre.y + 9), META, theme.second_ink)
