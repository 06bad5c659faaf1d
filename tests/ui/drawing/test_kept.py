"""A drawing is kept, and only for what it was asked with."""

from collections.abc import Iterator

import pytest
from django.utils.translation import gettext_lazy, override

from kinoqor.ui.drawing import frames
from kinoqor.ui.drawing.kept import MOST, frozen, kept


def test_the_same_question_is_drawn_once() -> None:
    asked: list[object] = []

    @kept
    def draw(counts: dict[int, int], said: str = "") -> str:
        asked.append(counts)
        return f"{sorted(counts.items())}{said}"

    assert draw({1990: 1}) == draw({1990: 1}) and len(asked) == 1
    assert draw({1990: 2}) != draw({1990: 1}) and draw({1990: 1}, said="x") != draw({1990: 1})
    assert len(asked) == 3


def test_a_changed_list_is_not_answered_from_what_was_kept() -> None:
    kinds = {"feature": 3}
    before = frames(kinds)
    kinds["feature"] = 4
    assert frames(kinds) != before


@pytest.mark.parametrize(("one", "other"), [(1, True), (1, 1.0), ([1], 1), ({1: 2}, [(1, 2)]), ("1", 1)])
def test_what_would_be_drawn_differently_has_another_key(one: object, other: object) -> None:
    assert frozen(one) != frozen(other)


def test_words_are_kept_by_the_language_they_are_read_in() -> None:
    word = gettext_lazy("Films")
    with override("ru"):
        russian = frozen(word)
    with override("en"):
        assert frozen(word) == "Films" != russian


def test_what_can_be_read_only_once_is_never_kept() -> None:
    asked = 0

    @kept
    def draw(years: Iterator[int]) -> int:
        nonlocal asked
        asked += 1
        return sum(years)

    assert draw(iter([1, 2])) == 3 and draw(iter([4])) == 4 and asked == 2


def test_no_more_than_the_last_drawings_are_kept() -> None:
    asked: list[int] = []

    @kept
    def draw(n: int) -> int:
        asked.append(n)
        return n

    for n in range(MOST + 1):
        draw(n)
    draw(0)
    assert asked.count(0) == 2
