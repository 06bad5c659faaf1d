"""Reading by keyboard, without script, in the dark and on paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.places import LANGUAGES, Place
from tests.browser.visits import IN_A_BROWSER, PHONE, WIDE, listen, violations

pytestmark = [*IN_A_BROWSER, pytest.mark.long(20)]

FILM = Place("film", ("f038",))
TYPED = "кыз жибек"
DARK = [Place("home"), FILM, Place("organisation", ("o001",)), Place("timeline"), Place("styleguide")]
SHOWN = "(name) => [...document.querySelectorAll(name)].filter((one) => getComputedStyle(one).display !== 'none').length"


@pytest.fixture
def plain(browser: Browser, house: str) -> Iterator[Page]:
    """A phone without script."""
    context = browser.new_context(base_url=house, viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def until_focus(page: Page, name: str) -> None:
    """Presses Tab until the element has the focus."""
    wanted = page.locator(name)
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
    raise AssertionError(f"sixty Tabs do not reach {name}")


def test_axe_sees_a_picture_without_words_and_pale_letters(page: Page) -> None:
    page.set_content(
        '<html lang="en"><title>A</title><main><h1>A</h1><img src="data:,"><p id="pale">Pale</p></main>'
    )
    page.locator("#pale").evaluate("(one) => { one.style.color = '#ccc'; }")
    assert {line.partition(":")[0] for line in violations(page)} == {"image-alt", "color-contrast"}


def test_a_question_to_another_host_is_heard(page: Page, house: str) -> None:
    heard = listen(page, house)
    page.goto(Place("home").path("en"))
    assert heard == []
    with page.expect_console_message():
        page.evaluate("() => fetch('https://other.example/').catch(() => null)")
    assert any("https://other.example/" in fault for fault in heard)


def test_the_first_tab_offers_to_skip_to_the_content(page: Page) -> None:
    page.goto(FILM.path("en"))
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_film_is_found_by_keyboard_alone(page: Page, language: str) -> None:
    page.goto(Place("home").path(language))
    until_focus(page, "#q")
    page.keyboard.type(TYPED)
    expect(page.locator("#q-list")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q-list [aria-selected=true]")).to_have_count(1)
    chosen = page.locator("#q").get_attribute("aria-activedescendant")
    expect(page.locator(f"#{chosen}")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"/{language}/films/f038-"))


def test_open_suggestions_have_names_and_escape_closes_them(page: Page) -> None:
    page.goto(Place("home").path("ru"))
    until_focus(page, "#q")
    page.keyboard.type(TYPED)
    expect(page.locator("#q-list")).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q-list > li").last).to_have_attribute("aria-selected", "true")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#q-list")).to_be_hidden()
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#q")).to_have_value(TYPED)


def test_enter_without_a_choice_goes_to_the_page_of_search(page: Page) -> None:
    page.goto(Place("home").path("en"))
    until_focus(page, "#q")
    page.keyboard.type(TYPED)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/search/\?q="))


def test_search_works_without_script(plain: Page) -> None:
    plain.goto(Place("home").path("ru"))
    plain.locator("#q").fill(TYPED)
    plain.locator("form.search button").click()
    expect(plain).to_have_url(re.compile(r"/ru/search/\?q="))
    plain.locator("main .rows a").first.click()
    expect(plain).to_have_url(re.compile(r"/ru/films/f038-"))


def test_films_are_narrowed_without_script(plain: Page) -> None:
    plain.goto(Place("films").path("kk"))
    plain.locator(".facets details.narrow > summary").click()
    plain.locator("input[name=decade][value='1970']").check()
    plain.locator("input[name=kind][value=feature]").check()
    plain.locator(".facets .btn").click()
    expect(plain).to_have_url(re.compile(r"kind=feature.*decade=1970"))
    years = plain.locator("main .rows .when").all_text_contents()
    assert years and all(year.strip().startswith("197") for year in years)


@pytest.mark.parametrize("place", DARK, ids=str)
def test_letters_can_be_read_in_the_dark(page: Page, place: Place) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(place.path("ru"))
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground != "rgb(255, 255, 255)"
    assert violations(page, ["color-contrast"]) == []


def test_a_film_on_paper_has_its_sources_and_no_ways_to_click(page: Page) -> None:
    page.goto(FILM.path("ru"))
    assert page.evaluate(SHOWN, ".mast nav") == 1
    page.emulate_media(media="print")
    for name in (".mast nav", ".mast .ways", ".foot nav", ".search", ".skip"):
        assert page.evaluate(SHOWN, name) == 0, name
    sources = page.locator(".src a[href^=http]")
    assert sources.count() > 0
    for source in sources.all():
        after = source.evaluate("(one) => getComputedStyle(one, '::after').content")
        assert source.get_attribute("href") in after
    assert page.evaluate(SHOWN, ".src") == page.locator(".src").count()
    assert page.viewport_size == WIDE
