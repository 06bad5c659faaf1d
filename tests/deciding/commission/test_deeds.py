"""How it is entered what the commission said, and every refusal of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kinoqor.deciding.commission import queries
from kinoqor.deciding.commission.actions import approve_rest, bind, release, rule
from kinoqor.deciding.commission.models import Ruling
from kinoqor.deciding.commission.words import Decision
from kinoqor.deciding.commission.words import Ruling as Said
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.judging.panel.models import Body, Photograph
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from tests import people
from tests.deciding import ruling
from tests.deciding.ruling import APPROVED, MILLION, REASON, REF, STAGE
from tests.judging import making as judging

pytestmark = pytest.mark.django_db


def why(film: Application, said: Decision) -> str:
    with pytest.raises(Refused) as refused:
        rule(REF, STAGE, film.pk, said, by=ruling.officer().doer)
    return str(refused.value.verdict.reason)


def test_each_ruling_is_entered_and_all_are_settled() -> None:
    of, (one, two, three, four) = ruling.adopted(*[10 * MILLION] * 4)
    assert "of 4 films" in str(queries.settled(of).reason)
    ruling.cut(one, 7 * MILLION, {"script": 3 * MILLION})
    ruling.refuse(two)
    ruling.refuse(three, Said.RETURNED)
    assert not queries.settled(of)
    assert ruling.approve(of) == 1
    assert queries.settled(of)
    assert queries.approved(of) == {one.pk: 7 * MILLION, four.pk: 10 * MILLION}
    assert queries.rulings(of)[one.pk].cuts == [{"chapter": "script", "amount": 3 * MILLION}]


def test_a_ruling_replaced_stays_to_be_read_and_the_journal_names_both() -> None:
    of, (one,) = ruling.adopted(10 * MILLION)
    ruling.refuse(one)
    ruling.approve_again(one, 10 * MILLION)
    first, second = Ruling.objects.order_by("pk")
    assert (first.said, first.replaced_id, second.said, second.replaced) == (
        Said.REFUSED, second.made_id, Said.APPROVED, None,
    )  # fmt: skip
    assert [each.said for each in queries.history(of, one.pk)] == [Said.APPROVED, Said.REFUSED]
    told = Deed.objects.filter(code="deciding.commission.ruled").order_by("pk")
    assert [each.details["ruling"] for each in told] == [Said.REFUSED, Said.APPROVED]
    assert one.state == Application.objects.get(pk=one.pk).state


def test_nothing_is_ruled_before_the_council_without_a_commission_or_under_an_order() -> None:
    of, (one,) = ruling.listed(10 * MILLION)
    approved = Decision(Said.APPROVED, 10 * MILLION, **REASON)  # type: ignore[arg-type]
    assert "not adopted" in why(one, approved)
    ruling.voted(of)
    assert "No commission" in why(one, approved)
    ruling.commission()
    bind(of.pk, by=ruling.officer().doer)
    assert "laid out for signing or signed" in why(one, approved)
    release(of.pk, by=ruling.officer().doer)
    rule(REF, STAGE, one.pk, approved, by=ruling.officer().doer)
    assert queries.approved(of) == {one.pk: 10 * MILLION}


def test_a_film_that_is_not_on_the_list_or_withdrawn_gets_no_ruling() -> None:
    _of, (one,) = ruling.adopted(10 * MILLION)
    stranger = judging.admitted()
    approved = Decision(Said.APPROVED, 10 * MILLION, **REASON)  # type: ignore[arg-type]
    assert "no such film" in why(stranger, approved)
    Application.objects.filter(pk=one.pk).update(state=State.WITHDRAWN)
    assert "withdrawn" in why(one, approved)


def test_sums_that_do_not_add_up_are_refused_and_nothing_is_kept_of_them() -> None:
    _of, (one,) = ruling.adopted(10 * MILLION)
    assert "sum of the council" in why(one, Decision(Said.APPROVED, 9 * MILLION, **REASON))  # type: ignore[arg-type]
    assert "Give the reason" in why(one, Decision(Said.REFUSED, 0, (), "", "Clause"))
    assert not Ruling.objects.exists()


def test_the_rest_is_approved_in_one_deed_as_it_was_seen_and_never_what_is_shut() -> None:
    of, films = ruling.adopted(10 * MILLION, 20 * MILLION, 30 * MILLION)
    numbers = [each.pk for each in films]
    with pytest.raises(Refused, match="has changed"):
        approve_rest(REF, STAGE, numbers[:2], (), APPROVED, by=ruling.officer().doer)
    count = approve_rest(REF, STAGE, numbers[:2], numbers[2:], APPROVED, by=ruling.officer().doer)
    assert count == 2
    assert queries.approved(of) == {numbers[0]: 10 * MILLION, numbers[1]: 20 * MILLION}
    assert Ruling.objects.values("made").distinct().count() == 1
    with pytest.raises(Refused, match="has a ruling"):
        approve_rest(REF, STAGE, (), numbers[2:], APPROVED, by=ruling.officer().doer)


def test_members_with_a_conflict_make_no_quorum_and_are_kept_as_out() -> None:
    of, (one,) = ruling.listed(10 * MILLION)
    ruling.voted(of)
    tied, free, third = people.user("Tied"), people.user("Free"), people.user("Third")
    ruling.commission(tied, free, third)
    judging.barred(tied, one)
    approved = Decision(Said.APPROVED, 10 * MILLION, (), "A film of its year.", "Clause 4")
    assert "shut to members" in why(one, approved)
    ruling.approve_again(one, 10 * MILLION)
    assert Ruling.objects.get().out == [tied.pk]
    judging.barred(free, one)
    assert "Only 1 member" in why(one, Decision(Said.APPROVED, 10 * MILLION, **REASON))  # type: ignore[arg-type]


def test_a_commission_that_is_not_lawfully_made_up_rules_on_nothing() -> None:
    _of, (one,) = ruling.adopted(10 * MILLION)
    body = Body.objects.get(ref="test-commission")
    approved = Decision(Said.APPROVED, 10 * MILLION, **REASON)  # type: ignore[arg-type]
    body.members.update(chair=False)
    assert "no chair" in why(one, approved)
    first = body.members.order_by("pk")[0]
    body.members.filter(pk=first.pk).update(chair=True)
    owner = people.seated(people.Role.PRODUCER, first.seat.user)
    assert "may not sit on the body" in why(one, approved)
    with pytest.raises(Refused, match="may not sit on the body"):
        approve_rest(REF, STAGE, [one.pk], (), APPROVED, by=ruling.officer().doer)
    assert not Ruling.objects.exists()
    type(owner).objects.filter(pk=owner.pk).update(until=timezone.localdate() - timedelta(days=2))
    rule(REF, STAGE, one.pk, approved, by=ruling.officer().doer)
    body.members.all()[0].seat.__class__.objects.filter(membership__body=body).update(act="")
    assert "No act appoints" in why(one, approved)


def test_who_sat_on_the_commission_is_photographed_with_every_ruling() -> None:
    of, (one, two, three) = ruling.listed(10 * MILLION, 20 * MILLION, 30 * MILLION)
    ruling.voted(of)
    tied = people.user("Tied")
    ruling.commission(tied, people.user("Free"), people.user("Third"))
    judging.barred(tied, two)
    ruling.approve_again(one, 10 * MILLION)
    ruling.approve(of)
    kept = {each.application_id: each.photograph for each in Ruling.objects.select_related("photograph")}
    assert all(each and len(each.members) == 3 for each in kept.values())
    assert [kept[each.pk].shut_out for each in (one, two, three)] == [[], [tied.pk], []]  # type: ignore[union-attr]
    assert Photograph.objects.filter(about__startswith="ruling:").count() == 3
