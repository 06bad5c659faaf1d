"""The law of completeness, without a database."""

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.register.claim.rules import Said, settle_all
from kinoqor.register.claim.words import PROPERTIES, Form, Rank
from kinoqor.register.level.rules import doubts, for_next, lacks, level, of_bits, to_bits, unsettled
from kinoqor.register.level.words import ASKED, BIT, DOUBTS, ELEMENTS, Lack, Level, asked_of
from kinoqor.register.subject.words import Kind

Claims = list[tuple[str, Said]]
KINDS = sorted(ASKED)
FILMS = Kind.WORK


def said(value: str = "x", house: str = "one", **more: object) -> Said:
    return Said(value, 1, house, 3, **more)  # type: ignore[arg-type]


VALUES = {Form.MOMENT: "1970", Form.INTEGER: "90", Form.MONEY: "5", Form.SUBJECT: "p901"}


def filling(lack: str, house: str = "one") -> tuple[str, Said]:
    """A claim that fills a lack."""
    element = ELEMENTS[lack]
    prop = element.props[0]
    script = "Latn" if element.lang == "en" else "Cyrl"
    value = VALUES.get(PROPERTIES[prop].form, "x")
    return prop, said(value, house, lang=element.lang, role=element.role, script=script)


def complete(kind: str, but: Collection[str] = ()) -> Claims:
    """Claims that fill all that a kind is asked for, but some."""
    claims = [filling(lack) for lack in asked_of(kind) if ELEMENTS[lack].props and lack not in but]
    if Lack.TITLE in but:
        claims = [(prop, each) for prop, each in claims if prop not in ELEMENTS[Lack.TITLE].props]
    # A property that no level asks for, so that it fills nothing but the wish for a second source.
    return claims if Lack.ONE_SOURCE in but else [*claims, ("colour", said("colour", "two"))]


claims = st.lists(
    st.tuples(
        st.sampled_from(sorted(PROPERTIES)),
        st.builds(
            Said,
            value=st.sampled_from(["1970", "90", "soon", "drama"]),
            source=st.integers(1, 4),
            house=st.sampled_from(["one", "two", "three"]),
            reliability=st.integers(1, 5),
            rank=st.sampled_from(Rank.values),
            order=st.integers(0, 99),
            lang=st.sampled_from(["", "kk", "ru", "en"]),
            script=st.sampled_from(["", "Cyrl", "Latn"]),
            dispute=st.sampled_from(["", "a", "b"]),
            role=st.sampled_from(["", "director", "actor", "screenwriter", "cinematographer"]),
        ),
    ),
    max_size=40,
)


@given(st.sampled_from(KINDS), claims, claims)
def test_adding_a_claim_never_lowers_the_level(kind: str, stood: Claims, more: Claims) -> None:
    before, after = lacks(kind, stood), lacks(kind, [*stood, *more])
    assert after <= before
    assert (level(kind, after) or 0) >= (level(kind, before) or 0)


@given(st.sampled_from(KINDS), claims, st.randoms())
def test_the_order_of_the_claims_does_not_matter(kind: str, stood: Claims, random: object) -> None:
    shuffled = list(stood)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert lacks(kind, shuffled) == lacks(kind, stood)


@given(st.sampled_from(KINDS), claims, claims)
def test_what_is_remembered_without_a_source_raises_nothing(kind: str, stood: Claims, more: Claims) -> None:
    remembered = [(prop, said(each.value, each.house, rank=Rank.UNVERIFIED)) for prop, each in more]
    assert lacks(kind, [*stood, *remembered]) == lacks(kind, stood)


@given(st.sampled_from(KINDS), claims)
def test_a_record_lacks_only_what_its_kind_is_asked_for(kind: str, stood: Claims) -> None:
    assert lacks(kind, stood) <= set(asked_of(kind))


@given(st.sets(st.sampled_from(Lack.values)))
def test_lacks_come_back_from_their_bits(some: set[str]) -> None:
    assert of_bits(to_bits(some)) == some


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_of_which_all_is_said_by_two_is_full(kind: str) -> None:
    assert lacks(kind, complete(kind)) == set()
    assert level(kind, ()) == Level.FULL
    assert for_next(kind, ()) == (None, ())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lack", Lack.values)
def test_each_thing_that_is_asked_for_keeps_a_record_below_the_level_that_asks_for_it(
    kind: str, lack: str
) -> None:
    asking = next((each for each, asked in ASKED[kind].items() if lack in asked), None)
    missing = lacks(kind, complete(kind, but=[lack]))
    named = {Lack.KAZAKH, Lack.RUSSIAN, Lack.ENGLISH} if lack == Lack.TITLE else set()
    assert missing == ({lack} if asking else set()) | named
    assert level(kind, missing) == (asking - 1 if asking else Level.FULL)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_of_which_nothing_is_said_is_below_the_minimum(kind: str) -> None:
    assert level(kind, lacks(kind, [])) == Level.LESS
    assert for_next(kind, lacks(kind, []))[0] == Level.MINIMUM


def test_a_kind_that_has_no_levels_has_none() -> None:
    assert level(Kind.EVENT, ()) is None
    assert lacks(Kind.EVENT, []) == set()


def test_no_level_asks_twice_and_no_doubt_is_asked_for() -> None:
    for kind in KINDS:
        asked = asked_of(kind)
        assert len(asked) == len(set(asked))
        assert not set(asked) & set(DOUBTS)
        assert list(ASKED[kind]) == [Level.MINIMUM, Level.CORE, Level.FULL]


def test_a_title_written_over_into_latin_letters_is_no_kazakh_title() -> None:
    romanised = ("title", said("Dala", lang="kk", script="Latn"))
    assert Lack.KAZAKH in lacks(FILMS, [romanised])
    assert Lack.TITLE not in lacks(FILMS, [romanised])


def test_a_date_that_is_only_words_fills_nothing() -> None:
    assert Lack.YEAR in lacks(FILMS, [("year", said("about the war"))])


def test_two_pages_of_one_house_are_one_source() -> None:
    assert Lack.ONE_SOURCE in lacks(FILMS, [("year", said("1970", "one")), ("kind", said("feature", "one"))])


def shown(*stood: tuple[str, Said]) -> frozenset[Lack]:
    return doubts(settle_all(stood, PROPERTIES))


def test_a_value_shown_without_a_source_is_a_doubt_until_a_source_says_something() -> None:
    remembered = ("year", said("1970", rank=Rank.UNVERIFIED))
    assert shown(remembered) == {Lack.UNVERIFIED}
    assert Lack.UNVERIFIED not in shown(remembered, ("year", said("1971", "two")))


def test_a_disagreement_is_settled_by_a_preference() -> None:
    sides = [("year", said("1970")), ("year", said("1971", "two"))]
    assert shown(*sides) == {Lack.DISAGREEMENT}
    assert shown(*sides, ("year", said("1971", "three", rank=Rank.PREFERRED))) == set()


def test_of_values_that_hold_together_a_preference_settles_its_own_dispute_only() -> None:
    def side(value: str, tag: str, rank: int = Rank.NORMAL) -> tuple[str, Said]:
        return "title", said(value, value, lang="en", dispute=tag, rank=rank)

    one = [side("A", "one"), side("B", "one", Rank.PREFERRED)]
    other = [side("C", "two"), side("D", "two")]
    rulings = settle_all([*one, *other], PROPERTIES)
    assert unsettled("title", rulings["title"])
    assert not unsettled("title", settle_all(one, PROPERTIES)["title"])


def test_the_bit_of_a_lack_never_moves() -> None:
    """The first and the last of today; cards of houses that were settled before keep their numbers by them."""
    assert (BIT[Lack.DIRECTOR], BIT[Lack.DISAGREEMENT]) == (1, 1 << 23)
