"""The records of a publication: when a result becomes public, and each file's part in it."""

from django.db import models

from kinoqor.deciding.order.models import Order
from kinoqor.deciding.publication.words import Result
from kinoqor.deciding.session.models import Item
from kinoqor.funding.application.models import Application
from kinoqor.funding.call.models import CallVersion
from kinoqor.ledger.deed.models import Deed


class Publication(models.Model):
    """The result of one stage; nobody outside sees it before its moment. By trigger, what was filled never changes."""

    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="publications")
    stage = models.CharField(max_length=40)
    # What it publishes: an order, or the vote on the list of a stage that gives no money.
    order = models.ForeignKey(Order, models.PROTECT, null=True, related_name="publications")
    item = models.ForeignKey(Item, models.PROTECT, null=True, related_name="publications")
    lifts = models.DateTimeField()
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    # When the clock lifted the embargo: states moved and letters were written.
    lifted = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    withdrawn = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "stage"],
                condition=models.Q(withdrawn=None),
                name="one_publication_a_stage",
            )
        ]
        indexes = [models.Index(fields=["lifts"], name="publication_lifts")]

    def __str__(self) -> str:
        return f"{self.version_id} {self.stage}"


class Outcome(models.Model):
    """What became of one file. By trigger, what was filled never changes."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="outcomes")
    application = models.ForeignKey(Application, models.PROTECT, related_name="outcomes")
    result = models.CharField(max_length=12, choices=Result)
    # In minor units, each as it was: asked for, recommended by the council, by the commission, in the order.
    asked = models.PositiveBigIntegerField(default=0)
    council = models.PositiveBigIntegerField(default=0)
    commission = models.PositiveBigIntegerField(default=0)
    award = models.PositiveBigIntegerField(default=0)
    # The line of the list: points, cut-off, reason code, what it would have taken.
    line = models.JSONField(default=dict)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    # The deed that wrote its letters, in one transaction with them; none is written again, none is left out.
    told = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["publication", "application"], name="one_outcome_a_file")
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.application_id} {self.result}"
