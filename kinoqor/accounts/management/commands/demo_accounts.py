"""Accounts to try the house with; their password is made once for each installation."""

import json
import secrets
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from kinoqor.accounts.user.actions import open_account
from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.actions import Doer

DEMO = [("cataloguer@example.org", "Cataloguer"), ("reader@example.org", "Reader")]


class Command(BaseCommand):
    help = "Makes the demonstration accounts and prints their sign-ins, one JSON object a line."

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.DATA / "demo-password"
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(9), encoding="ascii")
        password = path.read_text(encoding="ascii")
        for email, name in DEMO:
            user = User.objects.filter(email=email).first()
            if user is None or not user.check_password(password):
                open_account(email, name, password, by=Doer("set-up"))
            self.stdout.write(json.dumps({"email": email, "name": name, "password": password}))
