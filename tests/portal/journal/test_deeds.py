"""The deeds page: who sees what, narrowed how, in which words, and the same as a file."""

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.account.actions import erase
from kinoqor.accounts.organisation.actions import amend_organisation
from kinoqor.accounts.organisation.rules import Named
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.signin.actions import note_change
from kinoqor.keeping.correction.actions import propose
from kinoqor.keeping.edit.rules import Entry
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed
from kinoqor.portal.journal.queries import narrowed, visible_to
from kinoqor.portal.journal.rules import Asked
from tests import make, people
from tests.portal.journal.doings import correct, doer, offer, page, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def steppe() -> None:
    """A film whose year can be corrected."""
    make.film("f901", year="1970")
    make.settled()


def seen(who: Who) -> set[str]:
    return set(visible_to(who).values_list("code", flat=True))


def test_a_correction_is_told_in_a_sentence_that_leads_to_its_record() -> None:
    editor = people.user("Сынақ Түзетуші")
    line = correct(doer(editor, Role.CATALOGUER), why="The festival's catalogue says so.")
    answer = people.signed_in(Role.AUDITOR).get(reverse("deeds"))
    said = text(answer)
    assert "Сынақ Түзетуші entered “Year” for The Test Steppe: 1971" in said
    assert "The card showed 1970, then 1971." in said
    assert "The festival&#x27;s catalogue says so." in said
    assert "Cataloguer, Test fund" in said
    assert 'href="/en/films/f901-the-test-steppe/"' in answer.content.decode()
    assert reverse("deed", args=[line.pk]) in answer.content.decode()


def test_a_deed_can_be_opened_with_all_that_it_has_written_down() -> None:
    line = correct(doer(people.user("Сынақ Түзетуші"), Role.CATALOGUER), why="Because.")
    said = text(people.signed_in(Role.AUDITOR).get(reverse("deed", args=[line.pk])))
    for words in ("A fact entered", "It was before 1970", "The card shows now 1971", "Reason Because.",
                  "In which seat Cataloguer, Test fund", "Who says so https://said.example/1971",
                  "Done in its course", "Claims stated", "The register settled"):  # fmt: skip
        assert words in said, words


def test_what_was_done_in_the_course_of_a_deed_is_left_to_that_deed() -> None:
    line = correct(doer(people.user(), Role.CATALOGUER))
    auditor = people.who(Role.AUDITOR)
    found = narrowed(auditor, Asked(about="f901")).filter(pk__gte=line.pk)
    assert list(found) == [line]
    part = line.parts.first()
    assert part is not None and part in visible_to(auditor)


def test_an_organisation_corrected_tells_what_stood_before() -> None:
    fund = people.body()
    amend_organisation(
        fund.pk, Named("fund", name_en="Another fund"), by=doer(people.user(), Role.ADMINISTRATOR)
    )
    line = Deed.objects.latest("pk")
    said = text(people.signed_in(Role.AUDITOR).get(reverse("deed", args=[line.pk])))
    assert "corrected an organisation: Another fund" in said
    assert "Name in English: Test fund" in said


def test_an_auditor_sees_everything() -> None:
    note_change(people.user().pk, "mfa/email/totp_activated", by=doer(people.user()))
    correct(doer(people.user(), Role.CATALOGUER))
    assert {"accounts.signin.secured", "keeping.edit.entered", "accounts.role.seated"} <= seen(
        people.who(Role.AUDITOR)
    )


def test_a_cataloguer_sees_what_is_done_to_the_register_but_nobody_elses_security() -> None:
    other = people.user()
    note_change(other.pk, "mfa/email/totp_activated", by=other.doer)
    correct(doer(people.user(), Role.CATALOGUER))
    codes = seen(people.who(Role.CATALOGUER))
    assert "keeping.edit.entered" in codes
    assert not {code for code in codes if code.startswith(("accounts.", "ledger."))}


def test_a_cataloguer_sees_the_security_of_their_own_account() -> None:
    me = people.user()
    note_change(me.pk, "mfa/email/totp_activated", by=me.doer)
    assert "accounts.signin.secured" in seen(people.who(Role.CATALOGUER, whom=me))


def test_without_the_second_step_a_seat_opens_nothing_of_the_journal() -> None:
    correct(doer(people.user(), Role.CATALOGUER))
    for role in (Role.AUDITOR, Role.CATALOGUER):
        assert seen(people.who(role, strong=False)) == set()


def test_under_another_hat_only_ones_own_deeds_are_seen() -> None:
    me = people.user()
    producer = people.seated(Role.PRODUCER, me)
    people.seated(Role.AUDITOR, me)
    correct(doer(people.user(), Role.CATALOGUER))
    offer(Doer(me.doer.voice, producer.name))
    answer = page(people.client(me))
    assert "What you did" in answer and "proposed “Year”" in answer
    assert "entered “Year”" not in answer


def test_a_person_sees_their_own_deeds_and_somebody_elses_are_not_there() -> None:
    me, other = people.user("Сынақ Мен"), people.user()
    mine, theirs = offer(me.doer), correct(doer(other, Role.CATALOGUER))
    browser = people.client(me)
    said = page(browser)
    assert "Сынақ Мен proposed “Year” for The Test Steppe: 1980" in said and "entered" not in said
    assert browser.get(reverse("deed", args=[mine.pk])).status_code == 200
    assert browser.get(reverse("deed", args=[theirs.pk])).status_code == 404
    assert browser.get(reverse("deed", args=[10**9])).status_code == 404


@pytest.mark.parametrize("name", ["deeds", "deeds-csv", "deeds-json"])
def test_a_stranger_is_led_to_sign_in(name: str) -> None:
    answer = Client().get(reverse(name))
    assert answer.status_code in (302, 401)


def test_whoever_a_record_is_about_does_not_see_what_is_proposed_for_it() -> None:
    make.person("p901")
    make.settled()
    me = people.user()
    me.person_ref = "p901"
    me.save(update_fields=["person_ref"])
    entry = Entry("birth", "1950", "https://said.example/birth")
    propose("p901", entry, "", "", "about me", by=Doer("reader"), subject="p901")
    codes = seen(people.who(Role.CATALOGUER, whom=me))
    assert not {code for code in codes if code in ("keeping.correction.proposed", "register.claim.proposed")}
    assert "keeping.correction.proposed" in seen(people.who(Role.CATALOGUER))


def test_who_proposed_is_not_told_to_those_who_judge_it() -> None:
    proposer, judge = people.user("Сынақ Ұсынушы"), people.signed_in(Role.CATALOGUER)
    line = offer(proposer.doer)
    for said in (page(judge), text(judge.get(reverse("deed", args=[line.pk])))):
        assert "A reader with an account proposed “Year”" in said
        assert "Ұсынушы" not in said
    assert "No deed fits" in page(judge, who="Ұсынушы")
    assert "No deed fits" in page(judge, who=proposer.doer.voice)
    for name in ("deeds-csv", "deeds-json"):
        whole = b"".join(judge.get(reverse(name)).streaming_content).decode()
        assert "Ұсынушы" not in whole and proposer.doer.voice not in whole
    assert "Сынақ Ұсынушы proposed" in page(people.signed_in(Role.AUDITOR), who="Ұсынушы")


def test_an_erased_account_keeps_its_deeds_under_its_number() -> None:
    someone = people.user("Сынақ Кеткен")
    line = offer(someone.doer)
    before = Deed.objects.filter(pk=line.pk).values().get()
    erase(someone.pk, "", by=someone.doer)
    assert Deed.objects.filter(pk=line.pk).values().get() == before
    said = page(people.signed_in(Role.AUDITOR))
    assert f"A person whose account was erased, number {someone.pk} proposed “Year”" in said
    assert "Кеткен" not in said


def test_the_clock_and_a_pack_are_doers_too() -> None:
    for voice in ("clock", "pack:xx"):
        correct(Doer(voice), value="1975" if voice == "clock" else "1976")
    said = page(people.signed_in(Role.AUDITOR))
    assert "The clock of the house entered" in said and "The country pack “xx” entered" in said


def test_the_page_of_a_deed_leads_to_the_letters_that_it_wrote() -> None:
    me = people.user()
    note_change(me.pk, "mfa/email/totp_activated", by=me.doer)
    line = Deed.objects.latest("pk")
    answer = people.client(me).get(reverse("deed", args=[line.pk]))
    assert "Codes from an app were switched on" in text(answer)
    assert "/en/letters/" in answer.content.decode()
