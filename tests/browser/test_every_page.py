"""Each page in each language, as a browser sees it: quiet, in its language, open to all, no wider than a phone."""

import re
from collections.abc import Iterator
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.places import LANGUAGES, NOWHERE, SAMPLES, pages, places
from tests.browser.visits import IN_A_BROWSER, PHONE, WIDE, Visit, listen, violations, width

pytestmark = [*IN_A_BROWSER, pytest.mark.long(40)]

LANG = re.compile(r'<html lang="(\w+)"')


@pytest.fixture(scope="class")
def window(browser: Browser) -> Iterator[Page]:
    """One window that goes from page to page."""
    context = browser.new_context(viewport=WIDE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="class")
def heard(window: Page, house: str) -> list[str]:
    return listen(window, house)


@pytest.fixture(scope="class", params=places(), ids=str)
def visit(window: Page, heard: list[str], house: str, request: pytest.FixtureRequest) -> Visit:
    """The page, loaded once for all tests of its language."""
    window.set_viewport_size(WIDE)
    heard.clear()
    answer = window.goto(house + request.param.path(request.cls.language))
    window.evaluate("() => document.fonts.ready.then(() => null)")
    return Visit(window, request.param, request.cls.language, answer.status if answer else 0, heard)


def test_every_page_of_the_house_is_looked_at() -> None:
    missing = [route.name for route in pages() if route.asks and route.name not in SAMPLES]
    assert missing == [], "give each a sample in tests/browser/places.py"


class EveryPage:
    """What is asked of each page; a class a language, so that two workers can share the languages."""

    language: ClassVar[str]
    whole: ClassVar[bool] = False

    def test_it_answers_in_its_language(self, visit: Visit) -> None:
        assert visit.status == visit.place.status
        assert visit.page.locator("html").get_attribute("lang") == visit.language

    def test_it_leads_to_itself_in_each_language(self, visit: Visit) -> None:
        links = visit.page.locator("link[rel=alternate][hreflang]").all()
        found = {link.get_attribute("hreflang"): link.get_attribute("href") for link in links}
        assert set(found) == set(LANGUAGES)
        assert found[visit.language] == visit.page.url

    def test_nothing_fails_and_nothing_is_asked_of_another_host(self, visit: Visit) -> None:
        assert visit.faults == []

    def test_axe_finds_nothing(self, visit: Visit) -> None:
        visit.page.set_viewport_size(WIDE)
        assert violations(visit.page, whole=self.whole) == []

    def test_it_does_not_scroll_sideways_on_a_phone(self, visit: Visit) -> None:
        visit.page.set_viewport_size(PHONE)
        assert width(visit.page) <= PHONE["width"]


class TestKazakh(EveryPage):
    language = "kk"


class TestEnglish(EveryPage):
    language = "en"

    def test_its_other_languages_answer(self, visit: Visit) -> None:
        if visit.place == NOWHERE:
            return
        for code in ("kk", "ru"):
            link = visit.page.locator(f"link[rel=alternate][hreflang={code}]")
            answer = visit.page.request.get(link.get_attribute("href") or "", max_redirects=0)
            said = LANG.search(answer.text())
            assert (answer.status, said and said[1]) == (visit.place.status, code)


class TestRussian(EveryPage):
    """The longest words: this language is asked more on a phone, and with all rows of long lists."""

    language = "ru"
    whole = True

    def test_axe_finds_nothing_on_a_phone(self, visit: Visit) -> None:
        visit.page.set_viewport_size(PHONE)
        assert violations(visit.page) == []
