"""The records of a load: the file, its rows, and the claims that it has stated."""

from django.db import models

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.keeping.load.words import State
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.claim.models import Claim
from kinoqor.register.intake.words import Outcome
from kinoqor.register.subject.words import Kind


class Load(models.Model):
    """A table that somebody has sent: where it comes from, how it was read, what its columns mean, where it stands."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="loads")
    # Who says what it says, where that is not the organisation itself: another archive, a partner.
    sender = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=16, choices=Kind)
    name = models.CharField(max_length=200)
    # SHA-256 of the file, which is kept under this name.
    digest = models.CharField(max_length=64)
    form = models.CharField(max_length=4)
    encoding = models.CharField(max_length=16, blank=True)
    delimiter = models.CharField(max_length=1, blank=True)
    sheet = models.CharField(max_length=100, blank=True)
    headings = models.JSONField(default=list)
    # The code of each column's meaning in the order of the headings; "" where it is left out.
    columns = models.JSONField(default=list)
    # Who says so where a row names nobody.
    source = models.CharField(max_length=900, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    loaded = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    withdrawn = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    # Why it is being withdrawn, while a job does that.
    why = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="load_organisation")]

    def __str__(self) -> str:
        return self.name

    @property
    def voice(self) -> str:
        """The sender of its claims: the same for every file of one organisation, or of one sender that it names."""
        return f"load:{self.organisation_id}/{self.sender}" if self.sender else f"load:{self.organisation_id}"


class LoadRow(models.Model):
    """One row of a load and what it comes to. Written anew by every check."""

    load = models.ForeignKey(Load, models.CASCADE, related_name="rows", db_index=False)
    number = models.IntegerField()
    cells = models.JSONField(default=list)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    # The record that it is about, once that is known.
    ref = models.CharField(max_length=40, blank=True)
    # [why, place of the column, what it names] of each reason; see words.Reason.
    reasons = models.JSONField(default=list)
    # "leave", "new", the number of a record, or "row:5" for the record of another row.
    decided = models.CharField(max_length=40, blank=True)
    taken = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["load", "number"], name="load_row_once")]
        indexes = [models.Index(fields=["load", "outcome", "number"], name="load_row_outcome")]

    def __str__(self) -> str:
        return f"{self.load_id}:{self.number} {self.outcome}"


class Brought(models.Model):
    """A claim that a load has stated, so that it can be taken back with all the others."""

    load = models.ForeignKey(Load, models.PROTECT, related_name="brought")
    claim = models.OneToOneField(Claim, models.PROTECT, related_name="brought_by")

    def __str__(self) -> str:
        return f"{self.load_id} {self.claim_id}"
