"""Sessions that are over leave nothing behind."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from kinoqor.accounts.signin.clock import forget_sessions
from kinoqor.ledger.deed.models import Deed
from tests import people

pytestmark = pytest.mark.django_db


def test_a_session_that_is_over_goes_with_its_address_and_browser() -> None:
    gone, stays = people.user(), people.user()
    people.client(gone), people.client(stays)
    over = UserSession.objects.get(user=gone).session_key
    Session.objects.filter(session_key=over).update(expire_date=timezone.now() - timedelta(minutes=1))
    assert forget_sessions.func() == 1
    assert list(UserSession.objects.values_list("user", flat=True)) == [stays.pk]
    assert Deed.objects.get(code="accounts.signin.sessions_cleared").details == {"sessions": 1}


def test_a_night_without_anything_to_clear_leaves_no_line() -> None:
    people.client(people.user())
    assert forget_sessions.func() == 0
    assert not Deed.objects.filter(code="accounts.signin.sessions_cleared").exists()
