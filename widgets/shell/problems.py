"""What is wrong with the journey, in words, each with a way to its step and its fix."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from journeys.document.journey import Journey
from journeys.document.problems import Problem, Severity
from journeys.names import Names
from widgets.floating import Floating
from widgets.icons import drawn_icon
from widgets.shell.buttons import Button, press_focused
from widgets.shell.look import LINK_EDGE, controls
from widgets.theme import Theme
from widgets.wording import told_apart

WIDTH = 460
NO_START = "no_trigger"
LEAST, AROUND = 200, 96
ICON = 16
PAGE = 50
INSIDE = 32
MORE = """
#Rows {{ background: {t.card}; }}
"""


class Problems(Floating):
    """Opens under the button that counts them.

    `step_asked` carries the id of a step to go to, `rule_asked` the name of a rule of the journey,
    `fix_asked` the Fix to do; `start_asked` says that it is to be chosen who starts.
    """

    step_asked = Signal(str)
    start_asked = Signal()
    rule_asked = Signal(str)
    fix_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Problems")
        self.setAccessibleName(self.tr("Problems"))
        self.setFixedWidth(WIDTH)
        self._theme = theme
        self._journey = Journey(id="journey")
        self._left: tuple[Problem, ...] = ()
        self._beside: Mapping[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        heading = QLabel(self.tr("Problems"), self)
        heading.setProperty("look", "title")
        heading.setContentsMargins(8, 0, 0, 4)
        column.addWidget(heading)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._area)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.dress(theme, controls(theme, MORE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button in focus with Enter, too."""
        if not press_focused(event):
            super().keyPressEvent(event)

    def open_with(
        self, journey: Journey, names: Names, problems: tuple[Problem, ...], at: QPoint
    ) -> None:
        """Show what is wrong with a journey, at a place of the screen."""
        self._journey, self._left = journey, problems
        self._beside = told_apart(journey, names)
        self._rows = QWidget(self)
        self._rows.setObjectName("Rows")
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.more = Button("", "link", parent=self._rows)
        self.more.clicked.connect(self._show_more)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._show_more()
        self._area.setWidget(self._rows)
        column = self._rows.layout()
        wide = WIDTH - INSIDE
        wanted = column.totalHeightForWidth(wide) if column is not None else 0
        self._area.setFixedHeight(min(self._tallest(at), wanted + 4))
        self.adjustSize()
        self.move(at)
        self.show()

    def _tallest(self, at: QPoint) -> int:
        """Return how high the list may be: as far as the window reaches."""
        over = self.parentWidget()
        foot = over.mapToGlobal(QPoint(0, over.height())).y() if over is not None else 0
        return max(LEAST, foot - at.y() - AROUND)

    def _show_more(self) -> None:
        """Show a page of what is left to show, and how much is left then."""
        shown, self._left = self._left[:PAGE], self._left[PAGE:]
        for problem in shown:
            row = self._row(problem, self._journey, self._rows)
            self._column.insertWidget(self._column.count() - 2, row)
        left = len(self._left)
        self.more.say(self.tr("Show more, {} are left").format(f"{left:,}"))
        self.more.setVisible(left > 0)

    def _row(self, problem: Problem, journey: Journey, parent: QWidget) -> QWidget:
        made = QWidget(parent)
        beside = self._beside.get(problem.node or "", "")
        row = QHBoxLayout(made)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(10 - LINK_EDGE)
        is_error = problem.severity is Severity.ERROR
        sign = QLabel(made)
        ink = self._theme.bad if is_error else self._theme.warning
        sign.setPixmap(drawn_icon("triangle-alert", ink, ICON).pixmap(ICON, ICON))
        sign.setAccessibleName(self.tr("Error") if is_error else self.tr("Warning"))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(2)
        words = QLabel(problem.words, made)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setContentsMargins(LINK_EDGE, 0, 0, 0)
        said.addWidget(words)
        weight = QLabel(" \u00b7 ".join(filter(None, (self._weight(problem), beside))), made)
        weight.setProperty("look", "line")
        weight.setContentsMargins(LINK_EDGE, 0, 0, 0)
        said.addWidget(weight)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(
            LINK_EDGE if problem.fix is not None or problem.code == NO_START else 0, 4, 0, 0
        )
        buttons.setSpacing(8)
        for button in self._buttons(problem, journey, made):
            buttons.addWidget(button)
        buttons.addStretch(1)
        said.addLayout(buttons)
        row.addLayout(said, 1)
        return made

    def _weight(self, problem: Problem) -> str:
        """Return how bad it is."""
        if problem.severity is not Severity.ERROR:
            return self.tr("Worth a look")
        if problem.lets_run:
            return self.tr("Reaches nobody, though the journey runs")
        return self.tr("Keeps the journey from running")

    def _buttons(self, problem: Problem, journey: Journey, parent: QWidget) -> list[Button]:
        found = []
        if problem.code == NO_START:
            button = Button(self.tr("Choose who starts"), "soft", parent=parent)
            button.clicked.connect(self._leave_for_start)
            found.append(button)
        if problem.fix is not None:
            fix = problem.fix
            button = Button(fix.words, "soft", parent=parent)
            button.clicked.connect(lambda: self._leave_for(self.fix_asked, fix))
            found.append(button)
        if problem.rule:
            rule = problem.rule
            shown = Button(self.tr("Show"), "link", parent=parent)
            shown.setAccessibleDescription(self.tr("Go to where it is set"))
            shown.clicked.connect(lambda: self._leave_for(self.rule_asked, rule))
            found.append(shown)
        elif problem.node in journey.by_id:
            node = problem.node
            shown = Button(self.tr("Show"), "link", parent=parent)
            shown.setAccessibleDescription(self.tr("Go to the step"))
            shown.clicked.connect(lambda: self._leave_for(self.step_asked, node))
            found.append(shown)
        return found

    def _leave_for_start(self) -> None:
        self.hide()
        self.start_asked.emit()

    def _leave_for(self, signal: SignalInstance, content: object) -> None:
        self.hide()
        signal.emit(content)
