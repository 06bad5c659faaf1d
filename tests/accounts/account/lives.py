"""A person who has done with an account whatever leaves something behind."""

import datetime

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kinoqor.accounts.notice.actions import choose
from kinoqor.accounts.notice.words import Manner, Notice
from kinoqor.accounts.role.actions import end_seat
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.signin.actions import note_change
from kinoqor.accounts.user.actions import describe_user, know_as
from kinoqor.accounts.user.models import User
from kinoqor.funding.conflict.actions import declare
from kinoqor.funding.conflict.words import Kind as Tie
from kinoqor.funding.hand.actions import open_hand
from kinoqor.funding.hand.words import Right
from kinoqor.judging.panel.models import Member
from kinoqor.keeping.correction.actions import propose, refuse
from kinoqor.keeping.correction.words import Ground
from kinoqor.keeping.edit.rules import Entry
from tests import make, people
from tests.judging import making as judging
from tests.make import BY
from tests.passkeys import Passkey
from tests.people import PASSWORD

NAME, EMAIL = "Сынақ Толықөмір", "whole-life@example.org"


def lived() -> User:
    """Somebody who has signed up, been seated and left, proposed, been answered, chosen, and signed in in every way."""
    cache.clear()
    make.film("f901", year="1970")
    make.settled()
    form = {"name": NAME, "email": EMAIL, "password1": PASSWORD, "consent": "on"}
    Client().post(reverse("account_signup"), form)
    someone = User.objects.get(email=EMAIL)
    people.client(someone)
    TOTP.activate(someone, generate_totp_secret())
    Passkey().kept(someone)
    SocialAccount.objects.create(
        user=someone, provider="house", uid=EMAIL, extra_data={"email": EMAIL, "name": NAME}
    )
    describe_user(someone.pk, NAME, "en", by=someone.doer)
    choose(someone.pk, Notice.WORK, Manner.HERE, by=someone.doer)
    choose(someone.pk, Notice.ANSWER, Manner.DAILY, by=someone.doer)
    seat = people.seated(Role.CATALOGUER, someone)
    end_seat(seat.pk, timezone.localdate() - datetime.timedelta(days=1), by=BY)
    know_as(someone.pk, "p901", by=BY)
    note_change(someone.pk, "mfa/email/totp_activated", by=someone.doer)
    entry = Entry("year", "1980", "https://said.example/year", note="As the poster says")
    voice = someone.doer.voice
    number = propose("f901", entry, voice, "", "their secret", by=someone.doer, subject="f901")
    refuse(number, Ground.WEAK, by=BY, why="Two catalogues say otherwise.")
    open_hand("application:1", someone.pk, Right.VIEW, by=someone.doer)
    expert = people.seated(Role.EXPERT, someone)
    Member.objects.create(body=judging.body(), seat=expert, made=judging.deed())
    declare(2, "application:2", Tie.FAMILY, "", by=someone.doer)
    end_seat(expert.pk, timezone.localdate() - datetime.timedelta(days=1), by=BY)
    someone.refresh_from_db()
    return someone
