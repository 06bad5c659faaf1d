"""The records of what comes after a decision: objections of applicants, and re-checks with their difference."""

from django.db import models

from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.publication.models import Outcome
from kinoqor.deciding.recheck.words import Answer, Standing
from kinoqor.ledger.deed.models import Deed


class Objection(models.Model):
    """What an applicant says against a decision, and how it was answered."""

    outcome = models.OneToOneField(Outcome, models.PROTECT, related_name="objection")
    words = models.TextField()
    # Until when it is to be answered; None where the call says nothing.
    day = models.DateField(null=True)
    shuts = models.DateTimeField(null=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer, default=Answer.OPEN)
    reply = models.TextField(blank=True)
    answered = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.outcome_id} {self.answer}"


class Recheck(models.Model):
    """An allocation computed once more with something changed. By trigger, what was filled never changes."""

    allocation = models.ForeignKey(Allocation, models.PROTECT, related_name="rechecks")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.ASKED)
    # What is changed: {"without": [accounts], "points": {film: points}, "envelopes": {stream: sum},
    # "quotas": {quota: [least, most]}}; and why.
    changes = models.JSONField()
    reason = models.TextField()
    # What was computed of what, as canonical JSON, and how it differs: {"entering", "leaving", "money", "films"}.
    frozen = models.TextField(null=True)
    result = models.TextField(null=True)
    difference = models.JSONField(null=True)
    digest = models.CharField(max_length=64, null=True)
    trouble = models.TextField(blank=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    computed = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.allocation_id} {self.standing}"
