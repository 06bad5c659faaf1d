"""The record of feedback."""

from django.db import models

from kinoqor.funding.application.models import Application
from kinoqor.judging.review.models import Opening
from kinoqor.ledger.deed.models import Deed


class Feedback(models.Model):
    """The reasons that one applicant gets; once sent they never change (trigger: `sent` once filled)."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="feedback")
    opening = models.ForeignKey(Opening, models.PROTECT, related_name="feedback")
    # [{"criterion", "review", "said", "text", "left_out", "why"}]: as the reader wrote it and as it goes out.
    pieces = models.JSONField(default=list)
    language = models.CharField(max_length=2)
    revision = models.PositiveIntegerField(default=1)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    checked = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    sent = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "opening"], name="one_feedback")]

    def __str__(self) -> str:
        return f"{self.application_id} {self.opening_id}"
