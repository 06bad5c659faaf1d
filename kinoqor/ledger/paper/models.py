"""The record of a paper."""

from django.db import models

from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.paper.rules import DIGITS


class Paper(models.Model):
    """A PDF that was given out. Append-only by database trigger; its bytes are kept under their SHA-256.

    `seal` is the SHA-256 of its number and facts as canonical JSON: its first digits are printed on it, which those of
    the PDF itself cannot be.
    """

    number = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=40)
    holder = models.CharField(max_length=80)
    language = models.CharField(max_length=2)
    facts = models.JSONField()
    seal = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="papers")

    class Meta:
        indexes = [
            models.Index(fields=["digest"], name="paper_digest"),
            models.Index(fields=["holder"], name="paper_holder"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def digits(self) -> str:
        """The digits that are printed on it."""
        return self.seal[:DIGITS]

    @property
    def where(self) -> str:
        """Under which name its bytes are kept."""
        return f"papers/{self.digest[:2]}/{self.digest}"
