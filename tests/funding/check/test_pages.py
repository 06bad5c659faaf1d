"""The pages of the formal check, for each kind of person."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import one
from kinoqor.funding.application.words import TITLES, State
from kinoqor.funding.check.models import Judgement, Notice, Refusal
from kinoqor.funding.check.queries import Wanted, counted, files, in_order, narrowed
from kinoqor.funding.check.words import Judged, Stands
from kinoqor.funding.filing.actions import receive
from kinoqor.funding.filing.models import Filing
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.file.models import File
from tests import people
from tests.funding.application import making as drafts
from tests.funding.check import making
from tests.funding.check.making import filed, filing_of, judged, noticed, refused
from tests.make import BY

pytestmark = pytest.mark.django_db
LIST = "/en/desk/checks/"


@pytest.fixture(autouse=True)
def _at_the_time_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages ask the clock; the call of the tests is open at that moment."""
    monkeypatch.setattr("kinoqor.funding.check.views.timezone.now", lambda: making.NOW)


def officer() -> tuple[User, Client]:
    someone = making.officer()
    return someone, people.client(someone)


def page(browser: Client, url: str, status: int = 200) -> str:
    answer = browser.get(url)
    assert answer.status_code == status, url
    return answer.content.decode()


def test_the_list_stands_open_to_officers_and_auditors_only() -> None:
    filed()
    for role in (Role.OFFICER, Role.AUDITOR):
        assert "Сынақ даласы" in page(people.signed_in(role), LIST)
    page(people.signed_in(Role.CATALOGUER), LIST, 403)
    page(people.signed_in(Role.PRODUCER), LIST, 403)
    assert Client().get(LIST).status_code == 302


def test_the_list_is_narrowed_by_where_files_stand_by_call_and_by_what_is_typed() -> None:
    by, browser = officer()
    waits, repaired = filed(), filed(complete=False)
    noticed(repaired, by)
    assert f"/checks/{waits}/" in page(browser, f"{LIST}?stands=waiting")
    assert f"/checks/{repaired}/" not in page(browser, f"{LIST}?stands=waiting")
    assert f"/checks/{repaired}/" in page(browser, f"{LIST}?stands=repair")
    assert "3 working days left" in page(browser, f"{LIST}?stands=repair")
    assert f"/checks/{repaired}/" in page(browser, f"{LIST}?q={repaired}")
    assert f"/checks/{waits}/" in page(browser, f"{LIST}?q=test+company")
    assert "No file stands here" in page(browser, f"{LIST}?call=other-call")
    page(browser, f"{LIST}?stands=nonsense&page=99")


@pytest.mark.parametrize("typed", ["Қыз", "қыз бекет", "Kyz", "QYZ", "Кыз", "Beket", "бекет"])
def test_a_title_is_found_in_any_spelling_and_script_of_writing(typed: str) -> None:
    making.call()
    draft = drafts.application(now=making.NOW, titles={"kk": "Қыз Бекет туралы"})
    making.refile(draft.pk)
    receive(filing_of(draft.pk), by=BY)
    other = filed()
    receive(filing_of(other), by=BY)
    found = narrowed(files(), Wanted(typed=typed), making.NOW).values_list("pk", flat=True)
    assert list(found) == [draft.pk]
    assert not narrowed(files(), Wanted(typed="..."), making.NOW).exists()


def many(count: int) -> None:
    """So many files like one that was filed."""
    filing = Filing.objects.earliest("pk")
    like = one(filing.application_id)
    fields = {f.attname: getattr(like, f.attname) for f in Application._meta.fields if f.name != "id"}
    made = Application.objects.bulk_create([Application(**fields) for _n in range(count)])
    text = {
        f.attname: getattr(filing, f.attname)
        for f in Filing._meta.fields
        if f.name not in ("id", "application")
    }
    Filing.objects.bulk_create([Filing(**{**text, "application_id": each.pk}) for each in made])


def test_two_thousand_files_cost_as_many_questions_as_a_handful() -> None:
    _by, browser = officer()
    filed()
    many(3)
    with CaptureQueriesContext(connection) as few:
        page(browser, LIST)
    many(2000)
    with CaptureQueriesContext(connection) as lots:
        said = page(browser, LIST)
    assert len(lots) <= len(few) <= 15
    assert len(said.encode()) < 180 * 1024
    assert "2004" in said


def test_as_many_files_are_counted_as_are_listed_wherever_they_stand() -> None:
    by, _browser = officer()
    other, repaired = filed(), filed(complete=False)
    noticed(repaired, by)
    for waits, now, where in (
        (True, making.NOW, Stands.REPAIR),
        (False, making.later(days=60), Stands.OVERDUE),
    ):
        if not waits:
            refused(other, by)
        listed = {
            each: list(narrowed(files(), Wanted(each), now).values_list("pk", flat=True)) for each in Stands
        }
        assert listed[where] == [repaired] and listed[Stands.WAITING if waits else Stands.REFUSED] == [other]
        assert counted(files(), "", now) == {str(each): len(found) for each, found in listed.items()}
    assert set(counted(files(), "other-call", making.NOW).values()) == {0}


def test_a_row_of_the_list_carries_the_titles_of_a_file_and_not_its_other_answers(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    number = filed()
    with django_assert_num_queries(2):
        [row] = in_order([number])
        assert row.version.call.programme.ref and row.organisation.name
        titles, answers = row.titles, set(row.values)
    assert titles == one(number).titles
    assert answers == set(TITLES.values())


def test_a_file_shows_what_the_machine_finds_and_keeps_what_is_judged() -> None:
    _by, browser = officer()
    number = filed(complete=False)
    said = page(browser, f"{LIST}{number}/")
    assert "Synopsis: This is not answered yet." in said
    assert "It was filed while the window was open." in said
    given = {"filing": filing_of(number), "judged-complete": Judged.FAULT, "words-complete": "No synopsis."}
    assert browser.post(f"{LIST}{number}/", given).status_code == 302
    kept = Judgement.objects.get()
    assert (kept.code, kept.judged, kept.words) == ("complete", Judged.FAULT, "No synopsis.")


def test_an_auditor_reads_a_file_and_changes_nothing() -> None:
    number = filed()
    auditor = people.signed_in(Role.AUDITOR)
    assert "Keep what I judged" not in page(auditor, f"{LIST}{number}/")
    auditor.post(f"{LIST}{number}/", {"filing": filing_of(number), "judged-complete": Judged.MET})
    assert not Judgement.objects.exists()
    for way in ("notice", "refuse", "admit"):
        page(auditor, f"{LIST}{number}/{way}/", 403)


def test_a_draft_is_not_there_and_a_file_of_ones_own_company_is_left_to_colleagues() -> None:
    by, browser = officer()
    making.call()
    draft = drafts.application(now=making.NOW)
    page(browser, f"{LIST}{draft.pk}/", 404)
    where = drafts.company()
    people.seated(Role.PRODUCER, by, where=where)
    number = filed(of=where)
    assert "A colleague will check it." in page(browser, f"{LIST}{number}/", 403)


def test_a_notice_is_composed_from_the_faults_and_goes_out() -> None:
    by, browser = officer()
    number = filed(drafts.producer(), complete=False)
    url = f"{LIST}{number}/notice/"
    assert "at least one point" in page(browser, url)
    judged(number, by, complete=Judged.FAULT)
    said = page(browser, url)
    assert "20 April 2026" in said
    assert "Company file" in said
    given = {"filing": filing_of(number), "words-complete": "Write it."}
    assert "Choose at least one place" in browser.post(url, given).content.decode()
    assert browser.post(url, {**given, "places-complete": ["synopsis"]}).status_code == 302
    assert Notice.objects.get().places == ["synopsis"]
    assert one(number).state == State.INCOMPLETE


def test_a_refusal_needs_a_code_and_words() -> None:
    by, browser = officer()
    number = filed(complete=False)
    judged(number, by, complete=Judged.FAULT)
    url = f"{LIST}{number}/refuse/"
    page(browser, url)
    assert (
        browser.post(url, {"filing": filing_of(number), "code": "dislike", "words": "No."}).status_code == 200
    )
    given = {"filing": filing_of(number), "code": "incomplete", "words": "The synopsis is missing."}
    assert browser.post(url, given).status_code == 302
    assert Refusal.objects.get().points[0]["place"] == "synopsis"


def test_a_file_is_admitted_on_its_own_page_and_the_reason_stands_where_it_is_not() -> None:
    by, browser = officer()
    number = filed()
    url = f"{LIST}{number}/admit/"
    assert "have not been judged" in page(browser, url)
    assert "have not been judged" in browser.post(url, {"filing": filing_of(number)}).content.decode()
    judged(number, by)
    assert browser.post(url, {"filing": filing_of(number)}).status_code == 302
    assert one(number).state == State.ADMITTED
    assert "has been decided" in page(browser, url)


def test_the_applicant_reads_what_to_repair_and_nobody_else_does() -> None:
    user = drafts.producer()
    number = filed(user, complete=False)
    noticed(number, making.officer())
    url = f"/en/applications/{number}/repair/"
    said = page(people.client(user), url)
    for words in ("Write the synopsis.", "20 April 2026", "/part/story/#synopsis"):
        assert words in said
    page(people.signed_in(Role.OFFICER), url, 404)
    assert Client().get(url).status_code == 302


def test_what_is_repaired_too_late_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    user = drafts.producer()
    number = filed(user, complete=False)
    made = Notice.objects.get(pk=noticed(number, making.officer()))
    monkeypatch.setattr("kinoqor.funding.check.views.timezone.now", lambda: made.shuts)
    assert "has run out" in page(people.client(user), f"/en/applications/{number}/repair/")
    said = page(people.signed_in(Role.OFFICER), LIST)
    assert "1 working day late" in said
    assert str(Stands.OVERDUE.label) in said


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_page_answers_in_every_language(lang: str) -> None:
    by, browser = officer()
    user = drafts.producer()
    number, other = filed(user, complete=False), filed(user, complete=False)
    judged(number, by, complete=Judged.FAULT)
    for way in ("", "notice/", "refuse/", "admit/"):
        page(browser, f"/{lang}/desk/checks/{number}/{way}")
    noticed(number, by)
    refused(other, by)
    for each in (number, other):
        page(browser, f"/{lang}/desk/checks/{each}/")
        page(people.client(user), f"/{lang}/applications/{each}/repair/")
    page(browser, f"/{lang}/desk/checks/")


def test_papers_open_from_the_file_and_one_that_nobody_scanned_is_said_to_be_so() -> None:
    _by, browser = officer()
    making.call()
    draft = drafts.application(now=making.NOW)
    deed, digest = Deed.objects.create(at=making.NOW, code="tests.sent", voice="tests"), "a" * 64
    sent = File.objects.create(
        holder=draft.name, slot="script", place=1, version=1, name="plan.pdf", kind="pdf", size=2048, digest=digest,
        sent_digest=digest, at=making.NOW, sent=deed,
    ).pk  # fmt: skip
    making.refile(draft.pk)
    said = page(browser, f"{LIST}{draft.pk}/")
    assert f'href="/en/files/{sent}/"' in said
    assert "plan.pdf" in said
    assert "not yet scanned" in said
