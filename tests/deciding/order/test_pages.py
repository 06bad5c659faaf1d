"""The pages of an order: everything missing is said, each step leads to the next, nothing is shown to whom it is shut."""

import base64
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation.words import Quota
from kinoqor.deciding.order import queries
from kinoqor.deciding.order.models import Brought, Order
from tests import people
from tests.deciding import making, ruling
from tests.deciding.order import signing
from tests.deciding.ruling import MILLION, REF, STAGE
from tests.judging import making as judging
from tests.ledger.file.sending import pdf

pytestmark = pytest.mark.django_db
PLACE = f"/en/desk/rounds/{REF}/{STAGE}/order/"
DRAFT = {"number": "T-41", "signer_kk": "Министр", "signer_ru": "Министр", "signer_en": "Minister"}


def given() -> dict[str, str]:
    return DRAFT | {"day": timezone.localdate().isoformat()}


def test_what_is_missing_stands_on_the_page_and_the_button_is_grey_for_it() -> None:
    of, (one, _two) = ruling.adopted(30 * MILLION, 20 * MILLION)
    ruling.approve_again(one, 30 * MILLION)
    browser = people.signed_in(Role.OFFICER)
    page = browser.get(PLACE).content.decode()
    assert "Films without a ruling of the commission: №" in page and "Draft the order" in page
    assert browser.post(f"{PLACE}draft/", given()).headers["Location"] == PLACE
    number = Order.objects.get().pk
    page = browser.get(PLACE).content.decode()
    assert 'aria-disabled="true"' in page and "Something is missing" in page
    said = browser.post(f"/en/desk/orders/{number}/lay-out/", follow=True).content.decode()
    assert "Films without a ruling" in said and Order.objects.get().statement is None
    ruling.approve(of)
    assert "The draft does not say what the commission says now" in browser.get(PLACE).content.decode()


def test_a_quota_that_the_rulings_leave_unmet_stands_on_the_page_and_keeps_nothing_from_being_signed() -> (
    None
):
    quota = Quota("debut", frozenset({"debut"}), least=2, clause="Test rules, clause 7")
    of, (one, two) = ruling.listed(30 * MILLION, 20 * MILLION, quotas=(quota,))
    ruling.voted(of)
    ruling.commission()
    ruling.approve_again(one, 30 * MILLION)
    browser, said = people.signed_in(Role.OFFICER), "does not hold in what the commission approved"
    assert said not in browser.get(PLACE).content.decode(), "the commission has not said all"
    ruling.refuse(two)
    ruling.drafted()
    page = browser.get(PLACE).content.decode()
    assert said in page and "Test rules, clause 7" in page and "Something is missing" not in page
    ruling.approve_again(two, 20 * MILLION)
    assert said not in browser.get(PLACE).content.decode()


def test_an_officer_goes_from_the_draft_to_the_signature_by_the_pages() -> None:
    of, _films = ruling.adopted(30 * MILLION)
    ruling.approve(of)
    browser = people.signed_in(Role.OFFICER)
    browser.post(f"{PLACE}draft/", given())
    number = Order.objects.get().pk
    one = f"/en/desk/orders/{number}/"
    browser.post(f"{one}lay-out/")
    page = browser.get(PLACE).content.decode()
    assert f"ORDER-{number}-KK" in page and "30,000,000" in page
    statement = b"".join(browser.get(f"{one}statement/"))
    assert browser.get(f"/en/papers/ORDER-{number}-KK/").status_code == 200
    signature = signing.signed(statement)
    wrong = browser.post(f"{one}sign/", {"text": base64.b64encode(signing.signed(b"x")).decode()})
    assert "Something else was signed" in wrong.content.decode()
    assert "Choose the file" in browser.post(f"{one}sign/", {"text": ""}).content.decode()
    sent = SimpleUploadedFile("order.p7s", signature)
    assert browser.post(f"{one}sign/", {"file": sent}).headers["Location"] == PLACE
    assert "Another officer confirms whose it is" in browser.get(PLACE).content.decode()
    assert "four eyes" in browser.get(f"{one}sign/").content.decode()
    assert "four eyes" in browser.post(f"{one}sign/", {"confirm": "1"}, follow=True).content.decode()
    other = people.signed_in(Role.OFFICER)
    page = other.get(f"{one}sign/").content.decode()
    assert "certificate of Сынақ Министр" in page and "The order names: Minister" in page
    assert other.post(f"{one}sign/", {"confirm": "1"}).headers["Location"] == PLACE
    page = browser.get(PLACE).content.decode()
    for said in (
        "Сынақ Министр",
        "Not checked",
        "whether the certificate was revoked",
        "may sign this order",
        "Annul the order",
    ):
        assert said in page
    browser.post(f"{one}end/", {"why": "The audit chamber found the vote unlawful."})
    assert "Orders that fell" in browser.get(PLACE).content.decode()
    page = browser.get(one).content.decode()
    assert "This order was annulled" in page and "audit chamber" in page and "Сынақ Министр" in page


def test_a_paper_signed_by_hand_goes_through_two_pairs_of_hands() -> None:
    number = ruling.laid_out(30 * MILLION)
    first, second = people.signed_in(Role.OFFICER), people.signed_in(Role.OFFICER)
    one, today = f"/en/desk/orders/{number}/by-hand/", timezone.localdate().isoformat()
    bringing = {"bring": "1", "registry": "R-7", "day": today}
    assert "Send the scan" in first.post(one, bringing).content.decode()
    sent = SimpleUploadedFile("signed.pdf", pdf(1, "Signed"), content_type="application/pdf")
    answer = first.post(f"/en/files/order/{number}/scan/send/", {"file": sent, "place": "0"})
    assert answer.headers["Location"] == one
    assert first.post(one, bringing).headers["Location"] == one
    assert "You brought this paper yourself" in first.get(one).content.decode()
    brought = str(Brought.objects.get().pk)
    assert "four eyes" in first.post(one, {"confirm": brought}, follow=True).content.decode()
    page = second.get(one).content.decode()
    assert "R-7" in page and "Compare every page" in page and f'name="confirm" value="{brought}"' in page
    assert second.post(one, {"back": "1", "why": "A page is missing."}).headers["Location"] == one
    assert Brought.objects.get().sent_back_id
    first.post(one, bringing | {"registry": "R-8"})
    assert "since you looked" in second.post(one, {"confirm": brought}, follow=True).content.decode()
    brought = str(Brought.objects.get(sent_back=None).pk)
    assert second.post(one, {"confirm": brought}).headers["Location"] == PLACE
    page = second.get(PLACE).content.decode()
    assert "two officers have seen the paper" in page and "R-8" in page


def test_to_whom_a_film_is_shut_the_whole_order_is_and_so_are_its_papers() -> None:
    number = ruling.laid_out(30 * MILLION)
    found = queries.order(number)
    assert found is not None
    officer, auditor = people.seated(Role.OFFICER).user, people.seated(Role.AUDITOR).user
    film = next(iter(found.allocation.codes.values()))
    one = judging.Application.objects.get(pk=film)
    for user in (officer, auditor):
        judging.barred(user, one)
        browser = people.client(user)
        for place in (PLACE, f"/en/desk/orders/{number}/", f"/en/desk/orders/{number}/statement/"):
            assert browser.get(place).status_code == 403
        assert browser.get(f"/en/papers/ORDER-{number}-KK/").status_code in (403, 404)


def test_an_auditor_reads_and_can_do_nothing_and_nobody_else_sees_anything() -> None:
    number = ruling.laid_out(30 * MILLION)
    browser = people.signed_in(Role.AUDITOR)
    page = browser.get(PLACE).content.decode()
    assert "T-41" in page and "Drop it" not in page
    for place in ("sign/", "by-hand/", "end/"):
        assert browser.get(f"/en/desk/orders/{number}/{place}").status_code == 403
    for other in (people.signed_in(Role.PRODUCER), people.signed_in(Role.EXPERT)):
        assert other.get(PLACE).status_code == 403
        assert other.get(f"/en/desk/orders/{number}/").status_code == 403


def test_a_day_before_the_order_is_refused_on_its_page_and_an_empty_stage_says_what_to_do() -> None:
    making.call()
    browser = people.signed_in(Role.OFFICER)
    assert "There is no list yet" in browser.get(PLACE).content.decode()
    assert "Allocate the money first" in browser.post(f"{PLACE}draft/", given()).content.decode()
    assert browser.get(f"/en/desk/rounds/{REF}/package/order/").status_code == 404
    number = ruling.laid_out(30 * MILLION)
    early = (timezone.localdate() - timedelta(days=1)).isoformat()
    page = browser.post(f"/en/desk/orders/{number}/by-hand/", {"bring": "1", "registry": "R", "day": early})
    assert "Send the scan" in page.content.decode()


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_pages_speak_the_other_languages(lang: str) -> None:
    number = ruling.laid_out(30 * MILLION)
    browser = people.signed_in(Role.OFFICER)
    places = [
        PLACE,
        f"{PLACE}draft/",
        *(f"/en/desk/orders/{number}/{each}" for each in ("", "sign/", "by-hand/", "end/")),
    ]
    for place in places:
        page = browser.get(place.replace("/en/", f"/{lang}/"))
        assert page.status_code == 200
        assert "Order" not in page.content.decode().replace("ORDER-", "")
