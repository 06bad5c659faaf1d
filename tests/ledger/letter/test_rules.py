"""The law of letters: their subject is one line, their digest tells them apart, and when one is sent again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.ledger.letter.rules import digest, is_refusal_for_good, may_be_sent_again, one_line, split
from kinoqor.ledger.letter.words import State


@given(st.text())
def test_no_break_gets_into_a_subject(text: str) -> None:
    subject, _body = split(f"{text}\nand more")
    assert not set(subject) & set("\r\n\x0b\x0c\x00")
    assert len(subject) <= 200


def test_a_header_that_hides_in_a_name_stays_in_the_subject() -> None:
    assert one_line("Hello\r\nBcc: all@example.org") == "Hello Bcc: all@example.org"


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_a_digest_is_of_subject_and_body_and_of_nothing_else(subject: str, one: str, other: str) -> None:
    assert (digest(subject, one) == digest(subject, other)) == (one == other)


@pytest.mark.parametrize("state", State)
def test_only_what_failed_or_may_have_been_sent_is_sent_again(state: State) -> None:
    assert bool(may_be_sent_again(state, "a@example.org")) == (state in (State.FAILED, State.UNSURE))


def test_nobody_is_written_to_whose_address_was_erased() -> None:
    verdict = may_be_sent_again(State.FAILED, "")
    assert not verdict and "erased" in str(verdict.reason) and verdict.way


@pytest.mark.parametrize(("code", "good"), [(550, True), (554, True), (421, False), (450, False), (0, False)])
def test_a_mail_server_says_by_its_number_whether_it_will_ever_take_a_letter(code: int, good: bool) -> None:
    assert is_refusal_for_good(code) is good
