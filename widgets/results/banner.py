"""Says what ran: on whom, when, with which seed and assumptions, and that nothing was sent."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from journeys.errors import ThroughlineError
from journeys.progress import Progress
from widgets.lettering import cut, tip, width
from widgets.results import words
from widgets.results.ground import Ground
from widgets.results.look import button, icon, label, pixmap, restyle
from widgets.theme import BODY, CONTROL, SENTENCE, Theme

HEIGHT = 44
NARROWEST = 320
GAP = 10
LEAST_WORDS = 120
BAR = 180
MARKS = {"banner": "flask-conical", "refused": "circle-x"}


class Banner(QFrame):
    """Stands above the results in one line and never scrolls away.

    `run_asked` and `cancel_asked` are sent by its buttons. Where there is little room it leaves
    out what matters least; all of it stands in the sheet that `see_all` opens.
    """

    run_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = "banner"
        self._said: tuple[str, ...] = ()
        self._assumptions: tuple[str, ...] = ()
        self._matter = self._ran = ""
        self.mark = label(BODY)
        self.what = label(SENTENCE)
        self.facts = [label(CONTROL, look) for look in ("", "", "second")]
        self.assumed = label(CONTROL, "second")
        self.see_all = button("", "link")
        self.ran = label(BODY, "second")
        self.again = button(self.tr("Run again"), has_icon=True)
        self.cancel = button(self.tr("Cancel"))
        self.bar = QProgressBar()
        self.sheet: Ground | None = None
        self._dots = [label(CONTROL, "second", "\u00b7") for _ in self.facts]
        self._place()
        self.again.clicked.connect(self.run_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.see_all.clicked.connect(self._open)
        self.set_theme(theme)

    def _place(self) -> None:
        self.setAccessibleName(self.tr("What ran"))
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(NARROWEST)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(BAR, 6)
        self.bar.setAccessibleName(self.tr("How far the run is"))
        policy = QSizePolicy.Policy
        self.assumed.setSizePolicy(policy.Ignored, policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(GAP)
        row.addWidget(self.mark)
        row.addWidget(self.what)
        row.addWidget(self.facts[0])
        for dot, fact in zip(self._dots, self.facts[1:], strict=False):
            row.addWidget(dot)
            row.addWidget(fact)
        row.addWidget(self._dots[-1])
        row.addWidget(self.assumed, 1)
        row.addWidget(self.bar)
        row.addWidget(self.see_all)
        row.addStretch(0)
        row.addWidget(self.ran)
        row.addWidget(self.again)
        row.addWidget(self.cancel)

    def show_run(self, result: Mapping[str, Any], took: float | None, of: str = "") -> None:
        """Say what a result stands on; `took` in seconds, `of` names where the customers live."""
        form = self.tr("1 customer") if result["customers"] == 1 else self.tr("{0} customers")
        people = form.format(words.number(result["customers"]))
        sent = self.tr("nothing was sent")
        ran = self.tr("Ran in {0}, {1}").format(words.duration(took), sent) if took else sent
        self._assumptions = tuple(result["assumptions"])
        self._say(
            self.tr("Test run"),
            f"{people} {of}".rstrip(),
            words.span(result["start"], result["end"], result["zone"]),
            self.tr("Chance {0}").format(result["seed"]),
        )
        self.facts[2].setToolTip(self.tr("The same number makes the same run (the seed)"))
        self._ran = ran[:1].upper() + ran[1:]
        self._say_ran(self._ran)
        self._matter = words.in_short(self._assumptions)
        count = len(self._assumptions)
        form = self.tr("1 assumption") if count == 1 else self.tr("{0} assumptions")
        self.see_all.setText(form.format(count))
        self.see_all.setAccessibleName(form.format(count))
        self.see_all.setToolTip(self.tr("What this run takes for granted"))
        self._show("banner", self.again, self.ran, self.see_all)

    def show_running(self, progress: Progress) -> None:
        """Say how far a run is."""
        self._assumptions, self._matter = (), ""
        self._say(progress.words)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self._show("banner", self.cancel, self.bar)

    def show_refused(self, error: ThroughlineError) -> None:
        """Say why there was no run."""
        self._assumptions = (f"{error.what} {error.attempt}".strip(),)
        self._matter = self._assumptions[0]
        self._say(self.tr("This journey did not run"))
        self.see_all.setText(self.tr("Read it"))
        self.see_all.setAccessibleName(self.tr("Read why it did not run"))
        self.see_all.setToolTip("")
        self._show("refused", self.again, self.see_all)

    def show_changed(self, *, changed: bool) -> None:
        """Say whether the journey was changed since it ran."""
        restyle(self.again, "filled" if changed else "")
        ink = self._theme.on_accent if changed else self._theme.ink
        self.again.setIcon(icon("rotate-ccw", ink))
        if changed:
            then = self.tr("These figures are of the journey as it was then")
            self._say_ran(self.tr("The journey changed since this run"), then, "strong")
        else:
            self._say_ran(self._ran)
        self._fit()

    def _say_ran(self, words: str, tip: str = "", look: str = "second") -> None:
        self.ran.setText(words)
        self.ran.setToolTip(tip)
        restyle(self.ran, look)

    @property
    def ground(self) -> tuple[str, ...]:
        """All that is said of the run, the assumptions last."""
        return (*self._said, *self._assumptions)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme; the style sheet is the panel's."""
        self._theme = theme
        is_filled = self.again.property("look") == "filled"
        self.again.setIcon(icon("rotate-ccw", theme.on_accent if is_filled else theme.ink))
        ink = theme.accent if self._look == "banner" else theme.bad
        self.mark.setPixmap(pixmap(MARKS[self._look], ink, 18))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _say(self, what: str, *facts: str) -> None:
        self.what.setText(what)
        for place, fact in enumerate(self.facts):
            fact.setText(facts[place] if place < len(facts) else "")
        self._said = facts

    def _show(self, look: str, *parts: QWidget) -> None:
        self._look = look
        restyle(self.again, "")
        restyle(self.ran, "second")
        restyle(self, look)
        for each in (self.what, self.assumed, *self.facts):
            restyle(each, str(each.property("look") or ""))
        for part in (self.again, self.cancel, self.bar, self.ran, self.see_all):
            part.setVisible(part in parts)
        self.set_theme(self._theme)
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for: the words of assumptions first, the period last."""
        has_facts = bool(self._said)
        for part in (*self.facts, *self._dots):
            part.setVisible(has_facts)
        self.ran.setVisible(has_facts)
        leaves_out: list[tuple[QLabel, ...]] = [
            (self._dots[1], self.facts[2]),
            (self.ran,),
            (self._dots[0], self.facts[1]),
            (self.facts[0],),
        ]
        room = self.width() - self._taken()
        least = LEAST_WORDS if self._matter and not has_facts else 0
        for parts in leaves_out if has_facts else []:
            if room >= least:
                break
            if self._look == "banner" and parts == (self.ran,) and self._is_changed():
                continue
            for part in parts:
                part.hide()
            room = self.width() - self._taken()
        is_full = has_facts and self.facts[1].isHidden()
        is_said = bool(self._matter) and room >= LEAST_WORDS and not is_full
        said = self._fitting(room) if is_said else ""
        self.assumed.setText(said)
        self.assumed.setToolTip(tip(self._matter))
        self._dots[-1].setVisible(bool(said) and has_facts)

    def _fitting(self, room: int) -> str:
        """Return as many whole assumptions as there is room for, or why it did not run, cut."""
        if self._look == "refused":
            return cut(self._matter, CONTROL, room)
        found = (
            words.in_short(self._assumptions[:count]) for count in range(words.IN_SHORT, 0, -1)
        )
        return next((said for said in found if width(said, CONTROL) <= room), "")

    def _is_changed(self) -> bool:
        return str(self.ran.property("look")) == "strong"

    def _taken(self) -> int:
        """Return how wide all is that stands there, the words of assumptions left aside."""
        parts = [self.mark, self.what, *self.facts, *self._dots, self.bar, self.see_all, self.ran]
        shown = [each for each in (*parts, self.again, self.cancel) if not each.isHidden()]
        wide = sum(max(each.sizeHint().width(), each.minimumWidth()) for each in shown)
        return wide + GAP * (len(shown) + 2) + 36

    def _open(self) -> None:
        title = self.what.text()
        self.sheet = Ground(title, self.ground, self._theme, self)
        self.sheet.destroyed.connect(self._close)
        self.sheet.show_under(self.see_all)

    def _close(self) -> None:
        self.sheet = None
