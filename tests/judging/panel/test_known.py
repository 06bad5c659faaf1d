"""What is looked at before an appointment: credits, companies, files of the year, rounds."""

from datetime import date

import pytest

from kinoqor.accounts.role.words import Role
from kinoqor.funding.applicant.actions import save_company
from kinoqor.funding.application.models import Application
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.words import Grade, Kind, Voice
from kinoqor.funding.question.actions import load_forms
from kinoqor.judging.panel import queries
from kinoqor.judging.panel.words import Doubt, Known
from tests import make, people
from tests.judging import making
from tests.judging.panel.making import appointed, council, filmmaker
from tests.make import BY

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)  # in the year in which the files of the call were filed


def known(ref: str = "", user: int | None = None, day: date = DAY, viewer: int | None = None) -> Known:
    return queries.known_of(ref, user, making.call().call.programme, day, viewer)


def test_the_newest_film_in_each_role_is_known_and_one_without_a_year_tells_nothing() -> None:
    someone = filmmaker("p911", "director", 2019)
    for ref, year, role in (("f921", "2024", "director"), ("f922", "2020", "composer")):
        film = make.film(ref, f"Film {ref}", year=year)
        make.credit(film, someone, role)
        make.settled(film)
    undated = make.film("f923", "Undated")
    make.credit(undated, someone, "actor")
    make.settled(undated, someone)
    assert known("p911").roles == {
        "director": (2024, "Film f921 (2024)"),
        "composer": (2020, "Film f922 (2020)"),
    }


def test_nothing_is_known_of_a_record_that_is_not_there() -> None:
    assert known("p999") == Known("p999")


def test_a_file_of_the_year_is_known_by_its_crew_by_a_hand_and_by_the_company() -> None:
    user, where = people.user(), people.body("company", "Applying company")
    people.seated(Role.PRODUCER, user, where=where)
    file = making.admitted(user, where)
    Application.objects.filter(pk=file.pk).update(crew=[{"role": "editor", "ref": "p911", "name": "N"}])
    filmmaker("p911", "editor", 2001)
    by_company = people.user()
    people.seated(Role.PRODUCER, by_company, where=where)
    for ref, who in (("p911", None), ("", user.pk), ("", by_company.pk)):
        assert [each.split()[1] for each in known(ref, who).applies] == [str(file.pk)]
    assert known("p911", day=date(2027, 9, 1)).applies == ()
    assert known("", people.user().pk).applies == ()


def test_a_file_that_is_shut_to_the_officer_bars_without_being_named() -> None:
    user, officer = people.user(), people.user()
    file = making.admitted(user)
    Conflict.objects.create(
        holder=file.name, user=officer, kind=Kind.DECLARED, grade=Grade.BARRED, voice=Voice.MEMBER, key="k",
        made=making.deed(),
    )  # fmt: skip
    assert known("", user.pk, viewer=officer.pk).applies == ("a file that is shut to you",)
    assert str(file.pk) in known("", user.pk, viewer=people.user().pk).applies[0]


def test_the_rounds_of_a_member_are_those_in_which_the_seat_was_held() -> None:
    someone = people.user()
    appointed(council(), someone, since=date(2026, 5, 1), until=date(2026, 6, 1))
    assert known("", someone.pk).rounds == (1,)
    before = people.user()
    appointed(council(), before, since=date(2025, 5, 1), until=date(2025, 6, 1))
    assert known("", before.pk).rounds == ()


def doubts(ref: str, name: str = "Сынақ Адам") -> list[tuple[Doubt, str]]:
    rules = queries.bar_rules(making.call().call.programme)
    return queries.doubts_of(ref, name, known(ref), rules, DAY.year)


def test_without_a_record_credits_are_not_looked_at_and_that_is_said() -> None:
    assert doubts("") == [(Doubt.UNRECORDED, "")]


def test_a_producer_of_late_may_own_a_company() -> None:
    filmmaker("p911", "producer", 2025)
    filmmaker("p912", "producer", 2011, "Үлгі Сынаққызы")
    assert doubts("p911") == [(Doubt.PRODUCER, "The Test Steppe p911 (2025)")]
    assert doubts("p912") == []


def test_a_head_of_the_same_name_in_whatever_script_is_pointed_at() -> None:
    filmmaker("p911", "composer", 2001)
    load_forms(by=BY)
    where = people.body("company", "Headed company")
    save_company(where.pk, {"director_name": "Uliuly Synaq Sanauly"}, 0, by=BY)
    assert doubts("p911", "x") == []
    save_company(where.pk, {"director_name": "ҮЛГІҰЛЫ Сынақ Санаұлы"}, 1, by=BY)
    assert doubts("p911", "x") == [(Doubt.HEAD, "Headed company")]


def test_the_pack_bars_working_directors_actors_owners_and_applicants_and_limits_no_rounds() -> None:
    said = queries.barring(making.call().call.programme)
    assert [each.ground for each in said.rules] == ["director", "actor", "owner", "applicant"]
    assert all(set(each.clause) == {"kk", "ru", "en"} for each in said.rules)
    assert (said.rounds_on, said.working_years) == (0, 3)


def test_a_programme_of_which_the_pack_says_nothing_keeps_owners_and_applicants_away() -> None:
    of = making.call().call.programme
    of.ref = "another-programme"
    rules = queries.bar_rules(of)
    assert (rules.owners, rules.applicants, rules.working) == (True, True, {})


def test_a_reader_is_a_member_by_a_seat_that_is_held_today() -> None:
    body = council()
    number = appointed(body, someone := people.user())
    who = people.who(whom=someone)
    assert [one.pk for one in queries.member_of(who)] == [number]
    assert queries.member_of(people.who(Role.OFFICER)) == []
