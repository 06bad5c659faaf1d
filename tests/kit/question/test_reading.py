"""A document becomes a form, or says in full sentences why not."""

from typing import Any

import pytest

from kinoqor.kit.question import Kind, Unfit, read
from tests.kit.question.papers import BIN, choices, document, film, group, question, texts


def wrong(*groups: dict[str, Any], **more: Any) -> str:
    with pytest.raises(Unfit) as caught:
        read(document(*groups, **more))
    assert all(one.sentence.endswith(".") or one.sentence.endswith("”.") for one in caught.value.faults)
    return str(caught.value)


def test_a_good_document_becomes_a_form_with_its_places() -> None:
    form = film()
    assert [group.code for group in form.groups] == ["film", "crew"]
    assert form.question("title") is form.groups[0].questions[0]
    assert form.question("crew.2.name") is form.question("crew.name")
    assert form.question("name") is None
    assert form.question("film.title") is None


def test_all_faults_of_a_document_are_said_at_once() -> None:
    with pytest.raises(Unfit) as caught:
        read({"code": "Bad Code", "groups": [{"code": "film", "questions": [{"code": "a", "kind": "poem"}]}]})
    assert len(caught.value.faults) >= 4


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (question("a", colour="red"), "“colour” is not said here."),
        (question("a", "choice", choices=choices("one")), "at least two answers"),
        (question("a", "choice", choices=choices("one", "one")), "same code"),
        (question("a", "money"), "not the code of a currency"),
        (question("a", "company-number"), "no rule for numbers"),
        (question("a", least=5, most=2), "The least is more than the most."),
        (question("a", most="many"), "“most” must be a number."),
        (question("a", "date", first="tomorrow"), "must be a day"),
        (question("a", when=[{"question": "later", "is": "x"}]), "not asked before it"),
        (question("a", "text", words=0), "whole number between 1 and 5000"),
        (question("a", label={"en": "Only English"}), "in each of: kk, ru"),
        (question("Ä"), "is not a code"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_with_a_sentence(bad: Any, sentence: str) -> None:
    assert sentence in wrong(group("film", bad))


def test_a_condition_must_wait_for_an_answer_that_is_offered() -> None:
    asked = question("kind", "choice", choices=choices("feature", "animation"))
    assert "which is not offered" in wrong(
        group("film", asked, question("a", when=[{"question": "kind", "is": "opera"}]))
    )


def test_a_condition_that_compares_wants_a_number() -> None:
    hung = question("b", when=[{"question": "a", "over": 3}])
    assert "not a number" in wrong(group("film", question("a"), hung))


def test_a_group_in_rows_has_at_most_200_of_them_and_asks_no_more_than_a_browser_can_send() -> None:
    assert "between 1 and 200" in wrong(group("crew", question("name"), rows={"most": 201}))
    many = [question(f"q{n}") for n in range(20)]
    assert "allow fewer rows" in wrong(group("crew", *many, rows={"most": 100}))


def test_no_code_is_used_twice() -> None:
    assert "is used twice" in wrong(group("film", question("a")), group("more", question("a")))
    assert "is used twice" in wrong(group("crew", question("a"), question("a"), rows={"most": 2}))


def test_a_form_without_questions_is_none() -> None:
    assert "at least one group" in wrong()
    assert "at least one question" in wrong(group("film"))


def test_a_list_is_given_from_outside() -> None:
    form = read(document(group("film", question("kind", "choice", list="kinds"))))
    assert form.lists == {"kinds"}
    assert form.question("kind").choices == ()  # type: ignore[union-attr]
    kinds = film().question("kind").choices  # type: ignore[union-attr]
    assert form.with_lists({"kinds": kinds}).question("kind").choices == kinds  # type: ignore[union-attr]


def test_every_kind_of_question_can_be_asked() -> None:
    more: dict[str, dict[str, Any]] = {
        "money": {"currency": "EUR"}, "choice": {"list": "kinds"}, "several": {"list": "kinds"},
        "person-number": {"rule": "bin"}, "company-number": {"rule": "bin"},
    }  # fmt: skip
    asked = [question(f"q{n}", kind, **more.get(kind, {})) for n, kind in enumerate(Kind)]
    form = read(document(group("all", *asked), numbers={"bin": BIN}, lead=texts("Lead")))
    assert {one.kind for _group, one in form.questions} == set(Kind)
