"""A call in the house: loaded once, drafted, changed by one at a time, published and then never changed."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from kinoqor.funding.call import actions, queries, rules
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.programme import queries as programmes
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import load_forms
from kinoqor.kit.verdict import Refused
from tests.make import BY

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
REF = "selection-2025"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_pack() -> None:
    load_programmes(PACK, by=BY)
    actions.load_calls(PACK, by=BY)


def test_a_pack_loaded_twice_changes_nothing() -> None:
    before = CallVersion.objects.count()
    assert (load_programmes(PACK, by=BY), actions.load_calls(PACK, by=BY)) == (0, 0)
    assert CallVersion.objects.count() == before


def test_a_published_version_is_changed_by_nobody() -> None:
    version = queries.published(REF)
    assert version
    for change in (
        lambda: CallVersion.objects.filter(pk=version.pk).update(terms={}),
        lambda: CallVersion.objects.filter(pk=version.pk).delete(),
    ):
        with pytest.raises(DatabaseError, match="does not change once"), transaction.atomic():
            change()


def test_a_new_version_takes_the_place_and_the_old_one_stays_readable() -> None:
    load_forms(PACK, by=BY)
    actions.begin_draft(REF, by=BY)
    draft = queries.draft(REF)
    assert draft
    revision = actions.edit(REF, {**draft.terms, "invented": True}, draft.revision, by=BY)
    assert actions.publish(REF, revision, by=BY) == 2
    now, before = queries.published(REF), queries.numbered(REF, 1)
    assert now and before
    assert queries.terms_of(now).invented
    assert not queries.terms_of(before).invented


def test_a_call_whose_form_nobody_has_published_is_not_published() -> None:
    actions.begin_draft(REF, by=BY)
    with pytest.raises(Refused, match="of which no version is published"):
        actions.publish(REF, 1, by=BY)


def test_two_tabs_do_not_undo_each_others_work() -> None:
    actions.begin_draft(REF, by=BY)
    draft = queries.draft(REF)
    assert draft
    actions.edit(REF, draft.terms, draft.revision, by=BY)
    with pytest.raises(Refused, match="Somebody has changed"):
        actions.edit(REF, {}, draft.revision, by=BY)


def test_a_call_has_one_draft_at_a_time() -> None:
    actions.begin_draft(REF, by=BY)
    with pytest.raises(Refused, match="has a draft already"):
        actions.begin_draft(REF, by=BY)
    actions.drop(REF, by=BY)
    assert actions.begin_draft(REF, by=BY)


def test_the_debt_of_a_day_is_counted_by_the_programme() -> None:
    programme = programmes.programme("national-cinema")
    assert programme
    version = queries.published(REF)
    assert version
    limits = [each.limit for each in queries.conditions_on(version) if each.code == "tax-debt"]
    assert limits[0]


def test_a_demonstration_is_invented_open_on_the_day_it_is_loaded_and_loaded_once() -> None:
    day = date(2026, 11, 27)
    refs = actions.load_demonstration(PACK, day, by=BY)
    assert (
        actions.load_demonstration(PACK, day, by=BY) == refs == ["demo-order", "demo-package", "demo-script"]
    )
    now = datetime(2026, 11, 27, 12, tzinfo=UTC)
    found = {version.call.ref: rules.open_stage(terms, now) for version, terms in queries.open_calls(now)}
    assert {ref: stage.code for ref, stage in found.items() if stage} == {
        "demo-package": "package",
        "demo-script": "script",
    }
    for ref in refs:
        version = queries.published(ref)
        assert version and queries.terms_of(version).invented
