"""Rights on a file: who gives which, how they are taken and end."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinoqor.funding.hand import queries
from kinoqor.funding.hand.actions import end, end_old, invite, open_hand, take
from kinoqor.funding.hand.models import Hand
from kinoqor.funding.hand.rules import allows, may_end, may_share, may_take
from kinoqor.funding.hand.words import INVITED_DAYS, MOST_HANDS, MOST_INVITED_A_DAY, Right
from kinoqor.kit.verdict import Refused
from kinoqor.ledger.letter.models import Letter
from tests import people
from tests.make import BY

FILE = "application:1"
NOW = datetime(2030, 3, 10, tzinfo=UTC)


@given(st.sampled_from(Right.values), st.sampled_from(Right.values))
def test_nobody_gives_a_right_that_they_do_not_hold(held: str, given: str) -> None:
    assert bool(may_share(held, given, 0)) == (held != Right.VIEW and allows(held, given))


def test_a_file_has_no_endless_hands_and_a_day_no_endless_invitations() -> None:
    assert not may_share(Right.FILE, Right.VIEW, MOST_HANDS)
    assert not may_share(Right.FILE, Right.VIEW, 0, MOST_INVITED_A_DAY)


def test_an_invitation_grows_old() -> None:
    assert may_take(NOW, NOW + timedelta(days=INVITED_DAYS))
    assert not may_take(NOW, NOW + timedelta(days=INVITED_DAYS, seconds=1))


def test_the_last_right_to_file_is_not_taken_back_not_even_by_its_owner() -> None:
    assert not may_end(Right.FILE, Right.FILE, True, True)
    assert may_end(Right.FILE, Right.FILE, True, False)
    assert may_end(Right.VIEW, Right.VIEW, True, False)
    assert not may_end(Right.EDIT, Right.FILE, False, False)


@pytest.mark.django_db
def test_an_invitation_is_taken_once_and_raises_a_right() -> None:
    someone = people.user()
    invite(FILE, Right.FILE, Right.VIEW, someone.email, "one", "https://example.org/one", "A film", by=BY)
    take("one", by=someone.doer)
    assert queries.right_of_user(someone.pk, FILE) == Right.VIEW
    with pytest.raises(Refused, match="taken"):
        take("one", by=someone.doer)
    invite(FILE, Right.FILE, Right.FILE, someone.email, "two", "https://example.org/two", "A film", by=BY)
    take("two", by=someone.doer)
    assert (queries.right_of_user(someone.pk, FILE), queries.addressees(FILE)) == (Right.FILE, [someone.pk])


@pytest.mark.django_db
def test_a_lower_invitation_lowers_nothing() -> None:
    someone = people.user()
    open_hand(FILE, someone.pk, Right.FILE, by=BY)
    invite(FILE, Right.FILE, Right.VIEW, someone.email, "low", "https://example.org/", "A film", by=BY)
    take("low", by=someone.doer)
    assert queries.right_of_user(someone.pk, FILE) == Right.FILE


@pytest.mark.django_db
def test_the_same_address_is_not_invited_twice_at_once() -> None:
    invite(FILE, Right.FILE, Right.VIEW, "a@example.org", "one", "https://example.org/", "A film", by=BY)
    with pytest.raises(Refused, match="waits already"):
        invite(FILE, Right.FILE, Right.VIEW, "a@example.org", "two", "https://example.org/", "A film", by=BY)
    assert "https://example.org/" in Letter.objects.get().body


@pytest.mark.django_db
def test_a_right_is_taken_back_and_the_last_that_files_is_not() -> None:
    first, second = people.user(), people.user()
    open_hand(FILE, first.pk, Right.FILE, by=BY)
    open_hand(FILE, second.pk, Right.EDIT, by=BY)
    one, other = queries.hands_on(FILE)
    with pytest.raises(Refused, match="Nobody could file"):
        end(FILE, Right.FILE, one.pk, by=BY)
    end(FILE, Right.FILE, other.pk, by=BY)
    assert queries.right_of_user(second.pk, FILE) == ""
    with pytest.raises(Refused, match="already"):
        end(FILE, Right.FILE, other.pk, by=BY)
    assert queries.ever_held(second.pk, FILE)


@pytest.mark.django_db
def test_an_invitation_that_nobody_took_ends_and_its_address_is_erased(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    someone = people.user()
    invite(
        FILE,
        Right.FILE,
        Right.VIEW,
        "never@example.org",
        "s1",
        "https://example.org/",
        "Film",
        by=someone.doer,
    )
    assert end_old(by=BY) == 0
    monkeypatch.setattr("kinoqor.funding.hand.queries.INVITED_DAYS", -1)
    assert end_old(by=BY) == 1
    gone = Hand.objects.get()
    assert (gone.address, gone.secret) == ("", "")
    assert gone.ended
    assert queries.invited("s1") is None
