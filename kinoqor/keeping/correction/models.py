"""The record of a proposal."""

from django.db import models

from kinoqor.keeping.correction.words import Fate, Ground
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.claim.models import Claim


class Proposal(models.Model):
    """A claim that someone has proposed, and what became of it."""

    claim = models.OneToOneField(Claim, models.PROTECT, related_name="proposal")
    # The voice of an account; empty for a stranger.
    proposer = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2)
    # A stranger's address for the answer; emptied some weeks after it.
    address = models.CharField(max_length=254, blank=True)
    # SHA-256 of the secret in the private address at which the fate can be read.
    receipt = models.CharField(max_length=64, unique=True)
    # What the card showed when it was proposed, for the judge to see.
    leads = models.BooleanField(default=True)
    fate = models.CharField(max_length=8, choices=Fate, default=Fate.OPEN)
    ground = models.CharField(max_length=8, choices=Ground, blank=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    judged = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["fate", "id"], name="proposal_fate")]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.fate}"
