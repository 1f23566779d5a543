"""Weights always sum to everything, whatever is dragged, written, added or taken away."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeys.document.edits.steps import ChangeNode
from journeys.nodes.experiment import Arm, Experiment
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import every_kind
from tests.widgets.inspector.panel import Panel
from widgets.inspector.fields.weights import WeightsField
from widgets.inspector.sharing import (
    WHOLE,
    made_whole,
    with_border,
    with_one_more,
    with_share,
    without,
)

SHARES = st.lists(st.integers(0, WHOLE), min_size=1, max_size=8).map(tuple)


@settings(max_examples=60)
@given(SHARES, st.data())
def test_what_one_gains_the_others_lose(shares: tuple[int, ...], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(shares) - 1))
    wanted = data.draw(st.integers(-WHOLE, 2 * WHOLE))
    results = [
        made_whole(shares),
        with_share(shares, place, wanted),
        with_one_more(shares, place),
        *([without(shares, place)] if len(shares) > 1 else []),
        *([with_border(shares, place, wanted)] if place < len(shares) - 1 else []),
    ]
    for made in results:
        assert sum(made) == WHOLE
        assert min(made) >= 0


@settings(max_examples=40)
@given(SHARES, st.data())
def test_one_gets_what_it_is_given(shares: tuple[int, ...], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(shares) - 1))
    wanted = data.draw(st.integers(0, WHOLE))
    if len(shares) > 1:
        assert with_share(shares, place, wanted)[place] == wanted


@settings(max_examples=40)
@given(SHARES, st.data())
def test_a_border_moves_only_its_two_sides(shares: tuple[int, ...], data: st.DataObject) -> None:
    if len(shares) < 2:
        return
    border = data.draw(st.integers(0, len(shares) - 2))
    before = made_whole(shares)
    after = with_border(shares, border, data.draw(st.integers(0, WHOLE)))
    differing = {place for place, share in enumerate(after) if share != before[place]}
    assert differing <= {border, border + 1}


def opened(open_panel: Opening, arms: int) -> tuple[Panel, WeightsField]:
    each = WHOLE // (arms + 1)
    weighted = tuple(Arm(id=f"arm{count}", weight=each) for count in range(arms))
    test = Experiment(
        id="experiment", experiment="test", arms=weighted, holdout=WHOLE - arms * each
    )
    panel = open_panel(ChangeNode(test).apply(every_kind()), "experiment")
    field = panel.fields["arms"]
    assert isinstance(field, WeightsField)
    return panel, field


def shared_out(panel: Panel) -> tuple[int, ...]:
    node = panel.document.journey.node("experiment")
    assert isinstance(node, Experiment)
    return (*(arm.weight for arm in node.arms), node.holdout)


def test_random_drags_always_sum_to_everything(open_panel: Opening) -> None:
    draw = Random(7)
    for arms in (1, 2, 3, 5):
        panel, field = opened(open_panel, arms)
        before, moved = panel.written, 0
        for _ in range(25):
            start = QPoint(draw.choice(field.bar.borders()), field.bar.height() // 2)
            end = QPoint(draw.randint(-40, field.bar.width() + 40), start.y())
            was = shared_out(panel)
            QTest.mousePress(field.bar, Qt.MouseButton.LeftButton, pos=start)
            QTest.mouseMove(field.bar, end)
            assert sum(shared_out(panel)) == WHOLE
            QTest.mouseRelease(field.bar, Qt.MouseButton.LeftButton, pos=end)
            moved += shared_out(panel) != was
        assert moved > 10
        assert panel.undo_all() == moved
        assert panel.written == before


def test_written_shares_take_from_their_neighbours(open_panel: Opening) -> None:
    panel, field = opened(open_panel, 3)
    panel.write(field.rows[1].share.line, "62.5")
    assert shared_out(panel) == (2_500, 6_250, 0, 1_250)
    assert [line.share.line.text() for line in field.rows] == ["25", "62.5", "0", "12.5"]
    assert panel.undo_all() == 1


def test_the_arrows_move_a_border_by_a_percent(open_panel: Opening) -> None:
    panel, field = opened(open_panel, 1)
    QTest.keyClick(field.bar, Qt.Key.Key_Right)
    QTest.keyClick(field.bar, Qt.Key.Key_Right)
    assert shared_out(panel) == (5_200, 4_800)


def test_an_arm_comes_and_goes_and_the_others_keep_their_ids(open_panel: Opening) -> None:
    panel, field = opened(open_panel, 2)
    before = panel.written
    panel.click(field.add)
    node = panel.document.journey.node("experiment")
    assert isinstance(node, Experiment)
    assert [arm.id for arm in node.arms] == ["arm0", "arm1", "arm_3"]
    assert node.arms[-1].title == "Version 3"
    assert sum(shared_out(panel)) == WHOLE
    assert panel.undo_all() == 1
    assert panel.written == before
