"""Until when one may complain, and who answers: the law, without a database."""

from datetime import UTC, date, datetime, timedelta

from kinoqor.funding.complaint.rules import is_answer, may_answer, may_complain, may_say, span
from kinoqor.funding.complaint.words import LONGEST, Answer
from kinoqor.kit.calendar import Calendar

NOW = datetime(2031, 3, 10, 12, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)


def test_the_term_is_counted_in_working_days_and_ends_with_its_last_day() -> None:
    found = span(Calendar([], {2031: True}), date(2031, 3, 7), 5, "Etc/UTC")
    assert (found.day, found.shuts) == (date(2031, 3, 14), datetime(2031, 3, 15, tzinfo=UTC))


def test_one_may_complain_once_against_a_refusal_that_stands_and_in_time() -> None:
    assert may_complain(True, False, False, LATER, NOW)
    noes = [
        may_complain(False, False, False, None, NOW),
        may_complain(True, True, False, LATER, NOW),
        may_complain(True, False, True, LATER, NOW),
        may_complain(True, False, False, None, NOW),
        may_complain(True, False, False, NOW, NOW),
    ]
    assert not any(noes)
    assert len({str(one.reason) for one in noes}) == len(noes)


def test_a_complaint_and_its_answer_say_why() -> None:
    assert may_say("The certificate was among the papers.")
    assert not may_say("Unjust!")
    assert not may_say(" " * 100)
    assert not may_say("a" * (LONGEST + 1))


def test_the_refuser_does_not_answer_nor_one_of_the_company_nor_anyone_twice() -> None:
    assert may_answer("user:2", "user:1", False, False)
    noes = [
        may_answer("user:1", "user:1", False, False),
        may_answer("user:2", "user:1", True, False),
        may_answer("user:2", "user:1", False, True),
    ]
    assert not any(noes)
    assert len({str(one.reason) for one in noes}) == len(noes)


def test_a_complaint_is_upheld_or_rejected_and_nothing_else() -> None:
    assert is_answer(Answer.UPHELD)
    assert is_answer(Answer.REJECTED)
    assert not is_answer(Answer.OPEN)
    assert not is_answer("perhaps")
