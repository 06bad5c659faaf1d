"""The manner of a stage in a draft: a form that keeps what it shows, each fault at its field, one entry for a stage."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

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
