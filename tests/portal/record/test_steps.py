"""What one step of a decision took over from the one before, altered behind the house's back, is found and named."""

import json
from typing import Any

import pytest
from django.db import models

from kinoqor.deciding.allocation import actions
from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.allocation.adapters.working import departed
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.pitching.models import Sheet
from kinoqor.kit.canonical import canonical
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log.clock import published
from tests.deciding.allocation.test_deeds import computed, rounds
from tests.make import BY
from tests.portal.record.test_audit import alter, named, pitched

pytestmark = pytest.mark.django_db


def test_marks_that_were_taken_away_after_their_opening_are_named_by_their_pitching() -> None:
    sheet = pitched()
    assert not {each for each in named() if "deciding." in each}
    alter(Sheet, sheet.pk, handed=None)
    assert any(f"(deciding.plan {sheet.slot.plan_id}): deed" in each for each in named())


DEPARTED: list[tuple[type[models.Model], dict[str, Any], str]] = [
    (Departure, {"award": 1}, "deciding.departure"),
    (Departure, {"comes_in": False}, "deciding.departure"),
    (Departure, {"price": {"value": 1}}, "deciding.departure"),
    (Allocation, {"after": None}, "not the list with the departures that stand"),
    (Allocation, {"after": "{}"}, "deciding.allocation"),
    (Departure, {"dropped_id": 1}, "not the list with the departures that stand"),
]


@pytest.mark.parametrize(
    ("of", "values", "said"), DEPARTED, ids=[f"{of.__name__} {[*v]}" for of, v, _s in DEPARTED]
)
def test_an_altered_departure_or_the_list_with_it_is_found(
    of: type[models.Model], values: dict[str, Any], said: str
) -> None:
    rounds(departures=True)
    listed = computed()
    out = next(row for row in lists.listed(listed) if not row.funded)
    actions.depart(listed.pk, out.application, True, "The council wants it for its subject.", departed, by=BY)
    published()
    before = named()
    assert not {each for each in before if "deciding.departure" in each or "deciding.allocation" in each}
    if "dropped_id" in values:
        values = {"dropped": Deed.objects.latest("pk")}
    alter(of, of._base_manager.latest("pk").pk, **values)
    found = named() - before
    assert any(said in sentence for sentence in found), found


def test_a_list_with_departures_that_breaks_the_rule_is_found() -> None:
    rounds(departures=True)
    listed = computed()
    out = next(row for row in lists.listed(listed) if not row.funded)
    actions.depart(listed.pk, out.application, True, "The council wants it for its subject.", departed, by=BY)
    before = named()
    after = json.loads(Allocation.objects.get().after or "")
    after["result"]["awards"][0][1] += 1
    alter(Allocation, listed.pk, after=canonical(after))
    assert any("does not keep the rule" in each for each in named() - before)
