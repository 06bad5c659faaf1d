"""What comes after a decision, by the law alone: each no has its reason, and a change changes what it says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.deciding.allocation.words import Case, File, Quota, Settings, Stream
from kinoqor.deciding.recheck import rules
from kinoqor.deciding.recheck.words import Asked, Changes, Ground
from kinoqor.kit.verdict import Verdict

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
WORDS = "The mark of one reader was typed into the wrong row."
CASE = Case(
    (File("f1", "feature", "social", 700, 100, 680, 730), File("f2", "feature", "social", 600, 100)),
    Settings((Stream("social", 100),), (Quota("debut", frozenset({"debut"}), least=1),)),
)
FREE = Asked("user:9", frozenset({"user:1"}), False, False)


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (rules.may_object(False, False, False, LATER, NOW), "nothing to object"),
        (rules.may_object(True, False, True, LATER, NOW), "was annulled"),
        (rules.may_object(True, True, False, LATER, NOW), "objected to this result already"),
        (rules.may_object(True, False, False, None, NOW), "know no objection"),
        (rules.may_object(True, False, False, NOW, NOW), "has run out"),
        (rules.may_say("Wrong."), "at least 20"),
        (rules.may_say("x" * 7000), "at most 6000"),
        (rules.may_answer(replace(FREE, answered=True)), "answered already"),
        (rules.may_answer(replace(FREE, answerer="user:1")), "took part in this decision"),
        (rules.may_answer(replace(FREE, seated=True)), "a seat in the company"),
        (rules.is_answer("perhaps"), "accepted or rejected"),
        (rules.may_ask(False, Changes(without=(1,)), WORDS), "Only an adopted list"),
        (rules.may_ask(True, Changes(), WORDS), "Nothing is changed"),
        (rules.may_ask(True, Changes(without=(1,)), "No."), "at least 20"),
        (rules.fits(CASE, Changes(points={"f9": 1})), "no such film"),
        (rules.fits(CASE, Changes(envelopes={"opera": 1})), "no such stream"),
        (rules.fits(CASE, Changes(quotas={"opera": (1, None)})), "no such quota"),
        (rules.fits(CASE, Changes(quotas={"debut": (3, 2)})), "above its most"),
        (rules.may_annul(True, Ground.AUDIT, "Act 1", WORDS), "annulled already"),
        (rules.may_annul(False, "mood", "Act 1", WORDS), "Choose the ground"),
        (rules.may_annul(False, Ground.AUDIT, " ", WORDS), "act and the clause"),
        (rules.may_annul(False, Ground.AUDIT, "Act 1", "Because."), "at least 20"),
        (rules.may_repeat(False), "Only an annulled round"),
    ],
)
def test_each_no_has_its_reason(verdict: Verdict, told: str) -> None:
    assert not verdict
    assert told in str(verdict.reason)


@pytest.mark.parametrize(
    "verdict",
    [
        rules.may_object(True, False, False, LATER, NOW),
        rules.may_answer(FREE),
        rules.may_ask(True, Changes(envelopes={"social": 5}), WORDS),
        rules.fits(CASE, Changes(points={"f1": 5}, envelopes={"social": 5}, quotas={"debut": (None, 2)})),
        rules.may_annul(False, Ground.COURT, "Judgment 7", WORDS),
        rules.may_repeat(True),
    ],
)
def test_what_is_right_is_let_through(verdict: Verdict) -> None:
    assert verdict


bounds = st.one_of(st.none(), st.integers(0, 9))
members = st.lists(st.integers(1, 50), unique=True).map(tuple)
marks = st.dictionaries(st.sampled_from(["f1", "f2"]), st.integers(0, 1000))
sums = st.dictionaries(st.just("social"), st.integers(0, 10**12))


@given(members, marks, sums, st.dictionaries(st.just("debut"), st.tuples(bounds, bounds)))
def test_what_is_changed_is_kept_and_changes_nothing_else(
    without: tuple[int, ...],
    points: dict[str, int],
    envelopes: dict[str, int],
    quotas: dict[str, tuple[int | None, int | None]],
) -> None:
    changes = Changes(without, points, envelopes, quotas)
    assert rules.read(rules.written(changes)) == changes
    after = rules.changed(CASE, changes)
    for before, now in zip(CASE.files, after.files, strict=True):
        by = points.get(before.code, before.points) - before.points
        assert now == replace(before, points=before.points + by, low=before.low + by, high=before.high + by)
    [stream], [quota] = after.settings.streams, after.settings.quotas
    assert stream.envelope == envelopes.get("social", 100)
    assert (quota.least, quota.most) == quotas.get("debut", (1, None))
