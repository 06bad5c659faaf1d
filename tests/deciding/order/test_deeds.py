"""An order from its draft to its signature or its end: what is written, what is refused."""

import json
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from kinoqor.deciding.commission.queries import held
from kinoqor.deciding.order import queries
from kinoqor.deciding.order.actions import annul, bring, confirm, draft, drop, enter, lay_out, send_back, sign
from kinoqor.deciding.order.models import Brought, Order
from kinoqor.deciding.order.words import Draft, Standing
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.call.models import Call
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.file.models import File
from kinoqor.ledger.log.models import Leaf
from kinoqor.ledger.paper.models import Paper
from kinoqor.ledger.paper.queries import bytes_of
from tests.deciding import making, ruling
from tests.deciding.order import signing
from tests.deciding.ruling import MILLION, REF, SIGNER, STAGE
from tests.judging import making as judging

pytestmark = pytest.mark.django_db


def why(deed: Callable[..., object], *args: object, **more: object) -> str:
    with pytest.raises(Refused) as refused:
        deed(*args, by=ruling.officer().doer, **more)
    return f"{refused.value.verdict.reason} {refused.value.verdict.way}"


def scanned(number: int) -> File:
    """A scan that was sent for an order."""
    return File.objects.create(
        holder=f"order:{number}", slot="scan", place=1, version=1, name="signed.pdf", kind="pdf", size=9,
        digest="ab" * 32, sent_digest="ab" * 32, at=judging.NOW, sent=judging.deed(), scan="clean",
    )  # fmt: skip


def test_an_order_is_made_of_what_the_commission_approved() -> None:
    of, (one, two, three) = ruling.adopted(30 * MILLION, 20 * MILLION, 10 * MILLION)
    ruling.cut(two, 15 * MILLION, {"script": 5 * MILLION})
    ruling.refuse(three)
    ruling.approve(of)
    made = queries.order(ruling.drafted())
    assert made is not None
    assert [(row["application"], row["award"], row["code"]) for row in made.rows] == [
        (one.pk, 30 * MILLION, f"code-{one.pk}"), (two.pk, 15 * MILLION, f"code-{two.pk}"),
    ]  # fmt: skip
    assert (made.total, made.signer, made.standing) == (45 * MILLION, SIGNER, Standing.DRAFT)
    assert queries.lacks(of) == []
    assert {one.state, two.state} == {Application.objects.get(pk=one.pk).state}


def test_a_number_that_the_public_record_has_no_place_for_is_refused_before_anything_is_laid_out() -> None:
    of, _films = ruling.adopted(30 * MILLION)
    ruling.approve(of)
    assert "number" in why(draft, REF, STAGE, Draft("user:41", timezone.localdate(), SIGNER))
    assert not Order.objects.exists()


def test_an_order_is_not_of_a_day_before_the_vote_nor_of_a_number_that_another_one_has() -> None:
    of, _films = ruling.adopted(30 * MILLION)
    ruling.approve(of)
    vote = queries.voted_on(of)
    assert vote is not None
    early = Draft("T-41", vote - timedelta(days=1), SIGNER)
    assert "before the vote of the council" in why(draft, REF, STAGE, early)
    other = making.allocation(stage=judging.SECOND)
    taken = making.order(other, number="T-41", day=timezone.localdate())
    assert "Another order that stands" in why(
        draft, REF, STAGE, Draft(" T-41 ", timezone.localdate(), SIGNER)
    )
    Order.objects.filter(pk=taken.pk).update(annulled=judging.deed(), standing=Standing.ANNULLED)
    ruling.drafted()


def test_an_order_that_was_drafted_before_the_vote_can_not_be_laid_out_with_its_old_day() -> None:
    of, _films = ruling.listed(30 * MILLION)
    ruling.commission()
    early = Draft("T-41", judging.NOW.date() - timedelta(days=1), SIGNER)
    draft(REF, STAGE, early, by=ruling.officer().doer)
    ruling.voted(of)
    ruling.approve(of)
    assert any("before the vote of the council" in str(each.verdict.reason) for each in queries.lacks(of))


def test_its_papers_are_laid_out_in_three_languages_and_the_statement_names_their_digests() -> None:
    number = ruling.laid_out(30 * MILLION)
    of = queries.order(number)
    assert (
        of is not None and of.statement is not None and of.digest == sha256(of.statement.encode()).hexdigest()
    )
    papers = queries.papers_of(of)
    assert list(papers) == ["kk", "ru", "en"]
    for lang, paper in papers.items():
        assert f'"{lang}":"{paper.digest}"' in of.statement
        with bytes_of(paper) as opened:
            assert sha256(opened.read()).hexdigest() == paper.digest
        assert paper.facts["signer"] == SIGNER[lang]
        assert paper.facts["rows"][0]["title"]
    assert len(of.statement) < 1200
    assert held(of.allocation)
    assert "laid out" in why(lay_out, number)
    assert "laid out" in why(draft, REF, STAGE, Draft("T-42", timezone.localdate(), SIGNER))


def test_what_is_missing_refuses_the_laying_out_and_the_signing() -> None:
    of, (one, _two) = ruling.adopted(30 * MILLION, 20 * MILLION)
    assert "No film is approved" in " ".join(str(each.verdict.reason) for each in queries.lacks(of))
    ruling.approve_again(one, 30 * MILLION)
    number = ruling.drafted()
    assert "without a ruling" in why(lay_out, number)
    ruling.approve(of)
    assert "The draft does not say" in why(lay_out, number)
    number = ruling.drafted()
    assert Order.objects.filter(standing=Standing.ANNULLED).count() == 1
    lay_out(number, by=ruling.officer().doer)
    Application.objects.filter(pk=one.pk).update(state=State.WITHDRAWN)
    statement = queries.order(number).statement  # type: ignore[union-attr]
    signed = signing.signed((statement or "").encode())
    assert "Withdrawn by their applicants" in why(enter, number, signed, timezone.now())
    scanned(number)
    assert "Withdrawn by their applicants" in why(bring, number, "R-1", timezone.localdate())


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"for": 1, "against": 0, "abstained": 0}, "no quorum"),
        ({"for": 4, "against": 1, "abstained": 0}, "more votes"),
    ],
)
def test_a_vote_that_was_not_lawful_can_not_be_ordered(counts: dict[str, int], said: str) -> None:
    of, _films = ruling.listed(30 * MILLION)
    ruling.voted(of, counts=counts | {"present": 3, "shut_out": 0})
    ruling.commission()
    ruling.approve(of)
    assert said in why(lay_out, ruling.drafted())


def test_without_a_vote_there_is_no_order_and_its_page_says_so_first() -> None:
    of, _films = ruling.listed(30 * MILLION)
    ruling.commission()
    first, *_others = queries.lacks(of)
    assert (first.where, "not adopted" in str(first.verdict.reason)) == ("vote", True)
    assert "not adopted" in why(lay_out, ruling.drafted())


def test_a_national_signature_signs_and_says_what_was_not_checked() -> None:
    number = ruling.laid_out(30 * MILLION)
    of = queries.order(number)
    assert of is not None
    wrong = signing.signed(b"another statement")
    assert "Something else was signed" in why(enter, number, wrong, timezone.now())
    assert "No signature was entered" in why(sign, number)
    right, first, officer = signing.signed((of.statement or "").encode()), ruling.officer(), ruling.officer()
    enter(number, right, timezone.now(), by=first.doer)
    of = queries.order(number)
    assert of is not None and (of.standing, queries.signed(of.allocation)) == ("draft", None)
    assert not Leaf.objects.filter(kind="order.sealed").exists()
    with pytest.raises(Refused, match="four eyes"):
        sign(number, by=first.doer)
    assert "entered already" in why(enter, number, right, timezone.now())
    scanned(number)
    assert "entered already" in why(bring, number, "R-7", timezone.localdate())
    sign(number, by=officer.doer)
    of = queries.order(number)
    assert of is not None and of.checked is not None
    assert (of.standing, of.checked["how"], of.checked["holder"]) == ("signed", "national", "Сынақ Министр")
    assert of.checked["not_done"] == ["chain", "revocation", "stamp", "signer"]
    [sealed] = Leaf.objects.filter(kind__in=("commission.decided", "order.sealed", "order.signed"))
    says = json.loads(sealed.text)["says"]
    assert (sealed.kind, says["number"], "total" in says) == ("order.sealed", "T-41", False)
    assert says["signature"] == sha256(right).hexdigest()
    told = Deed.objects.get(code="deciding.order.signed")
    assert (told.details["digest"], told.voice) == (of.digest, officer.doer.voice)
    assert queries.signed(of.allocation) == of
    assert "is signed" in why(sign, number)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Order.objects.filter(pk=number).update(signature="another")


def test_a_paper_signed_by_hand_needs_two_officers() -> None:
    number = ruling.laid_out(30 * MILLION)
    today, first, second = timezone.localdate(), ruling.officer(), ruling.officer()
    assert "Send the scan" in why(bring, number, "R-7", today)
    assert "No signed paper" in why(confirm, number, 1)
    scanned(number)
    assert "still to come" in why(bring, number, "R-7", today + timedelta(days=1))
    assert "before its own day" in why(bring, number, "R-7", today - timedelta(days=1))
    assert "Give the number" in why(bring, number, " ", today)
    one = bring(number, "R-7", today, by=first.doer)
    assert "brought already" in why(bring, number, "R-8", today)
    with pytest.raises(Refused, match="four eyes"):
        confirm(number, one, by=first.doer)
    confirm(number, one, by=second.doer)
    of = queries.order(number)
    assert of is not None and of.checked is not None
    assert (of.standing, of.checked["registry"], of.checked["scan"]) == ("signed", "R-7", "ab" * 32)
    assert of.signature is None
    assert Deed.objects.get(code="deciding.order.confirmed").details["digest"] == of.digest


def test_a_paper_is_sent_back_with_a_reason_and_may_be_brought_anew() -> None:
    number = ruling.laid_out(30 * MILLION)
    scanned(number)
    assert "No signed paper" in why(send_back, number, why="A page is missing.")
    seen = bring(number, "R-7", timezone.localdate(), by=ruling.officer().doer)
    assert "Give the reason" in why(send_back, number, why=" ")
    send_back(number, by=ruling.officer().doer, why="A page is missing.")
    assert "No signed paper" in why(confirm, number, seen)
    other = bring(number, "R-8", timezone.localdate(), by=ruling.officer().doer)
    assert "Another paper was brought since you looked at it" in why(confirm, number, seen)
    File.objects.update(gone=judging.deed())
    assert "was replaced" in why(confirm, number, other)
    assert Brought.objects.filter(sent_back=None).count() == 1


def test_nothing_of_an_annulled_round_is_drafted_laid_out_brought_or_signed() -> None:
    number = ruling.laid_out(30 * MILLION)
    scanned(number)
    of = queries.order(number)
    assert of is not None
    Call.objects.update(annulled=judging.deed())
    refused = "This round was annulled. See the call that repeats it."
    signature = signing.signed((of.statement or "").encode())
    assert why(enter, number, signature, timezone.now()) == refused
    assert why(sign, number) == refused
    assert why(bring, number, "R-1", timezone.localdate()) == refused
    drop(number, by=ruling.officer().doer, why="The round was annulled.")
    assert why(draft, REF, STAGE, Draft("T-42", timezone.localdate(), SIGNER)) == refused
    assert Order.objects.exclude(signed=None).count() == 0


def test_the_journal_says_that_rulings_are_free_only_where_an_order_had_bound_them() -> None:
    of, _films = ruling.adopted(30 * MILLION)
    ruling.approve(of)
    ruling.drafted()
    number = ruling.drafted(number="T-42")
    assert not Deed.objects.filter(code="deciding.commission.released").exists()
    lay_out(number, by=ruling.officer().doer)
    drop(number, by=ruling.officer().doer, why="The day is wrong.")
    [told] = Deed.objects.filter(code="deciding.commission.released")
    assert told.details == {"call": REF, "stage": STAGE}


def test_a_draft_is_dropped_and_a_signed_order_annulled_each_with_a_reason_and_stays() -> None:
    number = ruling.laid_out(30 * MILLION)
    of = queries.order(number)
    assert of is not None
    assert "nothing to annul" in why(annul, number, why="Audit.")
    assert "Give the reason" in why(drop, number, why="")
    drop(number, by=ruling.officer().doer, why="The day is wrong.")
    assert not held(of.allocation)
    assert "dropped or annulled" in why(drop, number, why="Again.")
    again = ruling.drafted(number="T-42")
    lay_out(again, by=ruling.officer().doer)
    second = queries.order(again)
    assert second is not None
    signing.sign(again)
    assert "is signed" in why(drop, again, why="No.")
    assert "is signed" in why(draft, REF, STAGE, Draft("T-43", timezone.localdate(), SIGNER))
    annul(again, by=ruling.officer().doer, why="The audit chamber found the vote unlawful.")
    fallen = queries.order(again)
    assert fallen is not None and fallen.annulled is not None and fallen.signature
    assert (fallen.standing, fallen.annulled.why[:9]) == ("annulled", "The audit")
    assert queries.current(of.allocation) is None and not held(of.allocation)
    assert Paper.objects.filter(holder=f"order:{again}").count() == 3
    assert "no such order" in why(annul, 10**6, why="No.")
