"""The record of a file."""

from django.db import models

from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.file.words import NOT_SCANNED, Kind, Scan, where_of


class File(models.Model):
    """One version of a file in its place. Append-only by trigger; `scan` and `gone` are each filled once at most.

    The bytes lie in the kept storage under their SHA-256, so that the same paper sent twice is kept once.
    """

    holder = models.CharField(max_length=80)
    slot = models.CharField(max_length=60)
    place = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=Kind)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    # Of what was sent, where a picture was written anew; else the same.
    sent_digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    sent = models.ForeignKey(Deed, models.PROTECT, related_name="files")
    # Empty while nobody has scanned it.
    scan = models.CharField(max_length=8, choices=Scan, null=True)
    # The deed by which a newer version took its place, or by which it was taken out.
    gone = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["holder", "slot", "place", "version"], name="one_file_a_version"),
            models.UniqueConstraint(
                fields=["holder", "slot", "place"], condition=models.Q(gone=None), name="one_file_a_place"
            ),
        ]
        indexes = [models.Index(fields=["digest"], name="file_digest")]

    def __str__(self) -> str:
        return f"{self.name} ({self.version})"

    @property
    def scanned(self) -> str:
        """What the scan has found, in words."""
        return str(Scan(self.scan).label if self.scan else NOT_SCANNED)

    @property
    def infected(self) -> bool:
        """Whether a virus was found in it."""
        return self.scan == Scan.INFECTED

    @property
    def fingerprint(self) -> str:
        """Its digest with the name of the way it was made."""
        return f"SHA-256 {self.digest}"

    @property
    def where(self) -> str:
        """Under which name its bytes are kept."""
        return where_of(self.digest)
