"""A form's document is changed piece by piece; what would make no form is refused with its reasons."""

from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.question import rules
from kinoqor.kit.question import read
from tests.kit.question.papers import CREW, FILM, document, question, texts

PLAIN = document(FILM, CREW)
PLACES = [("film", ""), ("crew", "")] + [
    (group["code"], one["code"]) for group in (FILM, CREW) for one in group["questions"]
]


def test_a_form_that_is_begun_can_be_read() -> None:
    assert rules.can_be_read(rules.fresh("mine", texts("Mine")))


def test_a_no_carries_the_sentences() -> None:
    verdict = rules.can_be_read(rules.without(PLAIN, "film", "kind"))
    assert not verdict
    assert "not asked before it" in str(verdict.reason)


def test_a_question_is_put_at_the_end_or_changed_in_its_place() -> None:
    longer = rules.with_question(PLAIN, "film", question("budget", "number"))
    assert [one["code"] for one in longer["groups"][0]["questions"]][-1] == "budget"
    changed = rules.with_question(longer, "film", question("title", most=9))
    assert next(one["code"] for one in changed["groups"][0]["questions"]) == "title"
    assert rules.differences(PLAIN, changed) == {
        "new": ["film.budget"],
        "changed": ["film.title"],
        "gone": [],
    }


def test_a_group_keeps_its_questions_when_it_is_changed() -> None:
    changed = rules.with_group(PLAIN, {"code": "crew", "name": texts("Team")})
    assert len(changed["groups"][1]["questions"]) == 3
    assert read(rules.with_group(PLAIN, {"code": "more", "name": texts("More")})).group("more")


@given(st.sampled_from(PLACES), st.sampled_from([-1, 1]))
def test_a_move_loses_nothing_and_the_way_back_undoes_it(place: tuple[str, str], by: int) -> None:
    there = rules.moved(PLAIN, *place, by)
    assert not any(listed for name, listed in rules.differences(PLAIN, there).items() if name != "changed")
    if there != PLAIN:
        assert rules.moved(there, *place, -by) == PLAIN


def test_a_draft_that_says_nothing_new_is_not_published() -> None:
    assert not rules.may_publish(PLAIN, PLAIN)
    assert rules.may_publish(PLAIN, None)
    assert not rules.may_publish(rules.without(PLAIN, "film", "kind"), None)


def test_a_draft_that_was_changed_meanwhile_is_not_changed_over() -> None:
    assert rules.is_current(3, 3)
    assert "Somebody has changed" in str(rules.is_current(4, 3).reason)
