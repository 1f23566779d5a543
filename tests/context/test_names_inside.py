"""What a test of an attribute tells, where its name lies inside that of another (R152, R177)."""

import pytest

from journeys.conditions.comparison import Operator
from journeys.conditions.tree import AttributeTest
from journeys.context.lineage import Lineage, Verdict
from journeys.context.origins import origins
from journeys.nodes.branch import Branch, Path
from journeys.people.population import ColumnType
from journeys.program.vocabulary import Column, Vocabulary
from tests.oracle.worked import journey, on, step


@pytest.mark.parametrize(
    ("attributes", "asked", "operator", "wanted"),
    [
        (("tier",), "tier", Operator.PRESENT, Verdict.GUARANTEED),
        (("tier",), "tier", Operator.MISSING, Verdict.IMPOSSIBLE),
        (("tier", "tier.since"), "tier", Operator.PRESENT, Verdict.GUARANTEED),
        (("tier", "tier.since"), "tier", Operator.MISSING, Verdict.POSSIBLE),
        (("tier", "tier.since"), "tier.since", Operator.PRESENT, Verdict.POSSIBLE),
        (("tier", "tier.since"), "tier.since", Operator.MISSING, Verdict.IMPOSSIBLE),
        (("tier.since",), "tier.since", Operator.PRESENT, Verdict.GUARANTEED),
        (("id.old",), "id.old", Operator.PRESENT, Verdict.POSSIBLE),
    ],
)
def test_r152_what_hides_another_is_not_spoken_for(
    attributes: tuple[str, ...], asked: str, operator: Operator, wanted: Verdict
) -> None:
    condition = AttributeTest(name=asked, operator=operator)
    branch = Branch(id="b", branches=(Path(id="yes", condition=condition),))
    drawn = journey("t>b b.yes>f", on("enter"), branch, step("finish", "f"))
    known = Vocabulary(
        events=("enter",), attributes=tuple(Column(name, ColumnType.TEXT) for name in attributes)
    )
    lineage = Lineage(drawn, origins(drawn, known))
    assert lineage.verdict("f", f"customer.{asked}") is wanted
