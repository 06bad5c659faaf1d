"""A look over a round: what of the register, of seats and of files ties whoever judges to whom they would judge."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import holder
from kinoqor.funding.conflict.actions import decide
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.queries import shut_to
from kinoqor.funding.conflict.words import Grade, Kind, Status
from kinoqor.judging.tie.actions import look
from kinoqor.judging.tie.clock import look_again, look_where_changed
from kinoqor.judging.tie.queries import TOUCHING, rounds
from kinoqor.keeping.twin.actions import judge_pair
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.actions import CODES
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.identity.words import Judged
from kinoqor.ui.door import pages
from tests import make, people
from tests.judging import making
from tests.make import BY

pytestmark = pytest.mark.django_db
DAY, YEAR = making.NOW.date(), making.NOW.year
WHY = "They have parted ways and not spoken since."


def looked(day: date = DAY) -> tuple[int, int]:
    """A look over the round of the tests."""
    found: tuple[int, int] = look(making.REF, making.STAGE, day, by=BY)
    return found


def led_by(*refs: str, role: str = "director") -> Application:
    """An admitted file that these people of the register lead."""
    one = making.admitted()
    crew = [{"role": role, "ref": ref, "name": "Сынақ Үлгіұлы", "citizen": ""} for ref in refs]
    Application.objects.filter(pk=one.pk).update(crew=crew)
    return one


def film(ref: str, year: int, **roles: str) -> None:
    """A film of the register, with people in roles."""
    made = make.film(ref, f"Test film {ref}", year=str(year))
    there = [make.person(person, f"Сынақ {person}") for person in roles.values()]
    for (role, _person), who in zip(roles.items(), there, strict=True):
        make.credit(made, who, role)
    make.settled(made, *there)


def found_for(user: User) -> list[tuple[str, str, str]]:
    """(kind, grade, file) of what stands about somebody."""
    rows = Conflict.objects.filter(user=user, gone=None).order_by("pk")
    return [(each.kind, each.grade, each.holder) for each in rows]


def test_a_shared_lead_credit_bars_with_its_path_and_shuts_the_file() -> None:
    film("f801", YEAR - 2, director="p801", producer="p802")
    one, other = led_by("p801"), led_by("p899")
    user = making.member(ref="p802").seat.user
    assert looked() == (1, 0)
    [made] = Conflict.objects.all()
    assert (made.kind, made.grade, made.age) == (Kind.CREDIT, Grade.BARRED, 2)
    [step] = made.path
    assert (step["one"], step["other"], step["through"], step["year"]) == ("p802", "p801", "f801", YEAR - 2)
    assert step["roles"] == ["producer", "director"]
    assert shut_to(user.pk) == [holder(one.pk)] and other.pk


def test_what_is_older_than_the_call_looks_bars_nobody() -> None:
    film("f801", YEAR - 6, director="p801", producer="p802")
    led_by("p801")
    making.member(ref="p802")
    assert looked() == (0, 0)


def test_two_steps_only_warn_and_not_where_the_call_does_not_look_so_far() -> None:
    film("f801", YEAR, director="p801", producer="p803")
    film("f802", YEAR, director="p803", editor="p802")
    led_by("p801")
    user = making.member(ref="p802").seat.user
    looked()
    assert [(kind, grade) for kind, grade, _file in found_for(user)] == [(Kind.REMOTE, Grade.WARNED)]
    assert shut_to(user.pk) == []


def test_a_call_that_does_not_look_through_others_finds_nothing_at_two_steps() -> None:
    making.call(conflicts={"remote": False})
    film("f801", YEAR, director="p801", producer="p803")
    film("f802", YEAR, director="p803", editor="p802")
    led_by("p801")
    making.member(ref="p802")
    assert looked() == (0, 0)


def test_a_seat_in_the_company_bars_whatever_record_one_has() -> None:
    company = people.body("company", "Seated company")
    one = making.admitted(of=company)
    member = making.member()
    people.seated(people.Role.PRODUCER, member.seat.user, people.Term(date(2026, 1, 1)), company)
    looked()
    kinds = {kind for kind, _grade, file in found_for(member.seat.user) if file == holder(one.pk)}
    assert kinds == {Kind.EMPLOYER, Kind.RIVAL}


def test_whoever_applies_in_a_stream_judges_none_of_its_files() -> None:
    company = people.body("company", "Rival company")
    member = making.member()
    people.seated(people.Role.PRODUCER, member.seat.user, people.Term(date(2026, 1, 1)), company)
    making.admitted(of=company)
    other = making.admitted()
    looked()
    assert (Kind.RIVAL, Grade.BARRED, holder(other.pk)) in found_for(member.seat.user)


def test_whoever_left_the_company_after_the_round_was_opened_is_a_rival_all_the_same() -> None:
    company = people.body("company", "Rival company")
    member = making.member()
    term = people.Term(date(2026, 1, 1), DAY - timedelta(days=1))
    people.seated(people.Role.PRODUCER, member.seat.user, term, company)
    making.admitted(of=company)
    other = making.admitted()
    looked()
    assert (Kind.RIVAL, Grade.BARRED, holder(other.pk)) in found_for(member.seat.user)


def test_an_officer_who_makes_a_film_of_the_round_with_somebody_is_barred_from_their_others() -> None:
    officer = making.checking.officer()
    User.objects.filter(pk=officer.pk).update(person_ref="p802")
    led_by("p801", "p802")
    other = led_by("p801")
    looked()
    assert (Kind.JOINT, Grade.BARRED, holder(other.pk)) in found_for(officer)
    number = Conflict.objects.get(user=officer, holder=holder(other.pk)).pk
    page = people.signed_in(people.Role.OFFICER).get(f"/en/desk/conflicts/{number}/").content.decode()
    assert "make another film of this round together" in page


def test_an_officer_of_a_company_that_applies_is_barred_from_its_files_and_not_from_the_stream() -> None:
    company = people.body("company", "Rival company")
    officer = making.checking.officer()
    people.seated(people.Role.PRODUCER, officer, people.Term(date(2026, 1, 1)), company)
    own = making.admitted(of=company)
    making.admitted()
    looked()
    assert found_for(officer) == [(Kind.EMPLOYER, Grade.BARRED, holder(own.pk))]


def test_whoever_makes_the_film_or_works_on_the_file_is_barred_from_it() -> None:
    member = making.member(ref="p802")
    one = led_by("p802", role="composer")
    producer = people.user()
    other = making.admitted(producer)
    making.member()
    seat = making.member().seat
    looked()
    assert (Kind.SELF, Grade.BARRED, holder(one.pk)) in found_for(member.seat.user)
    assert found_for(seat.user) == [] and other.pk


def test_officers_are_looked_at_too() -> None:
    film("f801", YEAR, director="p801", producer="p802")
    one = led_by("p801")
    officer = making.checking.officer()
    User.objects.filter(pk=officer.pk).update(person_ref="p802")
    looked()
    assert (Kind.CREDIT, Grade.BARRED, holder(one.pk)) in found_for(officer)


def test_a_credit_that_comes_and_goes_changes_what_is_shut_and_decisions_stay() -> None:
    one = led_by("p801")
    user = making.member(ref="p802").seat.user
    assert looked() == (0, 0)
    film("f801", YEAR, director="p801", producer="p802")
    assert looked() == (1, 0)
    decide(one.pk, Conflict.objects.get().pk, Status.DISMISSED, frozenset(), by=BY, why=WHY)
    assert looked() == (0, 0) and shut_to(user.pk) == []
    Application.objects.filter(pk=one.pk).update(crew=[])
    assert looked() == (0, 1)


def test_a_record_that_is_shown_under_another_ties_as_that_one() -> None:
    film("f801", YEAR, director="p801", producer="p802")
    led_by("p801")
    user = making.member(ref="p809").seat.user
    make.person("p809", "Сынақ p802")
    make.settled()
    from_one, other = (make.subject(ref, "person").pk for ref in ("p802", "p809"))
    making_same(from_one, other)
    looked()
    assert [kind for kind, _grade, _file in found_for(user)] == [Kind.CREDIT]


def making_same(one: int, other: int) -> None:
    """Judge two records to be one."""
    judge_pair(one, other, Judged.SAME, by=BY, why="one person")


def test_the_night_looks_over_every_round_with_files_and_a_look_stands_in_the_journal() -> None:
    making.call()
    assert look_again.call() == 0
    led_by("p801")
    assert look_again.call() == 1
    line = Deed.objects.filter(code="judging.tie.looked").latest("pk")
    assert line.details == {"call": making.REF, "stage": making.STAGE, "new": 0, "dropped": 0}
    assert [(of.call, of.stage) for of in rounds()][:1] == [(making.REF, making.STAGE)]


def test_soon_after_a_credit_has_changed_the_round_is_looked_over_again_and_not_without_need() -> None:
    making.member(ref="p802")
    file = led_by("p801")
    assert look_where_changed.call() == 1
    assert look_where_changed.call() == 0
    film("f800", YEAR - 1, director="p801", screenwriter="p802")
    assert look_where_changed.call() == 1
    assert Conflict.objects.get(gone=None).holder == file.name
    assert look_where_changed.call() == 0


def test_every_deed_after_which_a_round_is_looked_over_again_is_one_of_the_house() -> None:
    assert list(pages())  # reads every address, and with it the deeds of every room
    assert set(TOUCHING) <= set(CODES)


def test_a_stage_that_is_not_judged_is_not_looked_over() -> None:
    making.call()
    with pytest.raises(Refused):
        look(making.REF, "pitching", DAY, by=BY)


def test_a_look_asks_as_much_for_many_files_as_for_few(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _one in range(4):
        led_by("p801")
    for _one in range(3):
        making.member(ref="")
    with django_assert_max_num_queries(30):
        looked()
