"""A page that was opened, with all that the browser had to say about it, and what axe says."""

import os
import shutil
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Response

from tests.browser.places import Place
from tools.trials import BROWSERS

CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
NO_CHROMIUM = "there is no Chromium (Debian: sudo apt-get install chromium)"
ONCE = "what a browser sees is asked once, of a house on SQLite"
IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM),
    pytest.mark.skipif("DATABASE_URL" in os.environ, reason=ONCE),
]
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 360, "height": 780}

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Beyond the standard: one main, headings in order, no part of the page outside of a landmark.
ORDER = [
    "heading-order",
    "region",
    "landmark-one-main",
    "landmark-unique",
    "page-has-heading-one",
    "skip-link",
]
RUN = """async ([rules, whole]) => {
  const lists = whole ? [] : [...document.querySelectorAll("ol, ul, tbody, .pick")];
  const alike = lists.flatMap((list) => [...list.children].slice(8)).filter((row) => !row.hidden);
  for (const row of alike) row.hidden = true;
  const found = await axe.run(document, { ...rules, resultTypes: ["violations"], preload: false, iframes: false });
  for (const row of alike) row.hidden = false;
  return found.violations;
}"""


@dataclass(frozen=True)
class Visit:
    """One page in one language: the status it answered, and what went wrong meanwhile."""

    page: Page
    place: Place
    language: str
    status: int
    faults: list[str]


def listen(page: Page, house: str) -> list[str]:
    """A list that fills with what goes wrong in a window: errors, failures, what is asked of another host."""
    heard: list[str] = []

    def console(said: ConsoleMessage) -> None:
        # That a page is not there is said of the page itself too; its status is asked elsewhere.
        if said.type == "error" and said.location.get("url") != page.url:
            heard.append(f"console: {said.text}")

    def response(answer: Response) -> None:
        if answer.status >= 400 and not answer.request.is_navigation_request():
            heard.append(f"{answer.status}: {answer.url}")

    page.on("console", console)
    page.on("response", response)
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on("requestfailed", lambda asked: heard.append(f"failed: {asked.url} {asked.failure}"))
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith(house + "/") else heard.append(f"another host: {asked.url}")
        ),
    )
    return heard


def violations(page: Page, rules: list[str] | None = None, whole: bool = False) -> list[str]:
    """What axe finds on the page as it stands, one line an element; nothing when all is well.

    rules: names of rules, otherwise all of WCAG 2.2 AA and of good order. whole: also the rows of a list
    after its eighth, which the same template draws; they cost most of the time.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    every = {"runOnly": WCAG, "rules": {name: {"enabled": True} for name in ORDER}}
    found: list[dict[str, Any]] = page.evaluate(RUN, [{"runOnly": rules} if rules else every, whole])
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary'].replace(chr(10), ' ')}"
        for rule in found
        for node in rule["nodes"]
    ]


def width(page: Page) -> int:
    """How wide the page is laid out, in CSS pixels; more than the window means that it scrolls sideways."""
    return int(page.evaluate("() => document.documentElement.scrollWidth"))
