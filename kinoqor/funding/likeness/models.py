"""The records by which applications that look alike are found."""

from django.db import models

from kinoqor.funding.application.models import Application
from kinoqor.funding.likeness.words import Key, Reading
from kinoqor.ledger.deed.models import Deed


class Trace(models.Model):
    """What of an application is compared, as it was when it was last looked at."""

    application = models.OneToOneField(Application, models.CASCADE, related_name="trace")
    # The revision of the application that it is of.
    revision = models.PositiveIntegerField()
    # See rules.kept.
    told = models.JSONField()
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.application_id}"


class Mark(models.Model):
    """A key by which a trace is found."""

    trace = models.ForeignKey(Trace, models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=8, choices=Key.choices)
    key = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["kind", "key", "trace"], name="mark_key")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


class Script(models.Model):
    """The words of a script, as the smallest digests of their pieces and never as text; one for all who sent the same."""

    digest = models.CharField(max_length=64, unique=True)
    reading = models.CharField(max_length=8, choices=Reading.choices, default=Reading.WAITING)
    # How many pages were read, and whether those are all.
    pages = models.PositiveIntegerField(default=0)
    whole = models.BooleanField(default=True)
    # See kit.shingles.Sketch; the digests in eight bytes each.
    pieces = models.PositiveIntegerField(default=0)
    smallest = models.BinaryField(default=bytes)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["reading", "id"], name="script_reading")]

    def __str__(self) -> str:
        return f"{self.digest} {self.reading}"
