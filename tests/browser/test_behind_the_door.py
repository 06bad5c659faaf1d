"""The pages of those who sign in, each in three languages and at two widths: sound, quiet, no wider than a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.places import LANGUAGES
from tests.browser.visits import IN_A_BROWSER, PHONE, WIDE, listen, violations, width
from tests.story.test_careful_hands import sign_in

pytestmark = IN_A_BROWSER
# Whose browser -> the pages that it is sent to, as the demonstration house has them.
PAGES = {
    "cataloguer": (
        "desk/", "desk/card/f113/", "desk/card/f113/year/?leads=1", "desk/card/p431/", "desk/new/film/", "desk/queue/",
        "desk/queue/?of=person", "desk/twins/", "desk/twins/?judged=unsure", "desk/twins/f233/f471/",
        "desk/twins/judgements/1/", "desk/proposals/", "desk/series/", "deeds/",
    ),
    "archivist": ("desk/", "desk/loads/", "desk/loads/new/"),
    "auditor": ("desk/", "deeds/", "deeds/?what=register"),
    "administrator": ("desk/", "house/seats/", "house/organisations/", "letters/trouble/"),
    "reader": (
        "desk/", "account/", "account/2fa/", "account/sessions/", "account/email/", "consent/", "account/erase/",
        "letters/", "account/notices/", "account/proposals/", "outbox/",
    ),
}  # fmt: skip


@pytest.fixture(scope="module", params=PAGES)
def signed_in(browser: Browser, house: str, folder: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The browser of one of the demonstration's people, with what it complains of."""
    page = browser.new_context(base_url=house, viewport=WIDE).new_page()
    sign_in(page, folder, request.param)
    page.context.set_default_timeout(30_000)
    page.box = request.param  # type: ignore[attr-defined]
    yield page
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_behind_the_door_is_sound_in_each_language_at_both_widths(
    signed_in: Page, house: str, language: str
) -> None:
    heard = listen(signed_in, house)
    faults: list[str] = []
    for path in PAGES[signed_in.box]:  # type: ignore[attr-defined]
        place = f"/{language}/{path}"
        signed_in.set_viewport_size(WIDE)
        answer = signed_in.goto(place)
        if answer is None or answer.status != 200:
            faults.append(f"{place}: {answer.status if answer else 'no answer'}")
            continue
        faults += [f"{place}: {fault}" for fault in violations(signed_in)]
        signed_in.set_viewport_size(PHONE)
        if width(signed_in) > PHONE["width"]:
            faults.append(f"{place}: {width(signed_in)} px wide on a phone")
    assert faults == []
    assert heard == []
