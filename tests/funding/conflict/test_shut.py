"""What a conflict shuts: the file is nowhere for whoever is in conflict, and where it was for everyone else."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kinoqor.accounts.role.queries import Who, seats_on
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.queries import holder, one, shut_to, visible_to
from kinoqor.funding.check.actions import judge
from kinoqor.funding.check.queries import counted, files_for
from kinoqor.funding.complaint.actions import answer, complain
from kinoqor.funding.complaint.queries import counted as complaints_counted
from kinoqor.funding.complaint.words import Answer
from kinoqor.funding.conflict.actions import decide, declare, report
from kinoqor.funding.conflict.words import Kind, Status
from kinoqor.funding.likeness.queries import seen
from kinoqor.kit.verdict import Refused
from kinoqor.portal.journal.queries import visible_to as deeds_open_to
from tests import people
from tests.funding.application import making as drafts
from tests.funding.check import making
from tests.funding.check.making import filed, filing_of, refused
from tests.make import BY

pytestmark = pytest.mark.django_db
LIST = "/en/desk/checks/"
WHY = "They are cousins and have lived in one house."


@pytest.fixture(autouse=True)
def _at_the_time_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinoqor.funding.check.views.timezone.now", lambda: making.NOW)


def tied(number: int, user: User) -> int:
    """A conflict with an application that nobody has decided; its number."""
    made: int = report(number, holder(number), user.pk, Kind.FAMILY, WHY, by=BY)
    return made


def acting(user: User) -> Who:
    """A person in the oldest of their seats."""
    seats = tuple(seats_on(user.pk, timezone.localdate()))
    return Who(user, seats, seats[0], True)


def page(browser: Client, url: str, status: int = 200) -> str:
    answered = browser.get(url)
    assert answered.status_code == status, url
    return answered.content.decode()


def test_the_list_and_its_counts_leave_the_file_out_for_who_is_in_conflict_alone() -> None:
    number, other = filed(), filed()
    free, user = people.who(Role.OFFICER), making.officer()
    made, browser = tied(number, user), people.client(user)
    in_conflict = acting(user)
    assert counted(files_for(free), "", making.NOW)["waiting"] == 2
    assert counted(files_for(in_conflict), "", making.NOW)["waiting"] == 1
    said = page(browser, LIST)
    assert f"/checks/{number}/" not in said and f"/checks/{other}/" in said
    assert f"/checks/{number}/" not in page(browser, f"{LIST}?q={number}")
    page(browser, f"{LIST}{number}/", 404)
    page(browser, f"/en/applications/{number}/filed/1/", 404)
    decide(number, made, Status.DISMISSED, frozenset(), by=BY, why=WHY)
    page(browser, f"{LIST}{number}/")


def test_the_law_refuses_a_deed_on_a_shut_file_even_past_the_page() -> None:
    number, user = filed(), making.officer()
    tied(number, user)
    with pytest.raises(Refused) as no:
        judge(number, filing_of(number), {}, making.NOW, by=user.doer)
    assert no.value.verdict.hidden


def test_a_complaint_about_a_shut_file_is_not_there_nor_counted() -> None:
    applicant, by, user = people.user(), making.officer(), making.officer()
    number = filed(applicant, complete=False)
    made = complain(refused(number, by), WHY, making.NOW, by=applicant.doer)
    browser, who = people.client(user), acting(user)
    page(browser, f"/en/desk/complaints/{made}/")
    assert complaints_counted(who) == {"open": 1}
    tied(number, user)
    page(browser, f"/en/desk/complaints/{made}/", 404)
    assert complaints_counted(acting(user)) == {}
    assert f"/complaints/{made}/" not in page(browser, "/en/desk/complaints/")
    with pytest.raises(Refused) as no:
        answer(made, Answer.REJECTED, making.NOW, by=user.doer, why=WHY)
    assert no.value.verdict.hidden


def test_what_looks_like_a_file_leaves_out_what_is_shut() -> None:
    company = drafts.company("Another company")
    number = filed()
    titles = one(number).titles
    draft = drafts.application(of=company, now=making.NOW, titles=titles)
    making.refile(draft.pk)
    user = making.officer()
    assert [each.other.pk for each in seen(one(number), who=acting(user)).likes] == [draft.pk]
    tied(draft.pk, user)
    assert seen(one(number), who=acting(user)).likes == []


def test_whoever_has_a_hand_on_their_own_file_keeps_it() -> None:
    company = drafts.company()
    producer = drafts.producer(company)
    number = filed(producer, company)
    declare(number, holder(number), Kind.SELF, "", by=producer.doer)
    page(people.client(producer), f"/en/applications/{number}/filed/1/")
    assert f"ications/{number}/" in page(people.client(producer), "/en/applications/")


def test_an_officer_who_sat_in_the_company_finds_its_files_in_no_list() -> None:
    company, user = drafts.company("Left company"), making.officer()
    people.seated(Role.PRODUCER, user, where=company)
    number, other = filed(of=company), filed()
    who = acting(user)
    assert [each.pk for each in visible_to(who)] == [other]
    assert f"/checks/{number}/" not in page(people.client(user), LIST)


def test_an_auditor_in_conflict_reads_no_line_of_the_journal_about_the_file_but_their_own() -> None:
    number, user = filed(), people.user()
    people.seated(Role.AUDITOR, user)
    before = deeds_open_to(acting(user))
    assert before.filter(details__application=number).exists()
    declare(number, holder(number), Kind.FAMILY, "", by=user.doer)
    after = deeds_open_to(acting(user))
    [own] = after.filter(details__application=number)
    assert (own.code, own.voice) == ("funding.conflict.declared", user.doer.voice)
    assert not after.filter(subject=one(number).film.ref).exists()
    assert after.filter(code="accounts.role.seated").exists()
    assert after.filter(details=None).count() == before.filter(details=None).count()


def test_a_page_asks_once_what_is_shut() -> None:
    filed()
    user = making.officer()
    browser = people.client(user)
    page(browser, LIST)
    with CaptureQueriesContext(connection) as asked:
        page(browser, LIST)
    assert sum("funding_conflict" in each["sql"] for each in asked) == 1


def test_what_is_shut_is_named_by_conflicts_and_hands_alike() -> None:
    user = making.officer()
    number, held = filed(), filed(user)
    tied(number, user)
    who = acting(user)
    assert shut_to(who) == sorted([number, held]) and shut_to(people.who()) == []
