"""The panel's words in the language of the window."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
