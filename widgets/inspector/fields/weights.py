"""Who gets what: arms with their shares, and the holdout, always 100 % together."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeys.values import Value
from widgets.inspector.amending import amended
from widgets.inspector.context import Context
from widgets.inspector.controls.buttons import IconButton, LinkButton
from widgets.inspector.fields.bar import WeightsBar, colour_of
from widgets.inspector.fields.field import Field
from widgets.inspector.fields.form import made_or_words
from widgets.inspector.fields.share import ShareField
from widgets.inspector.fields.text import TextField
from widgets.inspector.look import label
from widgets.inspector.question import Asking
from widgets.inspector.sharing import Shares, with_one_more, with_share, without
from widgets.inspector.speech import translate
from widgets.theme import CONTROL, Theme

DOT = 10
LINE_WIDTH = 60

MakingArm = Callable[[tuple[Value, ...]], Value]


class Dot(QWidget):
    """The colour an arm has in the bar."""

    def __init__(self, place: int | None, theme: Theme) -> None:
        super().__init__()
        self._colour = colour_of(place, theme)
        self.setFixedSize(QSize(DOT, DOT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(self.rect(), 3, 3)
        painter.end()


@dataclass(frozen=True, slots=True)
class Row:
    """The controls of one arm; the holdout has no name to change and cannot be taken away."""

    row: QWidget
    share: ShareField
    title: TextField | None = None


class WeightsField(Field):
    """Asks for `arms` and `holdout` together; what one gains the others lose."""

    asks_for_several = True

    def __init__(self, asked: Asking, context: Context, fresh: MakingArm) -> None:
        super().__init__(asked.label, context)
        self._fresh = fresh
        self._arms: tuple[Value, ...] = ()
        self._shares: Shares = ()
        self.rows: list[Row] = []
        self.bar = WeightsBar(asked.label, context.theme)
        self.bar.moved.connect(self._share_out)
        self.bar.released.connect(self.left)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.add = LinkButton(asked.add, asked.add, context.theme)
        self.add.clicked.connect(self._add)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.bar)
        inside.addLayout(self._lines)
        inside.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.hold(body)

    @property
    def shares(self) -> Shares:
        """The shares that are shown, the holdout last."""
        return self._shares

    def show_value(self, content: object) -> None:
        """Show the arms and the holdout of a test."""
        arms = getattr(content, "arms", ())
        if [known_by(arm) for arm in arms] != [
            known_by(arm) for arm in self._arms
        ] or not self.rows:
            self._build(arms)
        self._arms = arms
        holdout = getattr(content, "holdout", 0)
        self._shares = (*(weight_of(arm) for arm in arms), holdout)
        self.bar.show_shares(self._shares, tuple(self._name(place) for place in self._places()))
        for place, line in enumerate(self.rows):
            line.share.show_value(self._shares[place])
            if line.title is not None:
                line.title.show_value(getattr(arms[place], "title", ""))
                line.title.line.setPlaceholderText(self._name(place))
        self.say("")

    def _places(self) -> range:
        return range(len(self._shares))

    def _name(self, place: int) -> str:
        if place == len(self._arms):
            return translate("Inspector", "Gets nothing")
        return str(getattr(self._arms[place], "name", ""))

    def _build(self, arms: tuple[Value, ...]) -> None:
        for line in self.rows:
            self._lines.removeWidget(line.row)
            line.row.hide()
            line.row.deleteLater()
        self.rows = [self._row(place) for place in range(len(arms))]
        self.rows.append(self._row(None))
        for line in self.rows:
            self._lines.addWidget(line.row)

    def _row(self, place: int | None) -> Row:
        context = self.context
        holdout = translate("Inspector", "Gets nothing (holdout)")
        number = holdout if place is None else translate("Inspector", "Version %d") % (place + 1)
        share = ShareField(translate("Inspector", "Share of %s") % number, context)
        share.line.setFixedWidth(LINE_WIDTH)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        inside = QHBoxLayout()
        column.addLayout(inside)
        column.addWidget(share.message)
        inside.setSpacing(6)
        inside.addWidget(Dot(place, context.theme), 0, Qt.AlignmentFlag.AlignVCenter)
        title = (
            None
            if place is None
            else TextField(translate("Inspector", "Name of %s") % number, context)
        )
        inside.addWidget(title or label(holdout, CONTROL), 1)
        inside.addWidget(share)
        remove = IconButton("trash-2", translate("Inspector", "Remove %s") % number, context.theme)
        inside.addWidget(remove)
        at = len(self._arms) if place is None else place
        if place is None:
            kept = remove.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            remove.setSizePolicy(kept)
            remove.hide()
        if title is not None:
            title.changed.connect(lambda text: self._rename(at, text))
            title.left.connect(self.left)
        share.changed.connect(lambda points: self._take(self._place(share), points))
        share.left.connect(self.left)
        remove.clicked.connect(lambda: self._remove(at))
        return Row(made, share, title)

    def _place(self, share: ShareField) -> int:
        return next(place for place, line in enumerate(self.rows) if line.share is share)

    def _take(self, place: int, points: int) -> None:
        self._share_out(with_share(self._shares, place, points))

    def _share_out(self, shares: Shares) -> None:
        arms = tuple(
            amended(arm, {"weight": share}) for arm, share in zip(self._arms, shares, strict=False)
        )
        self._tell(arms, shares[-1])

    def _rename(self, place: int, text: str) -> None:
        made, words = made_or_words(self._arms[place], {"title": text})
        title = self.rows[place].title
        if title is not None:
            title.say(words)
        if made is not None:
            arms = (*self._arms[:place], made, *self._arms[place + 1 :])
            self._tell(arms, self._shares[-1])

    def _add(self) -> None:
        shares = with_one_more(self._shares, len(self._arms))
        self._settle((*self._arms, self._fresh(self._arms)), shares)
        title = self.rows[-2].title
        if title is not None:
            title.begin()

    def _remove(self, place: int) -> None:
        arms = (*self._arms[:place], *self._arms[place + 1 :])
        self._settle(arms, without(self._shares, place))
        self.add.setFocus()

    def _settle(self, arms: tuple[Value, ...], shares: Shares) -> None:
        weighted = tuple(
            amended(arm, {"weight": share}) for arm, share in zip(arms, shares, strict=False)
        )
        self._tell(weighted, shares[-1])
        self.left.emit()

    def _tell(self, arms: tuple[Value, ...], holdout: int) -> None:
        self.changed.emit({"arms": arms, "holdout": holdout})


def known_by(arm: Value) -> str:
    """Return the id of an arm, which never changes."""
    return str(getattr(arm, "id", ""))


def weight_of(arm: Value) -> int:
    """Return the share of an arm in hundredths of a percent."""
    return int(getattr(arm, "weight", 0))
