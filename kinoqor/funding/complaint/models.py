"""The record of a complaint."""

from django.db import models

from kinoqor.funding.check.models import Refusal
from kinoqor.funding.complaint.words import Answer
from kinoqor.ledger.deed.models import Deed


class Complaint(models.Model):
    """What an applicant says against a refusal, and how it was answered."""

    refusal = models.OneToOneField(Refusal, models.PROTECT, related_name="complaint")
    words = models.TextField()
    # Until when it is to be answered: the last day and the first moment that is late; None where the call says nothing.
    day = models.DateField(null=True)
    shuts = models.DateTimeField(null=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer, default=Answer.OPEN)
    reply = models.TextField(blank=True)
    answered = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["answer", "shuts"], name="complaint_answer")]

    def __str__(self) -> str:
        return f"{self.refusal_id} {self.answer}"
