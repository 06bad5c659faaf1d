"""The desk: what waits under which hat, and the ways from it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.role.queries import HAT
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import STAFF, Role
from kinoqor.accounts.user.models import User
from kinoqor.keeping.correction.actions import accept, propose
from kinoqor.keeping.edit.actions import enter
from kinoqor.keeping.edit.queries import newest
from kinoqor.keeping.edit.rules import Entry
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.letter.models import Sending
from kinoqor.ledger.letter.words import State
from kinoqor.portal.desk.adapters.trays import TRAYS, trays
from kinoqor.register.subject.models import Subject
from tests import make, people

pytestmark = pytest.mark.django_db
TAGS = re.compile(r"<[^>]+>")


@pytest.fixture(autouse=True)
def steppe() -> None:
    make.film("f901", year="1970")
    make.settled()


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", TAGS.sub(" ", answer.content.decode()))


def desk(browser: Client) -> str:
    answer = browser.get(reverse("desk"))
    assert answer.status_code == 200
    return text(answer)


def offer(user: User | None = None, ref: str = "f901", hat: str = "") -> int:
    voice = user.doer.voice if user else ""
    entry = Entry("year", "1980", f"https://said.example/{ref}{voice[5:]}")
    by = Doer(voice, hat) if voice else Doer("reader")
    number: int = propose(ref, entry, voice, "", f"secret {voice} {ref}", by=by, subject=ref)
    return number


def correct(user: User, ref: str = "f901", value: str = "1971") -> Doer:
    by = Doer(user.doer.voice, people.seated(Role.CATALOGUER, user).name)
    seen = newest(Subject.objects.get(ref=ref).pk, "year")
    enter(ref, Entry("year", value, "https://said.example/c"), True, seen, by=by, subject=ref)
    return by


def test_what_the_public_proposes_waits_for_a_cataloguer() -> None:
    offer()
    said = desk(people.signed_in(Role.CATALOGUER))
    assert "What waits for you" in said
    assert "Proposals of the public 1, see it" in said
    assert "The Test Steppe" in said and "Year: 1980" in said


def test_a_cataloguers_own_proposal_does_not_wait_for_them() -> None:
    me = people.user()
    people.seated(Role.CATALOGUER, me)
    offer(me)
    assert "Nothing waits for you" in desk(people.client(me))


def test_an_answered_proposal_waits_no_more() -> None:
    accept(offer(), by=make.BY)
    said = desk(people.signed_in(Role.CATALOGUER))
    assert "Nothing waits for you" in said and "No proposal waits for an answer." in said


def test_what_was_changed_lately_stands_on_the_desk_with_who_did_it() -> None:
    me, colleague = people.user(), people.user("Сынақ Әріптес")
    correct(colleague)
    correct(me, value="1972")
    said = desk(people.client(me))
    mine, _head, others = said.partition("What colleagues changed lately")
    assert "What you changed lately" in mine and "A fact entered · Year" in mine.replace("  ", " ")
    assert "Сынақ Әріптес" in others


def test_a_record_that_was_changed_often_stands_there_once() -> None:
    me = people.user()
    for value in ("1971", "1972", "1973"):
        enter(
            "f901", Entry("year", value, "https://said.example/c"), True,
            newest(Subject.objects.get(ref="f901").pk, "year"), by=me.doer, subject="f901",
        )  # fmt: skip
    people.seated(Role.CATALOGUER, colleague := people.user())
    page = people.client(colleague).get(reverse("desk")).content.decode()
    assert page.count(reverse("story", args=["f901"])) == 1


def test_the_desk_of_an_auditor_shows_what_was_done_today() -> None:
    correct(people.user("Сынақ Адам"))
    said = desk(people.signed_in(Role.AUDITOR))
    assert "What was done today" in said and "A fact entered" in said and "Сынақ Адам" in said
    assert "Deeds of this month as a file" in said and "Proposals of the public" not in said


def test_the_desk_of_an_administrator_shows_letters_in_trouble_and_seats_that_end() -> None:
    offer(proposer := people.user())
    letter = Sending.objects.get(letter__receiver=proposer.doer.voice)
    Sending.objects.filter(pk=letter.pk).update(state=State.UNSURE, trouble="Connection reset")
    ending = people.user("Сынақ Кетуші")
    today = timezone.localdate()
    people.seated(Role.CATALOGUER, ending, Term(today, today + timedelta(days=20)))
    browser = people.signed_in(Role.ADMINISTRATOR)
    said = desk(browser)
    assert (
        "Letters that did not arrive, or of which nobody knows 1, see it" in said
        and "Connection reset" in said
    )
    assert "Seats that end within a month 1, see it" in said and "Сынақ Кетуші" in said
    assert letter.letter.subject_line in text(browser.get(reverse("letters-in-trouble")))
    assert "Сынақ Кетуші" in text(browser.get(reverse("seats"), {"held": "ending"}))


@pytest.mark.parametrize("roles", [(), (Role.PRODUCER,), (Role.EXHIBITOR,)])
def test_who_has_no_seat_of_the_staff_sees_what_became_of_what_they_proposed(roles: tuple[Role, ...]) -> None:
    me = people.user()
    for role in roles:
        people.seated(role, me)
    number = offer(me)
    accept(number, by=make.BY)
    browser = people.client(me)
    said = desk(browser)
    assert "Your desk" in said and "What you have proposed 1, see it" in said and "accepted" in said
    assert "Letters to you 2, see all" in said
    assert "accepted" in text(browser.get(reverse("own-proposals")))
    assert "Your proposal was accepted" in text(browser.get(reverse("own-proposal", args=[number])))


def test_somebody_elses_proposal_is_not_there() -> None:
    number = offer(people.user())
    assert people.client(people.user()).get(reverse("own-proposal", args=[number])).status_code == 404


def test_a_new_reader_finds_a_next_step_on_an_empty_desk() -> None:
    said = desk(people.client(people.user()))
    assert "You have proposed nothing yet." in said and "Find a film and propose a correction" in said


def test_an_officer_who_also_applies_sees_only_what_the_hat_that_is_on_has_to_do() -> None:
    me = people.user()
    officer, producer = people.seated(Role.OFFICER, me), people.seated(Role.PRODUCER, me)
    offer(me, hat=producer.name)
    browser = people.client(me)
    said = desk(browser)
    assert f"You act as {officer}" in said and "What colleagues changed lately" in said
    assert "What you have proposed" not in said
    answer = browser.post(reverse("hat"), {"seat": producer.pk, "next": reverse("desk")})
    assert answer["Location"] == reverse("desk")
    said = desk(browser)
    assert f"You act as {producer}" in said and "What you have proposed 1, see it" in said
    assert "What colleagues changed lately" not in said


def test_what_was_proposed_under_one_hat_is_not_shown_under_another() -> None:
    me = people.user()
    producer, exhibitor = people.seated(Role.PRODUCER, me), people.seated(Role.EXHIBITOR, me)
    offer(me, hat=producer.name)
    browser = people.client(me)
    session = browser.session
    session[HAT] = exhibitor.pk
    session.save()
    assert "You have proposed nothing yet." in desk(browser)


@pytest.mark.parametrize("role", sorted(STAFF))
def test_without_the_second_step_the_desk_says_what_is_missing(role: Role) -> None:
    someone = people.user()
    people.seated(role, someone)
    said = desk(people.client(someone, strong=False))
    assert "Your seat opens after the second step" in said and "Take the second step" in said
    assert trays(people.who(role, strong=False)) == []


def test_a_stranger_is_led_to_sign_in() -> None:
    for name in ("desk", "desk-go", "own-proposals"):
        assert Client().get(reverse(name)).status_code == 302


@pytest.mark.parametrize("role", [*Role, ""])
def test_every_hat_has_its_desk(role: str) -> None:
    assert [tray for tray in TRAYS if role in tray.roles]


@pytest.mark.parametrize("role", list(Role))
def test_every_number_opens_its_rows_for_whoever_sees_it(role: Role) -> None:
    browser = people.signed_in(role)
    for _tray, filled in trays(people.who(role)):
        assert browser.get(filled.url).status_code == 200, filled.url


@pytest.mark.parametrize("role", [*Role, None])
def test_every_way_from_the_desk_is_open(role: Role | None) -> None:
    browser = people.signed_in(role) if role else people.client(people.user())
    page = browser.get(reverse("desk")).content.decode()
    aside = page.partition("<aside")[2].partition("</aside>")[0]
    places = re.findall(r'href="([^"]+)"', aside)
    assert len(places) >= 2
    for place in places:
        answer = browser.get(place.replace("&amp;", "&"))
        assert answer.status_code == 200, place
        if answer.streaming:
            b"".join(answer.streaming_content)


def test_a_number_leads_to_the_record_and_a_name_to_search() -> None:
    cataloguer, reader = people.signed_in(Role.CATALOGUER), people.client(people.user())
    go = reverse("desk-go")
    assert cataloguer.get(go, {"q": " F901 "})["Location"] == reverse("card-edit", args=["f901"])
    assert "/films/f901" in reader.get(go, {"q": "f901"})["Location"]
    assert reader.get(go, {"q": "f999"})["Location"].endswith("/search/?q=f999")
    assert reader.get(go, {"q": "Қыз Жібек"})["Location"].startswith(reverse("search"))
    assert reader.get(go)["Location"] == f"{reverse('search')}?q="


def test_the_last_seven_days_lead_to_their_deeds() -> None:
    me = people.user()
    correct(me)
    browser = people.client(me)
    page = browser.get(reverse("desk")).content.decode()
    today = timezone.localdate().isoformat()
    found = re.search(r'href="([^"]*since=' + today + r'[^"]*)"', page)
    assert found and "1 deed" in text(browser.get(reverse("desk")))
    assert "entered “Year”" in text(browser.get(found[1].replace("&amp;", "&")))


@pytest.mark.parametrize("role", [Role.CATALOGUER, Role.AUDITOR, Role.ADMINISTRATOR, Role.PRODUCER])
def test_a_desk_with_three_things_asks_as_many_questions_as_one_with_one(role: Role) -> None:
    me = people.user()
    people.seated(role, me)
    browser = people.client(me)

    def cost() -> int:
        browser.get(reverse("desk"))
        with CaptureQueriesContext(connection) as asked:
            browser.get(reverse("desk"))
        return len(asked)

    def more(ref: str) -> None:
        make.film(ref, f"Test {ref}", year="1950")
        make.settled(make.subject(ref))
        correct(people.user(), ref)
        offer(people.user(), ref)
        offer(me, ref)
        Sending.objects.update(state=State.UNSURE)

    more("f910")
    one = cost()
    more("f911")
    more("f912")
    assert cost() == one <= 20
