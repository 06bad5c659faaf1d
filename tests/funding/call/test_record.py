"""What a call says is in the public record from the moment at which it counts."""

import json
from pathlib import Path

import pytest

from kinoqor.funding.call import actions, queries
from kinoqor.funding.call.models import Call, CallVersion
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import load_forms
from kinoqor.kit.canonical import digest
from kinoqor.ledger.log.queries import leaves_of, opens
from tests.make import BY

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
REF = "selection-2025"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_pack() -> None:
    load_programmes(PACK, by=BY)
    load_forms(PACK, by=BY)
    actions.load_calls(PACK, by=BY)


def said(kind: str) -> list[dict[str, object]]:
    return [json.loads(each.text)["says"] for each in leaves_of(REF).filter(kind=kind)]


def test_every_version_that_counts_is_in_the_record_with_the_digest_of_its_terms() -> None:
    actions.begin_draft(REF, by=BY)
    draft = queries.draft(REF)
    assert draft
    revision = actions.edit(REF, {**draft.terms, "invented": True}, draft.revision, by=BY)
    assert len(said("call.published")) == 1
    actions.publish(REF, revision, by=BY)
    versions = CallVersion.objects.filter(call__ref=REF).order_by("number")
    assert said("call.published") == [
        {"terms": digest(each.terms), "version": each.number} for each in versions
    ]


def test_an_annulled_call_says_so_without_its_words_and_a_rerun_is_linked() -> None:
    actions.annul(REF, by=BY, why="An audit found an unlawful make-up.")
    (leaf,) = said("call.annulled")
    assert opens(str(leaf["why"]), "An audit found an unlawful make-up.")
    document = CallVersion.objects.get(call__ref=REF, number=1).terms
    programme = Call.objects.get(ref=REF).programme.ref
    actions.load_call("selection-again", {**document, "programme": programme, "rerun_of": REF}, by=BY)
    assert said("call.rerun") == [{"again": "selection-again"}]
