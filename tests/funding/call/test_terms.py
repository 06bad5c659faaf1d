"""What a call says, read and judged without a database: windows to the second, limits, papers, conditions."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.call import rules
from kinoqor.funding.call.adapters.files import documents, over
from kinoqor.funding.call.words import Standing, Terms
from kinoqor.kit.document import Faulty

PACK = Path(__file__).resolve().parents[3] / "packs" / "kz"
DOCUMENTS = dict(documents(PACK))
YEAR = rules.terms(DOCUMENTS["selection-2025"])
SCRIPT = YEAR.stages[0]
LAST = datetime(2025, 3, 13, 18, 59, 59, 999999, UTC)  # 23:59:59.999999 by the clock of the country


def changed(**parts: Any) -> dict[str, Any]:
    return {**DOCUMENTS["selection-2025"], **parts}


@pytest.mark.parametrize("ref", sorted(DOCUMENTS))
def test_every_call_of_the_pack_can_be_read(ref: str) -> None:
    assert isinstance(rules.terms(DOCUMENTS[ref]), Terms)


def test_the_two_stages_have_their_own_days() -> None:
    assert (SCRIPT.repair_days, SCRIPT.reading_days) == (3, 20)
    assert YEAR.stages[1].repair_days == 3
    assert YEAR.stages[1].window is None


def test_the_last_second_counts_and_the_next_does_not() -> None:
    assert rules.open_stage(YEAR, LAST) == SCRIPT
    assert rules.may_file(YEAR, SCRIPT, LAST)
    late = rules.may_file(YEAR, SCRIPT, LAST + timedelta(microseconds=1))
    assert not late
    assert "23:59:59" in str(late.reason)
    assert late.clause


def test_a_stage_without_dates_says_so() -> None:
    said = rules.may_file(YEAR, YEAR.stages[1], LAST)
    assert str(said.reason) == "No dates have been announced for this stage yet."


def test_where_a_call_stands_follows_from_the_clock() -> None:
    assert rules.standing(YEAR, LAST - timedelta(days=30)) == Standing.COMING
    assert rules.standing(YEAR, LAST) == Standing.OPEN
    assert rules.standing(YEAR, LAST + timedelta(days=1)) == Standing.SHUT
    assert rules.standing(YEAR, LAST, annulled=True) == Standing.ANNULLED


def test_two_scripts_of_one_making_are_the_most() -> None:
    assert rules.within_limits(YEAR, "feature-full", {"feature-short": 1})
    full = rules.within_limits(YEAR, "feature-full", {"feature-short": 1, "feature-full": 1})
    assert not full
    assert full.clause
    assert rules.within_limits(YEAR, "documentary-full", {"feature-short": 1, "feature-full": 1})


@given(st.dictionaries(st.sampled_from([kind.code for kind in YEAR.kinds]), st.integers(0, 3)))
def test_what_was_filed_of_another_making_never_counts(filed: dict[str, int]) -> None:
    others = {code: times for code, times in filed.items() if not code.startswith("animation")}
    assert rules.within_limits(YEAR, "animation-full", others)


def test_a_documentary_sends_a_plan_and_a_feature_a_script() -> None:
    asked = [paper.code for paper in rules.papers_for(SCRIPT, {"kind": "documentary-full"})]
    assert "plan" in asked
    assert "script" not in asked
    assert "script" in [paper.code for paper in rules.papers_for(SCRIPT, {"kind": "feature-full"})]


def test_a_debt_is_limited_by_the_parameter_of_the_day_and_never_by_nought() -> None:
    known = rules.on_day(YEAR.conditions, date(2025, 3, 5), lambda code, day: 393200)
    assert next(each.limit for each in known if each.code == "tax-debt") == 6 * 393200
    unknown = rules.on_day(YEAR.conditions, date(2025, 3, 5), lambda code, day: None)
    assert next(each.limit for each in unknown if each.code == "tax-debt") is None


def test_what_was_not_found_is_none_and_named() -> None:
    assert YEAR.complaint_days is None
    assert {stream.envelope for stream in YEAR.streams} == {None}
    assert {"complaint", "envelopes", "scale"} <= {each.code for each in YEAR.unknown}


def test_an_answer_gives_the_reason_the_clause_and_the_way() -> None:
    debt = next(each for each in YEAR.conditions if each.code == "tax-debt")
    refused = rules.answered(debt, "yes", "ru")
    assert not refused
    assert refused.clause
    assert refused.way
    assert rules.answered(debt, "no", "ru")


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (changed(name={"kk": "Атау", "ru": "Имя"}), "“name” has no text in the language en."),
        (changed(zone="Nowhere/Land"), "“Nowhere/Land” is not a time zone, such as Etc/UTC."),
        (changed(envelop=5), "“envelop” is not known here."),
        (changed(stages=[]), "“stages” is missing."),
        (changed(streams=DOCUMENTS["selection-2025"]["streams"] * 2), "“streams” names “debut” twice."),
        (changed(pairs=[{"stream": "debut", "kinds": ["opera"]}]), "names the kind “opera”, which there is not."),
        (changed(limits=[{"per": "medium", "most": "two"}]), "must be a whole number"),
    ],
)  # fmt: skip
def test_a_document_that_says_it_wrongly_is_refused_in_a_full_sentence(
    document: dict[str, Any], said: str
) -> None:
    with pytest.raises(Faulty) as wrong:
        rules.terms(document)
    assert any(said in fault for fault in wrong.value.faults)


def test_every_fault_is_found_in_one_reading() -> None:
    with pytest.raises(Faulty) as wrong:
        rules.terms({"name": 3, "streams": "none"})
    assert len(wrong.value.faults) > 4


def test_what_a_call_says_lies_over_the_rules_it_names() -> None:
    laid = over({"a": [{"code": "x", "n": 1}, {"code": "y"}]}, {"a": [{"code": "x", "m": 2}, {"code": "z"}]})
    assert laid == {"a": [{"code": "x", "n": 1, "m": 2}, {"code": "y"}, {"code": "z"}]}
