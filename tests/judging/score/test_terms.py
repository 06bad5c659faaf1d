"""What a call says of its scores is what the law is given."""

from fractions import Fraction

import pytest

from kinoqor.funding.manner.words import Admission, Criterion, Manner, Scores, Tie
from kinoqor.judging.score.rules.terms import digest_of, marks, terms
from kinoqor.kit.verdict import Refused

TEXT = {"kk": "Сюжет", "ru": "Сюжет", "en": "Plot"}
PLOT = Criterion("plot", TEXT, {}, 1, 10, 2)


def test_every_number_of_a_manner_reaches_the_law() -> None:
    said = Scores(
        Admission.MEDIAN, plus=6, pluses=3, places=4, least=650, ties=(Tie.PLUSES, Tie.DRAW), correct=False, trust=5,
        fewest=9, level=80,
    )  # fmt: skip
    found = terms([PLOT], Manner("script", clause="Rule 7", scores=said))
    assert found.criteria[0].weight == 2
    assert (found.admission, found.plus, found.pluses, found.places) == (Admission.MEDIAN, 6, 3, 4)
    assert (found.least, found.level) == (Fraction("6.5"), Fraction("0.8"))
    assert (found.correct, found.trust, found.fewest, found.clause) == (False, 5, 9, "Rule 7")
    assert found.ties == (Tie.PLUSES, Tie.DRAW)


def test_a_criterion_without_a_scale_cannot_be_counted() -> None:
    with pytest.raises(Refused, match="no scale"):
        terms([Criterion("plot", TEXT, {})], Manner("script"))


def test_what_does_not_apply_is_absent_and_never_nought() -> None:
    found = list(marks([(1, 7, {"plot": None, "cast": 0})]))
    assert [each.value for each in found] == [None, 0]


def test_the_digest_does_not_ask_for_the_order_of_marks_and_asks_for_each_of_them() -> None:
    by = terms([PLOT], Manner("script"))
    some = list(marks([(1, 7, {"plot": 3}), (2, 7, {"plot": 4})]))
    assert digest_of(some, by) == digest_of(reversed(some), by)
    assert digest_of(some, by) != digest_of(some[:1], by)
    assert digest_of(some, by) != digest_of(some, terms([PLOT], Manner("script", scores=Scores(trust=3))))
