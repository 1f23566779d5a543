"""What is known at a step: from always to never, the most wanted of each in view."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from widgets.inspector.controls.badge import Badge
from widgets.inspector.controls.buttons import DisclosureButton
from widgets.inspector.controls.variable import ASIDE, VariableRow
from widgets.inspector.here import Here, Known, Sureness, Telling
from widgets.inspector.look import label
from widgets.inspector.speech import translate
from widgets.theme import CARD_TITLE, META, SECONDARY, Theme

FEW = 4
GAP = 6


class KnownHere(QWidget):
    """Shows the variables at a step.

    `followed` carries the name of one whose thread somebody wants to see, `pointed` the one that
    is pointed at; it is empty when none is. `grown` says that more of them are in view.
    """

    followed = Signal(str)
    pointed = Signal(str)
    grown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._telling: Telling | None = None
        self._here: Here | None = None
        self._open: set[Sureness] = set()
        self._pointed = ""
        self._is_stale = False
        self.rows: dict[str, VariableRow] = {}
        self.buttons: dict[Sureness, DisclosureButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    def show_here(self, telling: Telling | None) -> None:
        """Show what is known, once somebody looks; nothing where no data is in use."""
        if telling is None and self._telling is None:
            return
        self._telling = telling
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def show_followed(self, name: str) -> None:
        """Mark the variable whose thread is drawn."""
        for row in self.rows.values():
            row.setChecked(row.known.name == name)

    def _fill(self) -> None:
        self._is_stale = False
        focused = next((name for name, row in self.rows.items() if row.hasFocus()), "")
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self.rows, self.buttons = {}, {}
        self._here = self._telling() if self._telling is not None else None
        if self._here is None:
            words = translate("Inspector", "Nobody comes to this step yet.")
            self._column.addWidget(label(words, SECONDARY, "second", wraps=True))
            return
        self._column.addWidget(self._heading(self._here))
        for sureness in Sureness:
            known = self._here.of(sureness)
            if known:
                self._add_group(self._here, sureness, known)
        if focused in self.rows:
            self.rows[focused].setFocus()

    def _heading(self, here: Here) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, ASIDE, 0)
        grid.addWidget(label(translate("Inspector", "Known at this step"), CARD_TITLE), 0, 0)
        if any(each.share is not None for group in here.groups.values() for each in group):
            share = label(translate("Inspector", "In the data"), META, "second")
            grid.addWidget(share, 0, 1, Qt.AlignmentFlag.AlignRight)
        words = translate("Inspector", "Press one to see where it runs and who lacks it.")
        grid.addWidget(label(words, SECONDARY, "second", wraps=True), 1, 0, 1, 2)
        return made

    def _add_group(self, here: Here, sureness: Sureness, known: tuple[Known, ...]) -> None:
        if self._column.count() > 1:
            self._column.addSpacing(GAP)
        self._column.addWidget(Badge(sureness, self._theme), 0, Qt.AlignmentFlag.AlignLeft)
        shown = known if sureness in self._open else known[:FEW]
        is_sure = sureness in {Sureness.ALWAYS, Sureness.NEVER}
        ink = self._theme.accent if is_sure else self._theme.sometimes
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in shown:
            why = here.why(each.name) if sureness is Sureness.SOME else ""
            self.rows[each.name] = row = VariableRow(each, why, self._theme, ink)
            row.setChecked(each.name == here.followed)
            row.clicked.connect(lambda _=False, name=each.name: self.followed.emit(name))
            row.pointed.connect(lambda name=each.name: self._point(name))
            row.left.connect(self._leave)
            column.addWidget(row)
        self._column.addWidget(rows)
        if len(known) > FEW:
            self._column.addWidget(self._more(sureness, len(known)), 0, Qt.AlignmentFlag.AlignLeft)

    def _more(self, sureness: Sureness, count: int) -> DisclosureButton:
        is_open = sureness in self._open
        words = translate("Inspector", "Show all {}").format(count)
        if is_open:
            words = translate("Inspector", "Show fewer")
        self.buttons[sureness] = button = DisclosureButton(words, self._theme)
        button.setChecked(is_open)
        button.clicked.connect(lambda: self._turn(sureness))
        return button

    def _turn(self, sureness: Sureness) -> None:
        self._open ^= {sureness}
        self._fill()
        self.buttons[sureness].setFocus()
        self.grown.emit()

    def _point(self, name: str) -> None:
        if name != self._pointed:
            self._pointed = name
            self.pointed.emit(name)

    def _leave(self) -> None:
        """Tell what is pointed at once the mouse or the keys have left one."""
        over = (name for name, row in self.rows.items() if row.underMouse() or row.hasFocus())
        self._point(next(over, ""))
