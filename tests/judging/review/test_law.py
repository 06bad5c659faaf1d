"""The law of reviews, without a database: who may write, what a whole review is, what is sealed, when all is opened."""

from dataclasses import replace

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from kinoqor.funding.manner.words import Criterion
from kinoqor.judging.review import rules
from kinoqor.judging.review.words import LONGEST, SHORTEST, Case, Given, Round, Stands

CRITERIA = (Criterion("plot", {}, {}, 1, 10, 1), Criterion("people", {}, {}, 0, 5, 1))
WORDLESS = Criterion("themes", {}, {})
WHY = "The second act holds the tension to its end."
WHOLE = Given({"plot": 7, "people": None}, {"plot": WHY, "people": WHY}, "", "en")
READY = Round(4, 4, bodies=(("Section", 2, 3),))

marks = st.dictionaries(st.sampled_from(["plot", "people"]), st.none() | st.integers(-3, 15))
words = st.dictionaries(st.sampled_from(["plot", "people"]), st.text(max_size=60))
somehow = st.builds(Given, marks, words, st.text(max_size=20), st.sampled_from(["kk", "ru", "en"]))


@pytest.mark.parametrize("what", ["ended", "shut"])
def test_a_reading_that_ended_or_was_shut_is_not_there(what: str) -> None:
    case = replace(Case(), **{what: True})
    assert rules.may_read(case).hidden
    assert rules.may_write(case).hidden
    assert rules.may_read(replace(Case(), released=False)).hidden
    assert rules.may_read(Case())


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("handed", "handed in this review"),
        ("opened", "have been opened"),
        ("withdrawn", "withdrawn"),
        ("annulled", "annulled"),
    ],
)
def test_nothing_is_written_after_the_end_and_it_can_still_be_read(what: str, said: str) -> None:
    case = replace(Case(), **{what: True})
    assert said in str(rules.may_write(case).reason)
    assert rules.may_read(case)
    assert not rules.may_hand_in(case, CRITERIA, WHOLE, True, True)


def test_a_page_that_is_older_than_the_review_is_refused() -> None:
    assert rules.unchanged_since(3, 3)
    assert rules.unchanged_since(2, 3) == rules.CHANGED


def test_a_mark_outside_of_its_scale_is_not_kept() -> None:
    for mark in (0, 11, -1, 1000):
        assert not rules.may_keep(CRITERIA, Given({"plot": mark}, language="en"))
    assert rules.may_keep(CRITERIA, Given({"plot": None, "people": 0}, language="en"))
    assert "no mark" in str(rules.in_scale(WORDLESS, 5).reason)
    assert not rules.in_scale(CRITERIA[0], True)


def test_an_unknown_criterion_endless_words_and_a_strange_language_are_not_kept() -> None:
    assert "no such criterion" in str(rules.may_keep(CRITERIA, Given({"luck": 3}, language="en")).reason)
    assert not rules.may_keep(CRITERIA, Given({}, {"plot": "a" * (LONGEST + 1)}, language="en"))
    assert not rules.may_keep(CRITERIA, Given(council="a" * 9000, language="en"))
    assert not rules.may_keep(CRITERIA, Given(language="xx"))


def test_what_does_not_apply_is_not_lacking_and_what_was_not_marked_is() -> None:
    assert rules.lacks(CRITERIA, WHOLE, True) == []
    bare = Given({"plot": 7}, {"plot": WHY}, "", "en")
    assert [(each.criterion, each.part) for each in rules.lacks(CRITERIA, bare, True)] == [
        ("people", "mark"),
        ("people", "words"),
    ]


def test_words_are_asked_where_the_manner_asks_for_them() -> None:
    silent = replace(WHOLE, reasons={})
    assert rules.complete(CRITERIA, silent, False)
    assert not rules.complete(CRITERIA, silent, True)
    assert not rules.complete((WORDLESS,), Given(language="en"), False)


@drawn(somehow)
def test_what_can_be_handed_in_is_whole_and_on_its_scales(given: Given) -> None:
    if rules.may_hand_in(Case(), CRITERIA, given, True, True):
        assert rules.complete(CRITERIA, given, True)
        assert given.marks.keys() == {"plot", "people"}
        assert any(mark is not None for mark in given.marks.values())
        for each in CRITERIA:
            mark = given.marks[each.code]
            assert mark is None or (each.lowest or 0) <= mark <= (each.highest or 0)
            assert len(given.reasons[each.code].strip()) >= SHORTEST


@drawn(somehow)
def test_what_lacks_nothing_lacks_nothing_where_less_is_asked(given: Given) -> None:
    assert len(rules.lacks(CRITERIA, given, False)) <= len(rules.lacks(CRITERIA, given, True))


@drawn(somehow, somehow)
def test_two_reviews_have_one_seal_only_if_they_say_the_same(one: Given, other: Given) -> None:
    assert (rules.seal(1, one, "s") == rules.seal(1, other, "s")) == (one == other)
    assert rules.seal(1, one, "s") != rules.seal(2, one, "s")
    assert rules.seal(1, one, "s") != rules.seal(1, one, "t")


def test_the_seal_of_all_does_not_hang_on_their_order() -> None:
    assert rules.seal_of_all([(1, "a"), (2, "b")]) == rules.seal_of_all([(2, "b"), (1, "a")])


def test_a_review_in_which_nothing_applies_and_one_of_a_tied_reader_are_not_handed_in() -> None:
    nothing = replace(WHOLE, marks={"plot": None, "people": None})
    assert "nothing applies" in str(rules.may_hand_in(Case(), CRITERIA, nothing, True, True).reason)
    assert "ties you" in str(rules.may_hand_in(Case(), CRITERIA, WHOLE, True, False).reason)
    assert rules.may_hand_in(Case(), CRITERIA, WHOLE, True, True)


def test_how_far_a_review_is() -> None:
    assert rules.stands(False, False, False) == Stands.NOT_BEGUN
    assert rules.stands(True, False, False) == Stands.BEGUN
    assert rules.stands(True, False, True) == Stands.WITHDRAWN
    assert rules.stands(True, True, True) == Stands.HANDED


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"opened": True}, "opened already"),
        ({"hidden": True}, "shut to you"),
        ({"readings": 0}, "Nobody has been given"),
        ({"handed": 0}, "nothing to open"),
        ({"bodies": (("Section", 4, 3),)}, "no quorum"),
        ({"lacking": frozenset({3})}, "1 review is missing"),
        ({"named": frozenset({3})}, "come in meanwhile"),
    ],
)
def test_a_panel_opens_once_with_a_quorum_and_with_each_lack_named(
    changed: dict[str, object], said: str
) -> None:
    assert said in str(rules.may_open(replace(READY, **changed)).reason)  # type: ignore[arg-type]
    assert rules.may_open(READY)
    assert rules.may_open(replace(READY, lacking=frozenset({3}), named=frozenset({3})))


@drawn(st.frozensets(st.integers(1, 6)), st.frozensets(st.integers(1, 6)))
def test_all_is_opened_only_if_just_what_lacks_was_named(
    lacking: frozenset[int], named: frozenset[int]
) -> None:
    assert bool(rules.may_open(replace(READY, lacking=lacking, named=named))) == (lacking == named)
