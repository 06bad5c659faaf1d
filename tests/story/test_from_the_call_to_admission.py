"""From a call to an admission: filed, repaired, refused, complained of, admitted; in a browser, in three languages."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import IN_A_BROWSER, listen
from tests.story import applying
from tests.story.applying import file_it, letter, looked, press
from tests.story.checking import admit, judge, notify, refuse, uphold
from tests.story.producers import PRODUCERS, Producer, make_in
from tests.story.test_careful_hands import sign_in, window
from tests.story.words import WORDS, Words

pytestmark = IN_A_BROWSER
TITLES = {"kk": "Билейтін шопан", "ru": "Танцующий чабан", "en": "The Dancing Shepherd"}


@pytest.fixture(scope="module")
def officers(browser: Browser, own_house: str, own_folder: Path) -> Iterator[tuple[Page, Page]]:
    """Two officers, each in a window of their own."""
    make_in(own_folder)
    found = []
    for box in ("officer", "officer2"):
        page = window(browser, own_house)
        sign_in(page, own_folder, box)
        found.append(page)
    yield found[0], found[1]
    for page in found:
        page.context.close()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_it_is_filed_repaired_refused_complained_of_and_admitted(
    language: str,
    browser: Browser,
    own_house: str,
    own_folder: Path,
    officers: tuple[Page, Page],
    tmp_path: Path,
) -> None:
    one, words, (officer, colleague) = PRODUCERS[language], WORDS[language], officers
    page = window(browser, own_house, phone=True)
    heard = listen(page, own_house)
    applying.enter(page, own_folder, one)
    number = _written(page, one, words, tmp_path)
    file_it(page, words, number, 1)
    expect(letter(page, one, words.letters[0])).to_contain_text(f"{number:06d}-1")

    judge(officer, number, {"complete": "The synopsis is too short.", "rights": "The contract has no end."})
    notify(officer, number, {"complete": "synopsis", "rights": "file:author-contract"})
    expect(letter(page, one, words.letters[1])).to_contain_text("The synopsis is too short.")
    _repair_one_of_two(page, words, number)
    file_it(page, words, number, 2)

    judge(officer, number, {"rights": "The contract has no end."})
    refuse(officer, number, "rights", "The contract that was asked for did not come.")
    told = letter(page, one, words.letters[2])
    expect(told).to_contain_text(words.clause)
    refusal = urlsplit(told.locator("a[href*='/refusals/']").get_attribute("href") or "").path
    assert refusal.startswith(f"/{language}/")
    _complain(page, words, number, refusal)
    letter(page, one, words.letters[3])

    uphold(officer, colleague, number, "The end of the contract stands on its second page.")
    judge(colleague, number, {})
    admit(colleague, number)
    _is_admitted(page, one, words, number, refusal)
    assert [each for each in heard if not _expected(each)] == []
    page.context.close()


def _expected(heard: str) -> bool:
    """Whether the story itself brings it about: the file of the wrong kind is refused, and who goes on to the next page
    before a picture of this one has come breaks it off.
    """
    refused = heard.startswith("400: ") and heard.endswith("/end/")
    left = "/static/" in heard and heard.endswith("net::ERR_ABORTED")
    return refused or left or "the server responded with a status of 400" in heard


def _written(page: Page, one: Producer, words: Words, folder: Path) -> int:
    """An application in which nothing is open any more; its number."""
    title = TITLES[one.language]
    applying.fill_in_company(page, one)
    number = applying.begin(page, words, title)
    applying.write(page, words, number, title)
    applying.name_the_crew(page, words, number)
    applying.send_papers(page, words, number, folder)
    applying.close_what_is_open(page, words, number, folder)
    return number


def _repair_one_of_two(page: Page, words: Words, number: int) -> None:
    """What the notice names can be changed and nothing else; only one of its two points is mended."""
    here = f"/{words.language}/applications/{number}/"
    page.goto(here)
    named = page.locator(".errors", has_text=words.incomplete)
    expect(named).to_contain_text(words.repair)
    expect(named.locator("li")).to_have_count(2)
    expect(named).to_contain_text("23:59:59")  # the last second that counts, as in the letter
    expect(page.locator(".tasks li", has_text=words.named)).to_have_count(2)
    looked(page)
    page.goto(f"{here}part/film/")
    applying.answer(page, "minutes", "90")
    press(page, words.go_on)
    expect(page.get_by_role("alert")).to_contain_text(words.not_named)
    page.goto(here)
    named.locator("a[href$='/part/story/#synopsis']").click()
    applying.answer(page, "synopsis", "He dances for his sheep, then for the village, then for himself.")
    press(looked(page), words.go_on)


def _complain(page: Page, words: Words, number: int, refusal: str) -> None:
    page.goto(f"/{words.language}/applications/{number}/")
    expect(page.locator(".state")).to_contain_text(words.refused)
    page.locator(".errors a").click()  # the page of a refused application leads to its refusal
    expect(page).to_have_url(re.compile(f"{refusal}$"))
    main = page.locator("main")
    for each in (words.ground, words.clause, "The contract that was asked for did not come."):
        expect(main).to_contain_text(each)
    press(looked(page), words.complain)
    page.locator("#id_words").press_sequentially("Its second page names the end of the contract.")
    press(looked(page), words.send_complaint)
    expect(page.locator("body")).to_contain_text(words.complained)
    looked(page)


def _is_admitted(page: Page, one: Producer, words: Words, number: int, refusal: str) -> None:
    page.goto(f"/{words.language}/applications/{number}/")
    expect(looked(page).locator(".state")).to_contain_text(words.admitted)
    page.goto(refusal)
    expect(looked(page).locator("h1")).to_have_text(words.lifted)
    expect(page.locator("main")).to_contain_text("The end of the contract stands on its second page.")
    letter(page, one, words.letters[4])
