"""What becomes one is shown as one, loses nothing, and splits again to the letter."""

import json
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kinoqor.keeping.twin.actions import judge_pair, take_judgement_back
from kinoqor.kit.verdict import Refused
from kinoqor.register.identity.models import Judgement, Merged
from kinoqor.register.identity.queries import clusters, clusters_on, leading, refs_with
from kinoqor.register.identity.words import Judged
from kinoqor.register.models import Award, Card, Claim, Credit, Release, Spelling
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from tests import make
from tests.make import BY

pytestmark = pytest.mark.django_db
WHY = "one poster for both"


@pytest.fixture
def road() -> tuple[Subject, Subject, Subject]:
    """A film entered twice, its director in the first, an actor and a prize in the second; and another film."""
    first = make.film("f901", "The Road", year="1955")
    second = make.film("f902", "Road to the Steppe", make.source("https://two.example/b"), year="1956")
    third = make.film("f903", "The House", year="1960")
    director, actor = make.person("p901"), make.person("p902", "Үлгі Сынақова")
    make.credit(first, director)
    make.credit(second, actor, "actor", "Aisulu")
    make.credit(third, director)
    prize = make.organisation("o901", "Test Festival")
    make.claim(second, "award", "Prize", target=prize, qualifiers={"year": "1957", "result": "won"})
    make.settled()
    return first, second, third


def state() -> str:
    """All that settling has written, byte for byte, without the numbers that rows happen to have."""
    kept: dict[str, Any] = {}
    for model in (Card, Credit, Award, Release, Spelling):
        names = [each.attname for each in model._meta.concrete_fields if each.name != "id"]
        kept[model.__name__] = sorted(
            json.dumps(row, default=str) for row in model.objects.values_list(*names)
        )
    return json.dumps(kept, ensure_ascii=False)


def one(a: Subject, b: Subject, said: Judged = Judged.SAME, why: str = WHY) -> Judgement:
    judge_pair(a.pk, b.pk, said, by=BY, subject=a.ref, why=why)
    return Judgement.objects.latest("pk")


def test_what_is_judged_the_same_is_shown_under_the_older_number(road: tuple[Subject, ...]) -> None:
    one(road[1], road[0])
    card = Card.objects.get(ref="f901")
    assert not Card.objects.filter(ref="f902").exists()
    assert {voice["value"] for voice in card.facts["title"]["voices"]} == {"The Road", "Road to the Steppe"}
    assert [voice["value"] for voice in card.facts["year"]["voices"]] == ["1955", "1956"]
    assert card.disputed
    assert set(Credit.objects.filter(film=road[0]).values_list("person__ref", flat=True)) == {"p901", "p902"}
    assert Award.objects.get().film_id == road[0].pk


def test_claims_stay_with_the_subject_of_which_they_were_made(road: tuple[Subject, ...]) -> None:
    before = list(Claim.objects.order_by("pk").values_list("pk", "subject_id", "withdrawn_id"))
    one(road[0], road[1])
    assert list(Claim.objects.order_by("pk").values_list("pk", "subject_id", "withdrawn_id")) == before


def test_a_judgement_that_is_taken_back_splits_again_to_the_letter(road: tuple[Subject, ...]) -> None:
    before = state()
    judgement = one(road[0], road[1])
    assert state() != before
    take_judgement_back(judgement.pk, by=BY, subject="f901", why="two posters after all")
    assert state() == before
    assert not Merged.objects.exists()


def test_settling_all_gives_the_same_as_settling_what_changed(road: tuple[Subject, ...]) -> None:
    one(road[0], road[1])
    before = state()
    make.settled()
    assert state() == before


def test_a_person_who_becomes_one_with_another_is_credited_once_under_one_number(
    road: tuple[Subject, ...],
) -> None:
    people = [Subject.objects.get(ref=ref) for ref in ("p901", "p902")]
    make.credit(road[1], people[0], "actor", "Aisulu")
    make.settled()
    one(*people)
    assert list(Credit.objects.filter(film=road[1]).values_list("person__ref", flat=True)) == ["p901"]


def test_a_studio_that_becomes_one_with_another_is_found_under_one_number() -> None:
    film = make.film("f905", "The Studio Film")
    studios = [
        make.organisation(ref, name) for ref, name in (("o905", "Test Studio"), ("o906", "Studio Test"))
    ]
    make.claim(film, "studio", "o906", target=studios[1])
    make.settled()
    one(*studios)
    card = Card.objects.get(ref="f905")
    assert [voice["object"] for voice in card.facts["studio"]["voices"]] == ["o905"]
    assert list(card.facets.filter(axis="studio").values_list("code", flat=True)) == ["o905"]


def test_what_is_one_with_one_of_a_cluster_is_one_with_all(road: tuple[Subject, ...]) -> None:
    one(road[1], road[2])
    one(road[0], road[2])
    assert {leading(ref) for ref in ("f901", "f902", "f903")} == {"f901"}
    assert refs_with("f903") == ["f901", "f902", "f903"]


def test_a_middle_judgement_taken_back_leaves_the_rest_of_the_cluster(road: tuple[Subject, ...]) -> None:
    one(road[0], road[1])
    middle = one(road[1], road[2])
    take_judgement_back(middle.pk, by=BY, subject="f902", why="another film")
    assert leading("f902") == "f901"
    assert Card.objects.filter(ref="f903").exists()


@pytest.mark.parametrize("said", [Judged.NOT_SAME, Judged.UNSURE])
def test_not_the_same_and_unsure_change_no_card(road: tuple[Subject, ...], said: Judged) -> None:
    before = state()
    one(road[0], road[1], said)
    assert state() == before


def test_a_judgement_without_a_reason_is_refused_and_changes_nothing(road: tuple[Subject, ...]) -> None:
    before = state()
    with pytest.raises(Refused):
        one(road[0], road[1], why=" ")
    assert (state(), Judgement.objects.count()) == (before, 0)


def test_a_judgement_is_taken_back_once_and_with_a_reason(road: tuple[Subject, ...]) -> None:
    judgement = one(road[0], road[1])
    with pytest.raises(Refused):
        take_judgement_back(judgement.pk, by=BY, subject="f901", why="")
    take_judgement_back(judgement.pk, by=BY, subject="f901", why="two posters")
    with pytest.raises(Refused):
        take_judgement_back(judgement.pk, by=BY, subject="f901", why="again")


def test_the_database_refuses_to_change_or_remove_a_judgement(road: tuple[Subject, ...]) -> None:
    judgement = one(road[0], road[1], Judged.UNSURE)
    for change in (
        lambda: Judgement.objects.filter(pk=judgement.pk).update(judged="same"),
        lambda: Judgement.objects.filter(pk=judgement.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize("tail", ["", "-road-to-the-steppe", ".json", ".csv"])
def test_an_old_address_leads_to_the_record_for_ever(
    road: tuple[Subject, ...], client: Client, tail: str
) -> None:
    old = f"/en/films/f902{tail}" + ("" if "." in tail else "/")
    assert client.get(old, follow=True).status_code == 200
    one(road[0], road[1])
    answer = client.get(f"{old}?x=1")
    assert (answer.status_code, answer["Cache-Control"]) == (301, "no-cache")
    assert "f901" in answer["Location"]
    assert answer["Location"].endswith("?x=1")
    assert client.get(old, follow=True).status_code == 200


@pytest.mark.parametrize("page", ["", "story/"])
def test_the_pages_of_a_records_claims_move_too(road: tuple[Subject, ...], client: Client, page: str) -> None:
    from_old = f"/en/claims/f902/{page}"
    assert client.get(from_old).status_code == 200
    one(road[0], road[1])
    assert client.get(from_old)["Location"] == f"/en/claims/f901/{page}"


def test_an_old_address_works_by_itself_again_after_a_split(
    road: tuple[Subject, ...], client: Client
) -> None:
    judgement = one(road[0], road[1])
    take_judgement_back(judgement.pk, by=BY, subject="f901", why="two posters")
    assert client.get("/en/films/f902-road-to-the-steppe/").status_code == 200


def test_an_address_that_never_was_stays_unknown(road: tuple[Subject, ...], client: Client) -> None:
    one(road[0], road[1])
    assert client.get("/en/films/f999/").status_code == 404


def test_a_form_sent_to_an_old_address_is_not_sent_on(road: tuple[Subject, ...], client: Client) -> None:
    one(road[0], road[1])
    assert client.post("/en/propose/f902/year/", {"value": "1950"}).status_code == 404


def test_the_story_tells_who_judged_and_who_took_it_back(road: tuple[Subject, ...], client: Client) -> None:
    judgement = one(road[0], road[1])
    take_judgement_back(judgement.pk, by=BY, subject="f901", why="two posters after all")
    page = client.get("/en/claims/f901/story/").content.decode()
    assert page.index("took back the judgement on") < page.index("judged it to be the same as")
    assert WHY in page
    assert "two posters after all" in page


def test_the_story_of_what_is_one_tells_of_both(road: tuple[Subject, ...], client: Client) -> None:
    one(road[0], road[1])
    page = client.get("/en/claims/f901/story/").content.decode()
    assert "Road to the Steppe" in page


def test_the_card_on_a_day_before_the_judgement_is_that_of_one_record(road: tuple[Subject, ...]) -> None:
    judgement = one(road[0], road[1])
    before = judgement.made.at
    assert clusters_on(before).led == {road[0].pk: road[0].pk, road[1].pk: road[0].pk}
    assert clusters_on(before.replace(year=before.year - 1)).led == {}
    take_judgement_back(judgement.pk, by=BY, subject="f901", why="two posters")
    assert clusters().led == {}
    assert clusters_on(before).led != {}


def test_what_is_one_is_found_by_either_name(road: tuple[Subject, ...], client: Client) -> None:
    one(road[0], road[1])
    found = client.get("/en/search.json", {"q": "Road to the Steppe"}).json()
    assert found["results"][0]["url"].startswith("/en/films/f901")


def test_settling_costs_the_same_for_one_cluster_and_for_three(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    films = [make.film(f"f91{n}", f"Cluster {n // 2}") for n in range(6)]
    make.settled()
    one(films[0], films[1])
    with django_assert_max_num_queries(60) as first:
        make.settled()
    alone = len(first.captured_queries)
    one(films[2], films[3])
    one(films[4], films[5])
    with django_assert_max_num_queries(alone):
        make.settled()


def test_all_kinds_of_record_may_be_judged() -> None:
    for number, kind in enumerate((Kind.WORK, Kind.PERSON, Kind.ORGANISATION)):
        pair = [make.named(f"x{number}{n}", kind, {"en": f"Name {number}"}) for n in range(2)]
        make.settled(*pair)
        one(*pair)
        assert refs_with(pair[1].ref) == [each.ref for each in pair]
