"""The estimate of an application: by the norms of its call, changed only while the application may be."""

from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from kinoqor.funding.application.adapters.estimated import KEEPER
from kinoqor.funding.application.adapters.points import beside, kept_beside, norms_of, points_of
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import one
from kinoqor.funding.estimate.access import keep
from kinoqor.funding.estimate.actions import load_lines
from kinoqor.funding.estimate.queries import seen
from kinoqor.funding.estimate.words import Item
from kinoqor.kit.verdict import Refused
from tests.funding.application import making
from tests.make import BY

pytestmark = pytest.mark.django_db
LINE = Item("cast", "Үлгі", "day", Decimal(1), 100_00)
CHAPTERS = [{"code": "cast", "most": 1000, "name": making.text("Cast")}]


@pytest.fixture
def number(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("django.utils.timezone.now", lambda: making.NOW)
    keep(KEEPER)
    making.call(chapters=CHAPTERS, intensity=7000)
    return making.application(making.producer()).pk


def test_the_norms_are_those_of_the_call_and_what_is_written_is_filed_with_it(number: int) -> None:
    load_lines(number, [LINE], seen([]), by=BY)
    application = one(number)
    norms = norms_of(application, localdate())
    assert [(each.code, each.most) for each in norms.chapters] == [("cast", 1000)]
    assert norms.intensity == 7000
    assert application.revision == 2
    assert beside(application, kept_beside(application))["estimate"]["sums"]["net"] == 100_00


def test_what_is_open_in_the_estimate_is_open_in_the_last_stage_of_the_application(number: int) -> None:
    application = one(number)
    assert not any(point.part == "estimate" for point in points_of(application, making.NOW))
    application.stage = "package"
    found = [point.place for point in points_of(application, making.NOW) if point.part == "estimate"]
    assert "estimate.lines" in found
    assert "estimate.plan" in found


def test_an_estimate_is_not_changed_where_the_application_may_not_be(number: int) -> None:
    Application.objects.filter(pk=number).update(state="admitted")
    with pytest.raises(Refused, match="cannot be changed"):
        load_lines(number, [LINE], seen([]), by=BY)
    assert beside(one(number), kept_beside(one(number))) == {}
