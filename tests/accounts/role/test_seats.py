"""Seats as they are given, worn and ended; and the doors that they open."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from kinoqor.accounts.role.access import holding, may_act_as, signed_in
from kinoqor.accounts.role.actions import end_seat, give_seat
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.queries import Who, hat_of, seats_on
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import STAFF, Role
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from tests import people
from tests.make import BY

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def given(email: str, fund: int) -> dict[str, object]:
    """The form of a new seat."""
    return {"email": email, "organisation": fund, "role": "auditor", "act": "Order 7", "since": "2026-01-01"}


def test_a_seat_is_given_by_a_deed_and_ended_by_another() -> None:
    seat = people.seated(Role.CATALOGUER)
    end_seat(seat.pk, TODAY(), by=BY)
    seat.refresh_from_db()
    assert (seat.given.code, seat.until) == ("accounts.role.seated", TODAY())
    assert seat.ended is not None and seat.ended.code == "accounts.role.left"


def test_a_refused_seat_leaves_neither_seat_nor_line() -> None:
    someone, fund = people.user(), people.body()
    with pytest.raises(Refused, match="not held in"):
        give_seat(someone.pk, fund.pk, Role.PRODUCER, "Order", Term(TODAY()), by=BY)
    assert not Seat.objects.exists()
    assert not Deed.objects.filter(code="accounts.role.seated").exists()


def test_a_person_cannot_seat_themselves() -> None:
    someone, fund = people.user(), people.body()
    with pytest.raises(Refused, match="themselves"):
        give_seat(someone.pk, fund.pk, Role.AUDITOR, "Order", Term(TODAY()), by=someone.doer)


def test_a_seat_is_held_from_its_first_day_to_its_last() -> None:
    someone = people.user()
    people.seated(Role.OFFICER, someone, Term(date(2026, 3, 1), date(2026, 3, 31)))
    held = [
        bool(seats_on(someone.pk, day)) for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31))
    ]
    assert held == [False, True, True]
    assert not seats_on(someone.pk, date(2026, 4, 1))


def test_an_officer_who_is_also_a_producer_is_one_person_with_two_seats_and_sees_which_hat_is_on() -> None:
    someone = people.user()
    officer, producer = people.seated(Role.OFFICER, someone), people.seated(Role.PRODUCER, someone)
    browser = people.client(someone)
    with override("en"):
        assert "You act as Officer, Test fund" in browser.get(reverse("account")).content.decode()
        browser.post(reverse("hat"), {"seat": producer.pk})
        page = browser.get(reverse("account")).content.decode()
    assert "You act as Producer, Test company" in page
    assert f'value="{officer.pk}"' in page


def test_a_hat_that_one_does_not_hold_cannot_be_put_on() -> None:
    browser, others = people.signed_in(Role.PRODUCER), people.seated(Role.ADMINISTRATOR)
    browser.post(reverse("hat"), {"seat": others.pk})
    assert browser.get(reverse("seats")).status_code == 403


def test_only_the_hat_that_is_on_opens_doors() -> None:
    who = people.who(Role.PRODUCER, Role.OFFICER)
    assert may_act_as(who, Role.PRODUCER)
    assert "another one now" in str(may_act_as(who, Role.OFFICER).reason)


@pytest.mark.parametrize("role", sorted(STAFF))
def test_a_hat_of_the_staff_opens_nothing_without_a_second_step(role: Role) -> None:
    verdict = may_act_as(people.who(role, strong=False), role)
    assert not verdict and verdict.to == "second-step"
    assert may_act_as(people.who(role), role)


def test_a_seat_that_is_over_opens_nothing_any_more() -> None:
    someone = people.user()
    seat = people.seated(Role.ADMINISTRATOR, someone)
    browser = people.client(someone)
    assert browser.get(reverse("seats")).status_code == 200
    end_seat(seat.pk, TODAY() - timedelta(days=1), by=BY)
    assert browser.get(reverse("seats")).status_code == 403


def test_nobody_is_led_to_sign_in() -> None:
    for rule in (signed_in, holding(Role.AUDITOR)):
        assert rule(Who()).stranger


def test_a_role_that_one_does_not_hold_is_named_in_the_refusal() -> None:
    with override("en"):
        assert "Auditor, Administrator" in str(
            may_act_as(people.who(), Role.AUDITOR, Role.ADMINISTRATOR).reason
        )


def test_the_oldest_seat_is_on_until_another_is_chosen() -> None:
    someone = people.user()
    first, second = people.seated(Role.OFFICER, someone), people.seated(Role.PRODUCER, someone)
    seats = tuple(seats_on(someone.pk, TODAY()))
    assert (hat_of(seats, None), hat_of(seats, second.pk), hat_of(seats, 999)) == (first, second, first)
    assert hat_of((), None) is None


def test_what_is_done_is_written_with_the_hat_that_was_on() -> None:
    someone = people.user()
    seat = people.seated(Role.ADMINISTRATOR, someone)
    fund = people.body()
    people.client(someone).post(reverse("body", args=[fund.pk]), {"kind": "fund", "name_en": "Another name"})
    line = Deed.objects.get(code="accounts.organisation.amended")
    assert (line.voice, line.hat) == (someone.doer.voice, f"seat:{seat.pk}")
    assert line.details["before"] == {"name_en": "Test fund"}


def test_an_administrator_seats_a_person_by_their_address() -> None:
    browser, someone, fund = people.signed_in(Role.ADMINISTRATOR), people.user(), people.body()
    form = {
        "email": someone.email.upper(),
        "organisation": fund.pk,
        "role": "auditor",
        "act": "Order 7",
        "since": "2026-01-01",
    }
    assert browser.post(reverse("seat-new"), form).status_code == 302
    assert Seat.objects.get(user=someone).role == Role.AUDITOR


def test_a_seat_for_an_unknown_address_is_refused_at_its_field() -> None:
    browser, fund = people.signed_in(Role.ADMINISTRATOR), people.body()
    form = {
        "email": "nobody@example.org",
        "organisation": fund.pk,
        "role": "auditor",
        "act": "Order",
        "since": "2026-01-01",
    }
    with override("en"):
        page = browser.post(reverse("seat-new"), form).content.decode()
    assert "Nobody here has this address." in page


def test_nobody_says_which_record_is_about_themselves_but_a_colleague_does() -> None:
    someone = people.user()
    people.seated(Role.ADMINISTRATOR, someone)
    own, other = people.client(someone), people.signed_in(Role.ADMINISTRATOR)
    place = reverse("holder", args=[someone.pk])
    with override("en"):
        assert "Another administrator enters it." in own.post(place, {"ref": "p012"}).content.decode()
    someone.refresh_from_db()
    assert someone.person_ref == ""
    other.post(place, {"ref": "p012"})
    someone.refresh_from_db()
    assert someone.person_ref == "p012"
    assert Deed.objects.filter(code="accounts.user.known_as").count() == 1
