"""The register grows by careful hands: the way of the issue, in a real browser, in three languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from python_calamine import CalamineWorkbook

from kinoqor.accounts.signin.adapters.demonstration import code_now
from tests.browser.visits import IN_A_BROWSER, PHONE, WIDE
from tests.keeping.load.tables import write_table

pytestmark = [*IN_A_BROWSER, pytest.mark.long(30)]
KELIN, ALIENS, ALIEN = "f113", "f233", "f480"
SOURCE = "https://festival.example/2009/kelin"
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def window(browser: Browser, house: str, phone: bool = False) -> Page:
    """A browser of somebody's own."""
    page = browser.new_context(base_url=house, viewport=PHONE if phone else WIDE).new_page()
    page.set_default_timeout(30_000)
    return page


def sign_in(page: Page, folder: Path, box: str, language: str = "en") -> None:
    """By password, and whoever has a seat of the staff by the code of an app, as a demonstration account."""
    page.goto(f"/{language}/account/login/")
    page.locator("#id_login").fill(f"{box}@example.org")
    page.locator("#id_password").fill((folder / "demo-password").read_text(encoding="ascii"))
    page.locator("#id_password").press("Enter")
    expect(page.locator(".hat, #id_code").first).to_be_visible()
    if page.locator("#id_code").count():
        show_code(page, (folder / "demo-key").read_text(encoding="ascii"))
    expect(page.locator(".hat")).to_be_visible()


def show_code(page: Page, key: str) -> None:
    """The code of this half minute; where it was used already or has just run out, the next one."""
    expect(page.locator("#id_code")).to_be_visible()
    while page.locator("#id_code").count():
        code = code_now(key)
        page.locator("#id_code").fill(code)
        with page.expect_navigation():
            page.locator("#id_code").press("Enter")
        while page.locator("#id_code").count() and code_now(key) == code:
            page.wait_for_timeout(500)


@pytest.fixture(scope="module")
def cataloguer(browser: Browser, own_house: str, own_folder: Path) -> Iterator[Page]:
    """A cataloguer who has made a passkey and signed in with it."""
    page = window(browser, own_house)
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    sign_in(page, own_folder, "cataloguer")
    page.goto("/en/account/2fa/webauthn/add/")
    page.locator("[name=password]").fill((own_folder / "demo-password").read_text(encoding="ascii"))
    page.locator("[name=password]").press("Enter")
    page.locator("[name=name]").fill("The key of the story")
    passwordless = page.locator("[name=passwordless]")
    if passwordless.count():
        passwordless.check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(re.compile("recovery-codes|webauthn"))
    page.context.clear_cookies()
    page.goto("/en/account/login/")
    expect(page.locator(".hat")).to_have_count(0)
    page.locator("#passkey_login").click()
    expect(page.locator(".hat")).to_be_visible()
    yield page
    page.context.close()


def test_a_cataloguer_with_a_passkey_corrects_a_year_with_its_source(
    cataloguer: Page, browser: Browser, own_house: str
) -> None:
    cataloguer.goto(f"/en/desk/card/{KELIN}/")
    cataloguer.locator("#p-year ~ *, section:has(#p-year)").get_by_role("link", name="Correct").first.click()
    cataloguer.locator("[name=value]").fill("2008")
    cataloguer.locator("[name=source]").fill(SOURCE)
    cataloguer.locator("[name=note]").press("Control+Enter")
    expect(cataloguer.get_by_role("heading", name="See what will change")).to_be_visible()
    expect(cataloguer.locator("main")).to_contain_text("2009")
    cataloguer.locator("[name=sure]").click()
    expect(cataloguer.locator("#p-year ~ *, section:has(#p-year)").first).to_contain_text("2008")
    reader = window(browser, own_house)
    reader.goto(f"/en/films/{KELIN}/")
    expect(reader.locator("main")).to_contain_text("2008")
    expect(reader.locator("main")).to_contain_text("2009")
    reader.goto(f"/en/claims/{KELIN}/story/")
    expect(reader.locator(".step").first).to_contain_text("2008")
    expect(reader.locator(".step").first).to_contain_text("festival.example")
    reader.context.close()


def test_two_entries_are_merged_and_split_again_and_the_old_address_leads_on(
    cataloguer: Page, browser: Browser, own_house: str
) -> None:
    cataloguer.goto(f"/ru/desk/twins/{ALIENS}/{ALIEN}/")
    expect(cataloguer).to_have_url(re.compile("/ru/desk/twins/judgements/"))
    _take_back(cataloguer, "Нашлась афиша, на которой стоят оба названия.")
    cataloguer.locator("[name=judged][value=same]").check()
    cataloguer.locator("[name=why]").fill("Одна афиша с двумя названиями: https://poster.example/1")
    cataloguer.locator("[name=why]").press("Control+Enter")
    expect(cataloguer).to_have_url(re.compile(r"/ru/desk/twins/$"))
    reader = window(browser, own_house)
    for old in (f"/ru/films/{ALIEN}/", f"/ru/films/{ALIEN}.json", f"/ru/claims/{ALIEN}/"):
        answer = reader.request.get(old)
        assert answer.status == 200
        assert ALIENS in answer.url
    reader.goto(f"/ru/films/{ALIEN}/")
    expect(reader.locator("main")).to_contain_text("Казахи против пришельцев")
    expect(reader.locator("main")).to_contain_text("Мой парень")
    cataloguer.goto(f"/ru/desk/twins/{ALIENS}/{ALIEN}/")
    _take_back(cataloguer, "Это афиша двух сеансов.")
    reader.goto(f"/ru/films/{ALIEN}/")
    expect(reader).to_have_url(re.compile(f"/ru/films/{ALIEN}-"))
    expect(reader.locator("h1")).to_contain_text("Мой парень")
    reader.goto(f"/ru/claims/{ALIENS}/story/")
    expect(reader.locator("main")).to_contain_text("Это афиша двух сеансов.")
    reader.context.close()


def _take_back(page: Page, why: str) -> None:
    page.locator("[name=why]").fill(why)
    page.locator("[name=why]").press("Control+Enter")
    expect(page.locator("[name=judged]").first).to_be_visible()


def test_a_reader_proposes_on_a_phone_and_is_answered(
    cataloguer: Page, browser: Browser, own_house: str
) -> None:
    reader = window(browser, own_house, phone=True)
    reader.goto(f"/kk/propose/{KELIN}/runtime/")
    reader.locator("[name=value]").fill("84")
    reader.locator("[name=source]").fill("https://archive.example/kelin")
    reader.locator("[name=address]").fill("oqyrman@example.org")
    reader.wait_for_timeout(3500)  # a person does not write quicker, and the house knows it
    reader.locator("main form .btn").click()
    expect(reader).to_have_url(re.compile("/kk/proposals/"))
    receipt = reader.url
    assert "84" not in reader.request.get(f"/kk/films/{KELIN}.csv").text()
    cataloguer.goto("/en/desk/proposals/")
    cataloguer.locator("main .rows a").first.click()
    expect(cataloguer.locator("main")).to_contain_text("archive.example")
    cataloguer.locator("section:has(#yes) button").click()
    expect(cataloguer).to_have_url(re.compile("/desk/proposals/$"))
    reader.goto(receipt)
    expect(reader.locator("h1")).to_have_text("Ұсынысыңыз қабылданды")
    assert "84" in reader.request.get(f"/kk/films/{KELIN}.csv").text()
    reader.goto("/kk/outbox/")
    expect(reader.locator("main")).to_contain_text("oqyrman@example.org")
    reader.context.close()


def test_an_archivist_loads_five_hundred_rows_of_which_forty_come_back(
    browser: Browser, own_house: str, own_folder: Path, tmp_path: Path
) -> None:
    page = window(browser, own_house)
    sign_in(page, own_folder, "archivist", "ru")
    before = page.request.get("/ru/films.csv").text().count("\n")
    page.goto("/ru/desk/loads/new/")
    page.locator("input[type=file]").set_input_files(write_table(tmp_path / "fund.xlsx"))
    page.locator("main form button.btn").last.click()
    page.locator("main form button.btn").last.click()  # the columns are guessed from their headings
    expect(page.locator("main")).to_contain_text(re.compile(r"460"), timeout=60_000)
    expect(page.locator("main")).to_contain_text("40")
    place = page.url.split("?")[0]
    page.goto(f"{place}confirm/")
    page.locator("main form button.btn").click()
    expect(page.locator("main")).to_contain_text(re.compile("загружен", re.I), timeout=60_000)
    assert page.request.get("/ru/films.csv").text().count("\n") == before + 460
    back = page.request.get(f"{place}back/")
    (tmp_path / "back.xlsx").write_bytes(back.body())
    rows = CalamineWorkbook.from_path(str(tmp_path / "back.xlsx")).get_sheet_by_index(0).to_python()
    assert len(rows) == 41
    assert all(row[-1] for row in rows)
    page.goto(f"{place}withdraw/")
    page.locator("main form textarea").fill("Фонд прислал список по ошибке.")
    page.locator("main form button.btn").last.click()
    expect(page.locator("main")).to_contain_text("Фонд прислал список по ошибке.", timeout=60_000)
    assert page.request.get("/ru/films.csv").text().count("\n") == before
    page.context.close()
