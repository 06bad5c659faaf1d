"""The records of reviews and of their opening."""

from django.db import models

from kinoqor.funding.call.models import CallVersion
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.panel.models import Photograph
from kinoqor.ledger.deed.models import Deed


class Review(models.Model):
    """What a reader says of a file; once handed in it never changes (trigger: `handed` once filled)."""

    reading = models.OneToOneField(Reading, models.PROTECT, related_name="review")
    # By criterion: a mark, or null for "does not apply"; what is not there was not marked yet.
    marks = models.JSONField(default=dict)
    # By criterion: words for the applicant; and words for the council alone.
    reasons = models.JSONField(default=dict)
    council = models.TextField(blank=True)
    language = models.CharField(max_length=2)
    # Rises with every change, so that two tabs do not undo each other's work.
    revision = models.PositiveIntegerField(default=1)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    changed = models.DateTimeField()
    # SHA-256 of what was handed in, in canonical JSON with a salt: what can be published before the opening.
    salt = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, blank=True)
    handed = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.reading_id}"


class Opening(models.Model):
    """The moment at which a panel opens all reviews of a stage together. Append-only by trigger."""

    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="openings")
    stage = models.CharField(max_length=40)
    phase = models.PositiveSmallIntegerField(default=1)
    photograph = models.ForeignKey(Photograph, models.PROTECT, related_name="openings")
    # How many reviews were opened, how many readings had none, and the digest over the digests of all.
    reviews = models.PositiveIntegerField()
    missing = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "stage", "phase"], name="one_opening_a_phase")
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.stage} {self.phase}"
