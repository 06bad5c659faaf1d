"""The page of styles shows every component in every language."""

import re
from pathlib import Path

import pytest
from django.test import Client

from kinoqor import ui
from kinoqor.portal.styleguide.samples import texts

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parents[3] / "kinoqor" / "portal" / "styleguide"


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_the_style_guide_opens_in_each_language_with_all_three_side_by_side(
    client: Client, code: str
) -> None:
    answer = client.get(f"/{code}/styleguide/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{code}">' in page
    for language, words in texts().items():
        assert words["film"] in page and f'lang="{language}"' in page


def test_no_identifier_stands_twice(client: Client) -> None:
    found = re.findall(r'\sid="([^"]+)"', client.get("/en/styleguide/").content.decode())
    assert len(found) == len(set(found)), sorted(one for one in found if found.count(one) > 1)


def test_nothing_on_the_page_is_a_style_or_a_script_of_its_own(client: Client) -> None:
    page = client.get("/en/styleguide/").content.decode()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page)
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", page))


def test_every_component_is_shown() -> None:
    used = set()
    for page in [*FOLDER.glob("*.html"), *Path(ui.__file__).parent.glob("**/*.html")]:
        used |= set(re.findall(r"<c-([a-z]+)", re.sub(r"\{#.*?#\}", "", page.read_text(encoding="utf-8"))))
    made = {page.stem for page in (Path(ui.__file__).parent / "components").glob("*.html")}
    assert made - used == set()


def test_every_language_has_the_same_words() -> None:
    kk, *others = texts().values()
    assert all(words.keys() == kk.keys() for words in others)
