"""Officers draft, try out and publish forms; nobody else sees the builder."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.role.words import Role
from kinoqor.funding.question import actions
from kinoqor.funding.question.queries import draft, form_in_force
from kinoqor.kit.verdict import Refused
from tests import people
from tests.kit.question.papers import texts
from tests.make import BY

pytestmark = pytest.mark.django_db
PLACE = ["small", "film", "title"]


@pytest.fixture
def officer() -> Client:
    return people.signed_in(Role.OFFICER)


@pytest.fixture
def begun() -> None:
    actions.begin_form("small", texts("Small"), by=BY)


def sent(officer: Client, name: str, *args: Any, **data: Any) -> Any:
    found = draft("small")
    revision = found.revision if found else 0
    return officer.post(reverse(name, args=args), {"revision": revision, **data})


def three(name: str, words: str) -> dict[str, str]:
    return {f"{name}_{lang}": words for lang in ("kk", "ru", "en")}


def test_a_form_is_begun_changed_tried_out_and_published(officer: Client) -> None:
    sent(officer, "question-form-new", code="small", **three("name", "Small"))
    said = {"code": "kind", "kind": "choice", **three("label", "Kind")}
    assert sent(officer, "question-new", "small", "film", **said).status_code == 302
    answers = "feature | а | б | Feature\nanimation | в | г | Animation"
    changed = sent(
        officer,
        "question",
        "small",
        "film",
        "kind",
        **three("label", "Kind of film"),
        choices=answers,
        required="on",
    )
    assert changed.status_code == 302
    said = {"code": "pages", "kind": "number", **three("label", "Pages")}
    sent(officer, "question-new", "small", "film", **said)
    hung = {"hangs_on_1": "kind", "how_1": "is", "what_1": "feature", "most": "120"}
    sent(officer, "question", "small", "film", "pages", **three("label", "Pages"), **hung)
    page = officer.get(reverse("question-form", args=["small"])).content.decode()
    for words in ("Kind of film", "Only if: Kind of film: Feature", "at most 120"):
        assert words in page
    tried = officer.post(reverse("question-form-try", args=["small", 1]), {"kind": "feature", "pages": "121"})
    assert "must not be more than 120" in tried.content.decode()
    assert "What would still be open" in tried.content.decode()
    assert sent(officer, "question-form-publish", "small").status_code == 302
    version = form_in_force("small")
    assert version is not None
    assert version.number == 1


@pytest.mark.usefixtures("begun")
def test_a_change_that_makes_no_form_is_refused_with_the_reason_and_nothing_is_kept(officer: Client) -> None:
    said = {"code": "kind", "kind": "choice", **three("label", "Kind")}
    sent(officer, "question-new", "small", "film", **said)
    before = draft("small")
    answer = sent(
        officer, "question", "small", "film", "kind", **three("label", "Kind"), choices="only | a | b | c"
    )
    assert "at least two answers" in answer.content.decode()
    half = sent(officer, "question", "small", "film", "title", label_en="Title", label_kk="", label_ru="")
    assert half.status_code == 200
    assert before is not None
    assert draft("small").document == before.document  # type: ignore[union-attr]


@pytest.mark.usefixtures("begun")
def test_the_last_question_cannot_be_taken_out(officer: Client) -> None:
    answer = sent(officer, "question-form-move", "small", place="film.title", where="out")
    assert answer.status_code == 302
    assert draft("small").document["groups"][0]["questions"]  # type: ignore[union-attr]


@pytest.mark.usefixtures("begun")
def test_two_hands_do_not_undo_each_others_work(officer: Client) -> None:
    changed = three("label", "Name") | {"revision": 1}
    assert officer.post(reverse("question", args=PLACE), changed).status_code == 302
    late = officer.post(reverse("question", args=PLACE), three("label", "Other") | {"revision": 1})
    assert "Somebody has changed this draft" in late.content.decode()


@pytest.mark.usefixtures("begun")
def test_a_draft_is_dropped_and_a_published_form_is_drafted_anew(officer: Client) -> None:
    sent(officer, "question-form-publish", "small")
    officer.post(reverse("question-form-draft", args=["small"]))
    assert draft("small") is not None
    page = officer.get(reverse("question-form-publish", args=["small"])).content.decode()
    assert "says the same as the version in force" in page
    officer.post(reverse("question-form-drop", args=["small"]))
    assert draft("small") is None
    assert form_in_force("small") is not None


@pytest.mark.usefixtures("begun")
def test_what_cannot_be_done_is_refused_with_a_reason() -> None:
    for refused in (
        lambda: actions.begin_form("small", texts("Again"), by=BY),
        lambda: actions.begin_draft("unheard-of", by=BY),
        lambda: actions.publish("unheard-of", 1, by=BY),
        lambda: actions.publish("small", 7, by=BY),
        lambda: actions.change_draft("small", 1, {"code": "small"}, by=BY),
    ):
        with pytest.raises(Refused) as caught:
            refused()
        assert str(caught.value.verdict.reason).endswith((".", "”."))


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("role", [None, Role.PRODUCER, Role.CATALOGUER])
def test_nobody_but_an_officer_sees_the_builder(role: Role | None) -> None:
    browser = people.signed_in(role) if role else Client()
    for name, args in (
        ("question-forms", []), ("question-form", ["small"]), ("question", PLACE),
        ("question-form-try", ["small", 1]), ("question-form-publish", ["small"]),
    ):  # fmt: skip
        assert browser.get(reverse(name, args=args)).status_code in (302, 403)


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_page_of_the_builder_stands_in_every_language(officer: Client, lang: str) -> None:
    pages = [
        ("question-forms", []), ("question-form-new", []), ("question-form", ["small"]),
        ("question-form-version", ["small", 1]), ("question-form-try", ["small", 1]),
        ("question-form-publish", ["small"]), ("question-form-name", ["small"]),
        ("question-group-new", ["small"]), ("question-group", ["small", "film"]),
        ("question-new", ["small", "film"]), ("question", PLACE),
    ]  # fmt: skip
    for name, args in pages:
        path = reverse(name, args=args).replace("/en/", f"/{lang}/", 1)
        assert officer.get(path).status_code == 200, path
    for name, args in (("question", ["small", "film", "none"]), ("question-form", ["none"])):
        assert officer.get(reverse(name, args=args)).status_code == 404
