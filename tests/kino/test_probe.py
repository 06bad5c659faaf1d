"""What the probe takes for a right page."""

import pytest

from tools.probe import FILM, fault
from tools.trials import DATABASES, chosen

pytestmark = pytest.mark.long(15)


def test_a_page_with_its_language_and_a_heading_is_right() -> None:
    assert fault('<html lang="kk"><body><h1>Қазақ <em>киносы</em></h1></body></html>', "kk") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<html lang="ru"><h1>Кино</h1></html>', "lang"),
        ("<html><h1>Кино</h1></html>", "lang"),
        ('<html lang="kk"><h1> </h1></html>', "no heading"),
        ('<html lang="kk"><h2>Кино</h2></html>', "no heading"),
        ("", "lang"),
    ],
)
def test_anything_else_is_said(text: str, said: str) -> None:
    assert said in fault(text, "kk")


def test_a_film_is_found_on_the_list_of_films() -> None:
    found = FILM.search(
        '<a href="/en/films/?decade=1960">60s</a><a href="/en/films/f038-kyz-zhibek/">Kyz-Zhibek</a>'
    )
    assert found and found.group(1) == "/en/films/f038-kyz-zhibek/"


def test_the_rest_of_the_words_go_to_pytest() -> None:
    assert chosen(["--database=sqlite", "-k", "claims"]) == (DATABASES["sqlite"], ["-k", "claims"])
    assert chosen([]) == (DATABASES["both"], [])
