"""An applicant's page and an officer's, walked by Tab alone: in the order of reading, seen, whole, and out again."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import IN_A_BROWSER, WIDE
from tests.story.test_careful_hands import sign_in

pytestmark = IN_A_BROWSER
# Whose page: one on which an application is written, the check list of a filed one.
WALKED = {"producer": "applications/1/part/film/", "officer2": "desk/checks/9/"}
# All that a keyboard should reach, in the order of the page; of a group of radio buttons only the one that holds it.
REACHED = """() => {
  const every = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const stops = every.filter((one) => {
    if (one.tabIndex < 0 || one.disabled || one.type === "hidden" || !one.checkVisibility()) return false;
    if (one.type !== "radio") return true;
    const group = every.filter((other) => other.type === "radio" && other.name === one.name);
    return one === (group.find((other) => other.checked) ?? group[0]);
  });
  stops.forEach((one, place) => {
    one.dataset.stop = place;
    // A group in which nothing is chosen is entered from behind at its last button.
    if (one.type === "radio") every.filter((other) => other.name === one.name).forEach((other) => {
      other.dataset.stop = place;
    });
  });
  return stops.length;
}"""
# Where the focus is: its place in that order, whether it is seen, and whether a line or a shadow shows it.
HELD = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const looks = getComputedStyle(one), box = one.getBoundingClientRect();
  return {
    stop: Number(one.dataset.stop ?? -1),
    shown: (looks.outlineStyle !== "none" && parseFloat(looks.outlineWidth) >= 2) || looks.boxShadow !== "none",
    inside: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
    called: one.outerHTML.slice(0, 90),
  };
}"""


@pytest.fixture(params=WALKED)
def walker(browser: Browser, house: str, folder: Path, request: pytest.FixtureRequest) -> Page:
    """The browser of somebody before the page that they walk."""
    page = browser.new_context(base_url=house, viewport=WIDE).new_page()
    page.set_default_timeout(30_000)
    sign_in(page, folder, request.param)
    page.goto(f"/ru/{WALKED[request.param]}")
    request.addfinalizer(page.context.close)
    return page


def test_tab_walks_a_page_in_the_order_of_reading_and_back_and_nothing_is_hidden_or_holds_fast(
    walker: Page,
) -> None:
    stops = walker.evaluate(REACHED)
    assert stops > 20
    there = [walked(walker, "Tab") for _ in range(stops)]
    assert [held.get("stop") for held in there] == list(range(stops))
    assert [held["called"] for held in there if not (held["shown"] and held["inside"])] == []
    back = [walked(walker, "Shift+Tab").get("stop") for _ in range(stops - 1)]
    assert back == list(range(stops - 2, -1, -1))


def walked(page: Page, key: str) -> dict[str, Any]:
    """Where the focus is after a key; nowhere where it has left the page."""
    page.keyboard.press(key)
    return page.evaluate(HELD) or {}


def test_a_judgement_is_chosen_with_the_arrows(browser: Browser, house: str, folder: Path) -> None:
    page = browser.new_context(base_url=house, viewport=WIDE).new_page()
    sign_in(page, folder, "officer2")
    page.goto("/en/desk/checks/9/")
    group = page.locator(".check").nth(1)
    group.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert group.locator("input[type=radio]").nth(1).is_checked()
    page.context.close()
