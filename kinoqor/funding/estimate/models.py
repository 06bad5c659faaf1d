"""The record of an estimate."""

from django.db import models

from kinoqor.ledger.deed.models import Deed


class Estimate(models.Model):
    """The lines, the financing plan and the schedule of one film, under the name of what it belongs to."""

    holder = models.CharField(max_length=60, unique=True)
    # [{"chapter", "text", "unit", "quantity": "2.5", "price": minor units, "taxed", "phase"}], see rules.item_kept.
    lines = models.JSONField(default=list)
    # [{"whose", "text", "amount": minor units, "proof"}].
    plan = models.JSONField(default=list)
    # [{"phase", "first": "2027-01-31" | null, "last"}].
    schedule = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=0)
    changed = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.holder
