"""What came of a step in the last test run: how many came, where they went, who was left out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from widgets.inspector.controls.buttons import PlainButton
from widgets.inspector.controls.token import PressButton
from widgets.inspector.look import label
from widgets.inspector.outcome import Figure, Section
from widgets.inspector.speech import translate
from widgets.lettering import cut, font, tip, visible
from widgets.theme import BODY, CARD_TITLE, FIGURE, FIGURES, SECONDARY

ROW, NAME_ROOM = 28, 176
GAP = 16


class Came(QWidget):
    """Shows the figures of one step; `asked` carries what to ask for to see the people."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, tuple[Section, ...]] = ("", ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.buttons: dict[str, PressButton] = {}

    def show_sections(self, ground: str, sections: tuple[Section, ...]) -> None:
        """Show these sections; the first figure of all is shown large."""
        if self._shown == (ground, sections):
            return
        self._shown = (ground, sections)
        self.buttons = {}
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        if not sections:
            return
        first, *others = sections
        self._column.addWidget(self._large(first.figures[0], ground))
        for section in others:
            self._column.addWidget(self._section(section))

    def _large(self, figure: Figure, ground: str) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(f"{figure.count:,}", FIGURE))
        column.addWidget(label(figure.words, BODY))
        column.addWidget(label(ground, SECONDARY, "second", wraps=True))
        if figure.count and figure.out is not None:
            words = translate("Inspector", "See these people")
            button = PlainButton(words, f"{words}: {figure.words}")
            self._hear(button, figure.out)
            column.addSpacing(4)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _section(self, section: Section) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(section.heading, CARD_TITLE), 0, 0, 1, 3)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place, figure in enumerate(section.figures, 1):
            grid.setRowMinimumHeight(place, ROW)
            grid.addWidget(self._name(figure), place, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(f"{figure.count:,}", FIGURES), place, 1, right)
            share = f"{figure.count / figure.whole:.0%}" if figure.whole else ""
            said = label(share, SECONDARY, "second")
            said.setMinimumWidth(36)
            said.setAlignment(right)
            grid.addWidget(said, place, 2)
        return made

    def _name(self, figure: Figure) -> QWidget:
        whole = visible(figure.words)
        shown = cut(whole, BODY, NAME_ROOM)
        see = translate("Inspector", "See these people")
        if not figure.count or figure.out is None:
            plain = label(shown, BODY)
            plain.setToolTip(tip(whole if shown != whole else ""))
            return plain
        button = PressButton(f"{whole}: {figure.count:,}. {see}", "way")
        button.setText(shown.replace("&", "&&"))
        button.setFont(font(BODY))
        button.setFixedHeight(ROW - 4)
        button.setToolTip(tip(see if shown == whole else f"{whole}. {see}"))
        self._hear(button, figure.out)
        return button

    def _hear(self, button: PressButton, out: str) -> None:
        button.clicked.connect(lambda: self.asked.emit(out))
        self.buttons[out] = button
