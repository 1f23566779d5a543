"""Letters are there whatever happens to the files they come in."""

import pytest

from widgets import lettering
from widgets.theme import CONTROL, FALLBACKS, FAMILY


def test_without_its_files_text_is_set_in_the_letters_of_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lettering, "FILES", ("gone.otf",))
    for kept in (lettering.font, lettering.metrics, lettering.bring_fonts):
        kept.cache_clear()
    try:
        assert lettering.font(CONTROL).families() == [FAMILY, *FALLBACKS]
        assert lettering.width("Test run", CONTROL) > 0
    finally:
        monkeypatch.undo()
        lettering.bring_fonts.cache_clear()
