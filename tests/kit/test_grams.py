from hypothesis import given
from hypothesis import strategies as st

from kinoqor.kit.fold import fold
from kinoqor.kit.grams import BROUGHT, Wanted, all_but_one, all_of, grams, most_of

letters = st.text(alphabet="abdegijklmnoprstu", min_size=4, max_size=14)


@given(letters, st.data())
def test_one_mistyping_always_leaves_a_piece_that_is_asked_for(word: str, data: st.DataObject) -> None:
    """The promise of `most_of`, for an index of one name in which nothing is too common."""
    name = fold(word)
    at = data.draw(st.integers(0, len(name) - 1))
    sign = data.draw(st.sampled_from("abdegijklmnoprstu"))
    asked = fold(data.draw(st.sampled_from([name[:at] + name[at + 1 :], name[:at] + sign + name[at:]])))
    pieces = grams(asked.split())
    counts = dict.fromkeys(grams([name]), 1)
    if len(pieces) < 4 or len(grams([name])) < 4:
        return
    asked_for = most_of(pieces, counts, 1, 1)
    assert any(set(one.each) <= counts.keys() and counts.keys() & set(one.some) for one in asked_for)


def test_a_piece_that_is_nowhere_makes_asking_for_all_vain() -> None:
    assert all_of(["abc", "bcd"], {"abc": 5}) == []
    assert all_of(["abc", "bcd"], {"abc": 5, "bcd": 2}) == [Wanted(("bcd", "abc"))]


def test_where_one_word_may_be_mistyped_the_others_are_asked_for_with_a_piece_of_it() -> None:
    counts = dict.fromkeys(grams(["jaman", "bala"]), 9)
    asked_for = all_but_one(["jaman", "balb"], counts)
    assert Wanted((" ja", "ama", "jam", "man"), (" ba", "bal")) in asked_for
    assert all_but_one(["jaman"], counts) == []


def test_common_pieces_are_asked_for_in_pairs_and_not_without_bound() -> None:
    pieces = grams(["konilashar"])
    counts = dict.fromkeys(pieces, BROUGHT)
    asked_for = most_of(pieces, counts, 1, 100 * BROUGHT)
    assert asked_for
    assert all(len(one.each) == 1 and one.some for one in asked_for)
    assert sum(len(one.some) for one in asked_for) <= 15


def test_pieces_that_stand_nowhere_are_not_asked_for() -> None:
    assert most_of(["abc"], {}, 1, 10) == []
