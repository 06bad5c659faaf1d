"""The pages of conflicts of interest, for each kind of person."""

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest import MonkeyPatch

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import holder
from kinoqor.funding.conflict.actions import report
from kinoqor.funding.conflict.models import Conflict, Decision
from kinoqor.funding.conflict.queries import shut_to
from kinoqor.funding.conflict.words import Kind, Voice
from kinoqor.judging.tie.actions import look
from tests import people
from tests.judging import making
from tests.judging.tie.test_look import DAY, YEAR, film, led_by
from tests.make import BY

pytestmark = pytest.mark.django_db
DESK = "/en/desk/conflicts/"
ROUND = f"{DESK}{making.REF}/{making.STAGE}/"
WHY = "They have parted ways and not spoken since."


def page(browser: Client, url: str, status: int = 200) -> str:
    answer = browser.get(url)
    assert answer.status_code == status, url
    return answer.content.decode()


def officer() -> tuple[User, Client]:
    someone = making.checking.officer()
    return someone, people.client(someone)


def tied() -> tuple[Application, User]:
    """A file and a member who has made a film with its director, looked for."""
    film("f801", YEAR - 2, director="p801", producer="p802")
    one = led_by("p801")
    member = making.member(ref="p802").seat.user
    look(making.REF, making.STAGE, DAY, by=BY)
    return one, member


def test_the_desk_lists_rounds_and_conflicts_with_their_evidence_in_words() -> None:
    one, member = tied()
    _user, browser = officer()
    assert "1 waits for a decision" in page(browser, DESK)
    said = page(browser, ROUND)
    assert member.name in said and "made a film together" in said.lower()
    assert f"made “Test film f801” ({YEAR - 2}): producer and director" in said
    made = Conflict.objects.get().pk
    said = page(browser, f"{DESK}{made}/")
    assert "f801" in said and "p801" in said and one.organisation.name in said
    for language, words in (("kk", "бірге түсірді"), ("ru", "сделали")):
        assert words in page(browser, f"/{language}/desk/conflicts/{made}/")


def test_conflicts_are_narrowed_by_decision_kind_and_voice() -> None:
    one, member = tied()
    report(one.pk, holder(one.pk), member.pk, Kind.FAMILY, "", by=BY)
    _user, browser = officer()
    said = page(browser, f"{ROUND}?kind=family&voice=report")
    assert "family" in said.lower() and "Test film f801" not in said
    assert "No conflict stands here" in page(browser, f"{ROUND}?status=upheld")
    page(browser, f"{ROUND}?status=nonsense&kind=what&page=99")


def test_only_officers_and_auditors_look_and_only_officers_decide() -> None:
    tied()
    made = Conflict.objects.get().pk
    for url in (DESK, ROUND, f"{DESK}{made}/", f"{DESK}{making.REF}/before/"):
        page(people.signed_in(Role.AUDITOR), url)
        page(people.signed_in(Role.PRODUCER), url, 403)
    auditor = people.signed_in(Role.AUDITOR)
    auditor.post(f"{DESK}{made}/", {"how": "upheld", "words": WHY})
    assert not Decision.objects.exists()
    assert auditor.post(f"{ROUND}look/").status_code == 403
    page(auditor, f"{DESK}no-call/no-stage/", 404)
    page(auditor, f"{DESK}no-call/before/", 404)
    page(auditor, f"{DESK}999/", 404)


def test_an_officer_decides_with_a_reason_and_not_of_their_own() -> None:
    one, member = tied()
    user, browser = officer()
    made = Conflict.objects.get().pk
    said = browser.post(f"{DESK}{made}/", {"how": "dismissed", "words": "No."}).content.decode()
    assert "at least 20" in said
    assert browser.post(f"{DESK}{made}/", {"how": "dismissed", "words": WHY}).status_code == 302
    assert shut_to(member.pk) == [] and WHY in page(browser, f"{DESK}{made}/")
    own = report(one.pk, holder(one.pk), user.pk, Kind.FAMILY, "", by=BY)
    page(browser, f"{DESK}{own}/", 404)
    page(browser, f"{DESK}{made}/", 404)  # nor those of others with the same file
    assert one.organisation.name not in page(browser, ROUND)


def test_the_law_of_a_dismissal_stands_at_the_form() -> None:
    one = making.admitted()
    member = making.member()
    browser = people.client(member.seat.user)
    browser.post(f"/en/conflicts/declare/{one.pk}/", {"kind": "family"})
    made = Conflict.objects.get().pk
    _user, desk = officer()
    said = desk.post(f"{DESK}{made}/", {"how": "dismissed", "words": WHY}).content.decode()
    assert "The member has declared this conflict." in said and not Decision.objects.exists()


def test_a_look_and_a_report_are_made_from_the_round() -> None:
    one, member = tied()
    _user, browser = officer()
    assert browser.post(f"{ROUND}look/").status_code == 302
    given = {"person": member.pk, "number": one.pk, "kind": "debt"}
    assert browser.post(f"{ROUND}report/", given).status_code == 302
    assert Conflict.objects.filter(voice=Voice.REPORT, user=member).count() == 1
    said = browser.post(f"{ROUND}report/", given | {"number": 999}).content.decode()
    assert "No file of this round" in said
    said = browser.post(f"{ROUND}report/", given).content.decode()
    assert "known already" in said


def test_how_much_is_shut_is_said_drawn_and_tabled() -> None:
    one, _member = tied()
    making.admitted()
    _user, browser = officer()
    said = page(browser, ROUND)
    assert "1 of 2 pairs" in said and "too few readers" in said.lower()
    assert "0 free readers" in said and f"№ {one.pk}" in said and "<svg" in said


def test_somebody_of_the_register_is_looked_at_before_they_are_invited() -> None:
    film("f801", YEAR - 2, director="p801", producer="p802")
    one = led_by("p801")
    _user, browser = officer()
    said = page(browser, f"{DESK}{making.REF}/before/?ref=p802")
    assert "1 of 1 files would be shut" in said and f"№ {one.pk}" in said and "Test film f801" in said
    assert "p802" in page(browser, f"{DESK}{making.REF}/before/?name=p802")
    assert not Conflict.objects.exists()
    page(browser, f"{DESK}{making.REF}/before/?ref=nonsense%20ref")


def test_a_member_declares_sees_it_and_takes_it_back_before_the_draw(monkeypatch: MonkeyPatch) -> None:
    one = making.admitted()
    user = making.member().seat.user
    browser = people.client(user)
    assert f"№ {one.pk}" in page(browser, "/en/conflicts/")
    said = browser.post(f"/en/conflicts/declare/{one.pk}/", {"kind": "declared"}).content.decode()
    assert "at least 20" in said
    assert browser.post(f"/en/conflicts/declare/{one.pk}/", {"kind": "family"}).status_code == 302
    said = page(browser, "/en/conflicts/")
    assert "family" in said and "Сынақ даласы" not in said
    page(browser, f"/en/conflicts/declare/{one.pk}/", 404)
    made = Conflict.objects.get().pk
    monkeypatch.setattr("kinoqor.judging.tie.access._drawn", [lambda call, stage: True])
    answer = browser.post(f"/en/conflicts/{made}/back/")
    assert "drawn already" in str(next(iter(get_messages(answer.wsgi_request))))
    monkeypatch.setattr("kinoqor.judging.tie.access._drawn", [])
    browser.post(f"/en/conflicts/{made}/back/")
    assert shut_to(user.pk) == []
    assert browser.post(f"/en/conflicts/{made}/back/").status_code == 404


def test_a_member_learns_how_many_files_are_shut_and_not_which() -> None:
    one, member = tied()
    said = page(people.client(member), "/en/conflicts/")
    assert "shuts 1 more file" in said
    assert "Сынақ даласы" not in said and one.organisation.name not in said and "f801" not in said
    other = page(people.signed_in(Role.EXPERT), "/en/conflicts/")
    assert "Nothing else shuts" in other and "Сынақ даласы" not in other


def test_an_applicant_names_readers_without_a_reason_until_the_draw(monkeypatch: MonkeyPatch) -> None:
    company = people.body("company", "Naming company")
    producer = people.user()
    people.seated(Role.PRODUCER, producer, where=company)
    one = making.admitted(producer, company)
    members = [making.member().seat.user for _n in range(3)]
    browser, url = people.client(producer), f"/en/applications/{one.pk}/readers/"
    assert url in page(browser, f"/en/applications/{one.pk}/")
    for each in members[:2]:
        assert browser.post(url, {"person": each.pk}).status_code == 302
    assert "as many as the call lets" in page(browser, url)
    assert (
        "no more are possible" in browser.post(url, {"person": members[2].pk}, follow=True).content.decode()
    )
    assert shut_to(members[0].pk) == [holder(one.pk)]
    first = Conflict.objects.earliest("pk").pk
    monkeypatch.setattr("kinoqor.judging.tie.access._drawn", [lambda call, stage: True])
    browser.post(url, {"back": first})
    assert "drawn already" in page(browser, url) and shut_to(members[0].pk)
    monkeypatch.setattr("kinoqor.judging.tie.access._drawn", [])
    browser.post(url, {"back": first})
    assert shut_to(members[0].pk) == []
    page(people.signed_in(Role.PRODUCER), url, 404)


def test_a_call_that_lets_nobody_be_named_has_no_such_page() -> None:
    making.call(conflicts={"feared": 0})
    producer = people.user()
    people.seated(Role.PRODUCER, producer, where=people.body("company", "Naming company"))
    one = making.admitted(producer, people.body("company", "Naming company"))
    page(people.client(producer), f"/en/applications/{one.pk}/readers/", 404)


def test_a_round_costs_as_many_questions_with_one_conflict_as_with_many() -> None:
    one, member = tied()
    _user, browser = officer()
    page(browser, ROUND)
    with CaptureQueriesContext(connection) as few:
        page(browser, ROUND)
    for kind in (Kind.FAMILY, Kind.DEBT, Kind.TAUGHT):
        report(one.pk, holder(one.pk), member.pk, kind, "", by=BY)
    with CaptureQueriesContext(connection) as many:
        page(browser, ROUND)
    assert len(many) <= len(few)
