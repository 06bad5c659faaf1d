"""The records of a series and of what it stated and withdrew."""

from django.db import models

from kinoqor.keeping.series.words import Do
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.claim.models import Claim
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind


class Series(models.Model):
    """One change made to many records. Who made it, when and why, and who undid it, is told by the deeds it points to."""

    kind = models.CharField(max_length=16, choices=Kind.choices)
    prop = models.CharField(max_length=32)
    do = models.CharField(max_length=8, choices=Do)
    # Values as they are kept; the number of a subject where the property names one.
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    source = models.CharField(max_length=1000, blank=True)
    records = models.IntegerField()
    # {number of a record: why the series passed it by}, for the series and for its undoing.
    left = models.JSONField(default=dict)
    left_undone = models.JSONField(default=dict)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    undone = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.prop}: {self.old} {self.new}"


class Step(models.Model):
    """One claim that a series stated for a record, or withdrew."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="steps", db_index=False)
    # Under which record it was shown then.
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    stated = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "claim"], name="series_step_once")]
        indexes = [models.Index(fields=["series", "subject"], name="series_subject")]

    def __str__(self) -> str:
        return f"{self.series_id} {self.claim_id}"
