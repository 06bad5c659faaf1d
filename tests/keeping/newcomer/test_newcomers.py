"""People whom an applicant proposes: they wait unseen, are taken, found to be known, or refused."""

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.account.actions import erase
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.newcomer import queries
from kinoqor.keeping.newcomer.actions import find_known, propose, refuse, take
from kinoqor.keeping.newcomer.models import Newcomer
from kinoqor.keeping.newcomer.rules import Name, Person
from kinoqor.keeping.newcomer.words import MOST_WAITING, OF_ONE_DAY, Fate, Ground
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from kinoqor.portal.journal.queries import visible_to as deeds_visible_to
from kinoqor.register.card.models import Card
from kinoqor.register.claim.models import Claim
from kinoqor.register.face.queries import cards
from kinoqor.register.intake.actions import settle
from kinoqor.register.spelling.queries import find
from kinoqor.register.subject.models import Subject
from tests import make, people
from tests.keeping.newcomer.making import LINK, company, newcomer, person
from tests.make import BY

pytestmark = pytest.mark.django_db
NAME = "Сынақ Жаңаұлы"
SECRET = ("Жаңаұлы", "Zhanauly", "janauli", "archive.example")


def known(ref: str = "p901", name: str = NAME) -> Subject:
    about = make.person(ref, name)
    make.settled(about)
    return about


def test_a_person_is_proposed_with_what_is_said_of_them() -> None:
    names = (Name(NAME, "kk"), Name("Synaq Zhanauly", "en"))
    one = newcomer(Person(names, 1990, "The Test Steppe", LINK))
    claims = Claim.objects.filter(subject=one.subject)
    assert [
        (each.prop, each.value, each.lang, each.script, each.proposed, each.published) for each in claims
    ] == [
        ("name", NAME, "kk", "Cyrl", True, None),
        ("name", "Synaq Zhanauly", "en", "Latn", True, None),
        ("birth", "1990", "", "", True, None),
    ]
    assert queries.people([one]) == {one.subject.ref: Person(names, 1990, "The Test Steppe", LINK)}


PUBLIC = (
    "people/ people.csv people.json people/{ref}/ people/{ref}.json people/{ref}.csv claims/{ref}/ claims/{ref}/story/ "
    "claims/{ref}.json claims/{ref}.csv propose/{ref}/ propose/{ref}/birth/ search/?q=Жаңаұлы search.json?q=Жаңаұлы "
    "search/?q=Zhanauly sources/ sources.csv about/ timeline.json disagreements.json"
)


@pytest.mark.parametrize("place", PUBLIC.split())
def test_nobody_outside_ever_sees_who_waits(place: str) -> None:
    known("p902", "Сынақ Белгіліұлы")
    one = newcomer(Person((Name(NAME, "kk"), Name("Synaq Zhanauly", "en")), 1990, "Words", LINK))
    settle(None, by=BY)  # not even where everything is written anew
    at = f"/en/{place.format(ref=one.subject.ref)}"
    answer = Client().get(at, follow=True)
    body = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
    shown = body.replace(f'value="{at.partition("q=")[2]}"', "").replace(at.partition("q=")[2] or "\0", "")
    assert [word for word in SECRET if word in shown] == []
    assert (answer.status_code == 404) is (one.subject.ref in at)


def test_who_waits_is_counted_nowhere() -> None:
    known("p902", "Сынақ Белгіліұлы")
    at = ("/en/", "/en/people/", "/en/about/", "/en/sources/")
    before = [Client().get(each).content for each in at]
    newcomer()
    settle(None, by=BY)
    assert [Client().get(each).content for each in at] == before


def test_who_waits_has_no_card_and_no_spelling() -> None:
    newcomer()
    settle(None, by=BY)
    assert not Card.objects.filter(kind="person").exists()
    assert find(NAME)[1] == []


def test_whoever_is_refused_is_never_seen() -> None:
    one = newcomer()
    refuse(one.pk, Ground.PRIVATE, by=BY, why="A private person.")
    settle(None, by=BY)
    assert cards([one.subject.ref]) == {} and find(NAME)[1] == []
    assert Client().get(reverse("claims", args=[one.subject.ref])).status_code == 404


def test_a_source_of_a_newcomer_is_not_public_before_they_are_taken() -> None:
    one = newcomer()
    place = reverse("source", args=[Claim.objects.filter(subject=one.subject)[0].source_id])
    assert Client().get(place).status_code == 404
    take(one.pk, LINK, by=BY)
    assert Client().get(place).status_code == 200


def test_whoever_is_taken_is_found_under_the_number_under_which_they_waited() -> None:
    one = newcomer()
    take(one.pk, LINK, by=BY)
    assert [hit.found.subject for hit in find(NAME)[1]] == [one.subject_id]
    assert Client().get(cards([one.subject.ref])[one.subject.ref].get_absolute_url()).status_code == 200
    one.refresh_from_db()
    assert one.fate == Fate.TAKEN


def test_another_source_says_all_of_it_anew_and_the_applicants_words_never_count() -> None:
    one = newcomer(person())
    take(one.pk, "https://better.example/a", by=BY)
    claims = Claim.objects.filter(subject=one.subject).order_by("pk")
    assert [(each.proposed, each.withdrawn is None, each.source.address) for each in claims] == [
        (True, False, "memory:proposed"),
        (False, True, "https://better.example/a"),
    ]
    assert "memory:proposed" not in Client().get(reverse("claims", args=[one.subject.ref])).content.decode()


def test_a_newcomer_found_to_be_known_leads_to_that_record() -> None:
    about = known()
    one = newcomer(besides=("p901",))
    find_known(one.pk, "p901", by=BY, why="The same film is named.")
    assert cards([one.subject.ref])[one.subject.ref].ref == about.ref
    assert Claim.objects.filter(subject=one.subject, withdrawn=None).count() == 0
    assert Card.objects.get(ref="p901").title_kk == NAME


def test_look_alikes_are_shown_with_why_before_anybody_is_proposed() -> None:
    known()
    with pytest.raises(Refused, match="called alike"):
        newcomer()
    [alike] = queries.look_alikes(person("Synaq Zhanauly", "en"))
    assert (alike.card.ref, bool(alike.seen)) == ("p901", True)
    assert newcomer(besides=("p901",)).fate == Fate.OPEN


@pytest.mark.parametrize(
    ("who", "says"),
    [
        (Person(()), "one spelling at least"),
        (Person((Name("Synaq", "ru"),)), "not written in the letters"),
        (Person((Name(NAME, "kk"),), 1700), "was born in 1700"),
    ],
)
def test_whoever_cannot_be_named_so_is_not_proposed(who: Person, says: str) -> None:
    with pytest.raises(Refused, match=says):
        newcomer(who)
    assert not Subject.objects.filter(kind="person").exists()


def test_the_same_person_is_not_proposed_twice_by_one_company() -> None:
    newcomer()
    with pytest.raises(Refused, match="proposed this person already"):
        newcomer(person("Synaq Zhanauly", "en"))
    assert newcomer(of=company("Another company")).fate == Fate.OPEN


def test_whoever_was_refused_may_be_proposed_again() -> None:
    refuse(newcomer().pk, Ground.SOURCE, by=BY, why="Nothing there.")
    assert newcomer().fate == Fate.OPEN


def test_a_company_proposes_so_many_a_day_and_then_no_more() -> None:
    first = newcomer()
    for number in range(1, OF_ONE_DAY):
        newcomer(person(f"Үлгі {'абвгдежзик'[number % 10]}{'лмнопрстуф'[number // 10]}ұлы"))
    with pytest.raises(Refused, match="within a day"):
        newcomer(person("Сынақ Тағыұлы"))
    assert queries.counted(first.organisation_id) == (OF_ONE_DAY, OF_ONE_DAY) and MOST_WAITING > OF_ONE_DAY


def test_nobody_is_taken_without_a_source() -> None:
    one = newcomer(person())
    with pytest.raises(Refused, match="without a source"):
        take(one.pk, "", by=BY)


def test_nobody_is_taken_beside_a_look_alike_that_came_meanwhile() -> None:
    one = newcomer()
    known()
    with pytest.raises(Refused, match="called alike"):
        take(one.pk, LINK, by=BY)
    take(one.pk, LINK, ["p901"], by=BY)


@pytest.mark.parametrize("ref", ["p999", "f901", "p100002"])
def test_nobody_is_found_to_be_somebody_who_is_not_there(ref: str) -> None:
    make.settled(make.film("f901"))
    one = newcomer()
    newcomer(person("Басқа Адамұлы"))  # p100002: waits, and is nobody yet
    with pytest.raises(Refused, match="no such person"):
        find_known(one.pk, ref, by=BY, why="So I think.")


def test_an_answer_is_given_once() -> None:
    one = newcomer()
    take(one.pk, LINK, by=BY)
    for again in (
        lambda: take(one.pk, LINK, by=BY),
        lambda: refuse(one.pk, Ground.UNFIT, by=BY, why="No."),
        lambda: find_known(one.pk, "p901", by=BY, why="No."),
    ):
        with pytest.raises(Refused, match="answered already"):
            again()


def test_nobody_judges_whom_they_have_proposed_nor_themselves() -> None:
    me = people.user()
    mine = newcomer(by=me)
    with pytest.raises(Refused, match="proposed this yourself"):
        take(mine.pk, LINK, by=me.doer)
    known()
    me.person_ref = "p901"
    me.save()
    other = newcomer(of=company("Another company"), besides=("p901",))
    with pytest.raises(Refused, match="about you"):
        find_known(other.pk, "p901", by=me.doer, why="That is me.")


@pytest.mark.parametrize(
    ("fate", "begins"),
    [
        (Fate.TAKEN, "Енді тізілімде бар"),
        (Fate.SAME, "Тізілімде бұрыннан бар"),
        (Fate.REFUSED, "Тізілімге енгізілмеді"),
    ],
)
def test_the_proposer_is_told_in_their_language(fate: str, begins: str) -> None:
    someone = people.user()
    someone.language = "kk"
    someone.save()
    known()
    one = newcomer(by=someone, besides=("p901",))
    if fate == Fate.TAKEN:
        take(one.pk, LINK, ["p901"], by=BY)
    elif fate == Fate.SAME:
        find_known(one.pk, "p901", by=BY, why="One film.")
    else:
        refuse(one.pk, Ground.PRIVATE, by=BY, why="Дереккөз жоқ.")
    told = Letter.objects.get(receiver=someone.doer.voice)
    assert told.subject_line.startswith(begins) and NAME in told.subject_line


def test_an_erased_proposer_is_told_nothing() -> None:
    someone = people.user()
    one = newcomer(by=someone)
    erase(someone.pk, "Test clause", by=someone.doer)
    before = Letter.objects.count()
    take(one.pk, LINK, by=BY)
    assert Letter.objects.count() == before


def test_what_a_person_has_proposed_is_in_what_they_take_with_them() -> None:
    someone = people.user()
    newcomer(Person((Name(NAME, "kk"),), 1990, "Words", LINK), by=someone)
    [kept] = queries.kept_about(someone.doer.voice)
    assert (kept["names"], kept["born"], kept["fate"]) == ({"kk": NAME}, 1990, Fate.OPEN)
    assert queries.kept_about("") == []


def test_the_deeds_about_a_newcomer_are_common_work_of_those_who_keep_the_register() -> None:
    newcomer(by=people.user())
    codes = set(deeds_visible_to(people.who(Role.PRODUCER)).values_list("code", flat=True))
    assert "keeping.newcomer.proposed" not in codes
    assert "keeping.newcomer.proposed" in deeds_visible_to(people.who(Role.CATALOGUER)).values_list(
        "code", flat=True
    )


def test_two_who_are_proposed_at_once_have_two_numbers() -> None:
    one, other = newcomer(), newcomer(person("Басқа Адамұлы"))
    assert one.subject.ref != other.subject.ref
    assert propose(person("Үшінші Адамұлы"), company().pk, by=BY) == "p100003"
    assert Newcomer.objects.count() == 3
