"""The list before the commission as officers, auditors and members see it; what a conflict shuts."""

import pytest

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.commission.models import Ruling
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.judging.panel.models import Member
from tests import people
from tests.deciding import making, ruling
from tests.deciding.ruling import MILLION, REF, STAGE
from tests.judging import making as judging

pytestmark = pytest.mark.django_db
PLACE = f"/en/desk/rounds/{REF}/{STAGE}/commission/"
REASON = {"reason": "The budget of the crew is padded.", "clause": "Test rules, clause 4"}


def test_an_officer_enters_a_smaller_sum_and_sees_it_with_the_sum_of_the_council() -> None:
    _of, (one,) = ruling.adopted(10 * MILLION)
    browser = people.signed_in(Role.OFFICER)
    assert "waits for a ruling" in browser.get(PLACE).content.decode()
    given = {"said": "cut", "award": "7 000 000", "cut_script": "2 000 000", **REASON}
    refused = browser.post(f"{PLACE}{one.pk}/", given)
    assert refused.status_code == 200 and "do not add up" in refused.content.decode()
    answer = browser.post(f"{PLACE}{one.pk}/", given | {"cut_script": "3 000 000"})
    assert answer.headers["Location"] == PLACE
    page = browser.get(PLACE).content.decode()
    assert "approved with a smaller sum" in page and "7,000,000" in page and "10,000,000" in page
    page = browser.get(f"{PLACE}{one.pk}/").content.decode()
    assert "padded" in page and "clause 4" in page and "3,000,000" in page


def test_all_the_rest_is_approved_after_a_look_at_it() -> None:
    _of, (one, two) = ruling.adopted(10 * MILLION, 20 * MILLION)
    ruling.refuse(one)
    browser = people.signed_in(Role.OFFICER)
    page = browser.get(f"{PLACE}rest/").content.decode()
    assert f'value="{two.pk}"' in page and f'value="{one.pk}"' not in page and "20,000,000" in page
    late = browser.post(f"{PLACE}rest/", {"seen": [one.pk], **REASON})
    assert "has changed" in late.content.decode() and Ruling.objects.count() == 1
    assert browser.post(f"{PLACE}rest/", {"seen": [two.pk], **REASON}).headers["Location"] == PLACE
    assert Ruling.objects.get(application=two).award == 20 * MILLION
    assert "No film waits" in browser.get(f"{PLACE}rest/").content.decode()


def test_a_shut_film_is_left_out_for_its_officer_with_all_sums_of_the_whole() -> None:
    of, (one, two) = ruling.adopted(10 * MILLION, 20 * MILLION)
    officer = people.seated(Role.OFFICER).user
    judging.barred(officer, one)
    browser = people.client(officer)
    page = browser.get(PLACE).content.decode()
    assert f"/{one.pk}/" not in page and f"/{two.pk}/" in page
    assert "left out here" in page and "30,000,000" not in page
    assert browser.get(f"{PLACE}{one.pk}/").status_code == 404
    assert browser.post(f"{PLACE}rest/", {"seen": [two.pk], **REASON}).headers["Location"] == PLACE
    assert [each.application_id for each in of.rulings.all()] == [two.pk]


def test_a_member_of_the_commission_reads_and_another_expert_finds_nothing() -> None:
    of, (one,) = ruling.listed(10 * MILLION)
    ruling.voted(of)
    member, other = people.user("Member"), people.user("Second")
    ruling.commission(member, other)
    browser = people.client(member)
    assert browser.get(PLACE).status_code == 200
    assert browser.get(f"{PLACE}rest/").status_code == 403
    browser.post(f"{PLACE}{one.pk}/", {"said": "refused", **REASON})
    assert not Ruling.objects.exists()
    assert people.signed_in(Role.EXPERT).get(PLACE).status_code == 404
    assert people.signed_in(Role.AUDITOR).get(PLACE).status_code == 200
    assert people.signed_in(Role.AUDITOR).get(f"{PLACE}rest/").status_code == 403


def test_a_conflict_of_a_member_is_named_and_has_to_be_confirmed() -> None:
    of, (one,) = ruling.listed(10 * MILLION)
    ruling.voted(of)
    tied = people.user("Тәуелді Мүше")
    ruling.commission(tied, people.user("Free"), people.user("Third"))
    judging.barred(tied, one)
    browser = people.signed_in(Role.OFFICER)
    assert "no part in it: Тәуелді Мүше" in browser.get(PLACE).content.decode()
    given = {"said": "approved", **REASON}
    assert "shut to members" in browser.post(f"{PLACE}{one.pk}/", given).content.decode()
    assert browser.post(f"{PLACE}{one.pk}/", given | {"apart": "on"}).headers["Location"] == PLACE


def test_a_commission_without_a_chair_enters_nothing_and_its_pages_say_why() -> None:
    _of, (one,) = ruling.adopted(10 * MILLION)
    Member.objects.filter(body__ref="test-commission").update(chair=False)
    browser = people.signed_in(Role.OFFICER)
    for address in (PLACE, f"{PLACE}{one.pk}/", f"{PLACE}rest/"):
        assert "The body has no chair today. Appoint a chair first." in browser.get(address).content.decode()
    told = browser.post(f"{PLACE}{one.pk}/", {"said": "approved", **REASON}).content.decode()
    assert 'name="said"' not in told and not Ruling.objects.exists()


def test_empty_pages_say_what_to_do_next() -> None:
    making.call()
    browser = people.signed_in(Role.OFFICER)
    page = browser.get(PLACE).content.decode()
    assert "There is no list yet" in page and "Nobody sits on a commission" in page
    assert browser.get(f"/en/desk/rounds/{REF}/package/commission/").status_code == 404
    _of, (one,) = ruling.adopted(10 * MILLION)
    Application.objects.filter(pk=one.pk).update(state=State.WITHDRAWN)
    assert "has withdrawn this film" in browser.get(f"{PLACE}{one.pk}/").content.decode()


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_pages_speak_the_other_languages(lang: str) -> None:
    _of, (one,) = ruling.adopted(10 * MILLION)
    ruling.refuse(one)
    browser = people.signed_in(Role.OFFICER)
    for place in (PLACE, f"{PLACE}rest/", f"{PLACE}{one.pk}/"):
        page = browser.get(place.replace("/en/", f"/{lang}/"))
        assert page.status_code == 200
        assert "Commission" not in page.content.decode()
