"""The records of a letter and of its way."""

from django.db import models

from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.rules import addressed
from kinoqor.ledger.letter.words import State


class Letter(models.Model):
    """What was written to whom. Append-only by database trigger.

    A letter with a secret in it (a link that sets a password) keeps only its digest here; its words travel with the
    sending and are emptied once it is sent.
    """

    deed = models.ForeignKey(Deed, models.PROTECT, related_name="letters")
    # By voice ("user:3") and not by key or address; empty for someone without an account.
    receiver = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    subject_line = models.CharField(max_length=200)
    body = models.TextField()
    digest = models.CharField(max_length=64)
    # What it is about, so that its record can be opened: "f038".
    about = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["receiver", "-at"], name="letter_receiver"),
            models.Index(fields=["about", "-at"], name="letter_about"),
        ]

    def __str__(self) -> str:
        return self.subject_line

    @property
    def text(self) -> str:
        """Its words as the receiver reads them; empty for a secret letter that was sent."""
        return addressed(self.body or self.sending.secret_body, self.sending.name)


class Sending(models.Model):
    """Where a letter is on its way. Address and name stand only here, and go when the account is erased."""

    letter = models.OneToOneField(Letter, models.PROTECT, primary_key=True, related_name="sending")
    address = models.CharField(max_length=254, blank=True)
    name = models.CharField(max_length=120, blank=True, default="")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    secret_body = models.TextField(blank=True)
    message_id = models.CharField(max_length=120)
    changed = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)
    # The daily letter that named this one.
    daily = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="named")

    class Meta:
        indexes = [models.Index(fields=["state", "changed"], name="sending_state")]

    def __str__(self) -> str:
        return f"{self.letter_id} {self.state}"
