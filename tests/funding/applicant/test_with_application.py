"""The company file goes with an application: what is open in it is open there, and it is frozen when it is filed."""

import pytest
from django.utils import timezone

from kinoqor.funding.applicant.actions import save_company
from kinoqor.funding.application.adapters.points import beside, kept_beside, points_of
from kinoqor.funding.application.words import COMPANY
from kinoqor.funding.question.actions import load_forms
from tests.funding.application import making
from tests.make import BY

pytestmark = pytest.mark.django_db


def test_what_is_open_in_the_company_file_is_open_in_the_application() -> None:
    making.call(**making.WIDE)
    one = making.application()
    load_forms(by=BY)
    before = {point.place for point in points_of(one, timezone.now()) if point.part == COMPANY}
    assert {f"{COMPANY}.{each}" for each in ("name_kk", "tax_debt", "iban")} <= before
    save_company(one.organisation_id, {"name_kk": "Сынақ студиясы", "tax_debt": 0}, 0, by=BY)
    after = {point.place for point in points_of(one, timezone.now()) if point.part == COMPANY}
    closed = before - after
    assert {f"{COMPANY}.{each}" for each in ("name_kk", "tax_debt")} <= closed
    assert f"{COMPANY}.iban" not in closed


def test_the_company_file_is_filed_with_the_answers() -> None:
    making.call(**making.WIDE)
    one = making.application()
    load_forms(by=BY)
    assert COMPANY not in beside(one, kept_beside(one))
    save_company(one.organisation_id, {"tax_debt": 0, "bin": ""}, 0, by=BY)
    assert beside(one, kept_beside(one))[COMPANY]["values"] == {"tax_debt": 0}
