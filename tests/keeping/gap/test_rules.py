"""The law of the queue, without a database."""

from collections import Counter
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.keeping.gap.rules import Wanted, counted, pairs, read
from kinoqor.keeping.gap.words import TWIN, Of, gaps_of
from kinoqor.register.level.rules import level, to_bits
from kinoqor.register.level.words import DOUBTS, Lack, Level, asked_of
from kinoqor.register.subject.words import Kind

CODES = {
    "kind": ["feature", "short"],
    "genre": ["drama"],
    "occupation": ["actor"],
    "language": [],
    "country": [],
}


def asked(query: str) -> Wanted:
    return read(parse_qs(query), CODES)


def test_nothing_asked_for_is_all_films() -> None:
    assert asked("") == Wanted(of="film")


def test_a_queue_is_narrowed_by_what_the_public_list_is_narrowed_by() -> None:
    wanted = asked("genre=drama&from=1970&kind=feature")
    assert wanted.listed.chosen == {"kind": ("feature",), "genre": ("drama",)}
    assert wanted.listed.first == 1970


@pytest.mark.parametrize(
    "query",
    ["gap=nothing", "level=9", "level=x", "decade=1975", "of=castle", "q=%20", "genre=nothing", "gap=birth"],
)
def test_what_cannot_be_understood_is_passed_over(query: str) -> None:
    assert asked(query) == Wanted(of="film")


def test_each_kind_of_record_has_its_own_gaps() -> None:
    assert asked("of=person&gap=birth").gap == "birth"
    assert asked("of=person&gap=director").gap == ""
    for of in Of:
        assert TWIN in gaps_of(of) and Lack.DISAGREEMENT in gaps_of(of)
        assert len(gaps_of(of)) == len(set(gaps_of(of)))


@given(
    st.sampled_from(Of.values),
    st.data(),
    st.sampled_from([None, 0, 1, 2, 3]),
    st.sampled_from([None, 1920, 1970]),
    st.sampled_from(["", "Қыз Жібек", "a & b=c"]),
)
def test_an_address_leads_back_to_the_same_queue(
    of: str, data: st.DataObject, level_: int | None, decade: int | None, text: str
) -> None:
    gap = data.draw(st.sampled_from(["", *gaps_of(of)]))
    wanted = Wanted(of, gap, level_, decade, text)
    assert asked(urlencode(pairs(wanted))) == wanted


records = st.lists(st.sets(st.sampled_from([*asked_of(Kind.WORK), *DOUBTS])), max_size=12)


def tallied(some: list[set[Lack]]) -> list[tuple[int, int, int]]:
    found = Counter((level(Kind.WORK, lacks) or 0, to_bits(lacks)) for lacks in some)
    return [(reached, bits, n) for (reached, bits), n in found.items()]


@given(records, st.sampled_from(["", *gaps_of(Of.FILMS)]), st.sampled_from([None, *Level.values]))
def test_every_number_is_the_number_of_its_rows(some: list[set[Lack]], gap: str, at: int | None) -> None:
    def rows(gap: str, at: int | None) -> int:
        return sum(
            (not gap or gap in lacks) and at in (None, level(Kind.WORK, lacks))
            for lacks in some
            if gap != TWIN
        )

    found = counted(Wanted(gap=gap, level=at), tallied(some), Counter())
    assert found.total == rows(gap, at)
    assert found.gaps == {each: rows(each, at) for each in gaps_of(Of.FILMS)}
    assert found.levels == {each: rows(gap, each) for each in Level.values}


def test_possible_duplicates_are_counted_by_their_level() -> None:
    tallies, twins = [(1, 0, 5), (2, 0, 3)], Counter({1: 2, 2: 1})
    assert counted(Wanted(), tallies, twins).gaps[TWIN] == 3
    assert counted(Wanted(level=2), tallies, twins).gaps[TWIN] == 1
    only = counted(Wanted(gap=TWIN), tallies, twins)
    assert (only.total, only.levels) == (3, {0: 0, 1: 2, 2: 1, 3: 0})
