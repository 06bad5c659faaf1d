"""Sums, caps, the plan and the schedule, without a database."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.estimate.rules import (
    item_kept,
    items_of,
    may_hold,
    percent,
    plan_of,
    points,
    rate_on,
    reckon,
    schedule_of,
    source_kept,
    span_kept,
    sum_of,
    unchanged,
)
from kinoqor.funding.estimate.words import Proof, Source, Span, Sum, Whose
from tests.funding.estimate.norms import NORMS, PLAN, SPANS, item

AMOUNTS = st.builds(
    item,
    st.integers(0, 10**10),
    st.decimals("0.001", "999", places=3).map(str),
    st.sampled_from(["crew", "overhead"]),
    st.booleans(),
    st.sampled_from(["", "shooting", "post"]),
)


@given(st.lists(AMOUNTS, max_size=20))
def test_chapters_and_rates_both_add_up_to_the_whole(items: list) -> None:
    told = reckon(items, SPANS, NORMS)
    assert sum((each.sum for each in told.chapters), Sum()) == told.total
    assert sum((each for _rate, each in told.by_rate), Sum()) == told.total
    assert told.total.gross == told.total.net + told.total.tax


def test_the_rate_is_that_of_the_last_day_of_the_phase_else_of_the_day_of_the_estimate() -> None:
    told = reckon([item(phase="shooting"), item(phase="post"), item()], SPANS, NORMS)
    assert told.total == Sum(300_00, 12_00 + 16_00 + 12_00)
    assert [rate.rate for rate, _sum in told.by_rate if rate] == [1200, 1600]


def test_before_the_first_rate_and_on_what_is_not_taxed_there_is_no_tax() -> None:
    assert rate_on(NORMS.rates, date(2008, 12, 31)) is None
    assert reckon([item(taxed=False)], (), NORMS).total == Sum(100_00, 0)


def test_half_of_the_smallest_coin_is_rounded_up() -> None:
    assert sum_of(item(1, "0.5"), None).net == 1
    assert sum_of(item(3, "0.1"), None).net == 0


def said(
    items: list | None = None, plan: list | None = None, spans: list | None = None, **more: object
) -> list[str]:
    by = replace(NORMS, **more)  # type: ignore[arg-type]
    found = points([item()] if items is None else items, PLAN if plan is None else plan,
                   SPANS if spans is None else spans, by, "en")  # fmt: skip
    return [f"{point.place}: {point.sentence}" for point in found]


def test_a_whole_estimate_has_no_open_point() -> None:
    assert said() == []


def test_a_cap_holds_to_the_coin_and_says_its_share_and_clause() -> None:
    assert said([item(90_00), item(10_00, chapter="overhead")]) == []
    found = points([item(90_00), item(10_01, chapter="overhead")], [], SPANS, NORMS, "en")
    assert "Overhead is 10.01% of the estimate; at most 10% may be." in [each.sentence for each in found]
    assert found[0].clause == "rule 7"


def test_a_cap_that_nobody_read_in_the_rules_is_a_remark_and_blocks_nothing() -> None:
    doubtful = replace(NORMS, chapters=(NORMS.chapters[0], replace(NORMS.chapters[1], sure=False)))
    found = points([item(chapter="overhead")], PLAN, SPANS, doubtful, "en")
    assert [each.blocks for each in found] == [False]


@pytest.mark.parametrize(
    ("told", "begins"),
    [
        ({"items": []}, "lines: The estimate has no line"),
        ({"items": [item()] * 3, "most_lines": 2}, "lines: The estimate has 3 lines"),
        ({"items": [item(chapter="catering")]}, "lines: Lines that stand in no chapter"),
        ({"plan": [Source(Whose.OWN, "", 112_00, Proof.PAID)]}, "plan: The plan does not say how much"),
        (
            {"plan": [Source(Whose.ASKED, "", 100_00)]},
            "plan: The sources bring ₸100, the estimate comes to ₸112: ₸12",
        ),
        ({"plan": [Source(Whose.ASKED, "", 113_00)]}, "plan: The sources bring ₸113"),
        ({"most_asked": 69_99}, "plan: ₸70 is asked; at most ₸69.99"),
        ({"intensity": 6000}, "plan: What is asked is more than 60%"),
        ({"plan": [PLAN[0], replace(PLAN[1], proof=Proof.NONE)]}, "plan.2.proof: Nothing proves"),
        ({"spans": SPANS[:1]}, "schedule.post: Say when this phase"),
        (
            {"spans": [SPANS[0], Span("post", date(2026, 3, 1), date(2026, 2, 1))]},
            "schedule.post: Post ends before",
        ),
        (
            {"spans": [SPANS[0], Span("post", date(2025, 8, 1), date(2025, 12, 1))]},
            "schedule.post: Post begins before",
        ),
    ],
)
def test_what_stands_against_an_estimate_is_said_at_its_place(told: dict, begins: str) -> None:
    assert any(each.startswith(begins) for each in said(**told)), said(**told)


def test_what_is_covered_may_be_the_sum_without_the_tax() -> None:
    assert said(plan=[Source(Whose.ASKED, "", 100_00)], covers_gross=False) == []


def test_records_are_read_as_they_were_kept() -> None:
    items = [item(1, "2.50", phase="post")]
    assert items_of(map(item_kept, items)) == items
    assert item_kept(items[0])["quantity"] == "2.5"
    assert item_kept(item(1, "100"))["quantity"] == "100"
    assert plan_of(map(source_kept, PLAN)) == PLAN
    assert schedule_of(map(span_kept, [*SPANS, Span("x", None, None)])) == [*SPANS, Span("x", None, None)]


def test_shares_are_written_as_readers_of_each_language_write_them() -> None:
    assert [percent(1250, "en"), percent(1000, "ru"), percent(1, "kk")] == [
        "12.5%",
        "10\u00a0%",
        "0,01\u00a0%",
    ]


def test_a_second_window_and_too_many_lines_are_refused_with_a_way() -> None:
    assert unchanged("a", "a")
    assert unchanged("a", "b").way
    assert may_hold(600, 600)
    assert may_hold(601, None)
    assert may_hold(601, 600).way


def test_quantities_of_many_places_are_counted_exactly() -> None:
    assert sum_of(replace(item(333), quantity=Decimal("3.003")), None).net == 1000
