"""The record of a consent."""

from django.db import models

from kinoqor.accounts.user.models import User
from kinoqor.ledger.deed.models import Deed


class Consent(models.Model):
    """A person has agreed to a text of the pack, known by its digest, in a language."""

    user = models.ForeignKey(User, models.PROTECT, related_name="consents")
    text_digest = models.CharField(max_length=64)
    language = models.CharField(max_length=2)
    given = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.text_digest[:8]} {self.language}"
