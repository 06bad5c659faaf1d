"""The pages of an estimate, for who writes, who reads, and who is neither."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kinoqor.accounts.role.words import Role
from kinoqor.funding.estimate.actions import load_lines, save_plan, save_schedule
from kinoqor.funding.estimate.queries import holder, parts_of, seen
from tests import people
from tests.funding.estimate.keeping import NUMBER, kept, producer
from tests.funding.estimate.norms import PLAN, SPANS, item
from tests.make import BY

pytestmark = pytest.mark.django_db
HOME = f"/en/applications/{NUMBER}/estimate"
WRITING = ("/chapter/crew/", "/plan/", "/schedule/", "/load/")


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept(monkeypatch)


def whole() -> None:
    load_lines(NUMBER, [item(), item(3, "2.5", "overhead", False, "post")], seen([]), by=BY)
    save_plan(NUMBER, PLAN, seen([]), by=BY)
    save_schedule(NUMBER, SPANS, seen([]), by=BY)


def rows(total: int, **fields: str) -> dict[str, str]:
    about = {"form-TOTAL_FORMS": str(total), "form-INITIAL_FORMS": "0", "shown": seen([])}
    return about | {f"form-{name.replace('__', '-')}": value for name, value in fields.items()}


def test_who_writes_sees_every_page_and_who_reads_sees_no_way_to_write() -> None:
    whole()
    browser, officer = producer(), people.signed_in(Role.OFFICER)
    for lang in ("en", "ru", "kk"):
        for page in ("/", *WRITING):
            assert browser.get(HOME.replace("/en/", f"/{lang}/") + page).status_code == 200
    shown = officer.get(f"{HOME}/").content.decode()
    assert "Test Bank" in shown
    assert "estimate/plan/" not in shown
    for page in WRITING:
        assert officer.get(HOME + page).status_code == 404


def test_a_stranger_is_asked_to_sign_in_and_another_finds_nothing() -> None:
    for page in ("/", *WRITING, ".csv"):
        assert Client().get(HOME + page).status_code in (302, 401)
        assert people.signed_in(Role.CATALOGUER).get(HOME + page).status_code == 404
        assert producer().get(HOME.replace("7", "8") + page).status_code == 404


def test_a_chapter_is_written_in_rows_as_people_write_numbers() -> None:
    sent = rows(
        3, **{"0__text": "Gaffer", "0__quantity": "2,5", "0__price": "1 500 000,50", "0__taxed": "on"}
    )
    assert producer().post(f"{HOME}/chapter/crew/", sent).status_code == 302
    [line] = parts_of(holder(NUMBER))[0]
    assert (line.text, str(line.quantity), line.price, line.taxed) == ("Gaffer", "2.5", 150_000_050, True)


def test_what_is_typed_wrongly_is_said_at_its_field_and_nothing_is_saved() -> None:
    sent = rows(1, **{"0__text": "Gaffer", "0__quantity": "many", "0__price": "-5"})
    shown = producer().post(f"{HOME}/chapter/crew/", sent).content.decode()
    assert shown.count("This is not a number.") == 2
    assert "many" in shown
    assert parts_of(holder(NUMBER))[0] == []


def test_more_rows_come_without_a_script_and_ten_thousand_do_not() -> None:
    browser = producer()
    sent = rows(3, **{"0__text": "Gaffer"}) | {"more": "1"}
    shown = browser.post(f"{HOME}/chapter/crew/", sent).content.decode()
    assert "form-5-text" in shown
    assert "Gaffer" in shown
    shown = browser.post(f"{HOME}/chapter/crew/", rows(10_000)).content.decode()
    assert "form-90-text" not in shown
    assert parts_of(holder(NUMBER))[0] == []


def test_two_windows_are_told_and_what_was_typed_stays() -> None:
    whole()
    answer = producer().post(f"{HOME}/plan/", rows(1, **{"0__whose": "asked", "0__amount": "123"}))
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert "123" in shown
    assert "Test Bank" in shown
    again = rows(1, **{"0__whose": "asked", "0__amount": "123"}) | {"shown": answer.context["shown"]}
    assert producer().post(f"{HOME}/plan/", again).status_code == 302
    assert [each.amount for each in parts_of(holder(NUMBER))[1]] == [123_00]


def test_a_partner_has_a_name() -> None:
    shown = (
        producer()
        .post(f"{HOME}/plan/", rows(1, **{"0__whose": "partner", "0__amount": "5"}))
        .content.decode()
    )
    assert "Say from whom this money comes." in shown


def test_a_schedule_is_saved_and_a_day_before_the_first_is_refused() -> None:
    browser = producer()
    right = {"shown": seen([]), "shooting_first": "2026-01-01", "shooting_last": "2026-02-01"}
    wrong = right | {"shooting_last": "2025-12-31"}
    assert "The last day lies before the first." in browser.post(f"{HOME}/schedule/", wrong).content.decode()
    assert browser.post(f"{HOME}/schedule/", right).status_code == 302
    assert parts_of(holder(NUMBER))[2][0].last is not None


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_a_table_that_was_taken_comes_back_the_same_in_any_language(form: str, lang: str) -> None:
    whole()
    browser = producer()
    home = HOME.replace("/en/", f"/{lang}/")
    before = parts_of(holder(NUMBER))[0]
    taken = browser.get(f"{home}.{form}")
    assert form in taken["Content-Disposition"]
    file = SimpleUploadedFile("lines", taken.content)
    sent = {"file": file, "replace": "on", "shown": browser.get(f"{home}/load/").context["shown"]}
    assert browser.post(f"{home}/load/", sent).status_code == 302
    assert parts_of(holder(NUMBER))[0] == before


def test_a_table_with_one_faulty_row_is_not_taken_and_every_fault_is_told() -> None:
    raw = "chapter,text,quantity,price\ncrew,Gaffer,1,5\nmoon,Rocket,1,5\ncrew,,1,5\ncrew,Grip,x,5\n"
    sent = {"file": SimpleUploadedFile("a.csv", raw.encode()), "shown": seen([])}
    shown = producer().post(f"{HOME}/load/", sent).content.decode()
    assert "3 rows cannot be taken" in shown
    assert "Row 3: There is no chapter “moon”." in shown.replace("&quot;", '"')
    assert parts_of(holder(NUMBER))[0] == []


@pytest.mark.parametrize("raw", [b"%PDF-1.7", b"a,b\n1,2\n", b"", b"\x00\x01"])
def test_what_is_no_table_of_lines_is_refused_in_a_sentence(raw: bytes) -> None:
    sent = {"file": SimpleUploadedFile("a.csv", raw), "shown": seen([])}
    answer = producer().post(f"{HOME}/load/", sent)
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize(
    "sent", [{}, {"more": "1"}, {"form-TOTAL_FORMS": "x", "more": "1"}, {"form-TOTAL_FORMS": "-1"}]
)
def test_a_form_that_nobody_gave_out_is_answered_and_writes_nothing(sent: dict[str, str]) -> None:
    browser = producer()
    for page in ("/chapter/crew/", "/plan/", "/load/"):
        assert browser.post(HOME + page, sent).status_code == 200
    nul = rows(1, **{"0__text": "a\0b", "0__quantity": "1\0", "0__price": "٣"})
    assert browser.post(f"{HOME}/chapter/crew/", nul).status_code == 200
    assert parts_of(holder(NUMBER)) == ([], [], [], 0)


def test_a_plan_before_its_estimate_is_told_what_to_write_first() -> None:
    page = producer().get(f"{HOME}/plan/").content.decode()
    assert "must come to" not in page
    assert "Write the lines of the estimate first" in page and f'href="{HOME}/#chapters"' in page
    load_lines(NUMBER, [item()], seen([]), by=BY)
    page = producer().get(f"{HOME}/plan/").content.decode()
    assert "must come to" in page and "Write the lines of the estimate first" not in page


def test_sources_without_an_estimate_cover_nothing_yet() -> None:
    save_plan(NUMBER, PLAN, seen([]), by=BY)
    page = producer().get(f"{HOME}/").content.decode()
    assert "the estimate has no sum yet" in page and "more than the" not in page
