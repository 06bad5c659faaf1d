"""A cataloguer goes through the queue by keys, changes many records at once and undoes it: in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import IN_A_BROWSER, PHONE, WIDE, listen, violations, width
from tests.story.test_careful_hands import sign_in, window

pytestmark = [*IN_A_BROWSER, pytest.mark.long(20)]
SOURCE = "https://archive.example/list-of-1986"


@pytest.fixture(scope="module")
def desk(browser: Browser, own_house: str, own_folder: Path) -> Iterator[Page]:
    page = window(browser, own_house)
    sign_in(page, own_folder, "cataloguer")
    yield page
    page.context.close()


def focused(page: Page) -> str:
    """The text of what has the focus."""
    return str(page.evaluate("() => document.activeElement.textContent.trim()"))


def names(page: Page) -> list[str]:
    return page.locator("[data-keys-open]").all_text_contents()


def test_the_queue_is_gone_through_by_keys(desk: Page) -> None:
    desk.goto("/en/desk/queue/?gap=title-kk")
    listed = names(desk)
    desk.keyboard.press("j")
    assert focused(desk) == listed[0]
    desk.keyboard.press("j")
    desk.keyboard.press("ArrowDown")
    assert focused(desk) == listed[2]
    desk.keyboard.press("k")
    desk.keyboard.press("x")
    assert focused(desk) == listed[1]
    assert desk.locator("input[name=ref]:checked").count() == 1
    desk.keyboard.press("n")
    desk.wait_for_url("**page=2")
    desk.keyboard.press("p")
    desk.wait_for_url("**page=1")
    desk.keyboard.press("/")
    assert desk.evaluate("() => document.activeElement.name") == "q"
    desk.keyboard.type("jjx/?")
    assert desk.locator("input[name=q]").input_value() == "jjx/?"


def test_enter_opens_the_desk_of_the_record(desk: Page) -> None:
    desk.goto("/en/desk/queue/")
    first = names(desk)[0]
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/desk/card/**")
    expect(desk.locator("h1")).to_have_text(first)


def test_the_keys_are_shown_and_their_letters_can_be_turned_off(desk: Page) -> None:
    desk.goto("/en/desk/queue/")
    desk.keyboard.press("?")
    expect(desk.locator("[data-keys-help]")).to_have_attribute("open", "")
    button = desk.locator("[data-keys-help] button")
    button.click()
    expect(button).to_have_text("Turn the letters on")
    desk.reload()
    desk.keyboard.press("j")
    assert focused(desk) not in names(desk)
    desk.locator("[data-keys-help] summary").click()
    button.click()
    desk.locator("h1").click()
    desk.keyboard.press("j")
    assert focused(desk) == names(desk)[0]


def test_many_records_are_changed_at_once_and_given_back(desk: Page) -> None:
    desk.goto("/en/desk/queue/?gap=language&decade=1970")
    wanted = names(desk)[:3]
    for _record in wanted:
        desk.keyboard.press("j")
        desk.keyboard.press("x")
    desk.get_by_role("button", name="Change the picked records together").click()
    for name in wanted:
        expect(desk.locator("main")).to_contain_text(name)
    desk.locator("[name=do][value=add]").check()
    desk.locator("[name=prop]").select_option("language")
    desk.get_by_role("button", name="Go on").click()
    desk.locator("[name=value]").select_option("kk")
    desk.locator("[name=source]").fill(SOURCE)
    desk.locator("[name=why]").fill("The list names the language of each film.")
    desk.locator("[name=why]").press("Control+Enter")
    expect(desk.locator("h1")).to_have_text("3 records will change")
    assert violations(desk) == []
    desk.get_by_role("button", name="Yes, change them").click()
    desk.wait_for_url("**/desk/series/1/")
    assert violations(desk) == []
    desk.get_by_role("link", name="Undo this series").click()
    desk.locator("[name=why]").fill("It was the list of another studio.")
    desk.get_by_role("button", name="Undo it").click()
    desk.wait_for_url("**/desk/series/1/")
    expect(desk.locator("main")).to_contain_text("It was the list of another studio.")
    desk.goto("/en/desk/queue/?gap=language&decade=1970")
    assert names(desk)[:3] == wanted


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(
    "place", ["queue/", "queue/?of=person&gap=birth", "series/", "series/new/?decade=1970"]
)
def test_the_pages_are_sound_in_each_language_at_both_widths(
    desk: Page, own_house: str, language: str, place: str
) -> None:
    heard = listen(desk, own_house)
    for size in (WIDE, PHONE):
        desk.set_viewport_size(size)  # type: ignore[arg-type]
        desk.goto(f"/{language}/desk/{place}")
        assert width(desk) <= size["width"]
        assert violations(desk) == []
    desk.set_viewport_size(WIDE)  # type: ignore[arg-type]
    assert heard == []
