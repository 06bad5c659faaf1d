"""The record checked in the reader's own browser: right as it is, and each altered byte, sum or vote is told."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from playwright.sync_api import Browser, Page, expect

from kinoqor.kit.canonical import canonical
from tests.browser.visits import IN_A_BROWSER, PHONE, WIDE, violations, width
from tests.conftest import QUICK, plain
from tests.ledger.log.writing import CALL
from tests.portal.record.pages import HOST, STAGE, House, house

pytestmark = [*IN_A_BROWSER, pytest.mark.django_db, pytest.mark.long(30)]
HERE = f"/record/calls/{CALL}/{STAGE}"
ROUND = f"round={CALL}/{STAGE}"


@pytest.fixture(scope="module", autouse=True)
def _the_database_may_stay_open_beside_a_browser() -> Iterator[None]:
    """While playwright runs, Django takes this thread for an asynchronous one; nobody asks the database meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="module")
def written(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> House:
    """The files and pages of a house, made before the browser starts and taken back again."""
    own = tmp_path_factory.mktemp("record")
    with (
        django_db_blocker.unblock(),
        override_settings(RECORD=own / "files", RECORD_KEY=own / "record.key", **plain(), **QUICK),
        transaction.atomic(),
    ):
        made = house()
        transaction.set_rollback(True)
    return made


@pytest.fixture
def shown(written: House, browser: Browser) -> Iterator[tuple[House, Page]]:
    """The house with nothing altered, and an empty page of a browser."""
    mine = House(dict(written.answers))
    context = browser.new_context(viewport=WIDE)
    yield mine, mine.opened(context.new_page())
    context.close()


def checked(page: Page, query: str, lang: str = "en") -> tuple[str, list[str]]:
    """How the whole ends, and the steps that do not hold."""
    page.goto(f"{HOST}/{lang}/record/check/?{query}")
    expect(page.locator("[data-is=state][data-how]")).to_be_visible()
    wrong = page.locator("[data-how=wrong][data-step]").all()
    return str(page.locator("[data-is=state]").get_attribute("data-how")), [
        str(each.get_attribute("data-step")) for each in wrong
    ]


@pytest.mark.parametrize("lang", ["en", "kk", "ru"])
def test_a_right_entry_and_a_right_round_hold_in_every_language(shown: tuple[House, Page], lang: str) -> None:
    mine, page = shown
    assert checked(page, f"entry=3&{ROUND}", lang) == ("right", [])
    steps = [each.get_attribute("data-step") for each in page.locator("[data-how=right][data-step]").all()]
    assert steps == [
        "signature", "leaf", "path", "samehead", "leaves", "list", "leaflist", "rulings", "order", "votes", "result",
    ]  # fmt: skip
    assert "{" not in str(page.locator("[data-step] p").all_inner_texts())
    assert [each for each in mine.asked if not each.startswith(HOST)] == []
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert width(page) <= PHONE["width"]


def flipped(raw: bytes) -> bytes:
    """One bit of the middle byte is another one."""
    middle = len(raw) // 2
    return raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :]


@pytest.mark.parametrize(
    ("path", "step"),
    [
        ("/record/leaf/3.json", "path"), ("/record/leaf/3.tlog-proof", "path"), ("/record/checkpoint", "signature"),
        ("/record/tile/entries/000", "leaves"),
    ],
)  # fmt: skip
def test_a_flipped_byte_is_told(shown: tuple[House, Page], path: str, step: str) -> None:
    mine, page = shown
    mine.altered[path] = flipped
    how, wrong = checked(page, f"entry=3&{ROUND}")
    assert how == "wrong"
    assert {step, "proof", "checkpoint"} & set(wrong)


def test_every_line_of_a_checkpoint_counts(shown: tuple[House, Page]) -> None:
    mine, page = shown
    for old, new in ((b"record\n", b"recorb\n"), (b"\n307\n", b"\n306\n")):
        mine.altered["/record/checkpoint"] = lambda raw, old=old, new=new: raw.replace(old, new, 1)
        how, wrong = checked(page, "entry=3")
        assert (how, wrong[0]) == ("wrong", "signature")


def changed(alter: Callable[[Any], object]) -> Callable[[bytes], bytes]:
    """The document with something in it altered, and as canonical as before."""

    def made(raw: bytes) -> bytes:
        said = json.loads(raw)
        alter(said)
        return canonical(said).encode()

    return made


ALTERED: list[tuple[str, Callable[[Any], object], set[str]]] = [
    ("allocation", lambda of: of["result"]["result"]["awards"][0].__setitem__(1, 11), {"award", "leaf"}),
    ("allocation", lambda of: of["result"]["result"]["lines"][0].__setitem__(3, 1), {"line", "leaf"}),
    ("allocation", lambda of: of["result"]["result"].__setitem__("value", 1), {"value", "leaf"}),
    ("allocation", lambda of: of["result"]["result"]["computed"].remove("a"), {"justice", "listed"}),
    ("allocation", lambda of: of["result"]["case"]["quotas"][0].__setitem__(3, 2), {"quota", "frozen"}),
    ("allocation", lambda of: of["result"]["case"]["streams"][0].__setitem__(1, 20), {"envelope", "frozen"}),
    ("allocation", lambda of: of["result"]["case"]["rules"].__setitem__("company_films", 1), {"company"}),
    ("allocation", lambda of: of["frozen"]["case"]["files"][0].__setitem__(3, 1), {"frozen", "otherlist"}),
    ("allocation", lambda of: of["result"].pop("result"), {"document"}),
    ("votes", lambda of: of["votes"][0].__setitem__("for", 7), {"leaf"}),
    ("votes", lambda of: of["votes"][0].update({"for": 1, "against": 8}), {"vote", "leaf"}),
    ("result", lambda of: of["list"][0].__setitem__(2, 11), {"resulted", "leaf"}),
    ("result", lambda of: of.__setitem__("files", 5), {"leaf"}),
    ("order", lambda of: of.__setitem__("total", 31), {"total", "leaf"}),
    ("order", lambda of: of["rows"][0].__setitem__(1, 11), {"total", "ordered"}),
    ("rulings", lambda of: of["rulings"][0].__setitem__(2, 11), {"ruling", "leaf"}),
    ("departures", lambda of: of["departures"].append({"film": "d", "towards": "in"}), {"departures"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "alter", "told"), ALTERED)
def test_an_altered_list_vote_or_sum_is_told(
    shown: tuple[House, Page], name: str, alter: Callable[[Any], object], told: set[str]
) -> None:
    mine, page = shown
    mine.altered[f"{HERE}/{name}.json"] = changed(alter)
    how, wrong = checked(page, ROUND)
    assert how == "wrong"
    assert told <= set(wrong)


def test_a_document_that_is_missing_from_a_published_round_is_told(shown: tuple[House, Page]) -> None:
    mine, page = shown
    del mine.answers[f"{HERE}/votes.json"]
    how, wrong = checked(page, ROUND)
    assert (how, "missing" in wrong) == ("wrong", True), wrong


def test_a_kept_checkpoint_convicts_whoever_rewrites_what_it_was_signed_over(
    shown: tuple[House, Page],
) -> None:
    mine, page = shown
    mine.altered["/record/checkpoint"] = lambda _raw: mine.answers["/old"][0]
    page.goto(f"{HOST}/en/record/check/")
    page.get_by_role("button", name="Keep this checkpoint in this browser").click()
    expect(page.locator("[data-is=keptsize]")).to_contain_text("300")
    mine.altered.clear()
    assert checked(page, "entry=303") == ("right", [])
    assert page.locator("[data-step=kept][data-how=right]").count() == 1
    mine.altered["/record/tile/1/000.p/1"] = flipped
    assert "tiles" in checked(page, "entry=303")[1]
    page.evaluate("""() => { const name = Object.keys(localStorage).find((each) => each.startsWith("kinoqor-record"));
      localStorage.setItem(name, localStorage.getItem(name).replace("\\n300\\n", "\\n299\\n")); }""")
    mine.altered.clear()
    assert "kept" in checked(page, "entry=303")[1]


def test_dropped_files_are_checked_by_the_keyboard_alone(shown: tuple[House, Page]) -> None:
    mine, page = shown
    page.goto(f"{HOST}/en/record/check/")
    files = [
        {
            "name": f"299.{kind}",
            "mimeType": "text/plain",
            "buffer": mine.answers[f"/record/leaf/299.{kind}"][0],
        }
        for kind in ("json", "tlog-proof")
    ]
    page.locator("#files").set_input_files(files)
    page.locator("[data-is=go]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-is=state]")).to_have_attribute("data-how", "right")
    assert page.locator("[data-step=path][data-how=right]").count() == 1
    assert not [each for each in mine.asked if "/leaf/" in each]


def test_another_key_is_not_believed(shown: tuple[House, Page]) -> None:
    _mine, page = shown
    page.goto(f"{HOST}/en/record/check/")
    page.locator("summary").last.click()
    page.locator("#key").fill("kino.example/record+00000000+AAAA")
    page.locator("#entry").fill("0")
    page.locator("[data-is=go]").click()
    expect(page.locator("[data-step=key]")).to_have_attribute("data-how", "wrong")


def test_a_browser_without_ed25519_says_so_and_what_to_do(shown: tuple[House, Page]) -> None:
    _mine, page = shown
    page.add_init_script(
        "SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'))"
    )
    assert checked(page, "entry=3") == ("partly", [])
    expect(page.locator("[data-step=ed25519]")).to_contain_text("kinoqor-verify")
