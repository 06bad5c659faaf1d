"""How films are chosen and the quotas of a call in its draft: written by a form, read back as they were said."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.funding.call import actions, queries
from kinoqor.funding.draft import rules
from kinoqor.funding.programme.actions import load_programmes
from tests import people
from tests.make import BY

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
REF = "selection-2025"
PITCHED = {
    "stage": "package", "pitching.minutes": "12", "pitching.weight": "30", "pitching.first": "09:30",
    "voting.form": "named", "purse.lots": "band", "purse.least_points": "6.25", "purse.steps": "90, 80",
    "purse.most": "500000000", "purse.departures": "no", "complaint_days": "10", "seen": "",
}  # fmt: skip
NAMED = {f"name_{lang}": "Documentaries" for lang in ("kk", "ru", "en")}
QUOTA = {
    "code": "documentaries", **NAMED, "only": "medium", "only_mediums": ["documentary"], "measure": "film_share",
    "least": "20", "seen": "",
}  # fmt: skip

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_draft() -> None:
    load_programmes(PACK, by=BY)
    actions.load_calls(PACK, by=BY)
    actions.begin_draft(REF, by=BY)
    actions.amend(REF, "awarding", lambda now: {**now, "awarding": [], "quotas": []}, by=BY)


@pytest.fixture
def officer() -> Client:
    return people.signed_in(Role.OFFICER)


def place(page: str, name: str, key: str = "") -> str:
    return reverse(page, kwargs={"ref": REF, "name": name} | ({"key": key} if key else {}))


def test_an_award_written_by_the_form_is_what_the_call_says(officer: Client) -> None:
    assert officer.post(place("draft-new", "awarding"), PITCHED).status_code == 302
    draft = queries.draft(REF)
    assert draft
    award = queries.terms_of(draft).award("package")
    assert award and award.pitching and award.purse
    assert (award.pitching.minutes, award.pitching.weight, award.pitching.first.hour) == (12, 30, 9)
    assert (award.purse.lots, award.purse.least_points, award.purse.steps) == ("band", 625, (90, 80))
    assert not award.purse.departures and award.voting.form == "named" and award.complaint_days == 10
    assert officer.get(place("draft-entry", "awarding", "package")).status_code == 200


def test_an_award_saved_as_it_is_shown_says_what_it_said(officer: Client) -> None:
    officer.post(place("draft-new", "awarding"), PITCHED)
    before = queries.draft(REF)
    address = place("draft-entry", "awarding", "package")
    page = officer.get(address).context
    sent = {field.html_name: field.value() for field in page["form"]}
    kept = {name: value for name, value in sent.items() if value not in (None, [])}
    assert officer.post(address, kept | {"seen": page["seen"], "base": page["base"]}).status_code == 302
    after = queries.draft(REF)
    assert before and after
    assert rules.entry(after.terms, "awarding", "package") == rules.entry(before.terms, "awarding", "package")


@pytest.mark.parametrize(
    ("left_out", "field"), [("pitching.minutes", "pitching.minutes"), ("purse.lots", "purse.lots")]
)
def test_what_hangs_on_a_pitching_or_on_money_is_not_said_without_it(
    officer: Client, left_out: str, field: str
) -> None:
    said = {name: value for name, value in PITCHED.items() if name != left_out}
    answer = officer.post(place("draft-new", "awarding"), said)
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]


def test_a_time_of_the_day_that_is_none_stands_at_its_field(officer: Client) -> None:
    answer = officer.post(place("draft-new", "awarding"), PITCHED | {"pitching.first": "half past nine"})
    assert "pitching.first" in answer.context["form"].errors


def test_a_quota_written_by_the_form_counts_the_films_that_it_names(officer: Client) -> None:
    assert officer.post(place("draft-new", "quotas"), QUOTA).status_code == 302
    draft = queries.draft(REF)
    assert draft
    [quota] = queries.terms_of(draft).quotas
    assert (quota.answer, quota.one_of, quota.measure, quota.least) == (
        "medium",
        ("documentary",),
        "film_share",
        20,
    )
    page = officer.get(place("draft-list", "quotas")).content.decode()
    assert "Documentaries" in page and "at least 20" in page
    shown = officer.get(place("draft-entry", "quotas", "documentaries")).context["form"]
    assert shown.initial["only"] == "medium" and shown.initial["only_mediums"] == ["documentary"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"only_mediums": []}, "only_mediums"),
        ({"only": "kind"}, "only_kinds"),
        ({"only": "answer", "only_codes": "yes"}, "only_answer"),
        ({"least": "120"}, "least"),
        ({"least": ""}, "least"),
        ({"least": "9", "most": "3"}, "least"),
    ],
)
def test_a_fault_of_a_quota_stands_at_its_own_field(
    officer: Client, said: dict[str, str], field: str
) -> None:
    answer = officer.post(place("draft-new", "quotas"), QUOTA | said)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
