"""The record of what takes too long to be worked out for a page."""

from django.db import models

from kinoqor.judging.review.models import Opening
from kinoqor.ledger.deed.models import Deed


class Influences(models.Model):
    """What the list would be without each reader, worked out once after an opening. Append-only by trigger."""

    opening = models.OneToOneField(Opening, models.PROTECT, related_name="influences")
    # [{"reader", "entering": [..], "leaving": [..], "furthest", "corrected"}] by numbers of users and applications.
    found = models.JSONField()
    # SHA-256 of the marks and terms that it was worked out from.
    digest = models.CharField(max_length=64)
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.opening_id}"
