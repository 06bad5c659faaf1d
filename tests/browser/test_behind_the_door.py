"""The pages of those who sign in, each in three languages and at two widths: sound, quiet, no wider than a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.places import LANGUAGES
from tests.browser.visits import IN_A_BROWSER, PHONE, WIDE, listen, violations, width
from tests.story.test_careful_hands import sign_in

pytestmark = [*IN_A_BROWSER, pytest.mark.long(40)]
DECIDED = "desk/rounds/demo-order/package/"
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
        "letters/", "account/notices/", "account/proposals/", "outbox/", "applications/",
    ),
    "producer": (
        "desk/", "company/", "applications/", "calls/demo-script/apply/", "applications/1/", "applications/1/film/",
        "applications/1/part/film/", "applications/1/part/story/", "applications/1/part/rights/",
        "applications/1/crew/", "applications/1/papers/", "applications/1/people/", "applications/1/withdraw/",
        "applications/1/complete/", "applications/1/file/",
        # Being repaired, admitted, the second stage due, and not chosen; a refusal whose time for a complaint is over.
        "applications/23/", "applications/23/repair/", "applications/23/filed/1/", "applications/31/",
        "applications/49/", "applications/83/", "applications/83/part/production/", "applications/83/estimate/",
        "applications/83/estimate/load/", "applications/102/estimate/chapter/script/",
        "applications/102/estimate/", "applications/102/estimate/plan/", "applications/102/estimate/schedule/",
        "refusals/9/", "letters/",
    ),
    # Filed, a refusal of yesterday, a complaint that was rejected, and a filed package.
    "producer2": (
        "applications/9/", "applications/9/papers/", "applications/9/filed/1/", "applications/37/", "refusals/1/",
        "refusals/1/complain/", "refusals/14/", "applications/91/", "applications/91/estimate/",
    ),
    # Whoever sits on the council: what waits, what was heard, the sitting that is over.
    "expert": ("desk/", "hearings/", "sittings/", "sittings/1/"),
    # The round that was decided, in the order of the work.
    "officer": (
        DECIDED, "desk/pitchings/", "desk/pitchings/demo-order/package/",
        "desk/pitchings/demo-order/package/calls/", "desk/pitchings/slots/1/", f"{DECIDED}allocation/",
        "desk/allocations/1/", "desk/allocations/1/what-if/", "desk/allocations/1/again/", f"{DECIDED}sittings/",
        "desk/sittings/1/", "desk/sittings/1/members/", "desk/sittings/1/hall/", f"{DECIDED}commission/",
        f"{DECIDED}order/", "desk/orders/1/", f"{DECIDED}publication/", "desk/objections/",
        "desk/calls/demo-order/annulment/",
    ),
    "officer2": (
        "desk/", "desk/checks/", "desk/checks/9/", "desk/checks/9/notice/", "desk/checks/9/refuse/",
        "desk/checks/9/admit/", "desk/checks/23/", "desk/checks/37/", "desk/checks/91/",
        "desk/applications/12/alike/", "desk/complaints/", "desk/complaints/2/", "desk/complaints/5/",
        "desk/companies/3/", "applications/91/estimate/", "applications/9/filed/1/", "desk/calls/",
        "desk/calls/selection-2025/", "desk/calls/demo-script/", "desk/programmes/national-cinema/", "desk/forms/",
        "desk/forms/new/", "desk/forms/single-stage/", "desk/forms/single-stage/1/", "desk/forms/single-stage/1/try/",
        "desk/forms/single-stage/name/", "desk/forms/single-stage/groups/new/", "desk/forms/single-stage/publish/",
    ),
}  # fmt: skip
# Forms whose drafts are begun before, since the demonstration has none.
DRAFTS = {"officer2": ("desk/forms/single-stage/",)}


def begin_draft(page: Page, place: str) -> None:
    """Begin a draft where none is; another worker may have begun it in the same house."""
    page.goto(f"/en/{place}")
    button = page.get_by_role("button", name="Begin a draft")
    if button.count():
        button.click()
        page.wait_for_load_state()


@pytest.fixture(scope="module", params=PAGES)
def signed_in(browser: Browser, house: str, folder: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The browser of one of the demonstration's people, with what it complains of."""
    page = browser.new_context(base_url=house, viewport=WIDE).new_page()
    sign_in(page, folder, request.param)
    page.context.set_default_timeout(30_000)
    page.box = request.param  # type: ignore[attr-defined]
    for form in DRAFTS.get(request.param, ()):
        begin_draft(page, form)
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
