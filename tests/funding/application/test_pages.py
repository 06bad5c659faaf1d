"""The pages of an application, for its producer, for whoever was invited, and for everyone else."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application import queries
from kinoqor.funding.application.actions import withdraw
from kinoqor.funding.application.adapters.page import closes, tasks
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import MOST_CREW, SAVES_A_MINUTE, State
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.hand.actions import invite, take
from kinoqor.funding.hand.models import Hand
from kinoqor.funding.hand.words import Right
from kinoqor.kit.question import Condition
from kinoqor.ledger.letter.models import Letter
from tests import make, people
from tests.funding.application import making
from tests.ledger.file.sending import pdf
from tests.make import BY

pytestmark = pytest.mark.django_db
PAGES = (
    "application", "application-film", "application-crew", "application-files", "application-hands",
    "application-complete",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _an_open_call() -> None:
    cache.clear()  # savings are counted there
    making.call(papers=True, **making.WIDE)


@pytest.fixture
def user() -> User:
    return making.producer()


@pytest.fixture
def one(user: User) -> Application:
    return making.application(user)


@pytest.fixture
def browser(user: User) -> Client:
    return people.client(user)


def hand(one: Application, right: str) -> User:
    """Somebody who was invited and came."""
    someone = people.user()
    invite(
        one.name, Right.FILE, right, someone.email, f"secret-{right}", "https://example.org/", "A film", by=BY
    )
    take(f"secret-{right}", by=someone.doer)
    return someone


def part(one: Application, code: str) -> str:
    return reverse("application-part", args=[one.pk, code])


def test_a_producer_begins_an_application_from_a_call(browser: Client) -> None:
    at = reverse("application-new", args=[making.REF])
    assert browser.get(at).status_code == 200
    answer = browser.post(at, {"title_kk": "Дала", "stream": "social", "kind": "feature-full"})
    made = Application.objects.get()
    assert answer.url == reverse("application", args=[made.pk])
    assert made.titles == {"kk": "Дала"}


def test_a_film_without_any_title_is_not_begun(browser: Client) -> None:
    answer = browser.post(
        reverse("application-new", args=[making.REF]), {"stream": "social", "kind": "feature-full"}
    )
    assert "Give the title" in answer.content.decode()
    assert not Application.objects.exists()


def test_who_is_no_producer_is_told_why_not() -> None:
    answer = people.client(people.user()).get(reverse("application-new", args=[making.REF]))
    assert answer.status_code == 403 and "Producer" in answer.content.decode()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_page_stands_in_every_language(browser: Client, one: Application, page: str, lang: str) -> None:
    at = reverse(page, args=[one.pk]).replace("/en/", f"/{lang}/")
    assert browser.get(at).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_to_anyone_else_it_is_not_there(one: Application, page: str) -> None:
    for role in (Role.OFFICER, Role.AUDITOR, Role.EXHIBITOR):
        assert people.signed_in(role).get(reverse(page, args=[one.pk])).status_code == 404
    other = people.client(making.producer(making.company("Another test company")))
    assert other.get(reverse(page, args=[one.pk])).status_code == 404
    assert Client().get(reverse(page, args=[one.pk])).status_code == 302


def test_a_part_is_saved_by_its_button_and_goes_on(browser: Client, one: Application) -> None:
    sent = {"revision": one.revision, "title_kk": "Жаңа", "title_ru": "", "title_en": "New", "next": "1"}
    answer = browser.post(part(one, "film"), sent)
    assert answer.url == part(one, "story")
    assert queries.one(one.pk).titles == {"kk": "Жаңа", "en": "New"}


def test_what_is_wrong_is_kept_and_said_at_its_field(browser: Client, one: Application) -> None:
    answer = browser.post(part(one, "story"), {"revision": one.revision, "synopsis": "A", "minutes": "many"})
    assert "many" in answer.content.decode() and "errors" in answer.content.decode()
    assert queries.one(one.pk).values["minutes"] == "many"


def autosave(browser: Client, at: str, sent: dict[str, Any]) -> Any:
    return browser.post(at, sent, headers={"X-Autosave": "1"})


def test_a_script_saves_and_learns_the_new_revision(browser: Client, one: Application) -> None:
    answer = autosave(
        browser, part(one, "story"), {"revision": one.revision, "synopsis": "A", "minutes": "90"}
    )
    told = answer.json()
    assert (told["revision"], told["faults"]) == (one.revision + 1, {})
    again = autosave(
        browser, part(one, "story"), {"revision": told["revision"], "synopsis": "AB", "minutes": "90"}
    )
    assert again.json()["revision"] == one.revision + 2


def test_of_two_windows_the_later_one_is_kept_beside_and_can_be_taken(
    browser: Client, one: Application
) -> None:
    at = part(one, "story")
    autosave(browser, at, {"revision": one.revision, "synopsis": "The one."})
    late = autosave(browser, at, {"revision": one.revision, "synopsis": "The other."})
    assert (late.status_code, late.json()["late"]) == (409, True)
    page = browser.get(at).content.decode()
    assert "The one." in page and "The other." in page
    aside = queries.asides_of(one.pk).get()
    browser.post(reverse("application-aside", args=[one.pk, aside.pk]), {"take": "1"})
    assert queries.one(one.pk).values["synopsis"] == "The other."
    assert not queries.asides_of(one.pk).exists()


def test_two_windows_without_script_see_both_versions_on_the_page(browser: Client, one: Application) -> None:
    at = part(one, "story")
    browser.post(at, {"revision": one.revision, "synopsis": "The one."})
    answer = browser.post(at, {"revision": one.revision, "synopsis": "The other."})
    assert answer.status_code == 200
    assert "The one." in answer.content.decode() and "The other." in answer.content.decode()


def test_who_saves_too_fast_is_told_to_wait_and_loses_nothing(browser: Client, one: Application) -> None:
    for number in range(SAVES_A_MINUTE):
        sent = {"revision": 99, "synopsis": str(number)}
        assert autosave(browser, part(one, "story"), sent).status_code == 200
    answer = browser.post(part(one, "story"), {"revision": 99, "synopsis": "One more."})
    assert answer.status_code == 200 and "One more." in answer.content.decode()


def test_ten_thousand_rows_are_refused_clearly(browser: Client, one: Application) -> None:
    rows = {f"places.{number}.place": "x" for number in range(1, 10_001)}
    answer = browser.post(part(one, "places"), {"revision": one.revision} | rows)
    assert answer.status_code == 400 and "too many answers" in answer.content.decode().lower()
    some = {f"places.{number}.place": "x" for number in range(1, 300)}
    fewer = browser.post(part(one, "places"), {"revision": one.revision} | some)
    assert "At most 5 rows" in fewer.content.decode()
    assert len(queries.one(one.pk).values["places"]) == 5


def test_a_row_is_added_without_a_script(browser: Client, one: Application) -> None:
    sent = {"revision": one.revision, "places.1.place": "A steppe", "_row": "places.add"}
    answer = browser.post(part(one, "places"), sent, follow=True)
    assert 'name="places.2.place"' in answer.content.decode()


def test_rights_hold(one: Application) -> None:
    reader, writer, filer = (people.client(hand(one, right)) for right in Right.values)
    sent = {"revision": one.revision, "synopsis": "Not mine."}
    assert reader.get(part(one, "story")).status_code == 200
    assert reader.post(part(one, "story"), sent).status_code == 403
    assert writer.post(part(one, "story"), sent).status_code == 302
    assert writer.get(reverse("application-withdraw", args=[one.pk])).status_code == 403
    assert filer.get(reverse("application-withdraw", args=[one.pk])).status_code == 200


def test_somebody_is_invited_by_mail_and_takes_the_invitation(browser: Client, one: Application) -> None:
    browser.post(reverse("application-hands", args=[one.pk]), {"address": "New@example.org", "right": "edit"})
    letter = Letter.objects.latest("pk")
    secret = letter.body.split("/invitations/")[1].split("/")[0]
    someone = people.user(email="new@example.org")
    guest = people.client(someone)
    at = reverse("application-join", args=[secret])
    assert guest.get(at).status_code == 200
    assert guest.post(at).url == reverse("application", args=[one.pk])
    assert guest.get(part(one, "film")).status_code == 200
    assert guest.post(at).status_code == 403
    assert not Hand.objects.filter(address="new@example.org").exists()


def test_the_crew_is_picked_from_the_register_or_named(browser: Client, one: Application) -> None:
    known = make.person("p901", "Сынақ Режиссеров")
    make.settled(known)
    at = reverse("application-crew", args=[one.pk])
    page = browser.post(at, {"add": "search", "name": "Сынақ Режиссеров", "role": "director", "citizen": ""})
    assert "Nobody in the register" in page.content.decode() or "p901" in page.content.decode()
    sent = {"name": "Сынақ", "role": "director", "citizen": "", "revision": 1}
    browser.post(at, sent | {"add": "p901"})
    browser.post(at, sent | {"add": "", "name": "Жаңа Адамов", "revision": 9})
    crew = queries.one(one.pk).crew
    assert [(each["ref"], each["name"]) for each in crew] == [
        ("p901", "Сынақ Режиссеров"),
        ("", "Жаңа Адамов"),
    ]
    browser.post(at, {"country": "2", "citizen": "EE", "revision": 9})
    browser.post(at, {"remove": "1", "revision": 9})
    assert [(each["name"], each["citizen"]) for each in queries.one(one.pk).crew] == [("Жаңа Адамов", "EE")]
    assert MOST_CREW > 2


def test_a_paper_is_sent_by_a_plain_form_and_kept_while_it_may_be(browser: Client, one: Application) -> None:
    at = reverse("application-files", args=[one.pk])
    send = reverse("file-send", args=["application", one.pk, "script"])
    assert send in browser.get(at).content.decode()
    answer = browser.post(send, {"file": SimpleUploadedFile("script.pdf", pdf()), "place": "0"})
    assert answer.url == at
    kept = queries.files_filed(one)
    assert [(each.slot, each.name) for each in kept] == [("script", "script.pdf")]
    assert queries.one(one.pk).revision == one.revision + 1
    bad = SimpleUploadedFile("script.pdf", b"MZ not a script")
    browser.post(send, {"file": bad, "place": "1"})
    assert queries.files_filed(one) == kept
    withdraw(one.pk, by=BY)
    browser.post(send, {"file": SimpleUploadedFile("late.pdf", pdf(2)), "place": "0"})
    assert queries.files_filed(one) == kept


def test_somebody_elses_application_takes_no_file(one: Application) -> None:
    send = reverse("file-send", args=["application", one.pk, "script"])
    other = people.client(making.producer(making.company("Another test company")))
    assert other.post(send, {"file": SimpleUploadedFile("a.pdf", pdf())}).status_code == 404


def test_an_application_is_withdrawn_with_a_yes(browser: Client, one: Application) -> None:
    at = reverse("application-withdraw", args=[one.pk])
    browser.post(at, {"why": "Another plan."})
    assert queries.one(one.pk).state == State.DRAFT
    browser.post(at, {"why": "Another plan.", "sure": "on"})
    assert queries.one(one.pk).state == State.WITHDRAWN


def test_the_list_costs_the_same_for_one_and_for_many(
    browser: Client, user: User, one: Application, django_assert_max_num_queries: Any
) -> None:
    for _number in range(5):
        making.application(user)
    with django_assert_max_num_queries(15):
        page = browser.get(reverse("applications"))
    assert page.content.decode().count("Сынақ даласы") == 6


def test_a_part_that_is_not_asked_is_not_in_the_list_of_parts(one: Application) -> None:
    form = queries.form_of(one)
    condition = Condition("minutes", over=60)
    asked = replace(form, groups=(*form.groups[:2], replace(form.groups[2], when=(condition,))))
    terms = terms_of(one.version)
    for minutes, there in ((30, False), (90, True)):
        one.values = {"minutes": minutes}
        assert ("places" in [task.code for task in tasks(one, terms, asked, ())]) is there


def test_a_repair_ends_with_its_last_second_and_is_named_at_its_part(one: Application) -> None:
    one.state = State.INCOMPLETE
    one.repair = {"places": ["synopsis"], "until": "2030-01-03T00:00:00+00:00", "notice": 1}
    terms = terms_of(one.version)
    assert closes(one, terms).endswith("23:59:59")
    signs = {task.code: task.sign for task in tasks(one, terms, queries.form_of(one), ())}
    assert (signs["story"], signs["film"]) == ("late", "good")
