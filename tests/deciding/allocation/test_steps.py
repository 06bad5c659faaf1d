"""When a list is frozen, chosen from, departed from, adopted or dropped: each no has its reason."""

from datetime import UTC, datetime, timedelta

import pytest

from kinoqor.deciding.allocation.rules import steps
from kinoqor.deciding.allocation.rules.steps import Stands
from kinoqor.kit.verdict import Verdict

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
DONE, ADOPTED, GONE = Stands(computed=True), Stands(computed=True, adopted=True), Stands(cancelled=True)
WHY = "The only film for small children in this year."


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (steps.may_begin(False, True, False), "no money"),
        (steps.may_begin(True, True, True), "a list for this stage already"),
        (steps.may_begin(True, False, False), "still sealed"),
        (steps.may_freeze(2, 0, 0, 9), "2 films have no points"),
        (steps.may_freeze(0, 1, 0, 9), "1 film asks for no sum"),
        (steps.may_freeze(0, 0, 1, 9), "how much is set aside"),
        (steps.may_freeze(0, 0, 0, 0), "no film"),
        (steps.may_keep(GONE), "was dropped"),
        (steps.may_keep(DONE), "computed already"),
        (steps.may_take(DONE, False, None, NOW), "computed already"),
        (steps.may_take(Stands(), True, None, NOW), "here already"),
        (steps.may_take(Stands(), False, NOW + timedelta(minutes=1), NOW), "not out yet"),
        (steps.may_depart(False, DONE, False, False, True, WHY), "allows no departure"),
        (steps.may_depart(True, GONE, False, False, True, WHY), "was dropped"),
        (steps.may_depart(True, Stands(), False, False, True, WHY), "not computed yet"),
        (steps.may_depart(True, ADOPTED, False, False, True, WHY), "adopted this list"),
        (steps.may_depart(True, DONE, True, False, True, WHY), "about this film already"),
        (steps.may_depart(True, DONE, False, True, True, WHY), "in the list already"),
        (steps.may_depart(True, DONE, False, False, False, WHY), "not in the list anyway"),
        (steps.may_depart(True, DONE, False, False, True, "Because."), "author and its reason"),
        (steps.may_drop_departure(True, False), "taken back already"),
        (steps.may_drop_departure(False, True), "adopted this list"),
        (steps.may_adopt(GONE, (), ""), "was dropped"),
        (steps.may_adopt(ADOPTED, (), ""), "adopted already"),
        (steps.may_adopt(Stands(), (), ""), "not computed yet"),
        (steps.may_adopt(DONE, ("f1",), ""), "not drawn yet"),
        (steps.may_cancel(GONE, WHY), "was dropped"),
        (steps.may_cancel(ADOPTED, WHY), "adopted this list"),
        (steps.may_cancel(DONE, " "), "with a reason"),
    ],
)
def test_each_no_has_its_reason(verdict: Verdict, told: str) -> None:
    assert not verdict
    assert told in str(verdict.reason)


@pytest.mark.parametrize(
    "verdict",
    [
        steps.may_begin(True, True, False),
        steps.may_freeze(0, 0, 0, 1),
        steps.may_keep(Stands()),
        steps.may_take(Stands(), False, NOW, NOW),
        steps.may_depart(True, DONE, False, False, True, WHY),
        steps.may_depart(True, DONE, False, True, False, WHY),
        steps.may_drop_departure(False, False),
        steps.may_adopt(DONE, ("f1",), "5a"),
        steps.may_cancel(DONE, WHY),
    ],
)
def test_what_is_right_is_let_through(verdict: Verdict) -> None:
    assert verdict
