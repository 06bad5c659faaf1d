"""A result is prepared, kept from everybody, and lifted once for all, while what it rests on holds."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.order.actions import annul, lay_out
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.order.words import Standing
from kinoqor.deciding.publication import clock, queries
from kinoqor.deciding.publication.actions import lift, prepare, withdraw
from kinoqor.deciding.publication.models import Outcome
from kinoqor.deciding.publication.words import Result
from kinoqor.deciding.recheck.actions import annul_round
from kinoqor.deciding.recheck.words import Ground
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.kit.canonical import digest
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from kinoqor.ledger.log.models import Leaf
from kinoqor.ledger.paper.models import Paper
from tests import people
from tests.deciding import making, ruling
from tests.deciding.order import signing
from tests.deciding.publication.publishing import ASKED, after, code_of, listed, prepared, soon
from tests.judging import making as judging
from tests.judging.making import REF, STAGE
from tests.make import BY

pytestmark = pytest.mark.django_db
ORDERED = {"order.sealed", "commission.decided", "order.signed", "result.published"}


def states(some: list[Application]) -> set[str]:
    return set(Application.objects.filter(pk__in=[each.pk for each in some]).values_list("state", flat=True))


def test_before_its_moment_no_state_no_outcome_and_no_letter_tells_of_it() -> None:
    number, chosen, others = prepared()
    before = Letter.objects.count()
    with pytest.raises(Refused, match="not come"):
        lift(number, timezone.now(), by=BY)
    assert clock.lift_due.func() == 0
    assert states([*chosen, *others]) == {State.ADMITTED}
    assert not Outcome.objects.exists()
    assert Letter.objects.count() == before
    assert queries.outcome_of(chosen[0].pk) is None
    assert not queries.public(timezone.now()).exists()


def test_at_its_moment_all_files_move_together_and_each_keeps_its_line() -> None:
    number, chosen, others = prepared(2, 2)
    absent = judging.admitted()
    Application.objects.filter(pk=absent.pk).update(state=State.NO_SHOW)
    assert lift(number, after(), by=BY) == 5
    assert states(chosen) == {State.ORDERED}
    assert states([*others, absent]) == {State.NOT_CHOSEN}
    one = Outcome.objects.get(application=chosen[0])
    assert (one.result, one.asked, one.council, one.award) == (Result.AWARDED, ASKED, ASKED, ASKED)
    line = Outcome.objects.get(application=others[0]).line
    assert (line["points"], line["cutoff"], line["reason"], line["clause"]) == (7800, 7900, "quota", "Rule 7")
    assert line["passed"] == [[chosen[0].pk, ["Rule 7"]]]
    assert "film" not in line
    assert Outcome.objects.get(application=absent).line["reason"] == "no_show"


def test_the_public_record_says_how_many_and_the_digest_of_the_list_and_names_nobody() -> None:
    number, chosen, others = prepared(1, 2)
    lift(number, after(), by=BY)
    text = Leaf.objects.get(kind="result.published").text
    listed_ = digest([[code_of(chosen[0]), "awarded", ASKED]])
    assert json.loads(text)["says"] == {
        "stage": STAGE, "files": 3, "awarded": 1, "chosen": 0, "not_chosen": 2, "list": listed_,
    }  # fmt: skip
    assert not any(one.titles["kk"] in text for one in (*chosen, *others))


def test_the_record_says_what_the_commission_and_the_order_give_with_the_result_and_not_before() -> None:
    of, (one, two) = ruling.adopted(30 * ruling.MILLION, 20 * ruling.MILLION)
    ruling.refuse(two)
    ruling.approve(of)
    number = ruling.drafted()
    lay_out(number, by=ruling.officer().doer)
    signing.sign(number)
    paper = Paper.objects.get(holder=f"order:{number}", language="kk").digest
    before = {each.kind: json.loads(each.text)["says"] for each in Leaf.objects.all()}
    assert set(before) & ORDERED == {"order.sealed"}
    sealed = before["order.sealed"]
    assert set(sealed) == {"number", "day", "paper", "signature"}
    assert sealed["paper"] == paper
    moment = timezone.now() + timedelta(hours=1)
    lift(prepare(REF, STAGE, moment, timezone.now(), by=BY), moment, by=BY)
    kinds = [each.kind for each in Leaf.objects.order_by("index") if each.kind in ORDERED]
    assert kinds == [
        "order.sealed",
        "commission.decided",
        "commission.decided",
        "order.signed",
        "result.published",
    ]
    said = [json.loads(each.text)["says"] for each in Leaf.objects.order_by("index") if each.kind in ORDERED]
    assert [(each["item"], each["outcome"], each["sum"]) for each in said[1:3]] == [
        (f"code-{one.pk}", "approved", 30 * ruling.MILLION), (f"code-{two.pk}", "refused", 0),
    ]  # fmt: skip
    assert said[3] == sealed | {"films": 1, "total": 30 * ruling.MILLION, "currency": "KZT"}


def test_a_result_is_lifted_once() -> None:
    number, _chosen, _others = prepared()
    lift(number, after(), by=BY)
    with pytest.raises(Refused, match="out already"):
        lift(number, after(), by=BY)
    with pytest.raises(Refused, match="is out"):
        withdraw(number, timezone.now(), by=BY, why="Too late.")


def test_a_withdrawn_publication_is_never_lifted_and_leaves_room_for_another() -> None:
    number, chosen, _others = prepared()
    withdraw(number, timezone.now(), by=BY, why="A sum was wrong.")
    with pytest.raises(Refused, match="withdrawn"):
        lift(number, after(), by=BY)
    again = prepare(REF, STAGE, soon(), timezone.now(), by=BY)
    with pytest.raises(Refused, match="prepared already"):
        prepare(REF, STAGE, soon(), timezone.now(), by=BY)
    lift(again, after(), by=BY)
    assert states(chosen) == {State.ORDERED}


def test_an_order_that_fell_is_not_published() -> None:
    number, chosen, _others = prepared()
    Order.objects.update(standing=Standing.ANNULLED, annulled=making.deed())
    with pytest.raises(Refused, match="annulled"):
        lift(number, after(), by=BY)
    assert states(chosen) == {State.ADMITTED}
    withdraw(number, after(), by=BY, why="The order was annulled.")


def voted(files: int = 3) -> list[Application]:
    """Files of a stage without money whose list was carried."""
    making.call({"purse": None} | {"pitching": None})
    found, _readers = judging.judged_round(files=files)
    making.item(making.sitting(), matter="stage", standing="decided", carried=True, closed=making.deed())
    return found


def test_nothing_of_an_annulled_round_is_lifted_or_prepared_and_its_page_says_so_at_once() -> None:
    files = voted()
    number = prepare(REF, STAGE, soon(), timezone.now(), by=BY)
    annul_round(REF, Ground.AUDIT, "Act 12, clause 3", by=BY, why="The audit chamber found it unlawful.")
    with pytest.raises(Refused, match="This round was annulled"):
        lift(number, after(), by=BY)
    assert not Outcome.objects.exists()
    assert states(files) == {State.ADMITTED}
    page = people.signed_in(Role.OFFICER).get(reverse("round-publication", args=[REF, STAGE]))
    assert "This round was annulled." in page.content.decode()
    withdraw(number, after(), by=BY, why="The round was annulled.")
    with pytest.raises(Refused, match="This round was annulled"):
        prepare(REF, STAGE, soon(), timezone.now(), by=BY)


def test_an_order_whose_result_is_out_falls_only_with_its_round() -> None:
    number, (one,), _others = prepared()
    of = Order.objects.get()
    lift(number, after(), by=BY)
    with pytest.raises(Refused, match="is out") as refused:
        annul(of.pk, by=BY, why="The audit chamber found it unlawful.")
    assert "Annul the whole round" in str(refused.value.verdict.way)
    page = people.signed_in(Role.OFFICER).get(reverse("order-end", args=[of.pk])).content.decode()
    assert reverse("round-annulment", args=[REF]) in page and "<textarea" not in page
    annul_round(REF, Ground.AUDIT, "Act 12, clause 3", by=BY, why="The audit chamber found it unlawful.")
    of.refresh_from_db()
    assert (of.standing, states([one])) == (Standing.ANNULLED, {State.REVOKED})


def test_what_was_asked_at_its_preparation_is_asked_again_at_its_moment() -> None:
    number, (one, other), others = prepared(2, 1)
    Application.objects.filter(pk=one.pk).update(state=State.WITHDRAWN)
    with pytest.raises(Refused, match="1 film of the order was withdrawn"):
        lift(number, after(), by=BY)
    assert not Outcome.objects.exists()
    assert states([other, *others]) == {State.ADMITTED}
    page = people.signed_in(Role.OFFICER).get(reverse("round-publication", args=[REF, STAGE]))
    assert "1 film of the order was withdrawn" in page.content.decode()
    withdraw(number, after(), by=BY, why="A film was withdrawn.")


def test_an_unsigned_order_and_a_film_that_was_withdrawn_are_not_prepared() -> None:
    making.call()
    one = making.admitted()
    listed([one], [], standing=Standing.DRAFT, signed=None)
    with pytest.raises(Refused, match="not signed"):
        prepare(REF, STAGE, soon(), timezone.now(), by=BY)
    Order.objects.update(standing=Standing.SIGNED, signed=making.deed())
    other = making.admitted()
    Application.objects.filter(pk=one.pk).update(state=State.WITHDRAWN)
    with pytest.raises(Refused, match="1 film of the order was withdrawn"):
        prepare(REF, STAGE, soon(), timezone.now(), by=BY)
    assert other.state == State.ADMITTED


def test_the_vote_on_a_stage_without_money_leads_to_the_next_stage() -> None:
    making.call({"purse": None} | {"pitching": None})
    files, _readers = judging.judged_round(files=3)
    with pytest.raises(Refused, match="voted"):
        prepare(REF, STAGE, soon(), timezone.now(), by=BY)
    making.item(making.sitting(), matter="stage", standing="decided", carried=True, closed=making.deed())
    lift(prepare(REF, STAGE, soon(), timezone.now(), by=BY), after(), by=BY)
    results = dict(Outcome.objects.values_list("application", "result"))
    chosen = [number for number, found in results.items() if found == Result.CHOSEN]
    assert set(results) == {each.pk for each in files}
    assert chosen
    for one in Application.objects.filter(pk__in=chosen):
        assert (one.state, one.stage) == (State.PACKAGE_DUE, judging.SECOND)
