"""The law of a series, without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.series.rules import Change, Stands, fits, may_make, may_take, may_undo, outcome, shown
from kinoqor.keeping.series.words import MOST, SAYS, SHARED, Do, Left
from kinoqor.register.claim.rules import Said
from kinoqor.register.claim.words import PROPERTIES, Rank

ARCHIVE = "https://archive.example/list"


def stands(number: int, value: str, source: str = "https://one.example/a", rank: int = Rank.NORMAL) -> Stands:
    return Stands(number, Said(value, number, source.split("/")[2], 3, rank, number), source)


def change(do: Do, prop: str = "genre", old: str = "", new: str = "drama") -> Change:
    return Change(do, prop, old, Entry(prop, new, ARCHIVE) if do in SAYS else None)


def new(of: Change) -> Said | None:
    rank = Rank.PREFERRED if of.do == Do.LEAD else Rank.NORMAL
    return Said(of.entry.value, -1, "archive.example", 3, rank, 999) if of.entry else None


def values(found: tuple[tuple[str, str], ...]) -> list[str]:
    return [value for value, _target in found]


def test_an_addition_stands_beside_the_others() -> None:
    of = change(Do.ADD)
    found = outcome(of, [stands(1, "comedy")], new(of))
    assert (values(found.before), values(found.after)) == (["comedy"], ["comedy", "drama"])
    assert (found.left, found.gone, found.states) == ("", (), True)


def test_a_replacement_takes_every_claim_of_the_old_value_and_no_other() -> None:
    of = change(Do.REPLACE, old="comedy")
    found = outcome(
        of, [stands(1, "comedy"), stands(2, "comedy", "https://b.example/"), stands(3, "war")], new(of)
    )
    assert found.gone == (1, 2)
    assert sorted(values(found.after)) == ["drama", "war"]


def test_a_replacement_by_what_its_source_says_already_only_takes_the_old_value() -> None:
    of = change(Do.REPLACE, old="comedy")
    found = outcome(of, [stands(1, "comedy"), stands(2, "drama", ARCHIVE)], new(of))
    assert (found.gone, found.states, values(found.after)) == ((1,), False, ["drama"])


def test_a_withdrawal_says_nothing_new() -> None:
    of = change(Do.WITHDRAW, old="comedy")
    found = outcome(of, [stands(1, "comedy"), stands(2, "war")], new(of))
    assert (found.gone, found.states, values(found.after)) == ((1,), False, ["war"])


def test_a_correction_leads_and_an_earlier_preference_steps_back() -> None:
    of = change(Do.LEAD, "year", new="1971")
    before = [stands(1, "1970", rank=Rank.PREFERRED), stands(2, "1969")]
    found = outcome(of, before, new(of))
    assert (found.back, values(found.before), values(found.after)) == ((1,), ["1970"], ["1971"])


@pytest.mark.parametrize(
    ("do", "stood", "left"),
    [
        (Do.ADD, [stands(1, "drama", ARCHIVE)], Left.SAME),
        (Do.REPLACE, [stands(1, "war")], Left.WITHOUT),
        (Do.WITHDRAW, [], Left.WITHOUT),
    ],
)
def test_what_would_not_change_is_passed_by_with_its_reason(do: Do, stood: list[Stands], left: Left) -> None:
    of = change(do, old="comedy")
    found = outcome(of, stood, new(of))
    assert found.left == left and not found.refused and found.before == found.after


def test_a_value_that_is_only_remembered_gains_by_a_source() -> None:
    of = change(Do.ADD)
    assert outcome(of, [stands(1, "drama", ARCHIVE, Rank.UNVERIFIED)], new(of)).left == ""


def test_what_is_about_oneself_or_was_changed_meanwhile_is_refused() -> None:
    of = change(Do.ADD)
    own, changed = outcome(of, [], new(of), own=True), outcome(of, [], new(of), changed=True)
    assert (own.left, changed.left) == (Left.OWN, Left.CHANGED)
    assert own.refused and changed.refused and not own.states


claims = st.lists(
    st.tuples(
        st.sampled_from(["drama", "comedy", "war"]),
        st.sampled_from([ARCHIVE, "https://b.example/x"]),
        st.sampled_from(Rank.values),
    ),
    max_size=6,
)


@given(claims, st.sampled_from(Do.values), st.sampled_from(["drama", "comedy"]))
def test_a_change_that_is_made_twice_changes_nothing_the_second_time(
    stood: list[tuple[str, str, int]], do: str, old: str
) -> None:
    of = change(Do(do), old=old, new="war")
    before = [stands(n, value, source, rank) for n, (value, source, rank) in enumerate(stood)]
    first = outcome(of, before, new(of))
    after = [each for each in before if each.number not in first.gone]
    if first.states and of.entry:
        after.append(Stands(99, new(of), of.entry.source))  # type: ignore[arg-type]
    assert outcome(of, after, new(of)).left


@given(claims, st.sampled_from(Do.values))
def test_only_what_was_there_can_go(stood: list[tuple[str, str, int]], do: str) -> None:
    of = change(Do(do), old="drama", new="war")
    before = [stands(n, value, source, rank) for n, (value, source, rank) in enumerate(stood)]
    found = outcome(of, before, new(of))
    assert set(found.gone) <= {each.number for each in before if each.said.value == "drama"}
    assert not set(found.gone) & set(found.back)


def test_a_card_shows_one_value_or_all_that_hold_together() -> None:
    both = [Said("1970", 1, "a", 5), Said("1971", 2, "b", 3)]
    assert values(shown(both, PROPERTIES["year"])) == ["1970"]
    assert len(shown(both, PROPERTIES["genre"])) == 2
    assert shown([], PROPERTIES["genre"]) == ()


def test_none_of_several_that_hold_together_can_lead() -> None:
    assert not fits(Do.LEAD, PROPERTIES["genre"]) and fits(Do.LEAD, PROPERTIES["year"])
    assert fits(Do.ADD, PROPERTIES["genre"])


@pytest.mark.parametrize(("n", "may"), [(0, False), (1, True), (MOST, True), (MOST + 1, False)])
def test_a_series_has_some_records_and_not_too_many(n: int, may: bool) -> None:
    verdict = may_take(n)
    assert bool(verdict) is may
    assert may or (verdict.reason and verdict.way and verdict.to == "queue")


def test_a_series_that_would_change_nothing_is_not_made() -> None:
    of = change(Do.ADD)
    same = outcome(of, [stands(1, "drama", ARCHIVE)], new(of))
    assert not may_make([same]) and may_make([same, outcome(of, [], new(of))])


def test_a_series_is_undone_once_and_only_where_something_stands_as_it_left_it() -> None:
    assert may_undo(False, ["", Left.CHANGED])
    assert not may_undo(True, [""])
    assert not may_undo(False, [Left.CHANGED, Left.OWN])


def test_what_belongs_to_one_record_alone_is_no_matter_for_a_series() -> None:
    for codes in SHARED.values():
        assert not any(PROPERTIES[code].per_language or PROPERTIES[code].form == "id" for code in codes)
