"""The record of a claim."""

from django.db import models

from kinoqor.ledger.deed.models import Deed
from kinoqor.register.claim.words import Rank
from kinoqor.register.source.models import Source
from kinoqor.register.subject.models import Subject


class Claim(models.Model):
    """One source says one thing of one subject. Append-only by trigger; `published` and `withdrawn` are
    filled once at most.

    When and by whom it was stated, published or withdrawn, and why, is told by the deeds it points to. A claim that was
    only proposed is seen by nobody but those who judge it, until it is published.
    """

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="claims", db_index=False)
    prop = models.CharField(max_length=32)
    value = models.TextField()
    target = models.ForeignKey(Subject, on_delete=models.PROTECT, null=True, related_name="said_of")
    qualifiers = models.JSONField(default=dict)
    lang = models.CharField(max_length=8, blank=True)
    script = models.CharField(max_length=4, blank=True)
    note = models.TextField(blank=True)
    rank = models.SmallIntegerField(choices=Rank.choices, default=Rank.NORMAL)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="claims")
    # Who keeps saying it: a file of a pack, a person. A later version of the same file replaces only its own.
    sender = models.CharField(max_length=80)
    # 63 bits over all of the above: the same claim is stated once.
    fingerprint = models.BigIntegerField()
    # The number of the withdrawn claim in whose place this one stands again, as if it had never gone.
    place = models.BigIntegerField(null=True)
    stated = models.ForeignKey(Deed, on_delete=models.PROTECT, related_name="+", db_index=False)
    proposed = models.BooleanField(default=False)
    published = models.ForeignKey(Deed, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    withdrawn = models.ForeignKey(Deed, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "fingerprint"],
                condition=models.Q(withdrawn=None),
                name="claim_stated_once",
            )
        ]
        indexes = [
            models.Index(fields=["subject"], name="claim_subject"),
            models.Index(
                fields=["subject"],
                condition=models.Q(proposed=True, published=None, withdrawn=None),
                name="claim_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_id} {self.prop}: {self.value}"
