import pytest
from django.test import Client

from kinoqor.portal.search.words import PER_PAGE
from kinoqor.register.spelling.actions import reindex
from kinoqor.register.spelling.words import LONGEST_QUERY
from kinoqor.register.subject.words import Kind
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def register() -> None:
    """Thirty films with one word in common, and a person."""
    for number in range(30):
        make.film(
            f"f{900 + number}", f"Pattern {'abcdefghij'[number % 10] * 3}{number}", year=str(1990 + number)
        )
    make.named("f950", Kind.WORK, {"kk": "Жауқүрең", "ru": "Сынақ <b>қалың</b>", "en": "Thousand Trials"})
    make.named("p901", Kind.PERSON, {"kk": "Мысал Үлгіұлы"})
    make.settled()
    reindex(by=make.BY)


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_page_shows_what_the_json_says_in_the_same_order(client: Client, lang: str) -> None:
    page = client.get(f"/{lang}/search/", {"q": "pattern"})
    answer = client.get(f"/{lang}/search.json", {"q": "pattern"}).json()
    shown = page.content.decode()
    places = [shown.index(f'href="{result["url"]}"') for result in answer["results"]]
    assert page.status_code == 200
    assert len(places) == PER_PAGE
    assert places == sorted(places)
    assert {"kind", "pack_id", "title", "year", "url"} <= set(answer["results"][0])


@pytest.mark.usefixtures("register")
def test_the_answer_names_kind_number_year_and_a_page_that_opens(client: Client) -> None:
    answer = client.get("/en/search.json", {"q": "Pattern aaa0"}).json()["results"][0]
    assert (answer["kind"], answer["pack_id"], answer["title"], answer["year"]) == (
        "film",
        "f900",
        "Pattern aaa0",
        1990,
    )
    assert client.get(answer["url"]).status_code == 200


@pytest.mark.usefixtures("register")
def test_results_are_paged(client: Client) -> None:
    first = client.get("/en/search.json", {"q": "pattern"}).json()
    second = client.get("/en/search.json", {"q": "pattern", "page": 2}).json()
    assert (first["total"], first["pages"], second["page"]) == (30, 2, 2)
    assert not {r["pack_id"] for r in first["results"]} & {r["pack_id"] for r in second["results"]}
    assert client.get("/en/search.json", {"q": "pattern", "page": "x"}).json()["page"] == 1
    assert client.get("/en/search/", {"q": "pattern", "page": "99"}).status_code == 200


@pytest.mark.usefixtures("register")
def test_a_title_in_another_language_is_marked_as_such(client: Client) -> None:
    shown = client.get("/en/search/", {"q": "Мысал Үлгіұлы"}).content.decode()
    assert '<span lang="kk">Мысал Үлгіұлы</span>' in shown


@pytest.mark.usefixtures("register")
def test_markup_in_a_title_or_a_query_is_only_text(client: Client) -> None:
    shown = client.get("/ru/search/", {"q": "<b>қалың</b>"}).content.decode()
    assert "<b>қалың</b>" not in shown
    assert "&lt;b&gt;қалың&lt;/b&gt;" in shown


@pytest.mark.usefixtures("register")
def test_the_attested_spelling_that_was_found_is_shown_beside_the_title(client: Client) -> None:
    shown = client.get("/en/search/", {"q": "Жауқүрең"}).content.decode()
    assert '<span lang="kk">Жауқүрең</span>' in shown


@pytest.mark.usefixtures("register")
def test_a_query_of_ten_thousand_signs_is_cut_and_said_to_be(client: Client) -> None:
    page = client.get("/en/search/", {"q": "pattern " * 1250})
    assert page.status_code == 200
    assert f"Only the first {LONGEST_QUERY} characters" in page.content.decode()
    assert "note" in client.get("/en/search.json", {"q": "ж" * 10_000}).json()


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    "query", ["", "   ", "zzzzqqqq", "\u202e\u200f", "\x00\x07", "!?", "<script>alert(1)</script>"]
)
def test_where_nothing_is_found_the_page_says_what_to_do_next(client: Client, query: str) -> None:
    page = client.get("/en/search/", {"q": query})
    assert page.status_code == 200
    assert "Use fewer words" in page.content.decode()
    assert client.get("/en/search.json", {"q": query}).json()["results"] == []


@pytest.mark.usefixtures("register")
def test_names_that_are_only_near_are_called_so(client: Client) -> None:
    assert "These come nearest" in client.get("/en/search/", {"q": "Thuosand Trlais"}).content.decode()
    assert "These come nearest" not in client.get("/en/search/", {"q": "Thousand Trials"}).content.decode()


@pytest.mark.usefixtures("register")
def test_searching_costs_the_same_number_of_queries_for_one_result_and_for_twenty(
    client: Client, django_assert_max_num_queries: object
) -> None:
    for query in ("Thousand Trials", "pattern"):
        with django_assert_max_num_queries(10):  # type: ignore[operator]
            client.get("/en/search.json", {"q": query})


@pytest.mark.usefixtures("register")
def test_searching_writes_nothing(client: Client) -> None:
    assert client.post("/en/search/", {"q": "pattern"}).status_code == 405
