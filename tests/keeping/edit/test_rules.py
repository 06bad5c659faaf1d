"""What a person may enter at the desk of a card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.keeping.edit.rules import Entry, read, read_source, unchanged_since
from kinoqor.keeping.edit.words import SAID_OF
from kinoqor.register.claim.words import PROPERTIES, Rank

ENTRY = Entry("year", "2021", "https://press.example/a")


def test_everything_that_the_desk_offers_can_be_claimed() -> None:
    assert {code for codes in SAID_OF.values() for code in codes} <= set(PROPERTIES)


@pytest.mark.parametrize(
    ("prop", "text", "kept"),
    [
        ("year", "2021", "2021"),
        ("year", " 8 October 2021 ", "2021-10-08"),
        ("runtime", "1 90", "190"),
        ("budget", "150 000 000", "150000000"),
        ("title", "  Келін\n", "Келін"),
        ("kind", "feature", "feature"),
        ("imdb", "https://www.imdb.com/title/tt1392211/", "tt1392211"),
    ],
)
def test_a_value_is_kept_in_one_form(prop: str, text: str, kept: str) -> None:
    assert read(PROPERTIES[prop], text, ["feature"]) == kept


@pytest.mark.parametrize(
    ("prop", "text"),
    [
        ("year", "soon"),
        ("year", "2021-13"),
        ("runtime", "ninety"),
        ("runtime", "-5"),
        ("budget", "1e9"),
        ("title", "   "),
        ("title", "abc\u202edef"),
        ("kind", "no such kind"),
        ("imdb", "tt1"),
        ("eidr", "10.5240/1234-5678-9ABC-DEF0-1234-Q"),
    ],
)
def test_what_cannot_be_a_value_is_answered_with_a_sentence(prop: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        read(PROPERTIES[prop], text, ["feature"])


@pytest.mark.parametrize("text", ["https://press.example/a?b=c", "book: Author, Title, 1979, p. 12"])
def test_a_source_is_a_web_address_or_words_that_lead_to_a_book(text: str) -> None:
    assert read_source(text) == text


def test_words_that_name_a_book_are_kept_as_a_book() -> None:
    assert read_source("Author, Title, 1979, p. 12") == "book: Author, Title, 1979, p. 12"


@pytest.mark.parametrize(
    "text", ["", "a", "https://", "https://nowhere", "http://a b.example/", "https://me@bank.example/"]
)
def test_what_leads_to_no_source_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        read_source(text)


@given(st.text())
def test_no_text_breaks_the_reading_of_a_source(text: str) -> None:
    try:
        assert read_source(text)
    except ValueError as wrong:
        assert str(wrong).endswith(".")


@given(st.sampled_from(sorted(PROPERTIES)), st.text())
def test_no_text_breaks_the_reading_of_a_value(prop: str, text: str) -> None:
    try:
        assert read(PROPERTIES[prop], text) if prop != "same_film" else True
    except (ValueError, KeyError) as wrong:
        assert str(wrong)


def test_the_same_entry_of_one_sender_has_one_mark_and_another_rank_or_sender_has_another() -> None:
    marks = {
        ENTRY.mark(Rank.NORMAL, "user:1"),
        ENTRY.mark(Rank.NORMAL, "user:1"),
        ENTRY.mark(Rank.PREFERRED, "user:1"),
        ENTRY.mark(Rank.NORMAL, "user:2"),
    }
    assert len(marks) == 3


def test_a_page_that_was_made_before_someone_elses_deed_is_not_acted_on() -> None:
    assert unchanged_since(7, 7)
    assert not unchanged_since(7, 8)
