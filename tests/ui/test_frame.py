"""The frame: ways, languages, and what is shown when a page cannot be."""

import pytest
from django.test import Client, RequestFactory
from django.utils.translation import override

from kinoqor.ui import context, errors

pytestmark = pytest.mark.django_db


def test_the_language_switch_keeps_the_page_and_its_question() -> None:
    with override("en"):
        found = context.tongues(RequestFactory().get("/en/styleguide/?q=a"))
    assert [tongue.url for tongue in found] == [
        "/kk/styleguide/?q=a",
        "/ru/styleguide/?q=a",
        "/en/styleguide/?q=a",
    ]
    assert [tongue.current for tongue in found] == [False, False, True]


def test_an_address_that_leads_nowhere_still_changes_its_language() -> None:
    with override("ru"):
        assert context.translated("/ru/nowhere/", "kk") == "/kk/nowhere/"


def test_a_way_is_current_on_the_pages_under_it_and_left_out_where_there_is_no_such_page() -> None:
    with override("en"):
        found = context.ways(
            [("styleguide", "Style guide"), ("no-such-page", "Nothing")], "/en/styleguide/x/"
        )
    assert [(way.label, way.current) for way in found] == [("Style guide", True)]


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_a_missing_page_is_a_plain_sentence_in_the_readers_language(client: Client, code: str) -> None:
    answer = client.get(f"/{code}/nowhere/")
    assert answer.status_code == 404
    assert (
        f'<html lang="{code}">' in answer.content.decode() and f'href="/{code}/"' in answer.content.decode()
    )


def test_a_failure_is_shown_without_asking_anything_that_may_be_broken() -> None:
    answer = errors.server_error(RequestFactory().get("/en/"))
    assert answer.status_code == 500 and b"<h1>" in answer.content
