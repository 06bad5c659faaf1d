"""The record of a newcomer. What is said of them are claims of their subject that wait."""

from django.db import models

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.keeping.newcomer.words import Fate, Ground
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.subject.models import Subject


class Newcomer(models.Model):
    """A person who was proposed for an application of an organisation, and what became of it."""

    subject = models.OneToOneField(Subject, models.PROTECT, related_name="newcomer")
    # For whose application: only its people see the newcomer before a cataloguer has taken them.
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    proposer = models.CharField(max_length=80)
    # For the judge alone; it never becomes a claim.
    known_for = models.CharField(max_length=500, blank=True)
    fate = models.CharField(max_length=8, choices=Fate, default=Fate.OPEN)
    ground = models.CharField(max_length=8, choices=Ground, blank=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    judged = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["fate", "id"], name="newcomer_fate"),
            models.Index(fields=["organisation", "fate"], name="newcomer_organisation"),
            models.Index(fields=["proposer"], name="newcomer_proposer"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_id} {self.fate}"
