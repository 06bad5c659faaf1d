"""The records of a call."""

from django.db import models

from kinoqor.funding.programme.models import Programme
from kinoqor.ledger.deed.models import Deed


class Call(models.Model):
    """A call for applications; what it says stands in its versions."""

    ref = models.SlugField(unique=True, max_length=60)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="calls")
    # The call that this one repeats, after that one was annulled.
    rerun_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="reruns")
    annulled = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.ref


class CallVersion(models.Model):
    """What a call says; a draft until it is published, and by database trigger never changed after."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    terms = models.JSONField()
    # SHA-256 of the terms in canonical JSON.
    digest = models.CharField(max_length=64)
    # Rises with each change of a draft, so that two tabs do not undo each other's work.
    revision = models.PositiveIntegerField(default=1)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    published = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="call_version"),
            models.UniqueConstraint(
                fields=["call"], name="call_draft", condition=models.Q(published__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.call_id} v{self.number}"


class Happening(models.Model):
    """When a step of a call really happened; a later line about the same step corrects the one before."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="happenings")
    step = models.CharField(max_length=40)
    day = models.DateField()
    until = models.DateField(null=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.step} {self.day}"
