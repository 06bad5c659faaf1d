"""The hall: who is told, who came, who marks, when marks open, and what they come to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.deciding.pitching.rules import hearing, telling
from kinoqor.deciding.pitching.rules.points import points, without
from kinoqor.deciding.pitching.words import Came, Contact, Heard, Place, Sheet, Sitting, Way
from kinoqor.funding.manner.words import Criterion
from tests.deciding.pitching.halls import FIRST

BEGINS = datetime(2026, 6, 1, 5, 0, tzinfo=UTC)
BEFORE, AFTER = BEGINS - timedelta(days=2), BEGINS + timedelta(minutes=20)
HERE, ELSEWHERE = Place(FIRST, 600), Place(FIRST, 620)
NOTICE = Contact(Way.WRITTEN, True, BEFORE, "officer", HERE)
CALL = Contact(Way.PHONED, True, BEFORE, "officer", HERE)
SLOT = Heard(begins=BEGINS, place=HERE, told=(NOTICE,))
PITCHED = replace(SLOT, came=Came.PITCHED)
CRITERIA = (Criterion("plot", {}, {}, 1, 10, 3), Criterion("people", {}, {}, 1, 10, 1))
WHOLE = Sheet({"plot": 7, "people": None})
YES = hearing.may_mark(SLOT, there=True, out=False, handed=False)
READY = Sitting({"f1": Came.PITCHED, "f2": Came.NO_SHOW}, handed=3, quorum=2, hearers={"f1": 3})


def test_without_a_written_notice_of_this_very_time_nobody_is_a_no_show() -> None:
    for told in ((), (CALL,), (replace(NOTICE, place=ELSEWHERE),), (replace(NOTICE, at=AFTER),)):
        refused = hearing.may_say(replace(SLOT, told=told), Came.NO_SHOW, AFTER)
        assert "No written notice" in str(refused.reason) and refused.way
    assert hearing.may_say(SLOT, Came.NO_SHOW, AFTER)
    assert "not come yet" in str(hearing.may_say(SLOT, Came.NO_SHOW, BEFORE).reason)


def test_whoever_was_reached_by_phone_about_this_time_is_not_called_again() -> None:
    assert telling.to_call((), HERE)
    assert telling.to_call((replace(CALL, reached=False), NOTICE), HERE)
    assert telling.to_call((CALL,), ELSEWHERE)
    assert not telling.to_call((CALL,), HERE)


def test_a_contact_is_logged_by_somebody_after_the_programme_is_known_and_not_ahead() -> None:
    assert telling.may_log(CALL, True, BEGINS)
    assert not telling.may_log(CALL, False, BEGINS)
    assert not telling.may_log(replace(CALL, at=AFTER), True, BEGINS)
    assert not telling.may_log(replace(CALL, who=" "), True, BEGINS)


def test_what_became_of_a_slot_is_said_in_its_time_and_until_its_marks_open() -> None:
    assert hearing.may_say(SLOT, Came.PITCHED, AFTER)
    assert not hearing.may_say(SLOT, Came.PITCHED, BEFORE)
    assert hearing.may_say(replace(SLOT, came=Came.NO_SHOW), Came.PITCHED, AFTER)
    assert not hearing.may_say(SLOT, Came.WITHDRAWN, BEFORE)
    assert not hearing.may_say(replace(SLOT, came=Came.WITHDRAWN), Came.PITCHED, AFTER)
    assert not hearing.may_say(PITCHED, Came.NO_SHOW, AFTER)
    assert not hearing.may_say(PITCHED, Came.PITCHED, AFTER)
    assert not hearing.may_say(replace(PITCHED, opened=True), Came.NO_SHOW, AFTER)
    assert not hearing.may_say(replace(SLOT, published=False), Came.PITCHED, AFTER)
    for came in (Came.PITCHED, Came.NO_SHOW):
        assert not hearing.may_say(replace(SLOT, begins=None, place=None), came, AFTER)


@pytest.mark.parametrize(
    ("heard", "there", "out", "handed", "said"),
    [
        (SLOT, True, True, False, "shown out"),
        (SLOT, True, False, True, "handed in"),
        (replace(PITCHED, opened=True), True, False, False, "were opened"),
        (replace(SLOT, came=Came.NO_SHOW), True, False, False, "not heard"),
        (replace(SLOT, came=Came.WITHDRAWN), True, False, False, "not heard"),
    ],
)
def test_who_marks_nothing_is_told_why(heard: Heard, there: bool, out: bool, handed: bool, said: str) -> None:
    refused = hearing.may_mark(heard, there, out, handed)
    assert said in str(refused.reason) and str(refused.way)


def test_a_pitching_of_another_section_or_of_no_known_programme_is_not_there() -> None:
    assert hearing.may_mark(SLOT, False, False, False).hidden
    assert hearing.may_mark(replace(SLOT, published=False), True, False, False).hidden
    assert YES


def test_marks_are_handed_in_whole_and_after_the_film_was_heard() -> None:
    assert hearing.may_hand_in(PITCHED, YES, CRITERIA, WHOLE)
    for sheet in (
        Sheet({"plot": 7}),
        Sheet({"plot": None, "people": None}),
        Sheet({"plot": 11, "people": 1}),
    ):
        assert not hearing.may_hand_in(PITCHED, YES, CRITERIA, sheet)
    assert "not recorded yet" in str(hearing.may_hand_in(SLOT, YES, CRITERIA, WHOLE).reason)
    assert hearing.may_hand_in(PITCHED, hearing.OUT, CRITERIA, WHOLE) == hearing.OUT


def test_what_is_off_the_scale_or_unknown_is_not_kept() -> None:
    assert hearing.may_keep(CRITERIA, Sheet({"plot": None}))
    for off in (Sheet({"plot": 0}), Sheet({"plot": 11}), Sheet({"else": 5}), Sheet({}, "x" * 4001)):
        refused = hearing.may_keep(CRITERIA, off)
        assert not refused and str(refused.reason) and str(refused.way)


@given(st.dictionaries(st.sampled_from(["plot", "people"]), st.none() | st.integers(-2, 12)))
def test_what_can_be_handed_in_can_be_kept_and_lacks_nothing(marks: dict[str, int | None]) -> None:
    sheet = Sheet(marks)
    if hearing.may_hand_in(PITCHED, YES, CRITERIA, sheet):
        assert hearing.may_keep(CRITERIA, sheet) and not hearing.lacks(CRITERIA, sheet)
        assert any(mark is not None for mark in marks.values())


def test_marks_open_once_all_slots_are_told_and_what_lacks_is_named() -> None:
    assert hearing.may_open(READY)
    lack = frozenset({("f1", "m2")})
    for sitting, said in (
        (replace(READY, opened=True), "already"),
        (replace(READY, hidden=True), "shut to you"),
        (replace(READY, came={"f1": Came.PITCHED, "f2": Came.AWAITED}), "not recorded"),
        (replace(READY, handed=0), "nothing to open"),
        (replace(READY, hearers={"f1": 1}), "without a quorum"),
        (replace(READY, lacking=lack), "not confirmed"),
        (replace(READY, named=lack), "come in meanwhile"),
    ):
        assert said in str(hearing.may_open(sitting).reason), said
    assert hearing.may_open(replace(READY, lacking=lack, named=lack))


def test_a_page_older_than_the_marks_is_refused_and_a_change_by_hand_needs_its_reason() -> None:
    assert hearing.unchanged_since(2, 2) and not hearing.unchanged_since(1, 2)
    assert hearing.may_reason(False, "") and not hearing.may_reason(True, "short")


def test_the_points_are_the_average_of_the_members_and_of_their_criteria_by_weight() -> None:
    sheets = {
        ("f1", "a"): Sheet({"plot": 10, "people": 2}),  # (30 + 2) / 4 = 8
        ("f1", "b"): Sheet({"plot": 7, "people": 8}),  # (21 + 8) / 4 = 7.25
        ("f1", "c"): Sheet({"plot": 5, "people": None}),  # 5
    }
    found = points(sheets, CRITERIA)["f1"]
    assert found.exact == Fraction(81, 12)
    assert found.rounded == Fraction(675, 100)
    assert found.members == {"a": 8, "b": Fraction(29, 4), "c": 5}


def test_a_film_on_which_nothing_applies_has_no_points_and_not_nought() -> None:
    assert points({("f1", "a"): Sheet({"plot": None, "people": None})}, CRITERIA) == {}


def test_a_half_of_a_hundredth_is_rounded_up() -> None:
    sheets = {("f", str(n)): Sheet({"plot": 6 + (n == 0), "people": None}) for n in range(8)}
    found = points(sheets, CRITERIA)["f"]
    assert (found.exact, found.rounded) == (Fraction(49, 8), Fraction(613, 100))


def test_criteria_of_different_scales_are_brought_onto_one() -> None:
    criteria = (Criterion("plot", {}, {}, 0, 5, 1), Criterion("people", {}, {}, 1, 10, 1))
    found = points(
        {("f", "a"): Sheet({"plot": 5, "people": 10}), ("g", "a"): Sheet({"plot": 0, "people": 1})}, criteria
    )
    assert (found["f"].exact, found["g"].exact) == (10, 1)


@given(st.lists(st.integers(1, 10), min_size=1, max_size=9), st.integers(1, 10))
def test_whoever_is_left_out_counts_nothing_any_more(marks: list[int], other: int) -> None:
    sheets = {("f", f"m{number}"): Sheet({"plot": mark, "people": mark}) for number, mark in enumerate(marks)}
    with_one = sheets | {("f", "gone"): Sheet({"plot": other, "people": other})}
    assert without(with_one, ["gone"], CRITERIA) == points(sheets, CRITERIA)
    assert points(sheets, CRITERIA)["f"].exact == Fraction(sum(marks), len(marks))
