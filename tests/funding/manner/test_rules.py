"""The manner of a stage, read without a database: defaults, every fault, and what a call makes of it."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.call import rules as call
from kinoqor.funding.call.adapters.files import documents
from kinoqor.funding.manner import rules
from kinoqor.funding.manner.words import Admission, Criterion, Manner, Scores, Section, Source, Tie
from kinoqor.judging.score import words as score
from kinoqor.kit.document import Faulty, Part

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
YEAR = dict(documents(PACK))["selection-2025"]
STAGES = ("script", "package")
CRITERIA = (Criterion("script", {}, {}, 1, 10, 60), Criterion("release", {}, {}, 1, 10, 40))
WHOLE: dict[str, Any] = {
    "stage": "script", "readers": 5, "most": 20, "least": 2, "section": "language", "cap": 40, "floor": 100,
    "strong": 1, "strong_from": 700, "houses": False, "clause": "Rules, 3",
    "conflicts": {"years": 4, "crew_years": 1, "crew_least": 3, "remote": False, "feared": 0},
    "draw": {"source": "numbers", "after": 30},
    "scores": {"admission": "pluses", "plus": 6, "pluses": 3, "places": 20, "least": 700, "first": "script",
               "ties": ["criterion", "lowest", "draw"], "correct": False, "trust": 5, "fewest": 6, "level": 80},
    "second": {"more": 2},
    "feedback": {"days": 20, "needed": False},
}  # fmt: skip


def read(document: dict[str, Any], criteria: tuple[Criterion, ...] = CRITERIA) -> tuple[Manner, list[str]]:
    part = Part(document, "judging.1")
    return rules.manner(part, STAGES, criteria), part.faults


def laid(**changes: Any) -> dict[str, Any]:
    """The whole manner with some values changed; "scores__plus" stands for the key of a table within."""
    document = deepcopy(WHOLE)
    for place, value in changes.items():
        table, _under, key = place.rpartition("__")
        home = document[table] if table else document
        home.pop(key, None) if value is None else home.update({key: value})
    return document


def test_a_manner_that_names_only_its_stage_has_the_stated_defaults() -> None:
    assert read({"stage": "script"}) == (Manner("script"), [])
    plain = Manner("script")
    assert (plain.readers, plain.most, plain.section, plain.cap) == (3, 15, Section.MEDIUM, 50)
    assert (plain.conflicts.years, plain.draw.source, plain.scores.level) == (5, Source.DRAND, 50)


def test_all_that_a_manner_says_is_read() -> None:
    found, faults = read(WHOLE)
    assert faults == []
    assert (found.readers, found.least, found.houses, found.clause) == (5, 2, False, "Rules, 3")
    assert found.conflicts.feared == 0  # nought that is said is not the default
    assert found.scores == Scores(
        Admission.PLUSES, 6, 3, 20, 700, (Tie.CRITERION, Tie.LOWEST, Tie.DRAW), "script", False, 5, 6, 80
    )
    assert (found.second.more, found.feedback.days, found.feedback.needed) == (2, 20, False)


@pytest.mark.parametrize(
    ("changes", "place", "sentence"),
    [
        ({"stage": None}, "stage", "is missing"),
        ({"stage": "pitching"}, "stage", "names the stage “pitching”, which there is not"),
        ({"readers": 0}, "readers", "between 1 and 20"),
        ({"readers": 21}, "readers", "between 1 and 20"),
        ({"least": 21}, "least", "is above the most"),
        ({"section": "genre"}, "section", "none, medium, language"),
        ({"cap": 0}, "cap", "between 1 and 100"),
        ({"floor": 1001}, "floor", "between 0 and 1000"),
        ({"strong": 6}, "strong", "more strong readers than it has readers"),
        ({"floor": 800}, "strong_from", "fits no better"),
        ({"houses": "yes"}, "houses", "yes or no"),
        ({"conflicts__years": -1}, "conflicts.years", "between 0 and 50"),
        ({"conflicts__crew_least": 0}, "conflicts.crew_least", "between 1 and 100"),
        ({"draw__source": "dice"}, "draw.source", "drand, numbers"),
        ({"draw__after": 0}, "draw.after", "between 1"),
        ({"scores__admission": "vote"}, "scores.admission", "mean, median, rank, pluses"),
        ({"scores__plus": None}, "scores.plus", "from which mark on"),
        ({"scores__plus": 11}, "scores.plus", "from 1 to 10"),
        ({"scores__pluses": 6}, "scores.pluses", "more readers must be in favour than a file has"),
        ({"scores__admission": "mean", "scores__least": 1001}, "scores.least", "from 1 to 10"),
        ({"scores__ties": ["coin"]}, "scores.ties", "score, criterion, lowest, pluses, draw"),
        ({"scores__ties": ["lowest", "lowest"]}, "scores.ties", "twice"),
        ({"scores__ties": ["draw", "lowest"]}, "scores.ties", "comes last"),
        ({"scores__first": "music"}, "scores.first", "names the criterion “music”, which there is not"),
        ({"scores__first": None}, "scores.first", "on which criterion"),
        ({"scores__level": 100}, "scores.level", "between 1 and 99"),
        ({"second__more": 16}, "second.more", "more than 20 readers"),
        ({"feedback__days": 0}, "feedback.days", "between 1"),
        ({"colour": "blue"}, "colour", "not known here"),
        ({"scores__colour": "blue"}, "scores.colour", "not known here"),
    ],
)  # fmt: skip
def test_each_fault_is_one_full_sentence_at_its_place(
    changes: dict[str, Any], place: str, sentence: str
) -> None:
    _found, faults = read(laid(**changes))
    assert len(faults) == 1, faults
    assert f"“judging.1.{place}”" in faults[0]
    assert sentence in faults[0]
    assert faults[0].endswith((".", "?"))


def test_a_tie_by_those_in_favour_needs_the_mark_of_a_plus_too() -> None:
    _found, faults = read(laid(scores={"admission": "mean", "ties": ["pluses", "draw"]}))
    assert [fault for fault in faults if "scores.plus" in fault]


def test_a_mark_is_not_tried_against_a_scale_that_nobody_knows() -> None:
    unknown = (replace(CRITERIA[0], highest=None), CRITERIA[1])
    assert rules.scale(unknown) is None
    assert rules.scale(()) is None
    assert read(laid(scores__plus=11), unknown)[1] == []


def test_marks_above_it_have_the_same_words_for_admission_and_ties() -> None:
    assert score.Admission is Admission
    assert score.Tie is Tie


@given(
    st.integers(1, 20), st.integers(0, 20), st.integers(0, 60), st.integers(1, 60), st.integers(0, 20),
    st.integers(1, 20),
)  # fmt: skip
def test_what_is_read_without_a_fault_can_be_kept(
    readers: int, strong: int, least: int, most: int, more: int, pluses: int
) -> None:
    numbers = {"readers": readers, "strong": strong, "least": least, "most": most}
    found, faults = read(laid(**numbers, second__more=more, scores__pluses=pluses))
    possible = strong <= readers and least <= most and readers + more <= 20 and pluses <= readers
    assert (faults == []) == possible
    assert (found.readers, found.strong, found.least, found.most) == (readers, strong, least, most)


def test_a_call_gives_the_manner_of_a_stage_and_none_where_it_says_nothing() -> None:
    terms = call.terms({**YEAR, "judging": [{"stage": "script", "readers": 4}]})
    assert terms.manner("script") == Manner("script", readers=4)
    assert terms.manner("package") is None


def test_a_call_has_one_manner_for_a_stage_and_cites_its_clause() -> None:
    with pytest.raises(Faulty) as faulty:
        call.terms({**YEAR, "judging": [{"stage": "script"}, {"stage": "script"}]})
    assert faulty.value.faults == ("“judging” names “script” twice.",)
    cited = call.terms({**YEAR, "judging": [{"stage": "script", "clause": "order-64"}]}, "ru")
    assert "Приказ № 64" in cited.manners[0].clause
