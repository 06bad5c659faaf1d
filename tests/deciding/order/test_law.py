"""What an order lacks, all of it at once; which step follows which."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.deciding.commission.words import Cut, Decision, Ruling
from kinoqor.deciding.order import rules
from kinoqor.deciding.order.rules import steps
from kinoqor.deciding.order.rules.quotas import missed
from kinoqor.deciding.order.words import Case, Draft, Envelope, Film, Missing, Row, Seat, Standing, Vote
from tests.deciding.allocation import invented

DAY = date(2026, 11, 27)
SEATS = tuple(Seat(f"Member {n}", "Test act", date(2026, 1, 1)) for n in range(3))
VOTE = Vote(DAY, SEATS, 2, 2, 1, 0, True)
APPROVED = Decision(Ruling.APPROVED, 100, (), "A film of its year.", "Clause 4", True)
CUT = Decision(Ruling.CUT, 60, (Cut("crew", 40),), "Padded.", "Clause 4", True)
REFUSED = Decision(Ruling.REFUSED, 0, (), "Against the act.", "Clause 9", True)
FILMS = (
    Film(1, "debut", 100, False, APPROVED),
    Film(2, "debut", 100, False, CUT),
    Film(3, "other", 100, False, REFUSED),
)
ROWS = (Row(1, 100), Row(2, 60))
CASE = Case(
    FILMS, (Envelope("debut", "Debuts", 2026, 160),), VOTE, "EUR", "en", 50, 0, ROWS, 160, "Rules, 12"
)
SIGNER = {"kk": "Министр", "ru": "Министр", "en": "Minister"}
DRAFT = Draft("41", DAY, SIGNER)


def test_a_quota_that_the_rulings_leave_unmet_is_found_and_one_that_holds_is_not() -> None:
    films = [
        invented.file("a", 900, 10, attributes=frozenset({"debut"})), invented.file("b", 800, 30),
        invented.file("c", 700, 10, attributes=frozenset({"debut"})),
    ]  # fmt: skip
    least = invented.quota("debut", least=2)
    share = invented.quota("debut", least=40, counted="money")
    case = invented.case(films, 90, [least, share])
    assert missed(case, {"a": 10, "b": 15, "c": 10}) == []
    assert missed(case, {"a": 10, "b": 15}) == [least]
    assert missed(case, {"a": 10, "b": 30, "c": 5}) == [share]
    assert missed(case, {"a": 10}) == [least]


def told(**more: object) -> list[tuple[str, str]]:
    """What a case lacks that differs so from a whole one: where it is mended, and the sentence."""
    found = rules.lacks(replace(CASE, **more))  # type: ignore[arg-type]
    assert all(each.verdict.way for each in found)
    return [(each.where, str(each.verdict.reason)) for each in found]


def only(where: Missing, words: str, **more: object) -> None:
    found = told(**more)
    assert [each for each, _said in found] == [where], found
    assert words in found[0][1]


def test_a_whole_case_lacks_nothing_and_takes_the_approved_in_the_order_of_the_list() -> None:
    assert told() == []
    assert rules.may_be_signed([])
    assert rules.rows_of(FILMS) == list(ROWS)
    assert told(rows=None) == []


def test_a_vote_that_cannot_carry_an_order_is_named_with_its_fault() -> None:
    only(Missing.VOTE, "not adopted", vote=None)
    only(Missing.VOTE, "no quorum: 1 members", vote=replace(VOTE, votes_for=1, against=0))
    only(Missing.VOTE, "not carried", vote=replace(VOTE, carried=False))
    only(Missing.VOTE, "more votes (4) than members who had one (3)", vote=replace(VOTE, abstained=1))
    only(Missing.VOTE, "was changed", vote=replace(VOTE, kept=False))
    bare, over = replace(SEATS[0], act=" "), replace(SEATS[0], until=date(2026, 11, 26))
    only(Missing.VOTE, "No act appoints Member 0", vote=replace(VOTE, seats=(bare, *SEATS[1:])))
    only(Missing.VOTE, "term of Member 0", vote=replace(VOTE, seats=(over, *SEATS[1:])))
    early = replace(SEATS[0], since=date(2026, 11, 28))
    only(Missing.VOTE, "term of Member 0", vote=replace(VOTE, seats=(early, *SEATS[1:])))


def test_whoever_was_shut_out_is_not_counted_among_those_who_had_a_vote() -> None:
    out = (replace(SEATS[0], votes=False), *SEATS[1:])
    only(Missing.VOTE, "members who had one (2)", vote=replace(VOTE, seats=out))
    assert told(vote=replace(VOTE, seats=out, against=0)) == []


def test_rulings_that_are_missing_mute_or_wrong_are_named_by_their_films() -> None:
    first, second, third = FILMS
    only(
        Missing.RULING,
        "without a ruling of the commission: № 3",
        films=(first, second, replace(third, ruling=None)),
    )
    mute = replace(third, ruling=replace(REFUSED, reason=""))
    only(Missing.RULING, "without a reason or without its clause: № 3", films=(first, second, mute))
    bare = replace(third, ruling=replace(REFUSED, clause=" "))
    only(Missing.RULING, "№ 3", films=(first, second, bare))
    odd = replace(second, ruling=replace(CUT, cuts=(Cut("crew", 41),)))
    only(Missing.RULING, "do not add up to what the council gave: № 2", films=(first, odd, third))
    low = replace(second, council=70, ruling=replace(CUT, award=40, cuts=(Cut("crew", 30),)))
    only(Missing.RULING, "№ 2", films=(first, low, third), rows=(ROWS[0], Row(2, 40)), total=140)
    only(Missing.LIST, "give no reason: 2", departures=2)


def test_an_overspent_envelope_is_named_with_its_year_and_by_how_much() -> None:
    small = (Envelope("debut", "Debuts", 2026, 159),)
    only(Missing.RULING, "“Debuts” of 2026 is overspent: €1.60 of €1.59, €0.01 too much", envelopes=small)
    only(Missing.RULING, "“Debuts” is overspent", envelopes=(Envelope("debut", "Debuts", None, 159),))
    assert (
        told(envelopes=(Envelope("debut", "Debuts", 2026, None), Envelope("other", "Others", 2026, 1))) == []
    )


def test_a_draft_that_says_something_else_than_the_rulings_cannot_be_signed() -> None:
    only(Missing.DRAFT, "what the commission says now: № 2", rows=(ROWS[0], Row(2, 61)), total=161)
    only(Missing.DRAFT, "№ 2", rows=(ROWS[0],), total=100)
    only(Missing.DRAFT, "№ 1, № 2", rows=(ROWS[1], ROWS[0]))
    only(Missing.DRAFT, "total of the draft is not the sum", total=161)
    gone = (replace(FILMS[0], withdrawn=True), *FILMS[1:])
    only(Missing.DRAFT, "Withdrawn by their applicants, and still in the draft: № 1", films=gone)
    only(Missing.RULING, "nothing to order", films=(FILMS[2],), rows=None)


def test_a_withdrawn_film_needs_no_ruling_and_stands_in_no_order() -> None:
    gone = (*FILMS[:2], replace(FILMS[2], withdrawn=True, ruling=None))
    assert told(films=gone) == []


def test_all_faults_are_said_at_once_and_the_first_refuses_the_signing() -> None:
    found = rules.lacks(
        replace(CASE, vote=None, departures=1, total=1, envelopes=(Envelope("debut", "D", 2026, 1),))
    )
    assert [each.where for each in found] == [Missing.VOTE, Missing.LIST, Missing.RULING, Missing.DRAFT]
    assert rules.may_be_signed(found) == found[0].verdict


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 10**12)), min_size=1, max_size=8))
def test_an_order_of_the_rulings_always_adds_up_and_one_tiyn_more_never_does(
    given_: list[tuple[int, int]],
) -> None:
    films = tuple(
        Film(number, str(stream), award, False, replace(APPROVED, award=award))
        for number, (stream, award) in enumerate(given_, 1)
    )
    rows = tuple(rules.rows_of(films))
    total = sum(each.award for each in rows)
    sums = {stream: sum(award for each, award in given_ if each == stream) for stream, _award in given_}
    full = tuple(Envelope(str(stream), "", 2026, money) for stream, money in sums.items())
    whole = replace(CASE, films=films, rows=rows, total=total, envelopes=full)
    assert rules.lacks(whole) == []
    tight = tuple(replace(each, money=(each.money or 0) - 1) for each in full)
    assert len(rules.lacks(replace(whole, envelopes=tight))) == len(full)
    more = (replace(rows[0], award=rows[0].award + 1), *rows[1:])
    assert [each.where for each in rules.lacks(replace(whole, rows=more, total=total + 1))] == [Missing.DRAFT]


def test_an_order_is_drafted_with_a_number_and_a_signer_and_not_over_one_that_goes_its_way() -> None:
    assert steps.may_draft(DRAFT, False, False)
    assert "is signed" in str(steps.may_draft(DRAFT, True, True).reason)
    assert "laid out" in str(steps.may_draft(DRAFT, True, False).reason)
    assert "Give the number" in str(steps.may_draft(replace(DRAFT, number=" "), False, False).reason)
    for lang in SIGNER:
        bare = replace(DRAFT, signer=SIGNER | {lang: ""})
        assert "who signs" in str(steps.may_draft(bare, False, False).reason)


def test_papers_are_laid_out_once_and_signed_after_that_and_once() -> None:
    draft, signed, fallen = Standing.DRAFT, Standing.SIGNED, Standing.ANNULLED
    assert steps.may_lay_out(draft, False) and steps.may_sign(draft, True)
    assert not steps.may_lay_out(draft, True)
    assert "not laid out" in str(steps.may_sign(draft, False).reason)
    for step in (steps.may_lay_out, steps.may_sign):
        assert "is signed" in str(step(signed, True).reason)
        assert "dropped or annulled" in str(step(fallen, True).reason)


def test_a_paper_signed_by_hand_needs_its_scan_its_number_and_four_eyes() -> None:
    assert steps.may_bring("Reg-1", True, False)
    assert "brought already" in str(steps.may_bring("Reg-1", True, True).reason)
    assert "Send the scan" in str(steps.may_bring("Reg-1", False, False).reason)
    assert "Give the number" in str(steps.may_bring(" ", True, False).reason)
    assert steps.may_confirm("user:1", "user:2", True)
    assert "four eyes" in str(steps.may_confirm("user:1", "user:1", True).reason)
    assert "was replaced" in str(steps.may_confirm("user:1", "user:2", False).reason)


@pytest.mark.parametrize(
    ("day", "allowed"), [(date(2026, 11, 26), False), (DAY, True), (date(2026, 11, 29), False)]
)
def test_the_registry_has_an_order_from_its_day_on_and_not_from_tomorrow(day: date, allowed: bool) -> None:
    assert bool(steps.may_day(day, DAY, date(2026, 11, 28))) == allowed


def test_what_is_not_signed_is_dropped_and_what_is_signed_is_annulled_each_with_a_reason() -> None:
    assert steps.may_drop(Standing.DRAFT, "Wrong number.") and steps.may_annul(Standing.SIGNED, "Audit.")
    assert not steps.may_drop(Standing.SIGNED, "No.") and not steps.may_drop(Standing.ANNULLED, "No.")
    assert "nothing to annul" in str(steps.may_annul(Standing.DRAFT, "No.").reason)
    assert not steps.may_annul(Standing.ANNULLED, "Again.")
    for why in (" ", "x" * 4001):
        assert "Give the reason" in str(steps.may_drop(Standing.DRAFT, why).reason)
        assert "Give the reason" in str(steps.may_annul(Standing.SIGNED, why).reason)
