"""What waits in the rooms of the decisions stands on the desk of whoever does it, and an officer finds the way there."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.deciding.pitching.models import Contact
from kinoqor.deciding.pitching.words import Standing
from kinoqor.deciding.recheck.models import Objection
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.conflict.actions import declare
from kinoqor.funding.conflict.words import Kind
from kinoqor.judging.panel.models import Member
from tests import people
from tests.deciding import making, ruling
from tests.judging import making as judging

pytestmark = pytest.mark.django_db
WHY = "They are cousins and have lived in one house."


def desk(user: User) -> str:
    answer = people.client(user).get(reverse("desk"))
    assert answer.status_code == 200
    return answer.content.decode()


def hall() -> int:
    """The number of a film that is to be heard."""
    making.plan(standing=Standing.PUBLISHED, published=making.deed())
    return making.slot(making.admitted(), at=timezone.now() + timedelta(days=10)).pk


def member() -> User:
    """Somebody who sits on the body of the tests."""
    user = people.user()
    seat = people.seated(Role.EXPERT, user).user.seats.order_by("pk")[0]
    Member.objects.create(seat=seat, body=judging.body(), made=judging.deed())
    return user


def test_an_officer_sees_whom_to_phone_until_they_were_reached() -> None:
    number, officer = hall(), ruling.officer()
    address = reverse("pitching-slot", args=[number])
    assert address in desk(officer)
    Contact.objects.create(slot_id=number, way="phoned", reached=False, made=making.deed())
    assert address in desk(officer)
    Contact.objects.create(slot_id=number, way="phoned", reached=True, made=making.deed())
    said = desk(officer)
    assert address not in said and "Everybody was reached about their pitching." in said


def test_an_officer_sees_objections_orders_to_sign_and_results_of_tomorrow() -> None:
    number, officer = ruling.laid_out(ruling.MILLION), ruling.officer()
    out = making.publication(None, lifted=False, lifts=making.NOW + timedelta(hours=20))
    old = making.outcome(out, making.admitted(), line={"code": "f1"})
    objection = Objection.objects.create(outcome=old, words="A wrong row.", made=judging.deed())
    said = desk(officer)
    assert reverse("order-one", args=[number]) in said
    assert reverse("objection-answer", args=[objection.pk]) in said
    assert reverse("round-publication", args=[making.REF, making.STAGE]) in said


def test_nothing_of_a_file_that_is_shut_stands_on_the_desk() -> None:
    number, officer = ruling.laid_out(ruling.MILLION), ruling.officer()
    heard = hall()
    for one in judging.Application.objects.all():
        declare(one.pk, one.name, Kind.DECLARED, WHY, by=officer.doer)
    said = desk(officer)
    assert reverse("order-one", args=[number]) in desk(ruling.officer())
    assert reverse("order-one", args=[number]) not in said
    assert reverse("pitching-slot", args=[heard]) not in said


def test_a_member_sees_the_sittings_to_which_they_are_called_and_what_they_have_not_marked() -> None:
    number, of, user = hall(), making.sitting(), member()
    said = desk(user)
    assert reverse("hearing", args=[number]) in said and reverse("sit", args=[of.pk]) in said
    of.closed = making.deed()
    of.save()
    assert reverse("sit", args=[of.pk]) not in desk(user)
    assert reverse("hearing", args=[number]) not in desk(people.seated(Role.EXPERT).user)


def test_the_round_leads_through_the_decision_in_the_order_of_the_work() -> None:
    making.call()
    page = (
        people.client(ruling.officer())
        .get(reverse("round", args=[making.REF, making.STAGE]))
        .content.decode()
    )
    stage = [making.REF, making.STAGE]
    names = (
        "pitching-board",
        "allocation-round",
        "round-sittings",
        "commission",
        "order",
        "round-publication",
    )
    way = [*(reverse(each, args=stage) for each in names), reverse("objections")]
    way.append(reverse("round-annulment", args=[making.REF]))
    found = [page.index(f'href="{each}"') for each in way]
    assert found == sorted(found)
    assert reverse("round-annulment", args=[making.REF]) in (
        people.client(ruling.officer()).get(reverse("desk-call", args=[making.REF])).content.decode()
    )


def test_an_auditor_is_not_led_to_the_annulment() -> None:
    making.call()
    page = (
        people.signed_in(Role.AUDITOR).get(reverse("round", args=[making.REF, making.STAGE])).content.decode()
    )
    assert reverse("order", args=[making.REF, making.STAGE]) in page
    assert reverse("round-annulment", args=[making.REF]) not in page


def test_a_round_that_is_decided_still_counts_the_files_that_were_admitted() -> None:
    making.call()
    for state in (State.ORDERED, State.NO_SHOW, State.NOT_CHOSEN):
        file = making.admitted()
        judging.reading(file, judging.member())
        Application.objects.filter(pk=file.pk).update(state=state)
    page = (
        people.signed_in(Role.OFFICER).get(reverse("round", args=[making.REF, making.STAGE])).content.decode()
    )
    assert "3 files, 0 in the check" in page
