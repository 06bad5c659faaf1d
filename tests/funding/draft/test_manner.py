"""The manner of a stage in a draft: a form that keeps what it shows, each fault at its field, one entry for a stage."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kinoqor.accounts.role.words import Role
from kinoqor.funding.call import actions, queries
from kinoqor.funding.call.adapters.files import demonstration
from kinoqor.funding.call.rules import terms
from kinoqor.funding.draft import rules
from kinoqor.funding.programme.actions import load_programmes
from tests import people
from tests.make import BY

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
REF = "selection-2025"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_draft() -> None:
    load_programmes(PACK, by=BY)
    actions.load_calls(PACK, by=BY)
    actions.begin_draft(REF, by=BY)


@pytest.fixture
def officer() -> Client:
    return people.signed_in(Role.OFFICER)


def place(page: str, key: str = "") -> str:
    return reverse(page, kwargs={"ref": REF, "name": "judging"} | ({"key": key} if key else {}))


def shown(browser: Client, address: str) -> dict[str, Any]:
    """What the page of an entry would send, as it is shown."""
    page = browser.get(address).context
    sent = {field.html_name: field.value() for field in page["form"]}
    kept = {name: value for name, value in sent.items() if value not in (None, [])}
    return kept | {"seen": page["seen"], "base": page["base"]}


def stands(key: str) -> dict[str, Any] | None:
    draft = queries.draft(REF)
    assert draft
    return rules.entry(draft.terms, "judging", key)


YESES = dict.fromkeys(("houses", "conflicts.remote", "scores.correct", "feedback.needed"), "yes")


def test_a_manner_saved_as_it_is_shown_says_what_it_said(officer: Client) -> None:
    manner = dict(demonstration(PACK, date(2026, 3, 1)))["demo-script"]["judging"][0] | {
        "houses": False,
        "scores": {"admission": "rank", "ties": ["lowest", "draw"], "correct": False},
    }
    actions.amend(REF, "judging", lambda now: {**now, "judging": [manner]}, by=BY)
    draft = queries.draft(REF)
    address = place("draft-entry", "script")
    assert officer.post(address, shown(officer, address)).status_code == 302
    kept = queries.draft(REF)
    assert kept and draft
    assert terms(kept.terms) == terms(draft.terms)
    assert terms(kept.terms).manners[0].readers == manner["readers"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"strong": "4"}, "strong"),
        ({"strong": "1", "strong_from": "10", "floor": "20"}, "strong_from"),
        ({"scores.admission": "pluses"}, "scores.plus"),
        ({"scores.admission": "pluses", "scores.plus": "5", "scores.pluses": "9"}, "scores.pluses"),
        ({"scores.ties_1": "criterion", "scores.ties_2": "draw"}, "scores.first"),
        ({"scores.ties_1": "draw", "scores.ties_2": "lowest"}, "scores.ties_1"),
        ({"stage": ""}, "stage"),
    ],
)
def test_a_fault_of_a_manner_stands_at_its_own_field(
    officer: Client, said: dict[str, str], field: str
) -> None:
    answer = officer.post(place("draft-new"), {"stage": "script", **YESES, "seen": "", **said})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]


def test_a_stage_is_judged_in_one_manner_and_its_page_and_its_way_out_are_there(officer: Client) -> None:
    said = {"stage": "script", **YESES, "seen": ""}
    assert officer.post(place("draft-new"), said).status_code == 302
    assert "stage" in officer.post(place("draft-new"), said).context["form"].errors
    for page in ("draft-entry", "draft-out"):
        assert officer.get(place(page, "script")).status_code == 200
    sent = {"seen": rules.seen(stands("script"))}
    assert officer.post(place("draft-out", "script"), sent).status_code == 302
    assert stands("script") is None


@pytest.mark.parametrize(
    ("language", "typed", "kept", "shown_"),
    [
        ("en", "6.25", 625, "6.25"),
        ("kk", "6,25", 625, "6,25"),
        ("ru", "6,25", 625, "6,25"),
        ("ru", " 7 ", 700, "7,00"),
        ("en", "6,5", 650, "6.50"),
    ],
)
def test_the_least_mark_is_typed_and_shown_as_a_mark_in_the_readers_writing(
    officer: Client, language: str, typed: str, kept: int, shown_: str
) -> None:
    with override(language):
        said = {"stage": "script", **YESES, "seen": "", "scores.least": typed}
        assert officer.post(place("draft-new"), said).status_code == 302
        entry = stands("script")
        assert entry and entry["scores"]["least"] == kept
        page = officer.get(place("draft-entry", "script"))
    assert page.context["form"]["scores.least"].value() == shown_
    assert f'value="{shown_}"' in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("6.255", "at most two decimals, such as 6.25"),
        ("six", "at most two decimals, such as 6.25"),
        ("-1", "at most two decimals, such as 6.25"),
        ("1,000.5", "at most two decimals, such as 6.25"),
        ("٦", "at most two decimals, such as 6.25"),
        ("1000.01", "A mark lies between 0 and 1000."),
        ("9" * 41, "at most 40 characters"),
    ],
)
def test_what_is_no_mark_is_refused_with_a_sentence_and_stays_as_it_was_typed(
    officer: Client, typed: str, said: str
) -> None:
    answer = officer.post(place("draft-new"), {"stage": "script", **YESES, "seen": "", "scores.least": typed})
    form = answer.context["form"]
    assert list(form.errors) == ["scores.least"]
    assert said in " ".join(form.errors["scores.least"])
    assert form["scores.least"].value() == typed and stands("script") is None


def test_the_form_of_a_manner_has_its_fields_in_named_parts_and_loses_none(officer: Client) -> None:
    form = officer.get(place("draft-new")).context["form"]
    parts = form.parts()
    assert [str(part.name) for part in parts] == [
        "Who reads", "How they are drawn", "Conflicts of interest", "Who goes on", "Strictness of experts",
        "Second reading and reasons",
    ]  # fmt: skip
    assert [one.key for part in parts for one in part.sections] == [field.key for field in form.of.fields]
    page = officer.get(place("draft-new")).content.decode()
    assert page.index("Who reads") < page.index('name="readers"') < page.index("How they are drawn")
