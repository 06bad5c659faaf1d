"""What a panel does stands in the public record: sealed before it is opened, named by codes, with nobody in it."""

import json

import pytest

from kinoqor.accounts.user.models import User
from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.panel.models import Photograph
from kinoqor.judging.review.actions import hand_in, open_reviews
from kinoqor.judging.review.models import Opening
from kinoqor.judging.review.words import Given
from kinoqor.kit.canonical import digest_of
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log.queries import leaves_of
from tests.funding.check.making import officer
from tests.judging import making
from tests.judging.assignment import drawing
from tests.judging.making import NOW, REF, STAGE
from tests.ledger.log.writing import record, spoilt

pytestmark = pytest.mark.django_db
WHY = "The second act holds the tension to its end."
WHOLE = Given({"plot": 7, "dramaturgy": None}, {"plot": WHY, "dramaturgy": WHY}, "For festivals.", "en")


def leaves(kind: str, of: str = REF) -> list[dict[str, object]]:
    return [json.loads(each.text)["says"] for each in leaves_of(of).filter(kind=kind)]


def test_the_lists_of_a_draw_are_in_the_record_before_its_chance_and_its_result_after() -> None:
    _files, _members, of = drawing.filled()
    held = Draw.objects.get(pk=drawing.frozen(of))
    (said,) = leaves("draw.frozen")
    assert said["lists"] == digest_of(held.frozen or "") == held.digest
    assert (said["source"], said["round"], said["body"]) == ("drand", held.beacon, of.ref)
    assert not leaves("draw.drawn")


def test_a_draw_leaves_its_seed_and_the_digest_of_its_result() -> None:
    _files, _members, of = drawing.filled()
    held = Draw.objects.get(pk=drawing.drawn(of))
    (said,) = leaves("draw.drawn")
    assert (said["seed"], said["lists"]) == (held.seed, held.digest)
    assert said["result"] == digest_of(held.result or "")


def test_a_draw_by_announced_numbers_says_on_which_days_they_come() -> None:
    _files, _members, of = drawing.filled(draw={"source": "numbers"})
    drawing.drawn_by_numbers(of)
    (said,) = leaves("draw.frozen")
    assert (said["source"], said["announced"]) == ("numbers", ["2026-04-20"])


def test_a_review_is_sealed_in_the_record_when_it_is_handed_in() -> None:
    one = making.reading(making.admitted(), making.member())
    seal = hand_in(one.pk, WHOLE, 0, True, NOW, by=one.user.doer)
    assert leaves("review.sealed") == [{"stage": STAGE, "phase": 1, "seal": seal}]


def test_reviews_are_opened_under_one_digest_of_all_with_the_make_up_of_the_body() -> None:
    making.judged_round(2, 3, open_=False)
    open_reviews(REF, STAGE, 1, (), NOW, by=officer().doer)
    (said,) = leaves("reviews.opened")
    opening = Opening.objects.get()
    assert (said["reviews"], said["missing"], said["seals"]) == (6, 0, opening.digest)
    taken = Photograph.objects.get()
    (body,) = leaves("body.photographed", taken.body.ref)
    assert body["composition"] == taken.digest
    line = Deed.objects.get(code="judging.review.opened")
    written = line.parts.filter(code="ledger.log.written").order_by("pk")
    assert [each.details["kind"] for each in written] == ["body.photographed", "reviews.opened"]


def test_a_judged_round_is_published_whole_and_names_nobody() -> None:
    making.judged_round(2, 3)
    record(0)
    assert spoilt() == []
    text = " ".join(leaves_of(REF).values_list("text", flat=True))
    for user in User.objects.all():
        assert user.name not in text and user.email not in text
