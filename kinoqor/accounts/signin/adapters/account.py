"""Accounts as the sign-in library sees them: kept by our deeds, told by our letters."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest

from kinoqor.accounts.consent.actions import give_consent
from kinoqor.accounts.notice.letters import own_language
from kinoqor.accounts.signin.actions import end_sessions, note_change, send_link
from kinoqor.accounts.signin.queries import sessions
from kinoqor.accounts.signin.words import CHANGES, NEW_PASSWORD, SECRETS
from kinoqor.accounts.user.actions import sign_up
from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.actions import Doer


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """The library's questions about accounts, answered by this house."""

    def save_user(self, request: HttpRequest, user: User, form: Form, commit: bool = True) -> User:
        """Keep a new account: only what its form asked for gets into it."""
        super().save_user(request, user, form, commit=False)
        user.name = form.cleaned_data.get("name") or user.email.partition("@")[0]
        if commit:
            with transaction.atomic():
                sign_up(user, own_language(), by=Doer("reader"))
                give_consent(user.pk, own_language(), by=user.doer)
        return user

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A letter with a secret link, as one of ours."""
        letter, link = SECRETS[template_prefix]
        if letter == "exists" and self.request and "password1" in self.request.POST:
            # Opening an account costs the hashing of its password; a stopwatch must not tell that here none is opened.
            make_password(self.request.POST["password1"])
        send_link(email, letter, context[link], by=Doer("reader"))

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """What has changed about an account goes into the journal and to its owner."""
        if template_prefix in CHANGES:
            note_change(user.pk, template_prefix, by=user.doer)
        if template_prefix in NEW_PASSWORD:
            here = self.request.session.session_key if self.request else None
            others = [each.pk for each in sessions(user.pk) if each.session_key != here]
            end_sessions(user.pk, others, by=user.doer)
