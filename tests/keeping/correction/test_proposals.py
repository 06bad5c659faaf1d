"""The public's corrections: they wait unseen, are judged, and their proposers are told."""

import time

import pytest
from django.core import signing
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.keeping.correction.actions import accept, empty_addresses, propose, refuse
from kinoqor.keeping.correction.forms import SALT
from kinoqor.keeping.correction.models import Proposal
from kinoqor.keeping.correction.rules import Sent, may_judge, may_send
from kinoqor.keeping.correction.words import Fate, Ground
from kinoqor.keeping.edit.rules import Entry
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from kinoqor.register.card.models import Card
from kinoqor.register.claim.models import Claim
from tests import make, people
from tests.make import BY

pytestmark = pytest.mark.django_db
PLACE = "/en/propose/f901/year/"


@pytest.fixture(autouse=True)
def film() -> None:
    cache.clear()
    make.film("f901", "The Test Steppe", year="2020")
    make.settled()


def send(browser: Client | None = None, **more: str) -> tuple[int, str]:
    """Send a proposal as a person would; give status and where it leads, or what the page says."""
    made = signing.dumps(time.time() - 60, salt=SALT)
    form = {
        "value": "2021",
        "source": "https://archive.example/a",
        "note": "",
        "made": made,
        "website": "",
    } | more
    answer = (browser or Client()).post(PLACE, form)
    return answer.status_code, answer.headers.get("Location", "") or answer.content.decode()


def test_a_stranger_proposes_and_it_waits_unseen() -> None:
    assert send()[0] == 302
    assert Card.objects.get(ref="f901").year == 2020
    claim = Claim.objects.get(proposed=True)
    assert (claim.value, claim.published, Proposal.objects.get().fate) == ("2021", None, Fate.OPEN)


PUBLIC = (
    "films/f901-the-test-steppe/ claims/f901/ claims/f901/story/ claims/f901.json claims/f901.csv films/f901.json "
    "films/f901.csv films.csv films.json sources/ sources.csv timeline.json about/ disagreements.json"
)


@pytest.mark.parametrize("place", PUBLIC.split())
def test_an_unpublished_claim_shows_nowhere(place: str) -> None:
    send(value="1977")
    answer = Client().get(f"/en/{place}")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert b"1977" not in body and b"archive.example" not in body


def test_the_source_of_an_unpublished_claim_is_not_there_either() -> None:
    send()
    place = reverse("source", args=[Claim.objects.get(proposed=True).source_id])
    assert Client().get(place).status_code == 404
    accept(Proposal.objects.get().pk, by=BY)
    assert Client().get(place).status_code == 200


def test_an_accepted_proposal_counts_and_its_proposer_is_told_in_their_language() -> None:
    someone = people.user()
    someone.language = "kk"
    someone.save()
    send(people.client(someone, strong=False))
    accept(Proposal.objects.get().pk, by=BY)
    values = [voice["value"] for voice in Card.objects.get(ref="f901").facts["year"]["voices"]]
    told = Letter.objects.filter(receiver=someone.doer.voice).order_by("pk")
    assert "2021" in values
    assert [letter.subject_line.split(":")[0] for letter in told] == [
        "Ұсынысыңыз келді",
        "Ұсынысыңыз қабылданды",
    ]


def test_a_refused_proposal_says_on_which_ground_and_never_shows() -> None:
    place = send(address="stranger@example.org")[1]
    refuse(Proposal.objects.get().pk, Ground.SOURCE, by=BY, why="The page speaks of another film.")
    page = Client().get(place).content.decode()
    assert "does not say this" in page and "another film" in page
    assert "another film" in Letter.objects.get(subject_line__startswith="Your proposal was refused").body
    assert "2021" not in Client().get("/en/claims/f901/").content.decode()


def test_a_stranger_follows_the_proposal_at_a_private_address() -> None:
    place = send()[1]
    assert "waits for an answer" in Client().get(place).content.decode()
    accept(Proposal.objects.get().pk, by=BY)
    assert "was accepted" in Client().get(place).content.decode()


def test_another_private_address_leads_nowhere() -> None:
    send()
    assert Client().get(reverse("receipt", args=["guessed"])).status_code == 404


def test_an_answer_is_given_once() -> None:
    send()
    number = Proposal.objects.get().pk
    accept(number, by=BY)
    with pytest.raises(Refused, match="answered already"):
        refuse(number, Ground.OTHER, by=BY, why="No.")


def test_nobody_judges_their_own_proposal() -> None:
    someone = people.user()
    people.seated(Role.CATALOGUER, someone)
    browser = people.client(someone)
    send(browser)
    answer = browser.post(reverse("proposal-accept", args=[Proposal.objects.get().pk]))
    assert answer.status_code == 403 and "proposed this yourself" in answer.content.decode()
    assert Proposal.objects.get().fate == Fate.OPEN


def test_nobody_judges_or_sees_what_is_proposed_about_themselves() -> None:
    make.person("p901")
    make.settled()
    made = signing.dumps(time.time() - 60, salt=SALT)
    Client().post(
        "/en/propose/p901/birth/", {"value": "1970", "source": "https://archive.example/a", "made": made}
    )
    someone = people.user()
    someone.person_ref = "p901"
    someone.save()
    people.seated(Role.CATALOGUER, someone)
    browser = people.client(someone)
    assert browser.get(reverse("proposal", args=[Proposal.objects.get().pk])).status_code == 403
    assert "Nothing waits here" in browser.get(reverse("proposals")).content.decode()


def test_nobody_judges_what_is_proposed_of_another_record_and_names_them() -> None:
    make.person("p901", "Сынақ Үлгіұлы")
    make.settled()
    someone = people.user()
    someone.person_ref = "p901"
    someone.save()
    people.seated(Role.CATALOGUER, someone)
    entry = Entry(
        "credit", "p901", "https://archive.example/a", target="p901", qualifiers={"role": "director"}
    )
    number = propose("f901", entry, "", "", "secret", by=BY, subject="f901")
    browser = people.client(someone)
    assert reverse("proposal", args=[number]) not in browser.get(reverse("proposals")).content.decode()
    assert browser.post(reverse("proposal-accept", args=[number])).status_code == 403
    for judge in (
        lambda: accept(number, by=someone.doer),
        lambda: refuse(number, Ground.SOURCE, by=someone.doer),
    ):
        with pytest.raises(Refused, match="about you"):
            judge()
    assert Proposal.objects.get().fate == Fate.OPEN


def test_a_fact_that_stands_already_is_answered_at_once() -> None:
    assert "says so already" in send(value="2020", source="https://one.example/a")[1]


def test_the_same_proposal_twice_is_answered_and_kept_once() -> None:
    send()
    assert "proposed the same already" in send()[1]
    assert Proposal.objects.count() == 1


SENT = Sent(60, "", 0, 0, 0, False)


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (Sent(None, "", 0, 0, 0, False), "too old"),
        (Sent(90_000, "", 0, 0, 0, True), "too old"),
        (Sent(1, "", 0, 0, 0, False), "quicker"),
        (Sent(60, "http://spam.example", 0, 0, 0, False), "no person sees"),
        (Sent(60, "", 10, 10, 10, False), "Many proposals"),
        (Sent(60, "", 0, 40, 40, True), "Many proposals"),
        (Sent(60, "", 0, 0, 300, False), "signed-in"),
    ],
)
def test_spam_is_refused_with_a_reason_and_a_way_out(sent: Sent, says: str) -> None:
    verdict = may_send(sent)
    assert says in str(verdict.reason) and verdict.way


def test_a_person_may_send_and_a_known_one_even_in_a_wave() -> None:
    assert may_send(SENT)
    assert may_send(Sent(1, "", 0, 0, 300, True))


def test_a_filled_trap_keeps_nothing() -> None:
    assert send(website="http://spam.example")[0] == 403
    assert not Claim.objects.filter(proposed=True).exists()


def test_a_forged_stamp_keeps_nothing() -> None:
    assert send(made="forged")[0] == 403


def test_the_eleventh_proposal_of_an_hour_is_refused() -> None:
    for number in range(10):
        assert send(value=str(1990 + number))[0] == 302
    assert send(value="1950")[0] == 403


def test_who_may_judge() -> None:
    assert may_judge("", "user:1", False)
    assert not may_judge("user:1", "user:1", False)
    assert not may_judge("user:2", "user:1", True)


def test_a_strangers_address_goes_a_month_after_the_answer() -> None:
    send(address="stranger@example.org")
    accept(Proposal.objects.get().pk, by=BY)
    assert empty_addresses(by=BY) == 0
    assert Proposal.objects.get().address == "stranger@example.org"


def test_the_list_costs_the_same_for_one_and_for_three() -> None:
    browser = people.signed_in(Role.CATALOGUER)
    browser.get(reverse("proposals"))  # the session is kept at the first page of an hour
    counted = []
    for number in range(3):
        send(value=str(1990 + number))
        with CaptureQueriesContext(connection) as asked:
            browser.get(reverse("proposals"))
        counted.append(len(asked))
    assert len(set(counted)) == 1
