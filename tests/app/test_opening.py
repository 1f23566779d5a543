"""The window is painted before anything is loaded that only data or a drawing needs."""

from pathlib import Path

from tests.app.speaking import said_apart

LATER = ("duckdb", "sqlalchemy", "numba")
BESIDE = "networkx"  # loaded by the task that reads what Home shows, while the window opens
OPENING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
import app.cli.main
from app.desktop import Desktop
from widgets.shell.asking import Dialogs
known = {name.split(".")[0] for name in sys.modules}
application = QApplication(["throughline"])
desktop = Desktop(Path(sys.argv[1]), Dialogs())
desktop.window.show()
desktop.window.repaint()
print(*sorted(known))
print(*sorted({name.split(".")[0] for name in sys.modules}))
desktop.window.close()
desktop.stop()
"""


def test_the_window_waits_for_nothing_that_it_does_not_show(root: Path, tmp_path: Path) -> None:
    ended = said_apart(root, tmp_path, program=OPENING)
    assert ended.code == 0, ended.err
    known, loaded = (line.split() for line in ended.out.splitlines())
    assert "widgets" in known
    assert BESIDE not in known
    assert [name for name in LATER if name in loaded] == []
