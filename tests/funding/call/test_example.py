"""The fund of another country, loaded and shown by the same code: nothing of a call is hard-wired."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kinoqor.funding.call import actions, queries, rules
from kinoqor.funding.programme import queries as programmes
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import load_forms
from kinoqor.kit.calendar import Counted
from tests.make import BY

PACK = Path(__file__).resolve().parents[3] / "packs" / "examples" / "pl"
REF = "pl-session"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_pack() -> None:
    load_programmes(PACK, by=BY)
    assert load_forms(PACK, by=BY) == [REF]
    actions.load_calls(PACK, by=BY)


def test_its_window_shuts_by_its_own_clock_and_in_its_own_winter() -> None:
    version = queries.published(REF)
    assert version
    terms = queries.terms_of(version)
    last = datetime(2027, 2, 5, 14, 59, 59, tzinfo=UTC)  # 15:59:59 in Warsaw
    assert rules.open_stage(terms, last) == terms.stages[0]
    assert rules.open_stage(terms, last + timedelta(seconds=1)) is None


def test_its_money_its_terms_and_its_limits_are_its_own() -> None:
    version = queries.published(REF)
    assert version
    terms = queries.terms_of(version)
    assert terms.currency == "PLN"
    assert terms.streams[0].envelope == 4_000_000_000
    assert (terms.complaint_days, terms.answer_days) == (15, 30)
    assert rules.within_limits(terms, "feature", {"feature": 2})
    assert not rules.within_limits(terms, "feature", {"feature": 3})
    asked = [paper.code for paper in rules.papers_for(terms.stages[0], {"stream": "first"})]
    assert asked == ["script", "estimate", "debut"]


def test_its_days_are_counted_over_its_holidays_and_are_marked_as_not_verified() -> None:
    programme = programmes.programme("film-production")
    assert programme
    calendar = programmes.calendar(programme)
    term = calendar.after(date(2026, 12, 23), 3)
    assert term.day == date(2026, 12, 30)
    assert term.unsure
    assert calendar.after(date(2026, 12, 23), 15, Counted.CALENDAR).day == date(2027, 1, 7)


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_its_page_and_its_check_speak_the_languages_of_the_house(lang: str, client: Client) -> None:
    with override(lang):
        page = client.get(reverse("call", kwargs={"ref": REF})).content.decode()
        asked = {"stream": "first", "c-registered": "no"}
        check = client.get(reverse("call-check", kwargs={"ref": REF}), asked).content.decode()
    version = queries.published(REF)
    assert version
    assert version.terms["name"][lang] in page
    assert version.terms["conditions"][0]["way"][lang] in check
    assert version.terms["clauses"]["programme"][lang] in check


def test_the_window_of_a_published_call_needs_its_form_in_force_and_has_it() -> None:
    actions.begin_draft(REF, by=BY)
    assert actions.publish(REF, 1, by=BY) == 2
