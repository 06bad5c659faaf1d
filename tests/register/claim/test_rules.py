"""The law of claims, without a database."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.register.claim.rules import Said, fingerprint, settle, settle_all
from kinoqor.register.claim.words import PROPERTIES, Rank, Why

YEAR, GENRE, TITLE, NAME = (PROPERTIES[code] for code in ("year", "genre", "title", "director_said"))


def said(value: str, house: str = "press.example", weight: int = 3, order: int = 0, **more: object) -> Said:
    """A claim by one house; the source's number follows from the house."""
    return Said(value, source=sum(map(ord, house)), house=house, reliability=weight, order=order, **more)  # type: ignore[arg-type]


def test_a_single_claim_leads_alone_and_contradicts_nobody() -> None:
    ruling = settle([said("1970")], YEAR)
    assert (ruling.lead.value, ruling.why, ruling.disputed) == ("1970", Why.ALONE, False)


def test_two_sources_that_say_the_same_are_one_voice() -> None:
    ruling = settle([said("1970"), said("1970", "archive.example", 4)], YEAR)
    assert len(ruling.voices) == 1 and len(ruling.lead.sources) == 2 and not ruling.disputed


def test_a_law_leads_over_any_number_of_newspapers() -> None:
    papers = [said("2018", f"paper{n}.example") for n in range(9)]
    ruling = settle([*papers, said("2019", "law.example", 5)], YEAR)
    assert (ruling.lead.value, ruling.why) == ("2019", Why.OFFICIAL)


def test_the_greater_weight_of_independent_houses_leads() -> None:
    ruling = settle(
        [said("1917", "festival.example", 4), *(said("1914", f"p{n}.example") for n in range(3))], YEAR
    )
    assert (ruling.lead.value, ruling.why) == ("1914", Why.WEIGHT)
    assert [voice.weight for voice in ruling.voices] == [9, 4]


def test_many_pages_of_one_house_count_once() -> None:
    pages = [Said("1969", source=n, house="paper.example", reliability=3, order=n) for n in range(5)]
    ruling = settle([*pages, said("1970", "archive.example", 4, 9)], YEAR)
    assert ruling.lead.value == "1970" and len(ruling.voices[1].sources) == 5


def test_between_equals_the_earlier_statement_leads_and_the_reason_says_so() -> None:
    ruling = settle([said("1970", "a.example", order=2), said("1969", "b.example", order=1)], YEAR)
    assert (ruling.lead.value, ruling.why, ruling.disputed) == ("1969", Why.FIRST, True)


def test_memory_never_leads_over_a_source() -> None:
    ruling = settle(
        [said("1955", "memory", 1, rank=Rank.UNVERIFIED), said("1954", "blog.example", 2, 5)], YEAR
    )
    assert (ruling.lead.value, ruling.why) == ("1954", Why.VERIFIED)


def test_a_cataloguers_choice_leads_over_a_law() -> None:
    ruling = settle([said("2019", "law.example", 5), said("2020", "a.example", rank=Rank.PREFERRED)], YEAR)
    assert (ruling.lead.value, ruling.why) == ("2020", Why.PREFERRED)


def test_words_where_a_date_is_asked_never_lead() -> None:
    ruling = settle([said("in the early days", "law.example", 5), said("1934", "blog.example", 2)], YEAR)
    assert (ruling.lead.value, ruling.why) == ("1934", Why.TYPED)


def test_a_date_and_its_more_precise_form_do_not_contradict() -> None:
    ruling = settle([said("1961", "a.example"), said("1961-01-06", "b.example")], YEAR)
    assert [voice.value for voice in ruling.voices] == ["1961-01-06"] and ruling.lead.weight == 6


def test_with_two_precise_forms_the_year_alone_speaks_for_neither() -> None:
    days = [said("1961-01-06", "a.example"), said("1961-01-09", "b.example"), said("1961", "c.example")]
    assert len(settle(days, YEAR).voices) == 3


def test_genres_hold_together_and_do_not_contradict() -> None:
    ruling = settle([said("drama"), said("war")], GENRE)
    assert len(ruling.voices) == 2 and not ruling.disputed


def test_titles_contradict_only_where_a_disagreement_ties_them() -> None:
    two = [said("One", lang="en", dispute="c1"), said("Two", "b.example", lang="en", dispute="c1")]
    assert settle(two, TITLE).disputed
    assert not settle([said("One", lang="en"), said("Two", lang="en")], TITLE).disputed


def test_names_that_differ_only_in_case_and_spaces_are_one_voice() -> None:
    assert len(settle([said("Sandro  Di Stefano"), said("sandro di stefano", "b.example")], NAME).voices) == 1


def test_an_unknown_property_is_left_out() -> None:
    assert settle_all([("no_such_property", said("x"))], PROPERTIES) == {}


claims = st.lists(
    st.builds(
        Said,
        value=st.sampled_from(["1969", "1970", "1970-05", "long ago"]),
        source=st.integers(1, 6),
        house=st.sampled_from("abcd"),
        reliability=st.integers(1, 5),
        rank=st.sampled_from(list(Rank)),
        order=st.integers(0, 99),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda one: one.order,
)


@given(claims, st.randoms(use_true_random=False))
def test_the_same_claims_give_the_same_ruling_in_whatever_sequence_they_come(
    made: list[Said], chance: random.Random
) -> None:
    shuffled = made[:]
    chance.shuffle(shuffled)
    assert settle(made, YEAR) == settle(shuffled, YEAR)


@given(claims)
def test_voices_stand_strongest_first_and_no_value_is_lost(made: list[Said]) -> None:
    ruling = settle(made, YEAR)
    ranks = [voice.standing for voice in ruling.voices]
    assert ranks == sorted(ranks, reverse=True)
    assert {one.source for one in made} == {
        number for voice in ruling.voices for number in voice.sources
    } or any(one.rank < max(other.rank for other in made if other.value == one.value) for one in made)


@given(claims)
def test_a_stronger_echo_never_takes_the_lead_away(made: list[Said]) -> None:
    lead = settle(made, YEAR).lead
    echo = Said(lead.value, 99, "new.example", 5, lead.rank, 200)
    assert settle([*made, echo], YEAR).lead.value == lead.value


@pytest.mark.parametrize("other", [("b", "a"), ("ab", ""), ("a", "b", "")])
def test_a_fingerprint_tells_apart_what_differs(other: tuple[str, ...]) -> None:
    assert fingerprint("a", "b") == fingerprint("a", "b") != fingerprint(*other)
    assert 0 <= fingerprint(*other) < 2**63
