"""The pages of the reasons, for officers and for the applicant."""

import pytest
from django.test import Client

from kinoqor.accounts.role.words import Role
from kinoqor.funding.conflict.models import Conflict
from kinoqor.funding.conflict.words import Grade, Kind, Voice
from kinoqor.judging.feedback import queries
from kinoqor.judging.feedback.actions import send
from kinoqor.judging.feedback.models import Feedback
from kinoqor.judging.feedback.words import Stand
from tests import people
from tests.funding.application import making as drafts
from tests.funding.check.making import officer
from tests.judging import making
from tests.judging.feedback.making import LONG, checked, gathered
from tests.judging.making import NOW, REF, STAGE

pytestmark = pytest.mark.django_db
PAGE = f"/en/desk/rounds/{REF}/{STAGE}/feedback/"


def body(client: Client, place: str) -> str:
    """What stands at an address."""
    answer = client.get(place)
    assert answer.status_code == 200
    return answer.content.decode()


def given(of: Feedback, do: str, **more: str) -> dict[str, str]:
    """What the form of an officer sends."""
    said = {"revision": str(of.revision), "do": do}
    for at, each in enumerate(queries.pieces(of)):
        said |= {f"text{at}": each.text, f"why{at}": each.why}
    return said | more


def test_an_officer_gathers_checks_and_sends() -> None:
    making.review(making.reading(making.admitted(drafts.producer()), making.member()))
    making.opened()
    browser = people.client(officer())
    assert "Gather the reasons" in body(browser, PAGE)
    browser.post(f"{PAGE}gather/")
    of = Feedback.objects.get()
    place = f"{PAGE}{of.application_id}/"
    assert "The second act holds the tension" in body(browser, place)
    assert browser.post(place, given(of, "check")).status_code == 302
    of = Feedback.objects.get()
    assert queries.stand(of) == Stand.CHECKED
    assert "Send the checked one" in body(browser, PAGE)
    browser.post(f"{PAGE}send/")
    assert queries.stand(Feedback.objects.get()) == Stand.SENT
    assert "Sent: 1 of 1" in body(browser, PAGE)
    assert "Save, and say that it is checked" not in body(browser, place)


def test_what_was_noticed_stands_first_and_is_marked_and_nothing_is_changed_by_it() -> None:
    file, readers = making.admitted(drafts.producer()), [making.member(name="Сынақ Үлгіұлы")]
    review = making.review(making.reading(file, readers[0]), handed=False)
    said = {"plot": LONG, "dramaturgy": "As Ulgiuly said at the table, this is a stupid turn of the plot."}
    type(review).objects.filter(pk=review.pk).update(reasons=said, handed=making.deed())
    making.opened()
    browser = people.client(officer())
    browser.post(f"{PAGE}gather/")
    page = body(browser, f"{PAGE}{file.pk}/")
    assert ">Ulgiuly</mark>" in page
    assert ">stupid</mark>" in page
    assert page.index("As Ulgiuly") < page.index(LONG)
    assert queries.pieces(Feedback.objects.get())[1].text == said["dramaturgy"]


def test_a_second_tab_is_told_and_loses_nothing() -> None:
    file, _readers, of = gathered()
    browser = people.client(officer())
    place = f"{PAGE}{file.pk}/"
    assert browser.post(place, given(of, "save")).status_code == 302
    answer = browser.post(place, given(of, "save", text0="My own words.", why0="Written in another tab."))
    page = answer.content.decode()
    assert "since this page was opened" in page
    assert "My own words." in page


def test_the_applicant_reads_what_was_sent_and_no_name_of_a_reader() -> None:
    user = drafts.producer()
    file, readers, of = gathered(user)
    browser, place = people.client(user), f"/en/applications/{file.pk}/reasons/"
    assert browser.get(place).status_code == 404
    by = officer()
    checked(of, by)
    send(of.pk, NOW, by=by.doer)
    page = body(browser, place)
    assert "The second act holds the tension" in page
    assert "Place 1 of 1" in page
    assert "A film for festivals." not in page
    for each in readers:
        assert each.seat.user.name not in page
    assert people.client(drafts.producer(drafts.company("Another company"))).get(place).status_code == 404


def test_the_application_leads_to_the_reasons_once_they_were_sent() -> None:
    user = drafts.producer()
    file, _readers, of = gathered(user)
    browser, place = people.client(user), f"/en/applications/{file.pk}/"
    assert "Answers to you" not in body(browser, place)
    by = officer()
    checked(of, by)
    assert "Answers to you" not in body(browser, place)
    send(of.pk, NOW, by=by.doer)
    page = body(browser, place)
    assert f'<a href="{place}reasons/">The experts’ reasons</a>' in page
    assert "Answers to you" in page


def test_a_file_that_is_shut_is_in_no_list_and_at_no_address() -> None:
    file, _readers, _of = gathered()
    tied = officer()
    Conflict.objects.create(
        holder=file.name, user=tied, kind=Kind.FAMILY, grade=Grade.BARRED, voice=Voice.MEMBER, key="family",
        made=making.deed(),
    )  # fmt: skip
    browser = people.client(tied)
    assert file.titles["kk"] not in body(browser, PAGE)
    assert browser.get(f"{PAGE}{file.pk}/").status_code == 404


def test_auditors_read_and_change_nothing() -> None:
    file, _readers, of = gathered()
    browser = people.client(people.seated(Role.AUDITOR).user)
    page = body(browser, f"{PAGE}{file.pk}/")
    assert "Save, and say that it is checked" not in page
    browser.post(f"{PAGE}{file.pk}/", given(of, "check"))
    assert queries.stand(Feedback.objects.get()) == Stand.GATHERED
    assert browser.post(f"{PAGE}gather/").status_code == 403


def test_before_the_opening_there_is_nothing_to_see() -> None:
    making.judged_round(files=1, readers=1, open_=False)
    assert people.client(officer()).get(PAGE).status_code == 403
