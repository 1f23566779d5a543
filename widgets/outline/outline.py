"""The outline of the journey: what stands on the canvas as a tree, which follows and leads it."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journeys.document.diff import Diff
from journeys.document.edits.steps import Rename
from journeys.document.journey import Journey
from widgets.canvas.geometry import Point
from widgets.canvas.spots import NOTHING, Spot
from widgets.canvas.view import CanvasView
from widgets.document import Changed, Document
from widgets.outline.lines import Key, Line, Lines
from widgets.outline.model import Index, OutlineModel
from widgets.outline.reading import Reading
from widgets.outline.tree import Tree
from widgets.shell.look import controls
from widgets.theme import Theme

WIDTH = 264
MARGIN = 12
ALL_OPEN = 600
MORE = """
#Outline {{ background: {t.panel}; }}
"""
Flag = QItemSelectionModel.SelectionFlag


class Outline(QWidget):
    """Stands in place of the palette. What is selected here is selected on the canvas.

    `connect_asked` carries (step, port or ""), `menu_asked` a place of the screen.
    """

    connect_asked = Signal(str, str)
    menu_asked = Signal(QPoint)

    def __init__(self, document: Document, canvas: CanvasView, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("Outline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Outline"))
        self._canvas = canvas
        self._document = document
        self._is_stale = True
        self._is_telling = False
        self._closed: set[Key] = set()
        self._reading = Reading(self)
        self.model = OutlineModel(Journey(id=document.journey.id), self)
        self.tree = Tree(self.model, canvas, theme, self)
        self.setFocusProxy(self.tree)
        self._empty = QLabel(self.tr("No steps yet. Press Ctrl+Enter to add one."), self)
        self._hint = QLabel(
            self.tr("Enter opens a step, F2 renames it,\nA adds after it, C connects it."), self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, MARGIN + 4)
        column.setSpacing(0)
        column.addWidget(self._empty)
        column.addWidget(self.tree, 1)
        column.addWidget(self._hint)
        for label in (self._empty, self._hint):
            label.setProperty("look", "line")
            label.setWordWrap(True)
            label.setContentsMargins(MARGIN + 4, 8, MARGIN, 0)
        self._connect()
        self.set_theme(theme)

    def _connect(self) -> None:
        document = self._document
        document.changed.connect(self._take)
        document.grounded.connect(lambda: self.model.know(document.names.journeys))
        self._reading.done.connect(self._renew)
        self._canvas.selection_changed.connect(self._show_selection)
        self.model.renamed.connect(lambda node, title: self._canvas.do(Rename(node, title)))
        tree = self.tree
        tree.selectionModel().selectionChanged.connect(self._tell_selection)
        tree.opened.connect(self._open)
        tree.add_asked.connect(self._add)
        tree.connect_asked.connect(self._ask_way)
        tree.menu_asked.connect(self.menu_asked)
        tree.collapsed.connect(lambda index: self._keep(index, is_closed=True))
        tree.expanded.connect(lambda index: self._keep(index, is_closed=False))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(controls(theme, MORE))
        self.tree.set_theme(theme)

    def rename(self) -> None:
        """Let a person write the title of the step the keys go to."""
        self.tree.edit(self.tree.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._reading.read(self._document.journey)

    def _take(self, changed: Changed) -> None:
        if not self.isVisible():
            self._is_stale = True
        elif _is_other(changed.before, changed.after, changed.diff):
            self._reading.read(changed.after)
        else:
            self.model.retitle(changed.after, changed.diff)

    def _renew(self, journey: Journey, lines: Lines) -> None:
        """Show other lines; what was closed stays so, and the keys go where they went."""
        tree, here = self.tree, self.tree.currentIndex()
        line = self.model.line(here)
        wanted = [line.key] if line is not None else []
        beside = self.model.next_to(here) if line is not None else None
        self._is_telling = True
        self.model.show(journey, lines)
        self._open_all()
        for key in (*wanted, *([beside] if beside else [])):
            found = self.model.find(key)
            if found.isValid():
                break
        else:
            found = self.model.index(0, 0)
        tree.selectionModel().setCurrentIndex(found, Flag.NoUpdate)
        self._is_telling = False
        has_steps = bool(journey.nodes)
        self._empty.setVisible(not has_steps)
        tree.setVisible(has_steps)
        self._hint.setVisible(has_steps)
        self._show_selection(self._canvas.selection)

    def _open_all(self) -> None:
        closed = set(self._closed)
        if len(self.model.journey.nodes) <= ALL_OPEN:
            self.tree.expandAll()
        for key in closed:
            found = self.model.find(key)
            if found.isValid():
                self.tree.collapse(found)
        self._closed = closed

    def _keep(self, index: Index, *, is_closed: bool) -> None:
        line = self.model.line(index)
        if line is not None and not self._is_telling:
            (self._closed.add if is_closed else self._closed.discard)(line.key)

    def _show_selection(self, ids: Iterable[str]) -> None:
        """Select here what is selected on the canvas."""
        if self._is_telling or not self.isVisible():
            return
        found = [self.model.find(("step", name, "")) for name in ids]
        rows = [index for index in found if index.isValid()]
        chosen = QItemSelection()
        for index in rows:
            chosen.select(index, index)
        self._is_telling = True
        choosing = self.tree.selectionModel()
        if rows:
            choosing.setCurrentIndex(rows[-1], Flag.NoUpdate)
            self.tree.scrollTo(rows[-1])
        choosing.select(chosen, Flag.ClearAndSelect)
        self._is_telling = False

    def _tell_selection(self) -> None:
        """Select on the canvas what is selected here: steps, else a way, be it open or a path."""
        if self._is_telling:
            return
        lines = [self.model.line(index) for index in self.tree.selectionModel().selectedIndexes()]
        steps = tuple(line.node for line in lines if line is not None and line.what == "step")
        self._is_telling = True
        self._canvas.select(steps)
        if steps:
            self._canvas.reveal(self._canvas.scene.steps.frame(steps[-1]))
        else:
            self._canvas.show_way(next((_way(line) for line in lines if line), NOTHING))
        self._is_telling = False

    def _open(self, line: Line) -> None:
        if line.what == "step":
            self._canvas.open_selected()
        elif line.what in {"on", "back"}:
            self.tree.go_to(("step", line.target, ""))
        else:
            index = self.tree.currentIndex()
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _add(self, line: Line) -> None:
        """Ask for a step to follow a line, beside it."""
        if line.what == "step" and line.node in self._document.journey.by_id:
            after = self._canvas.way_after(line.node)
        else:
            after = (line.node, line.port) if line.port else None
        rect = self.tree.visualRect(self.tree.currentIndex())
        there = self.tree.viewport().mapToGlobal(rect.bottomLeft())
        place = self._canvas.mapFromGlobal(there)
        self._canvas.ask_step(Point(place.x(), place.y()), after, None)

    def _ask_way(self, line: Line) -> None:
        if line.node and line.what != "further":
            self.connect_asked.emit(line.node, line.port)


def _way(line: Line) -> Spot:
    """Return the way of a line as it is chosen on the canvas."""
    if line.target:
        return Spot("path", pair=(line.node, line.target))
    return Spot("port", line.node, line.port)


def _is_other(before: Journey, after: Journey, diff: Diff) -> bool:
    """Say whether there are other lines now, rather than other words."""
    if diff.added_nodes or diff.removed_nodes or diff.added_edges or diff.removed_edges:
        return True
    pairs = ((before.by_id[name], after.by_id[name]) for name in diff.changed_nodes)
    return before.triggers != after.triggers or any(
        old.ports() != new.ports() for old, new in pairs
    )
