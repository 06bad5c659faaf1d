"""Accounts to try the house with: invented people of an invented fund. Their password and keys are made once here."""

import json
import secrets
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import override

from kinoqor.accounts.organisation.actions import open_organisation
from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.organisation.rules import Named
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.actions import give_seat
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import STAFF, Role
from kinoqor.accounts.signin.adapters.demonstration import KEY, PASSWORD, code_now, keep
from kinoqor.accounts.signin.words import INVENTED
from kinoqor.accounts.user.actions import open_account
from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.actions import Doer

SET_UP = Doer("set-up")
FUND = Named(
    OrganisationKind.FUND,
    "Көрсетілім киноқоры",
    "Показательный кинофонд",
    "Demonstration film fund",
    "000000000001",
)
COMPANY = Named(
    OrganisationKind.COMPANY,
    "Көрсетілім студиясы",
    "Показательная студия",
    "Demonstration studio",
    "771249000017",
)
SECOND = Named(
    OrganisationKind.COMPANY,
    "Екінші көрсетілім студиясы",
    "Вторая показательная студия",
    "Second demonstration studio",
    "771249000027",
)
HELD_AT = {role: COMPANY if role == Role.PRODUCER else FUND for role in Role}
ELSEWHERE = {"producer2": SECOND}  # who sits in another company


class Command(BaseCommand):
    help = "Makes the demonstration accounts and prints their sign-ins, one JSON object a line."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            return
        password = keep(PASSWORD, secrets.token_urlsafe(9))
        key = keep(KEY, generate_totp_secret())
        for box, name, roles in INVENTED:
            email = f"{box}@example.org"
            user = User.objects.filter(email=email).first()
            if user is None or not user.check_password(password):
                user = open_account(email, name, password, by=SET_UP)
            for role in roles:
                if role == Role.EXPERT:
                    continue  # whose seat comes with the appointment, when the demonstration is played on
                self._seat(user, ELSEWHERE.get(box, HELD_AT[role]), role)
            staff = any(role in STAFF for role in roles)
            if staff and not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
                TOTP.activate(user, key)
            told = {"email": email, "name": name, "role": _roles(roles), "password": password}
            self.stdout.write(
                json.dumps(told | ({"code": code_now(key)} if staff else {}), ensure_ascii=False)
            )

    def _seat(self, user: User, body: Named, role: Role) -> None:
        where = Organisation.objects.filter(number=body.number).first() or open_organisation(body, by=SET_UP)
        if not Seat.objects.filter(user=user, organisation=where, role=role).exists():
            term = Term(timezone.localdate())
            give_seat(user.pk, where.pk, role, "Demonstration order No. 1", term, by=SET_UP)


def _roles(roles: tuple[Role, ...]) -> str:
    with override("en"):
        return ", ".join(str(role.label) for role in roles) or "Reader"
