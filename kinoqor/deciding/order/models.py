"""The records of an order: its list as it was signed, and a signed paper that an officer has brought."""

from django.db import models

from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.order.words import Standing
from kinoqor.funding.call.models import CallVersion
from kinoqor.ledger.deed.models import Deed


class Order(models.Model):
    """The act that puts films into the year's plan. By trigger, what was filled never changes."""

    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="orders")
    allocation = models.ForeignKey(Allocation, models.PROTECT, related_name="orders")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.DRAFT)
    # As the registry of acts numbers it, and its day.
    number = models.CharField(max_length=60)
    day = models.DateField()
    # Who signs, by office and name, in every language.
    signer = models.JSONField()
    # [{"code", "application", "title": {..}, "company": {..}, "producer", "director", "award"}], as the list has them.
    rows = models.JSONField()
    total = models.PositiveBigIntegerField()
    # The numbers of its papers by language.
    papers = models.JSONField(null=True)
    # The short statement with the papers' digests that is signed, its SHA-256, and the detached signature (base64).
    statement = models.TextField(null=True)
    digest = models.CharField(max_length=64, null=True)
    signature = models.TextField(null=True)
    # What was checked of the signature and what was not.
    checked = models.JSONField(null=True)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    signed = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    annulled = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["allocation"], condition=models.Q(annulled=None), name="one_order_an_allocation"
            )
        ]

    def __str__(self) -> str:
        return self.number


class Brought(models.Model):
    """A scan of the order signed on paper: one officer brings it, another one compares and confirms, or sends it back."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="brought")
    # The number of the kept file, and its SHA-256.
    file = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    # Under which number the registry of acts has it, and from which day.
    registry = models.CharField(max_length=60)
    day = models.DateField()
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    confirmed = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    sent_back = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["order"], condition=models.Q(sent_back=None), name="one_signed_paper_an_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.order_id} {self.registry}"
