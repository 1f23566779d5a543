"""What is shown is the form of the step's own kind, also where a file brings another one."""

from journeys.document.journey import Journey
from journeys.document.kinds import kinds
from tests.widgets.inspector.conftest import Opening
from tests.widgets.inspector.journeys_to_edit import every_kind

EVERY_KIND = every_kind()


def test_a_step_of_another_kind_with_the_same_id_gets_its_own_form(open_panel: Opening) -> None:
    for kind, other in (("wait", "list_step"), ("event_trigger", "schedule_trigger")):
        panel = open_panel(EVERY_KIND, kind)
        step = kinds()[other].fresh(kind, ("purchase",))
        panel.document.open(Journey(id=EVERY_KIND.id, nodes=(step,)))
        panel.inspector.show_problems(panel.document.problems)
        assert set(panel.fields) <= set(kinds()[other].model_fields)
        assert panel.fields
