"""The one paint function: screen, minimap and pictures are all drawn by it."""

from PySide6.QtGui import QPainter

from journeys.document.journey import Journey
from widgets.canvas.brush import box, words
from widgets.canvas.cards import paint_placeholder, paint_step
from widgets.canvas.drawing import NOTE_LINE, NOTE_PADDING, Drawing, PlacedNote, laid_out
from widgets.canvas.edges import paint_chip, paint_link
from widgets.canvas.geometry import Point
from widgets.canvas.threaded import paint_knots, paint_thread_lines
from widgets.lettering import font
from widgets.theme import NOTE, Theme

NOTE_RADIUS = 8


def paint(painter: QPainter, journey: Journey, theme: Theme) -> None:
    """Paint all of a journey at its places, in pixels at 100 %; the ground is not touched."""
    paint_drawing(painter, laid_out(journey), theme)


def paint_drawing(painter: QPainter, drawing: Drawing, theme: Theme) -> None:
    """Paint a journey that is laid out already, from the bottom to the top."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font(NOTE))
    for note in drawing.notes:
        paint_note(painter, note, theme)
    for link in drawing.links:
        paint_link(painter, link, theme)
    if drawing.thread:
        paint_thread_lines(painter, drawing.thread, theme)
    for step in drawing.steps:
        paint_step(painter, step, theme)
    for link in drawing.links:
        if link.chip:
            paint_chip(painter, link.chip, theme)
    for tag, frame in drawing.tags:
        painter.save()
        painter.translate(frame.x, frame.y)
        tag.paint(painter, theme)
        painter.restore()
    if drawing.thread:
        paint_knots(painter, drawing.thread, theme)
    if drawing.placeholder:
        paint_placeholder(painter, drawing.placeholder, theme)


def paint_note(painter: QPainter, note: PlacedNote, theme: Theme) -> None:
    """Paint a remark where it stands."""
    box(painter, note.frame, NOTE_RADIUS, theme.note, theme.note_border)
    for count, line in enumerate(note.lines):
        middle = note.frame.y + NOTE_PADDING + (count + 0.5) * NOTE_LINE
        words(painter, line, Point(note.frame.x + NOTE_PADDING, middle), NOTE, theme.ink)
