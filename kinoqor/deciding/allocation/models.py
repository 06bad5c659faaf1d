"""The records of an allocation: what was frozen, what was computed of it, and where somebody departed from it."""

from django.db import models

from kinoqor.deciding.allocation.words import Standing
from kinoqor.funding.application.models import Application
from kinoqor.funding.call.models import CallVersion
from kinoqor.ledger.deed.models import Deed


class Allocation(models.Model):
    """One computing of who gets what. By trigger, what was filled never changes."""

    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="allocations")
    stage = models.CharField(max_length=40)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.FROZEN)
    # Kept by the fund: the films' codes in what is published are digests with this salt.
    salt = models.CharField(max_length=64)
    # What it depends on (asks, points, envelopes, quotas), as canonical JSON that is published, with its SHA-256.
    frozen = models.TextField()
    digest = models.CharField(max_length=64)
    # {code: application}; never published.
    codes = models.JSONField()
    # For lots: the public round named beforehand or the announced numbers, and what came.
    source = models.CharField(max_length=8, blank=True)
    beacon = models.PositiveBigIntegerField(null=True)
    announced = models.JSONField(default=list)
    due = models.DateTimeField(null=True)
    chance = models.TextField(null=True)
    seed = models.CharField(max_length=64, null=True)
    # The list with its cut-offs and reason codes, as canonical JSON that is published.
    result = models.TextField(null=True)
    result_digest = models.CharField(max_length=64, null=True)
    # The list with the departures that stand now, in the same way; it changes until the council has adopted it.
    after = models.TextField(null=True)
    # What it would have taken, by the film's code; worked out after the list.
    told = models.TextField(null=True)
    progress = models.JSONField(default=dict)
    trouble = models.TextField(blank=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    computed = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    adopted = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    cancelled = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "stage"], condition=models.Q(cancelled=None), name="one_allocation_a_stage"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.stage}"


class Departure(models.Model):
    """That the list is left in one place: who asked for it, why, and what it costs. Append-only by trigger."""

    allocation = models.ForeignKey(Allocation, models.PROTECT, related_name="departures")
    application = models.ForeignKey(Application, models.PROTECT, related_name="departures")
    # Whether the film comes in or goes out, and with how much, in minor units.
    comes_in = models.BooleanField()
    award = models.PositiveBigIntegerField(default=0)
    # Who asked for it, as the journal names them; the reason in the language in which it was given.
    author = models.CharField(max_length=80)
    reason = models.TextField()
    # What it costs by the law of allocation: points x money, films that come in and go out, by their codes.
    price = models.JSONField()
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    dropped = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.allocation_id} {self.application_id}"
