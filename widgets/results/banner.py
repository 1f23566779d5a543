"""Says what ran: on whom, when, with which seed and assumptions, and that nothing was sent."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from journeys.errors import ThroughlineError
from journeys.progress import Progress
from widgets.lettering import font
from widgets.results import words
from widgets.results.flow import Flow
from widgets.results.look import button, icon, label, paragraph, pixmap, restyle
from widgets.theme import BODY, CONTROL, SECONDARY, SENTENCE, Theme

IN_SIGHT = 2
MARKS = {"banner": "flask-conical", "refused": "circle-x"}


class Banner(QFrame):
    """Stands above the results and never scrolls away.

    `run_asked` and `cancel_asked` are sent by its buttons.
    """

    run_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = "banner"
        self._assumptions: tuple[str, ...] = ()
        self.mark = label(BODY)
        self.what = label(SENTENCE)
        self.facts = [label(CONTROL, look) for look in ("", "", "second", "second", "second")]
        self.ground = paragraph(SECONDARY, "second")
        self.see_all = button("", "link")
        self.again = button(self.tr("Run again"))
        self.cancel = button(self.tr("Cancel"))
        self.bar = QProgressBar()
        self._place()
        self.again.clicked.connect(self.run_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.see_all.clicked.connect(self._switch)
        self.see_all.setCheckable(True)
        self.set_theme(theme)

    def _place(self) -> None:
        self.setAccessibleName(self.tr("What ran"))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the run is"))
        self.see_all.setFont(font(SECONDARY))
        line = Flow(gap=14, line_gap=4)
        for part in (self.what, *self.facts):
            line.addWidget(part)
        text = QVBoxLayout()
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(4)
        text.addLayout(line)
        text.addWidget(self.ground)
        text.addWidget(self.bar)
        foot = QHBoxLayout()
        foot.addWidget(self.see_all)
        foot.addStretch(1)
        text.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 8)
        row.setSpacing(12)
        row.addWidget(self.mark)
        row.setAlignment(self.mark, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        for each in (self.again, self.cancel):
            row.addWidget(each)
            row.setAlignment(each, Qt.AlignmentFlag.AlignTop)

    def show_run(self, result: Mapping[str, Any], took: float | None, of: str = "") -> None:
        """Say what a result stands on; `took` in seconds, `of` names where the customers live."""
        form = self.tr("1 customer") if result["customers"] == 1 else self.tr("{0} customers")
        people = form.format(words.number(result["customers"]))
        sent = self.tr("nothing was sent")
        ran = self.tr("Ran in {0}, {1}").format(words.duration(took), sent) if took else sent
        self._say(
            self.tr("Test run"),
            f"{people} {of}".rstrip(),
            words.span(result["start"], result["end"], result["zone"]),
            self.tr("Seed {0}").format(result["seed"]),
            str(result["mode"]).capitalize(),
            ran[:1].upper() + ran[1:],
        )
        self._assumptions = tuple(result["assumptions"])
        self.see_all.setChecked(False)
        self._show("banner", self.again)
        self._fill()

    def show_running(self, progress: Progress) -> None:
        """Say how far a run is."""
        self._say(progress.words)
        self._assumptions = ()
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self._show("banner", self.cancel, self.bar)
        self._fill()

    def show_refused(self, error: ThroughlineError) -> None:
        """Say why there was no run."""
        self._say(self.tr("This journey did not run"))
        self._assumptions = ()
        self._show("refused", self.again)
        self._fill()
        self.ground.setText(words.breakable(f"{error.what} {error.attempt}".strip()))
        self.ground.show()

    def show_changed(self, *, changed: bool) -> None:
        """Say whether the journey was changed since it ran."""
        restyle(self.again, "filled" if changed else "")
        if changed:
            self.facts[-1].setText(self.tr("The journey changed since"))
            self.facts[-1].show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._theme = theme
        self.again.setIcon(icon("rotate-ccw", theme.ink))
        ink = theme.accent if self._look == "banner" else theme.bad
        self.mark.setPixmap(pixmap(MARKS[self._look], ink, 18))

    def _say(self, what: str, *facts: str) -> None:
        self.what.setText(what)
        for place, fact in enumerate(self.facts):
            fact.setText(facts[place] if place < len(facts) else "")
            fact.setVisible(place < len(facts))

    def _show(self, look: str, *parts: QWidget) -> None:
        self._look = look
        restyle(self.again, "")
        restyle(self, look)
        for each in (self.what, self.ground, *self.facts):
            restyle(each, str(each.property("look") or ""))
        for part in (self.again, self.cancel, self.bar):
            part.setVisible(part in parts)
        self.set_theme(self._theme)

    def _fill(self) -> None:
        """Put the assumptions below: the first in sight, all of them when asked for."""
        total = len(self._assumptions)
        is_all = self.see_all.isChecked()
        shown = self._assumptions if is_all else self._assumptions[:IN_SIGHT]
        self.ground.setText(words.breakable("\n".join(shown)))
        self.ground.setVisible(bool(shown))
        self.see_all.setVisible(total > IN_SIGHT)
        self.see_all.setText(
            self.tr("Show less") if is_all else self.tr("See all {0} assumptions").format(total)
        )
        self.see_all.setAccessibleName(self.see_all.text())

    def _switch(self) -> None:
        self._fill()
