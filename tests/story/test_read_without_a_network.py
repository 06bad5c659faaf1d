"""A reader types while there is no network, in two windows, and after the session has ended: nothing of it is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.visits import IN_A_BROWSER
from tests.story.test_careful_hands import sign_in, window

pytestmark = [*IN_A_BROWSER, pytest.mark.long(60)]
COUNCIL, SAVED = "#council", ".review .saved"


@pytest.fixture
def reader(browser: Browser, own_house: str, own_folder: Path) -> Iterator[Page]:
    """An expert at a review that is still to be written."""
    page = window(browser, own_house)
    sign_in(page, own_folder, "expert")
    page.goto("/en/reading/")
    page.locator("main .rows a").first.click()  # what is to be handed in stands first
    expect(page.locator(COUNCIL)).to_be_visible()
    yield page
    page.context.close()


def offline(of: BrowserContext, yes: bool = True) -> None:
    """Take the network away, or give it back."""
    of.set_offline(yes)


def lost(page: Page) -> None:
    """Wait until the page has said that nothing goes through."""
    expect(page.locator(SAVED)).to_contain_text("No connection")


def saved(page: Page) -> None:
    """Wait until the page has said that the house has it."""
    expect(page.locator(SAVED)).to_contain_text("Saved at")


def kept(page: Page) -> str:
    """What the house has of the words for the council, asked by a window without anything of its own."""
    fresh = page.request.get(page.url).text()
    return fresh.partition('<textarea id="council"')[2].partition(">")[2].partition("</textarea>")[0]


def test_what_is_typed_without_a_network_is_sent_when_it_is_back(reader: Page) -> None:
    offline(reader.context)
    reader.locator(COUNCIL).fill("Typed on a train.")
    reader.locator(".marks input").first.check()
    lost(reader)
    offline(reader.context, False)
    saved(reader)
    assert kept(reader) == "Typed on a train."
    reader.reload()
    expect(reader.locator(COUNCIL)).to_have_value("Typed on a train.")
    expect(reader.locator(".marks input").first).to_be_checked()


def test_what_was_typed_without_a_network_outlives_the_window(reader: Page) -> None:
    offline(reader.context)
    reader.locator(COUNCIL).fill("Typed before the window was shut.")
    lost(reader)
    again, place = reader.context.new_page(), reader.url
    reader.close(run_before_unload=False)
    offline(again.context, False)
    again.goto(place)
    expect(again.locator(COUNCIL)).to_have_value("Typed before the window was shut.")
    saved(again)
    assert kept(again) == "Typed before the window was shut."


def test_of_two_windows_neither_loses_what_was_typed(reader: Page) -> None:
    reader.locator(COUNCIL).fill("From the first window.")
    saved(reader)
    second = reader.context.new_page()
    second.goto(reader.url)
    offline(reader.context)
    reader.locator(COUNCIL).fill("From the first window, on a train.")
    lost(reader)
    offline(reader.context, False)
    saved(reader)
    second.locator(COUNCIL).fill("From the second window.")
    expect(second.locator("#versions")).to_be_visible()
    expect(second.locator("#versions")).to_contain_text("From the first window, on a train.")
    expect(second.locator("#versions")).to_contain_text("From the second window.")
    assert kept(second) == "From the first window, on a train."
    second.locator("[data-take]").click()
    expect(second.locator(COUNCIL)).to_have_value("From the second window.")
    saved(second)
    assert kept(second) == "From the second window."


def test_a_session_that_ended_meanwhile_takes_nothing_with_it(reader: Page, own_folder: Path) -> None:
    offline(reader.context)
    reader.locator(COUNCIL).fill("Typed after the hour was over.")
    lost(reader)
    reader.context.clear_cookies()
    offline(reader.context, False)
    expect(reader.locator(SAVED)).to_contain_text("no longer signed in")
    expect(reader.locator(COUNCIL)).to_have_value("Typed after the hour was over.")
    other = reader.context.new_page()
    sign_in(other, own_folder, "expert")
    saved(reader)
    assert kept(reader) == "Typed after the hour was over."


def test_a_window_that_was_shut_after_its_session_ended_brings_everything_back(
    reader: Page, own_folder: Path
) -> None:
    place = reader.url
    offline(reader.context)
    reader.locator(COUNCIL).fill("Typed without a session.")
    lost(reader)
    reader.context.clear_cookies()
    other = reader.context.new_page()
    reader.close()
    offline(other.context, False)
    sign_in(other, own_folder, "expert")
    other.goto(place)
    expect(other.locator(COUNCIL)).to_have_value("Typed without a session.")
    saved(other)
    assert kept(other) == "Typed without a session."
