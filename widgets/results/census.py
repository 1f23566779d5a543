"""How many customers entered and got a message, beside the counts of entries."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from widgets.results import words


@dataclass(frozen=True, slots=True)
class Census:
    """Customers, each counted once: of `looked_at` so many entered, and so many got a message.

    `is_whole` is True where all customers of the run were looked at.
    """

    looked_at: int
    entered: int
    got: int
    is_whole: bool = True

    def said(self, *, has_messages: bool) -> str:
        """Return the counts in words; they add up to those who were looked at."""
        tr, number = QCoreApplication.translate, words.number
        first = self.got if has_messages else self.entered
        who = tr("Census", "1 customer") if first == 1 else tr("Census", "{0} customers")
        if not self.is_whole:
            of = tr("Census", "Of the first {0} customers, {1}")
            who = of.format(number(self.looked_at), number(first))
        form = tr("Census", "{0} got a message, {1} who entered got none, {2} never entered.")
        if not has_messages:
            form = tr("Census", "{0} entered, {2} never did.")
        unsent, never = self.entered - self.got, self.looked_at - self.entered
        return form.format(who.format(number(first)), number(unsent), number(never))
