"""The pages of calls: answered to everybody, in every language, and at the desk only to officers."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from kinoqor.accounts.role.words import Role
from kinoqor.funding.call import actions, queries
from kinoqor.funding.programme.actions import load_programmes
from kinoqor.funding.question.actions import load_forms
from tests import people
from tests.make import BY

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
REF, DEMO = "selection-2025", "demo-script"
GOOD = {
    "stream": "debut", "kind": "feature-full", "c-registered": "yes", "c-activity": "yes", "c-tax-debt": "no",
    "c-solvent": "no", "c-rights": "yes",
}  # fmt: skip

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_pack() -> None:
    load_programmes(PACK, by=BY)
    load_forms(PACK, by=BY)
    actions.load_calls(PACK, by=BY)
    actions.load_demonstration(PACK, timezone.localdate(), by=BY)


@pytest.fixture
def officer() -> Client:
    return people.signed_in(Role.OFFICER)


def shown(browser: Client, name: str, data: Any = None, **named: Any) -> str:
    answer = browser.get(reverse(name, kwargs=named), data)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_call_is_shown_to_a_stranger_in_every_language(lang: str, client: Client) -> None:
    with override(lang):
        listed = shown(client, "calls")
        for version in queries.all_published():
            page = shown(client, "call", ref=version.call.ref)
            assert version.terms["name"][lang] in page
            assert reverse("call", kwargs={"ref": version.call.ref}) in listed


def test_an_open_call_says_until_which_second_and_a_closed_one_that_it_is_closed(client: Client) -> None:
    assert "23:59:59, that second included" in shown(client, "call", ref=DEMO)
    assert "closed for applications" in shown(client, "call", ref=REF)


def test_what_was_not_found_stands_on_the_page_as_not_known(client: Client) -> None:
    page = shown(client, "call", ref=REF)
    assert page.count("not known") >= 5
    assert "The term for a complaint and for its answer." in page


def test_an_invented_call_is_marked_as_invented(client: Client) -> None:
    assert "This is a played demonstration:" in shown(client, "call", ref=DEMO)
    assert "This is a played demonstration:" not in shown(client, "call", ref=REF)


def test_the_check_says_yes_without_an_account(client: Client) -> None:
    page = shown(client, "call-check", GOOD, ref=DEMO)
    assert "Yes, you may apply" in page
    assert "Preliminary contract between applicant and author" in page


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"c-registered": "no"}, ["Register a company", "art. 14"]),
        ({"c-activity": "no"}, ["Change the main activity", "Formal refusals of 2023"]),
        ({"c-tax-debt": "yes"}, ["Pay the debt", "6 MCI"]),
        ({"c-solvent": "yes"}, ["Another company or producer", "Call of 2024"]),
        ({"c-rights": "no"}, ["Sign a contract", "no proof of the author"]),
        ({"kind": "animation-full"}, ["does not take films of this kind", "Choose another stream"]),
    ],
)
def test_each_no_of_the_check_gives_its_reason_and_the_way_out(
    answer: dict[str, str], said: list[str], client: Client
) -> None:
    page = shown(client, "call-check", {**GOOD, **answer}, ref=DEMO)
    assert "Not yet: 1 thing stands in the way" in page
    assert all(words in page for words in said)


def test_who_does_not_know_is_told_to_find_out(client: Client) -> None:
    assert "Probably: find out 1 thing first" in shown(
        client, "call-check", {**GOOD, "c-tax-debt": "unsure"}, ref=DEMO
    )


def test_a_check_with_half_its_answers_is_asked_again(client: Client) -> None:
    assert "Please correct this" in shown(client, "call-check", {"stream": "debut"}, ref=DEMO)


def test_the_days_page_counts_over_a_holiday_and_says_what_nobody_verified(client: Client) -> None:
    term = {"start": "2026-12-14", "days": "3", "count": "working"}
    page = shown(client, "working-days", term, ref="national-cinema")
    assert "18 December 2026, Friday" in page
    assert "Independence Day" in page
    unsure = shown(
        client, "working-days", {**term, "start": "2026-12-30", "days": "5"}, ref="national-cinema"
    )
    assert "nobody has verified" in unsure


@pytest.mark.parametrize(
    "term", [{"start": "2040-01-01", "days": "3"}, {"start": "2027-12-30", "days": "900"}]
)
def test_a_year_that_the_calendar_does_not_hold_is_no_error(term: dict[str, str], client: Client) -> None:
    assert "The calendar" in shown(
        client, "working-days", {**term, "count": "working"}, ref="national-cinema"
    )


def test_a_draft_is_not_there_for_anybody_but_officers(client: Client, officer: Client) -> None:
    actions.begin_call("selection-2027", REF, False, by=BY)
    assert client.get(reverse("call", kwargs={"ref": "selection-2027"})).status_code == 404
    preview = reverse("desk-call-preview", kwargs={"ref": "selection-2027"})
    assert client.get(preview).status_code == 302
    assert people.signed_in(Role.PRODUCER).get(preview).status_code == 403
    assert "Only officers see this page." in officer.get(preview).content.decode()


def test_an_officer_changes_the_window_previews_and_publishes(client: Client, officer: Client) -> None:
    officer.post(reverse("desk-call-draft", kwargs={"ref": REF}))
    part = reverse("desk-call-part", kwargs={"ref": REF, "part": "dates"})
    form = officer.get(part).context["form"]
    sent = {field.html_name: field.value() or "" for field in form}
    sent |= {"stages.1.opens": "2025-05-26T00:00:00", "stages.1.shuts": "2025-06-03T18:00"}
    assert officer.post(part, sent).status_code == 302
    assert "3 June 2025, 18:00" in shown(officer, "desk-call-preview", ref=REF)
    assert "3 June 2025" not in shown(client, "call", ref=REF)
    desk = shown(officer, "desk-call", ref=REF)
    assert "stages.package.shuts" in desk
    revision = queries.draft(REF).revision  # type: ignore[union-attr]
    officer.post(reverse("desk-call-publish", kwargs={"ref": REF}), {"revision": revision})
    assert "3 June 2025, 18:00" in shown(client, "call", ref=REF)
    before = shown(client, "call-version", ref=REF, number=1)
    assert "A later version has taken its place." in before
    assert "3 June 2025" not in before


def test_a_document_that_cannot_be_read_is_not_saved_and_not_lost(officer: Client) -> None:
    actions.begin_draft(REF, by=BY)
    part = reverse("desk-call-part", kwargs={"ref": REF, "part": "whole"})
    for sent, said in (
        ("{", "This is no JSON"),
        ('{"name": 1}', "must be a text in"),
        ("[]", "must be a table"),
    ):
        page = officer.post(part, {"whole": sent, "revision": 1}).content.decode()
        assert said in page
    assert queries.draft(REF).revision == 1  # type: ignore[union-attr]


def test_the_second_tab_is_told_and_saves_nothing_over_the_first(officer: Client) -> None:
    actions.begin_draft(REF, by=BY)
    part = reverse("desk-call-part", kwargs={"ref": REF, "part": "texts"})
    sent = {field.html_name: field.value() or "" for field in officer.get(part).context["form"]}
    assert officer.post(part, sent).status_code == 302
    assert "Somebody has changed this draft" in officer.post(part, sent).content.decode()


def test_a_step_that_has_happened_stands_beside_its_plan(client: Client, officer: Client) -> None:
    actions.note_step(REF, "script-results", date(2025, 5, 14), by=BY)
    assert "14 May 2025" in shown(client, "call", ref=REF)
    officer.post(reverse("desk-call-step", kwargs={"ref": REF}), {"step": "pitching", "day": "2999-01-01"})
    assert "2999" not in shown(client, "call", ref=REF)


def test_a_call_is_annulled_with_a_reason_and_another_repeats_it(client: Client, officer: Client) -> None:
    place = reverse("desk-call-annul", kwargs={"ref": DEMO})
    officer.post(place, {"why": ""})
    assert queries.call(DEMO).annulled is None  # type: ignore[union-attr]
    officer.post(place, {"why": "The council was unlawfully composed."})
    page = shown(client, "call", ref=DEMO)
    assert "The council was unlawfully composed." in page
    assert DEMO not in [version.call.ref for version, _terms in queries.open_calls()]
    officer.post(reverse("desk-calls"), {"ref": "demo-again", "like": DEMO, "repeats": "on"})
    assert queries.call("demo-again").rerun_of.ref == DEMO  # type: ignore[union-attr]


def test_no_page_of_a_call_asks_more_than_twelve_questions(client: Client, officer: Client) -> None:
    actions.begin_draft(REF, by=BY)
    programme, call = {"ref": "national-cinema"}, {"ref": REF}
    asked = {}
    for browser, name, named in (
        (client, "calls", {}), (client, "call", call), (client, "call-check", call), (client, "programme", programme),
        (client, "working-days", programme), (officer, "desk-calls", {}), (officer, "desk-call", call),
        (officer, "desk-call-preview", call), (officer, "desk-call-part", call | {"part": "dates"}),
    ):  # fmt: skip
        with CaptureQueriesContext(connection) as caught:
            shown(browser, name, **named)
        asked[name] = len(caught)
    assert {
        name: times for name, times in asked.items() if times > (20 if name.startswith("desk") else 12)
    } == {}, asked
