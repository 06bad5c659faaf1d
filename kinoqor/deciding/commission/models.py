"""The records of what the commission says of each film of the list, and of what binds it."""

from django.db import models

from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.commission.words import Ruling as Said
from kinoqor.funding.application.models import Application
from kinoqor.judging.panel.models import Photograph
from kinoqor.ledger.deed.models import Deed


class Ruling(models.Model):
    """Approved, cut, refused or returned, with its reason; a later ruling takes the place of an earlier one."""

    allocation = models.ForeignKey(Allocation, models.PROTECT, related_name="rulings")
    application = models.ForeignKey(Application, models.PROTECT, related_name="rulings")
    said = models.CharField(max_length=10, choices=Said)
    # In minor units: what the film gets; and what is cut where, [{"chapter", "amount"}].
    award = models.PositiveBigIntegerField(default=0)
    cuts = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    clause = models.CharField(max_length=300, blank=True)
    # The accounts of the members to whom the film was shut; they took no part.
    out = models.JSONField(default=list)
    # Who sat on the commission and who was shut out of the film when it was ruled on.
    photograph = models.ForeignKey(Photograph, models.PROTECT, null=True, related_name="+")
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    replaced = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["allocation", "application"],
                condition=models.Q(replaced=None),
                name="one_ruling_a_film",
            )
        ]

    def __str__(self) -> str:
        return f"{self.allocation_id} {self.application_id} {self.said}"


class Hold(models.Model):
    """That the rulings on a list stand as they are, because an order rests on them; lifted when that order falls."""

    allocation = models.ForeignKey(Allocation, models.PROTECT, related_name="holds")
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    lifted = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["allocation"], condition=models.Q(lifted=None), name="one_hold_an_allocation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.allocation_id}"
