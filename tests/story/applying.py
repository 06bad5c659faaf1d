"""What an applicant does in a browser, page by page: by typing and pressing, on a phone."""

import re
from datetime import timedelta
from pathlib import Path

from django.utils.timezone import localdate
from playwright.sync_api import Locator, Page, expect

from kinoqor.funding.demonstration.adapters.papers import page as paper
from tests.browser.visits import PHONE, width
from tests.story.producers import Producer
from tests.story.words import Words

PAPERS = ("identity", "author-contract", "preliminary-contract")


def looked(page: Page) -> Page:
    """The page, which does not scroll sideways."""
    page.wait_for_load_state()
    size = page.viewport_size or PHONE
    assert width(page) <= size["width"], page.url
    return page


def answer(page: Page, place: str, given: str) -> None:
    """Answer one question, however it is asked."""
    found = page.locator(f"[name='{place}']")
    kind = found.first.evaluate("(one) => one.type")
    if kind in ("radio", "checkbox"):
        page.locator(f"[name='{place}'][value='{given}']").check()
    elif kind.startswith("select"):
        found.select_option(given)
    else:
        found.fill(given)


def press(page: Page, text: str) -> None:
    """Press the button, or follow the link, that is called so."""
    page.locator("main").locator("a, button").get_by_text(text, exact=True).first.click()


def enter(page: Page, folder: Path, one: Producer) -> None:
    """Sign in by password, on the page in one's own language."""
    page.goto(f"/{one.language}/account/login/")
    page.locator("#id_login").fill(f"{one.box}@example.org")
    page.locator("#id_password").fill((folder / "demo-password").read_text(encoding="ascii"))
    looked(page).locator("#id_password").press("Enter")
    expect(page.locator("#id_login")).to_have_count(0)


def fill_in_company(page: Page, one: Producer) -> None:
    """The company file: kept once."""
    page.goto(f"/{one.language}/company/")
    given = {
        "form": "company", "bin": one.number, "name_kk": one.company, "name_ru": one.company, "registered": "2020-01-06",
        "country": "KZ", "address": "Test street, 1", "activity": "59111",
        "tax_date": str(localdate() - timedelta(days=5)), "tax_debt": "0", "bankrupt": "no", "vat": "yes",
        "iban": one.account, "bank_name": "Bank", "director_name": one.name, "director_iin": one.own_number,
        "director_post": "Head", "director_ground": "Charter", "email": f"{one.box}@example.org", "phone": "+77000000000",
    }  # fmt: skip
    for place, value in given.items():
        answer(page, place, value)
    looked(page).locator("main form .btns button.btn").click()
    expect(page.locator("main .errors, main .wrong")).to_have_count(0)
    looked(page)


def begin(page: Page, words: Words, title: str) -> int:
    """From the list of calls to an application; its number."""
    page.goto(f"/{words.language}/funding/calls/")
    looked(page).get_by_role("link", name=words.call).click()
    expect(page.locator("h1")).to_have_text(words.call)
    looked(page).get_by_role("link", name=words.apply, exact=True).click()
    page.locator(f"#id_title_{words.language}").press_sequentially(title)
    answer(page, "stream", "social")
    answer(page, "kind", "feature-short")
    looked(page).get_by_role("button", name=words.begin, exact=True).click()
    expect(page.locator("h1")).to_have_text(title)
    found = re.search(r"/applications/(\d+)/$", looked(page).url)
    assert found
    return int(found[1])


def write(page: Page, words: Words, number: int, title: str) -> None:
    """The questions, part by part; the extended synopsis is left for later."""
    page.goto(f"/{words.language}/applications/{number}/part/film/")
    answer(page, f"title_{words.language}", title)
    for place, given in {"title_kk": title, "minutes": "24", "languages": "kk", "themes": "family"}.items():
        answer(page, place, given)
    expect(page.locator(".saved")).to_contain_text(words.saved)  # while it is written
    press(looked(page), words.go_on)
    expect(page).to_have_url(re.compile("/part/story/"))
    page.locator("[name=logline]").press_sequentially("A shepherd learns to dance.")
    answer(page, "synopsis", "He dances for his sheep and then for the whole village.")
    press(looked(page), words.go_on)
    expect(page).to_have_url(re.compile("/part/rights/"))
    rights = {
        "work": "script", "author": "Sample Author", "contract": "1", "signed": "2025-02-03", "territory": "All",
        "exclusive": "yes",
    }  # fmt: skip
    for place, given in rights.items():
        answer(page, f"rights.1.{place}", given)
    press(looked(page), words.go_on)
    expect(page).to_have_url(re.compile("/part/declarations/"))
    for place, given in {"linked": "no", "broadcast": "yes", "true": "yes"}.items():
        answer(page, place, given)
    press(looked(page), words.go_on)  # nobody is linked, so nothing is asked about links
    expect(page).to_have_url(re.compile(f"/applications/{number}/$"))
    expect(page.locator(".tasks a[href$='/part/links/']")).to_have_count(0)


def name_the_crew(page: Page, words: Words, number: int) -> None:
    """Two people whom the register does not know."""
    page.goto(f"/{words.language}/applications/{number}/crew/")
    for role, name in (("director", "Zzyx Example"), ("producer", "Yyzx Example")):
        page.locator("#id_role").select_option(role)
        page.locator("#id_name").fill(name)
        page.locator("#id_citizen").select_option("KZ")
        press(page, words.search)
        expect(page.locator("#id_name")).to_have_value(name)
        looked(page).locator("button[name=add][value='']").click()  # named, and not proposed to the register
        expect(page.locator(".crew")).to_contain_text(name)


def slot(page: Page, paper_code: str) -> Locator:
    """The place of a paper."""
    return page.locator(f"[id='file.{paper_code}']")


def send(page: Page, words: Words, paper_code: str, path: Path) -> None:
    """Choose a file and send it, piece by piece."""
    of = slot(page, paper_code).locator("form.send").first
    of.locator("input[type=file]").set_input_files(path)
    of.get_by_role("button", name=words.send, exact=True).click()


def made(folder: Path, name: str, pages: int = 1) -> Path:
    """A paper of this name, of more than one piece where it is long."""
    path = folder / f"{name}.pdf"
    path.write_bytes(paper(f"{name} " + "la " * 400_000 * (pages - 1)))
    return path


def send_papers(page: Page, words: Words, number: int, folder: Path) -> None:
    """The script in several pieces, a picture under the name of a script, and all others but one."""
    page.goto(f"/{words.language}/applications/{number}/papers/")
    with page.expect_navigation():
        send(page, words, "script", made(folder, "script", 2))
    expect(slot(page, "script").locator(".kept a").first).to_have_text("script.pdf")
    wrong = folder / "newer.pdf"
    wrong.write_bytes(page.screenshot())
    send(page, words, "script", wrong)
    expect(slot(page, "script").locator("[role=status]").first).to_contain_text(words.wrong_kind)
    page.reload()
    expect(slot(page, "script").locator(".kept a").first).to_have_text("script.pdf")
    for code in PAPERS[:-1]:
        with page.expect_navigation():
            send(looked(page), words, code, made(folder, code))
        expect(slot(page, code).locator(".kept a").first).to_have_text(f"{code}.pdf")


def close_what_is_open(page: Page, words: Words, number: int, folder: Path) -> None:
    """The page of open points leads to each; one is a question, one a paper."""
    whole = f"/{words.language}/applications/{number}/complete/"
    page.goto(whole)
    expect(page.locator("main")).to_contain_text(words.two_open)
    looked(page).locator(".points a").first.click()
    expect(page).to_have_url(re.compile("/part/story/#synopsis_long"))
    page.locator("[name=synopsis_long]").fill("He dances. " * 40)
    press(page, words.go_on)
    page.goto(whole)
    page.locator(".points a").first.click()
    expect(page).to_have_url(re.compile(f"/papers/#file.{PAPERS[-1]}"))
    with page.expect_navigation():
        send(page, words, PAPERS[-1], made(folder, PAPERS[-1]))
    page.goto(whole)
    expect(looked(page).locator("main")).to_contain_text(words.nothing_open)


def file_it(page: Page, words: Words, number: int, which: int) -> None:
    """The filing, and its receipt with its number."""
    page.goto(f"/{words.language}/applications/{number}/file/")
    expect(page.locator("[data-clock]")).to_be_visible()
    press(looked(page), words.file)
    expect(page.locator("h1")).to_have_text(words.receipt.format(f"{number:06d}-{which}"))
    expect(looked(page).locator("#papers ~ *, section:has(#papers)").first).to_contain_text("script.pdf")
    page.goto(f"/{words.language}/applications/{number}/")
    expect(page.locator(".state")).to_contain_text(words.filed)


def letter(page: Page, one: Producer, subject: str) -> Locator:
    """A letter to this person, once the worker has sent it."""
    found = page.locator("article", has_text=f"{one.box}@example.org").filter(
        has=page.locator("h2", has_text=subject)
    )
    for _again in range(40):
        page.goto(f"/{one.language}/outbox/")
        if found.count():
            break
        page.wait_for_timeout(500)
    assert found.count(), subject
    expect(found.first.locator("h2")).to_have_attribute("lang", one.language)
    return found.first
