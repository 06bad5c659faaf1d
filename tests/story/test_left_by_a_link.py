"""Who types and goes on by a link at once loses nothing, though nobody has pressed a button and no pause has passed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import IN_A_BROWSER
from tests.story.test_careful_hands import sign_in, window

pytestmark = [*IN_A_BROWSER, pytest.mark.long(30)]
TYPED = "Typed a moment before a link was followed."


def test_what_was_typed_a_moment_ago_is_kept_when_the_page_is_left_by_a_link(
    browser: Browser, own_house: str, own_folder: Path
) -> None:
    page = window(browser, own_house)
    sign_in(page, own_folder, "producer")
    page.goto("/en/applications/1/part/story/")
    field = page.locator("textarea").first
    field.fill(TYPED)
    page.locator(".have a", has_text="All parts").click()
    page.wait_for_url("**/applications/1/")
    expect(page.locator("h1")).to_be_visible()
    page.goto("/en/applications/1/part/story/")
    expect(page.locator("textarea").first).to_have_value(TYPED)
    page.context.close()
