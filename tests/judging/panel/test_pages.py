"""Bodies as readers and officers see them, and the way from a name to a seat."""

from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.utils import timezone

from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.words import Role
from kinoqor.judging.panel.actions import end_membership, photograph
from kinoqor.judging.panel.models import Body, Member
from kinoqor.ledger.deed.models import Deed
from tests import people
from tests.funding.application.making import text
from tests.judging import making
from tests.judging.panel.making import ACT, appointed, council, filmmaker, officer

pytestmark = pytest.mark.django_db


def get(place: str, *roles: Role) -> str:
    answer = people.signed_in(*roles).get(place) if roles else people.client().get(place)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_anybody_reads_who_sits_by_which_act_who_sat_and_whom_the_rules_bar() -> None:
    body = council(name=text("Test council"))
    appointed(body, people.user("Сынақ Төраға"), chair=True)
    gone = appointed(body, people.user("Сынақ Бұрынғы"), since=date(2020, 1, 1), until=date(2020, 6, 1))
    assert gone
    page = get(f"/en/panels/{body}/")
    for said in ("Сынақ Төраға", "chair", ACT, "Members of the past", "Сынақ Бұрынғы", "A working director"):
        assert said in page
    assert f"/en/panels/{body}/" in get("/en/panels/")


def test_who_sat_at_a_vote_is_public_and_its_text_gives_the_digest() -> None:
    body = council()
    appointed(body, someone := people.user("Сынақ Мүше"))
    of = Body.objects.get(ref=body)
    about = f"opening:{making.REF}:{making.STAGE}:1"
    number = photograph(of.pk, about, timezone.localdate(), [someone.pk], by=officer().doer)
    page = get(f"/en/panels/{body}/")
    assert "no vote in this matter" in page
    assert "The opening of the reviews" in page
    answer = people.client().get(f"/en/panels/{body}/sat/{number}.json")
    assert sha256(answer.content).hexdigest() in page
    other = council()
    assert people.client().get(f"/en/panels/{other}/sat/{number}.json").status_code == 404


def test_an_officer_makes_a_body_and_sees_every_fault() -> None:
    browser = people.signed_in(Role.OFFICER)
    making.call()
    given = {
        "programme": "national-cinema", "kind": "section", "name_kk": "Сынақ", "name_ru": "Проба",
        "name_en": "Test section", "act": ACT, "quorum": "3", "judges": ["documentary"],
    }  # fmt: skip
    assert browser.post("/en/desk/panels/new/", given | {"act": "  "}).status_code == 200
    answer = browser.post("/en/desk/panels/new/", given)
    assert answer.headers["Location"] == "/en/desk/panels/test-section/"
    assert Body.objects.get().media == ["documentary"]
    assert "Appoint a member" in browser.get("/en/desk/panels/test-section/").content.decode()


def test_an_auditor_reads_the_desk_and_can_do_nothing() -> None:
    body = council()
    browser = people.signed_in(Role.AUDITOR)
    assert "Appoint a member" not in browser.get(f"/en/desk/panels/{body}/").content.decode()
    assert "Make a body" not in browser.get("/en/desk/panels/").content.decode()
    assert browser.get(f"/en/desk/panels/{body}/appoint/").status_code == 403
    number = appointed(body)
    page = browser.get(f"/en/desk/panels/members/{number}/").content.decode()
    assert "Would they be barred today?" in page
    assert f"/members/{number}/end/" not in page
    assert browser.get(f"/en/desk/panels/members/{number}/end/").status_code == 403


def test_somebody_is_looked_for_by_name_and_every_bar_stands_with_its_clause_and_a_way() -> None:
    filmmaker("p911", "director", timezone.localdate().year)
    body = council()
    to = f"/en/desk/panels/{body}/appoint/"
    browser = people.signed_in(Role.OFFICER)
    assert 'value="p911"' in browser.get(to, {"name": "Сынақ Үлгіұлы"}).content.decode()
    someone = people.user()
    people.seated(Role.PRODUCER, someone)
    page = browser.get(to, {"ref": "p911", "email": someone.email}).content.decode()
    for said in (
        "A working director",
        "The Test Steppe p911",
        "Regulation of the expert council",
        "An owner of a",
    ):
        assert said in page
    assert 'name="act"' not in page


def test_an_address_without_an_account_and_another_record_are_said_at_the_field() -> None:
    to = f"/en/desk/panels/{council()}/appoint/"
    browser = people.signed_in(Role.OFFICER)
    page = browser.get(to, {"email": "nobody@example.org"}).content.decode()
    assert "Nobody here has this address" in page
    someone = people.user()
    someone.person_ref = "p911"
    someone.save()
    page = browser.get(to, {"email": someone.email, "ref": "p912"}).content.decode()
    assert "another record of the register" in page
    assert "number of the register is a letter" in browser.get(to, {"ref": "?"}).content.decode()


def test_somebody_whom_nothing_bars_is_appointed_from_the_page() -> None:
    filmmaker("p911", "composer", 2001)
    body, someone = council(), people.user()
    to = f"/en/desk/panels/{body}/appoint/?ref=p911&email={someone.email}"
    browser = people.signed_in(Role.OFFICER)
    assert "No rule bars" in browser.get(to).content.decode()
    given = {"act": ACT, "since": timezone.localdate().isoformat(), "languages": ["kk", "ru"], "most": "9"}
    assert browser.post(to, given).headers["Location"] == f"/en/desk/panels/{body}/"
    made = Member.objects.get()
    assert (made.languages, made.most, made.seat.user_id) == (["kk", "ru"], 9, someone.pk)
    assert "on this body in these days" in browser.post(to, given).content.decode()


def test_without_a_record_the_officer_says_that_they_have_looked() -> None:
    body, someone = council(), people.user()
    to = f"/en/desk/panels/{body}/appoint/?email={someone.email}"
    browser = people.signed_in(Role.OFFICER)
    given = {"act": ACT, "since": timezone.localdate().isoformat()}
    assert "leaves something open" in browser.post(to, given).content.decode()
    assert browser.post(to, given | {"looked": "on"}).status_code == 302


def test_a_term_is_ended_and_the_body_closed_from_their_pages() -> None:
    body = council()
    number = appointed(body)
    browser = people.signed_in(Role.OFFICER)
    close, end = f"/en/desk/panels/{body}/close/", f"/en/desk/panels/members/{number}/end/"
    assert "still has members" in browser.post(close, {"act": "Order"}).content.decode()
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    assert "does not end in the past" in browser.post(end, {"last": yesterday, "act": "O"}).content.decode()
    ended = browser.post(end, {"last": timezone.localdate().isoformat(), "act": "Order"})
    assert ended.headers["Location"] == f"/en/desk/panels/{body}/"
    Seat.objects.filter(membership=number).update(until=timezone.localdate() - timedelta(days=1))
    assert browser.post(close, {"act": "Order"}).status_code == 302
    assert "Appoint a member" not in browser.get(f"/en/desk/panels/{body}/").content.decode()


def test_an_ended_term_names_the_act_that_ended_it() -> None:
    body = council()
    end_membership(appointed(body), timezone.localdate(), by=officer().doer, why="Court order No. 4")
    assert "Court order No. 4" in get(f"/en/panels/{body}/")


def test_a_member_who_directs_a_film_meanwhile_is_seen_as_barred_on_the_page_of_the_membership() -> None:
    someone = people.user()
    number = appointed(council(), someone, ref="p911")
    browser = people.signed_in(Role.OFFICER)
    assert "No rule bars" in browser.get(f"/en/desk/panels/members/{number}/").content.decode()
    filmmaker("p911", "director", timezone.localdate().year)
    assert "A working director" in browser.get(f"/en/desk/panels/members/{number}/").content.decode()


def test_the_journal_names_the_body_and_what_was_left_open_in_words() -> None:
    appointed(council(name=text("Test council of the journal")))
    browser = people.signed_in(Role.ADMINISTRATOR)
    page = browser.get("/en/deeds/").content.decode()
    assert "to the body Test council of the journal" in page
    number = Deed.objects.filter(code="judging.panel.appointed").latest("pk").pk
    assert "no record of the register is named" in browser.get(f"/en/deeds/{number}/").content.decode()


def test_every_membership_is_open_data() -> None:
    body = council(name=text("Test council"))
    appointed(body, people.user("Сынақ Мүше"), chair=True)
    found = people.client().get("/en/panels.json").json()["members"]
    assert [(one["body"], one["person"], one["chair"], one["act"]) for one in found] == [
        ("test-council", "Сынақ Мүше", True, ACT)
    ]
    rows = b"".join(people.client().get("/en/panels.csv").streaming_content).decode()  # type: ignore[arg-type]
    assert "Сынақ Мүше" in rows
