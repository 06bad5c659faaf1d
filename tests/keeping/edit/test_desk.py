"""The desk of a card: what is entered, corrected and withdrawn, and who is there."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.keeping.edit.actions import begin, enter, take_back
from kinoqor.keeping.edit.queries import newest
from kinoqor.keeping.edit.rules import Entry
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.card.models import Card
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.words import Rank
from kinoqor.register.spelling.queries import find
from kinoqor.register.subject.models import Subject
from tests import make, people
from tests.make import BY

pytestmark = pytest.mark.django_db
ARCHIVE = "https://archive.example/card"


@pytest.fixture
def film() -> Subject:
    film = make.film("f901", "The Test Steppe", year="2020", runtime="90")
    make.settled()
    return film


@pytest.fixture
def cataloguer() -> Client:
    return people.signed_in(Role.CATALOGUER)


def year() -> int | None:
    return Card.objects.get(ref="f901").year


def correct(value: str = "2021", seen: int | None = None, source: str = ARCHIVE) -> None:
    about = Subject.objects.get(ref="f901").pk
    since = newest(about, "year") if seen is None else seen
    enter("f901", Entry("year", value, source), True, since, by=BY, subject="f901")


def test_a_correction_leads_and_what_was_said_before_stands_beside_it(film: Subject) -> None:
    correct()
    voices = Card.objects.get(ref="f901").facts["year"]["voices"]
    assert year() == 2021
    assert [voice["value"] for voice in voices] == ["2021", "2020"]


def test_a_second_correction_leads_and_the_first_stands_on_as_an_ordinary_claim(film: Subject) -> None:
    correct("2021")
    correct("2022", source="https://other.example/b")
    kept = Claim.objects.filter(subject=film, prop="year", withdrawn=None).values_list("value", "rank")
    assert year() == 2022
    assert set(kept) == {("2020", Rank.NORMAL), ("2021", Rank.NORMAL), ("2022", Rank.PREFERRED)}


def test_an_addition_stands_beside_and_does_not_lead(film: Subject) -> None:
    make.claim(film, "year", "2020", make.source("https://second.example/b"))
    enter("f901", Entry("year", "2019", ARCHIVE), False, newest(film.pk, "year"), by=BY)
    assert year() == 2020


def test_withdrawing_the_correction_gives_the_former_value_back(film: Subject) -> None:
    before = Card.objects.get(ref="f901").facts
    correct()
    claim = Claim.objects.get(subject=film, prop="year", rank=Rank.PREFERRED)
    take_back("f901", claim.pk, newest(film.pk, "year"), by=BY, why="It was another film.")
    assert Card.objects.get(ref="f901").facts == before


def test_nothing_is_withdrawn_without_a_reason(film: Subject) -> None:
    claim = Claim.objects.get(subject=film, prop="year")
    with pytest.raises(Refused, match="reason"):
        take_back("f901", claim.pk, newest(film.pk, "year"), by=BY, why=" ")
    assert year() == 2020


def test_who_was_slower_is_told_and_nothing_is_lost(film: Subject) -> None:
    seen = newest(film.pk, "year")
    correct("2021", seen)
    with pytest.raises(Refused, match="someone else changed"):
        correct("2022", seen)
    assert year() == 2021
    assert not Claim.objects.filter(value="2022").exists()


def test_two_people_who_change_different_things_both_succeed(film: Subject) -> None:
    seen_year, seen_runtime = newest(film.pk, "year"), newest(film.pk, "runtime")
    correct("2021", seen_year)
    enter("f901", Entry("runtime", "95", ARCHIVE), True, seen_runtime, by=BY)
    assert Card.objects.get(ref="f901").facts["runtime"]["voices"][0]["value"] == "95"


def test_a_new_title_can_be_searched_for_at_once(film: Subject) -> None:
    title = Entry("title", "Сынақ даласы", ARCHIVE, lang="kk", script="Cyrl")
    enter("f901", title, False, newest(film.pk, "title"), by=BY)
    assert [hit.found.subject for hit in find("сынақ даласы")[1]] == [film.pk]


def test_a_record_is_begun_with_a_number_above_those_of_the_packs() -> None:
    first = begin("work", [Entry("title", "One", ARCHIVE, lang="en", script="Latn")], by=BY)
    second = begin("work", [Entry("title", "Two", ARCHIVE, lang="en", script="Latn")], by=BY)
    assert (first, second) == ("f100001", "f100002")
    assert Card.objects.get(ref=second).title_en == "Two"


def form(**more: str) -> dict[str, str]:
    return {"value": "2021", "source": ARCHIVE, "note": "", "leads": "1"} | more


def test_the_change_is_shown_before_it_is_made(film: Subject, cataloguer: Client) -> None:
    place = reverse("card-fact", args=["f901", "year"])
    page = cataloguer.post(place, form()).content.decode()
    assert "See what will change" in page and year() == 2020
    seen = str(newest(film.pk, "year"))
    assert cataloguer.post(place, form(sure="1", seen=seen)).status_code == 302
    assert year() == 2021


def test_a_form_that_was_sent_twice_changes_nothing_the_second_time(
    film: Subject, cataloguer: Client
) -> None:
    place, seen = reverse("card-fact", args=["f901", "year"]), str(newest(film.pk, "year"))
    for _time in range(2):
        cataloguer.post(place, form(sure="1", seen=seen))
    assert Claim.objects.filter(subject=film, prop="year", value="2021").count() == 1


def test_saying_the_same_again_is_answered(film: Subject, cataloguer: Client) -> None:
    place = reverse("card-fact", args=["f901", "year"])
    page = cataloguer.post(place, form(value="2020", source="https://one.example/a", leads=""))
    assert "nothing would change" in page.content.decode()


@pytest.mark.parametrize("wrong", [{"value": "soon"}, {"source": "a"}, {"value": ""}])
def test_a_wrong_entry_is_answered_at_its_field(
    film: Subject, cataloguer: Client, wrong: dict[str, str]
) -> None:
    page = cataloguer.post(reverse("card-fact", args=["f901", "year"]), form(**wrong)).content.decode()
    assert "Please correct this" in page and year() == 2020


def test_a_name_that_many_bear_is_asked_back(film: Subject, cataloguer: Client) -> None:
    make.person("p901", "Сынақ Үлгіұлы")
    make.settled()
    place = reverse("card-fact", args=["f901", "credit"])
    said = {"value": "Сынақ Үлгіұлы", "role": "director", "source": ARCHIVE, "note": "", "character": ""}
    page = cataloguer.post(place, said).content.decode()
    assert "Which one is meant?" in page and "p901" in page
    cataloguer.post(place, said | {"value": "p901", "sure": "1", "seen": "0"})
    assert Claim.objects.get(subject=film, prop="credit").target.ref == "p901"  # type: ignore[union-attr]


def test_two_people_at_one_card_see_each_other(film: Subject, cataloguer: Client) -> None:
    cache.clear()
    someone = people.user("Екінші Адам")
    people.seated(Role.CATALOGUER, someone)
    other = people.client(someone)
    place = reverse("card-here", args=["f901"])
    assert other.post(place).json() == {"others": []}
    assert cataloguer.post(place).json() == {"others": ["Екінші Адам"]}
    assert "Екінші Адам" in cataloguer.get(reverse("card-edit", args=["f901"])).content.decode()


def test_nobody_keeps_their_own_record() -> None:
    make.person("p901")
    make.settled()
    someone = people.user()
    someone.person_ref = "p901"
    someone.save()
    people.seated(Role.CATALOGUER, someone)
    answer = people.client(someone).get(reverse("card-edit", args=["p901"]))
    assert answer.status_code == 403 and "about you" in answer.content.decode()


def test_nobody_enters_or_withdraws_what_names_them_in_another_record(film: Subject) -> None:
    myself = make.person("p901", "Сынақ Үлгіұлы")
    credit = make.credit(film, myself, "actor")
    make.settled()
    someone = people.user()
    someone.person_ref = "p901"
    someone.save()
    people.seated(Role.CATALOGUER, someone)
    browser = people.client(someone)
    said = {"value": "p901", "role": "director", "source": ARCHIVE, "note": "", "character": "", "sure": "1"}
    place = reverse("card-fact", args=["f901", "credit"])
    answer = browser.post(place, said | {"seen": str(newest(film.pk, "credit"))})
    assert "about you" in answer.content.decode()
    place = reverse("claim-withdraw", args=[credit.pk])
    assert browser.post(place, {"why": "I do not like it"}).status_code == 403
    with pytest.raises(Refused, match="about you"):
        take_back("f901", credit.pk, newest(film.pk, "credit"), by=someone.doer, why="I do not like it")
    assert list(Claim.objects.filter(subject=film, prop="credit", withdrawn=None)) == [credit]


def test_who_did_it_and_in_which_seat_stands_in_the_journal(film: Subject) -> None:
    someone = people.user()
    seat = people.seated(Role.CATALOGUER, someone)
    seen = str(newest(film.pk, "year"))
    people.client(someone).post(reverse("card-fact", args=["f901", "year"]), form(sure="1", seen=seen))
    line = Deed.objects.get(code="keeping.edit.entered")
    assert (line.voice, line.hat, line.subject) == (someone.doer.voice, f"seat:{seat.pk}", "f901")


def test_the_desk_costs_as_many_questions_for_many_claims_as_for_one(
    film: Subject, cataloguer: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(5):
        make.claim(film, "year", str(1990 + number), make.source(f"https://s{number}.example/a"))
    make.settled()
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        cataloguer.get(reverse("card-edit", args=["f901"]))


def test_the_story_tells_the_correction_and_the_withdrawal(film: Subject) -> None:
    correct()
    claim = Claim.objects.get(subject=film, prop="year", rank=Rank.PREFERRED)
    take_back("f901", claim.pk, newest(film.pk, "year"), by=BY, why="It was another film.")
    page = Client().get(reverse("story", args=["f901"])).content.decode()
    assert "withdrew this:" in page and "It was another film." in page
    assert page.index("withdrew") < page.index("entered")
