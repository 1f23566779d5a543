"""How a step looks: a card with its icon, title and second line, or a pill for a light step."""

from dataclasses import replace

from PySide6.QtGui import QColor, QPainter

from widgets.canvas.brush import area, box, dashed_box, shadow, words
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.saying import STRIP_ICON, Said, paint_sign, paint_strip, paint_words
from widgets.canvas.steps import (
    FIGURES_HEIGHT,
    HELD,
    LINE_ROOM,
    PADDING,
    PILL_HEIGHT,
    PILL_ROW,
    PILL_STRIP_LEFT,
    PILL_TITLE_LEFT,
    STRIP_LINE,
    PlacedStep,
)
from widgets.icons import paint_icon
from widgets.lettering import cut, lines, width
from widgets.theme import (
    CARD_LINE,
    FIGURE_WORDS,
    FIGURES,
    PILL_TITLE,
    STRIP,
    Theme,
    Tint,
)

CARD_RADIUS = 12
TILE = Rect(12, 14, 40, 40)
TILE_RADIUS = 10
TILE_ICON = 20

CIRCLE = Rect(6, 6, 28, 28)
CIRCLE_ICON = 16

FIGURE_SPACE = 4
FIGURE_GAP = 12

UNSENT_HEIGHT, UNSENT_INSET, UNSENT_LEFT = 26, 8, 28
UNSENT_ICON_SIZE, UNSENT_RADIUS = 14, 7
UNSENT_ICON = "circle-x"

MORE_ICON = 16

FIRST_ICON = "zap"
FIRST_TINT = "trigger"
FIRST_TITLE = "Choose who starts"
FIRST_LINE = "Nobody can enter yet"


def paint_step(painter: QPainter, step: PlacedStep, theme: Theme) -> None:
    """Paint a step where it stands."""
    if step.is_pill:
        _paint_pill(painter, step, theme)
    else:
        _paint_card(painter, step, theme)


def paint_more(painter: QPainter, frame: Rect, theme: Theme) -> None:
    """Paint the sign of a card that opens its menu, around the middle of a frame."""
    icon = Rect.around(frame.centre, MORE_ICON, MORE_ICON)
    paint_icon(painter, "ellipsis", area(icon), theme.second_ink)


def paint_placeholder(painter: QPainter, frame: Rect, theme: Theme) -> None:
    """Paint the empty place of the first step, with what to do about it."""
    dashed_box(painter, frame, CARD_RADIUS, theme.edge)
    _paint_tile(painter, frame, FIRST_ICON, theme.tints[FIRST_TINT])
    said = Said((FIRST_TITLE,), (FIRST_LINE,))
    paint_words(painter, frame, said, theme)


def _paint_card(painter: QPainter, step: PlacedStep, theme: Theme) -> None:
    shadow(painter, step.frame, CARD_RADIUS, theme)
    box(painter, step.frame, CARD_RADIUS, theme.card, theme.border)
    card = step.node.card
    _paint_tile(painter, step.frame, card.icon, theme.tints[card.tint])
    if step.unsent and not step.figures:
        room = max(1, HELD - len(step.title))
        why = Said(step.title, lines(step.unsent, CARD_LINE, LINE_ROOM, room))
        paint_words(painter, step.head, why, replace(theme, second_ink=theme.bad))
        return
    paint_words(painter, step.head, Said(step.title, step.line, step.strip), theme)
    if step.unsent:
        _paint_unsent(painter, step, theme)
    elif step.figures:
        _paint_figures(painter, step, theme)


def _paint_figures(painter: QPainter, step: PlacedStep, theme: Theme) -> None:
    """Paint what the step did in a run, its numbers in bold, under a thin line."""
    frame = step.frame
    top = frame.bottom - FIGURES_HEIGHT
    painter.fillRect(area(Rect(frame.x + 1, top, frame.width - 2, 1)), QColor(theme.line))
    left, middle = frame.x + PADDING, top + (FIGURES_HEIGHT + 1) / 2
    for figure in step.figures:
        number, _, of = figure.partition(" ")
        words(painter, number, Point(left, middle), FIGURES, theme.ink)
        left += width(number, FIGURES) + FIGURE_SPACE
        words(painter, of, Point(left, middle), FIGURE_WORDS, theme.second_ink)
        left += width(of, FIGURE_WORDS) + FIGURE_GAP


def _paint_unsent(painter: QPainter, step: PlacedStep, theme: Theme) -> None:
    """Paint, where the figures stood, why the customer of a story got nothing here."""
    card, inset = step.frame, UNSENT_INSET
    top = card.bottom - UNSENT_HEIGHT - inset
    frame = Rect(card.x + inset, top, card.width - 2 * inset, UNSENT_HEIGHT)
    box(painter, frame, UNSENT_RADIUS, theme.bad_ground)
    middle = Point(frame.x + UNSENT_LEFT / 2 + 1, frame.centre.y)
    icon = Rect.around(middle, UNSENT_ICON_SIZE, UNSENT_ICON_SIZE)
    paint_icon(painter, UNSENT_ICON, area(icon), theme.bad)
    said = cut(step.unsent, STRIP, frame.width - UNSENT_LEFT - PADDING)
    words(painter, said, Point(frame.x + UNSENT_LEFT, frame.centre.y), STRIP, theme.bad)


def _paint_tile(painter: QPainter, frame: Rect, icon: str, tint: Tint) -> None:
    tile = Rect(frame.x + TILE.x, frame.y + TILE.y, TILE.width, TILE.height)
    box(painter, tile, TILE_RADIUS, tint.tile)
    paint_icon(painter, icon, area(Rect.around(tile.centre, TILE_ICON, TILE_ICON)), tint.ink)


def _paint_pill(painter: QPainter, step: PlacedStep, theme: Theme) -> None:
    frame, tint = step.frame, theme.tints[step.node.card.tint]
    shadow(painter, frame, PILL_HEIGHT / 2, theme)
    box(painter, frame, PILL_HEIGHT / 2, theme.card, theme.border)
    circle = Rect(frame.x + CIRCLE.x, frame.y + CIRCLE.y, CIRCLE.width, CIRCLE.height)
    box(painter, circle, CIRCLE.width / 2, tint.tile)
    icon = area(Rect.around(circle.centre, CIRCLE_ICON, CIRCLE_ICON))
    paint_icon(painter, step.node.card.icon, icon, tint.ink)
    high = PILL_ROW * len(step.title) + STRIP_LINE * len(step.strip)
    left, middle = frame.x + PILL_TITLE_LEFT, frame.centre.y - high / 2 + PILL_ROW / 2
    for line in step.title:
        words(painter, line, Point(left, middle), PILL_TITLE, theme.ink)
        middle += PILL_ROW
    if step.strip:
        paint_sign(painter, Point(left + STRIP_ICON / 2, middle), theme)
        paint_strip(painter, step.strip, Point(left + PILL_STRIP_LEFT, middle), theme)
