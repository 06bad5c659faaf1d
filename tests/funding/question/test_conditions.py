"""A question hangs on several earlier answers: all of them must hold, and of one any answer that is named."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.funding.question import actions
from kinoqor.funding.question.adapters.hanging import conditions_of, one_more
from kinoqor.funding.question.forms import GroupForm
from kinoqor.funding.question.queries import draft
from kinoqor.kit.question import Form, read
from tests import people
from tests.kit.question.papers import choices, document, group, question, texts
from tests.make import BY

KINDS = choices("feature", "documentary", "animation")
GROUPS = (
    group("film", question("kind", "choice", choices=KINDS), question("minutes", "number"), question("first", "yes-no")),
    group("crew", question("names")),
)  # fmt: skip
WHEN = [
    {"question": "kind", "is": ["feature", "animation"]},
    {"question": "minutes", "over": 40, "under": 90},
    {"question": "first", "given": False},
]


def form() -> Form:
    return read(document(*GROUPS))


def typed(**more: str) -> dict[str, str]:
    return {**{f"name_{lang}": "Crew" for lang in ("kk", "ru", "en")}, **more}


def judged(**more: str) -> GroupForm:
    return GroupForm(form(), form().group("crew"), data=typed(**more))


def test_every_condition_of_a_document_is_shown_and_goes_back_as_it_stood() -> None:
    first = conditions_of({"when": WHEN})
    assert [first[f"how_{n}"] for n in (1, 2, 3, 4)] == ["is", "over", "under", "missing"]
    again = judged(**{key: str(value) for key, value in first.items()})
    assert again.is_valid()
    assert again.condition() == [
        {"question": "kind", "is": ["feature", "animation"]},
        {"question": "minutes", "over": 40},
        {"question": "minutes", "under": 90},
        {"question": "first", "given": False},
    ]


def test_a_condition_whose_first_line_is_emptied_is_taken_out_and_the_others_stay() -> None:
    left = judged(hangs_on_1="", how_1="is", what_1="feature", hangs_on_2="first", how_2="is", what_2="yes")
    assert left.is_valid()
    assert left.condition() == [{"question": "first", "is": ["yes"]}]


@pytest.mark.parametrize(
    ("how", "what", "on", "said"),
    [
        ("is", "", "kind", "Say which answer the condition waits for."),
        ("is", "feature, film", "kind", "“film” is not an answer to that question."),
        ("not", "maybe", "first", "It can be: no, yes."),
        ("over", "long", "minutes", "Give a number."),
        ("under", "3", "kind", "is not a number and cannot be compared."),
    ],
)
def test_half_a_condition_is_refused_at_its_own_field(how: str, what: str, on: str, said: str) -> None:
    wrong = judged(hangs_on_1="minutes", how_1="given", hangs_on_2=on, how_2=how, what_2=what)
    assert not wrong.is_valid()
    assert list(wrong.errors) == ["what_2"]
    assert said in wrong.errors["what_2"][0]


def test_one_more_condition_keeps_what_was_typed_and_there_are_ten_at_most() -> None:
    given: dict[str, Any] = typed(hangs_on_1="kind", how_1="is", what_1="feature")
    more = one_more(given)
    assert (more["what_1"], more["hangs_on_2"]) == ("feature", "")
    for _time in range(20):
        more = one_more(more)
    full = GroupForm(form(), form().group("crew"), initial=more)
    assert (full.many, full.may_have_more()) == (10, False)


@pytest.mark.django_db
def test_an_officer_hangs_a_question_on_two_answers_at_once() -> None:
    officer: Client = people.signed_in(Role.OFFICER)
    actions.begin_form("several", texts("Several"), by=BY)
    begun = draft("several")
    assert begun
    actions.change_draft("several", begun.revision, {**document(*GROUPS), "code": "several"}, by=BY)
    place = reverse("question", args=["several", "crew", "names"])
    said = {f"label_{lang}": "Crew" for lang in ("kk", "ru", "en")} | {"revision": 2}
    first = {"hangs_on_1": "kind", "how_1": "is", "what_1": "feature, animation"}
    page = officer.post(place, {**said, **first, "more": "1"}).content.decode()
    assert "Condition 2" in page
    assert "feature, animation" in page
    second = {"hangs_on_2": "minutes", "how_2": "over", "what_2": "40"}
    assert officer.post(place, {**said, **first, **second}).status_code == 302
    kept = draft("several")
    assert kept
    assert kept.document["groups"][1]["questions"][0]["when"] == [
        {"question": "kind", "is": ["feature", "animation"]},
        {"question": "minutes", "over": 40},
    ]
    shown = officer.get(reverse("question-form", args=["several"])).content.decode()
    assert "Only if: Kind: Feature or Animation; Minutes: more than 40" in shown
