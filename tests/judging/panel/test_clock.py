"""The nightly look at whoever sits: what bars them by now, who is told, and that nothing is told twice."""

from datetime import date

import pytest
from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.conflict.models import Conflict
from kinoqor.judging.panel.actions import close_body, end_membership, find_barred
from kinoqor.judging.panel.clock import look_at_members
from kinoqor.judging.panel.models import Member
from kinoqor.judging.panel.queries import BARRED, barred_now
from kinoqor.judging.panel.words import Ground
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter
from kinoqor.register.credit.models import Credit
from tests import people
from tests.judging import making
from tests.judging.panel.making import appointed, council, filmmaker
from tests.make import BY

pytestmark = pytest.mark.django_db


def night() -> int:
    """One nightly look: about how many something has changed."""
    done: int = look_at_members.func()
    return done


def grounds() -> list[str]:
    """The grounds of the only member who is barred now."""
    [(_one, found, _at)] = barred_now(timezone.localdate()).values()
    return [str(each) for each in found]


def officer_of(number: int) -> User:
    """An officer of the fund that gave a membership."""
    of = Member.objects.get(pk=number).seat.organisation
    return people.seated(Role.OFFICER, None, people.Term(date(2026, 1, 1)), of).user


def letters(user: User) -> list[Letter]:
    """The letters to somebody, the oldest first."""
    return list(Letter.objects.filter(receiver=user.doer.voice).order_by("pk"))


def test_a_member_who_directs_a_film_meanwhile_is_found_and_the_officers_are_told_once() -> None:
    number = appointed(council(), ref="p911")
    officer = officer_of(number)
    assert night() == 0
    filmmaker("p911", "director", timezone.localdate().year)
    assert night() == 1
    assert grounds() == [Ground.DIRECTOR]
    assert night() == 0
    [told] = letters(officer)
    assert "Why: a working director\n" in told.body and f"/desk/panels/members/{number}/" in told.body
    assert Deed.objects.get(code=BARRED).voice == "clock"


def test_a_seat_in_a_film_company_is_found() -> None:
    someone = people.user()
    appointed(council(), someone)
    company = people.body("company", "Meanwhile company")
    people.seated(people.Role.PRODUCER, someone, people.Term(date(2026, 1, 1)), company)
    assert night() == 1
    assert grounds() == [Ground.OWNER]


def test_a_file_of_the_year_is_found_and_its_title_stands_in_no_letter() -> None:
    someone = people.user()
    number = appointed(council(), someone)
    officer = officer_of(number)
    company = people.body("company", "Applying company")
    made = making.admitted(of=company)
    people.seated(people.Role.PRODUCER, someone, people.Term(date(2026, 1, 1)), company)
    night()
    assert set(grounds()) == {Ground.APPLICANT, Ground.OWNER}
    body = letters(officer)[-1].body
    assert "Why: applies in the same year, an owner of a film company\n" in body
    assert all(title not in body for title in made.titles.values() if title)
    assert not Conflict.objects.exists()


def test_what_bars_no_more_is_told_too_and_takes_the_member_from_the_desk() -> None:
    number = appointed(council(), ref="p911")
    officer = officer_of(number)
    filmmaker("p911", "director", timezone.localdate().year)
    night()
    Credit.objects.all().delete()
    assert night() == 1
    assert barred_now(timezone.localdate()) == {}
    assert [("Why:" in each.body) for each in letters(officer)] == [True, False]


def test_whoever_has_left_or_sat_on_a_closed_body_is_looked_at_no_more() -> None:
    number = appointed(council(), ref="p911")
    filmmaker("p911", "director", timezone.localdate().year)
    night()
    today = timezone.localdate()
    end_membership(number, today, by=BY, why="Order No. 9")
    seat = Member.objects.get(pk=number).seat
    type(seat).objects.filter(pk=seat.pk).update(until=date(today.year - 1, 12, 31))
    assert barred_now(today) == {} and night() == 0
    close_body(Member.objects.get(pk=number).body.ref, by=BY, why="Order No. 10")
    assert night() == 0


def test_a_look_that_finds_what_was_known_is_no_deed() -> None:
    number = appointed(council())
    with pytest.raises(Refused, match="Nothing has changed"):
        find_barred(number, [], timezone.localdate(), by=BY)


def test_a_barred_member_stands_on_the_desk_in_the_list_and_beside_the_body() -> None:
    body = council()
    number = appointed(body, people.user("Сынақ Бөгелген"), ref="p911")
    filmmaker("p911", "director", timezone.localdate().year)
    night()
    browser = people.signed_in(Role.OFFICER)
    desk = browser.get("/en/desk/").content.decode()
    assert f"/en/desk/panels/members/{number}/" in desk and "Бөгелген" in desk
    assert "1 barred now" in browser.get("/en/desk/panels/").content.decode()
    assert "barred now: a working director" in browser.get(f"/en/desk/panels/{body}/").content.decode()
    assert "barred now" not in people.client().get(f"/en/panels/{body}/").content.decode()
