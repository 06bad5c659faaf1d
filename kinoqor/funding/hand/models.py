"""The record of a hand."""

from django.db import models

from kinoqor.accounts.user.models import User
from kinoqor.funding.hand.words import Right
from kinoqor.ledger.deed.models import Deed


class Hand(models.Model):
    """A person with a right on a file, or an invitation that waits to be taken."""

    # The file, by name and not by key, since files stand above: "application:12".
    holder = models.CharField(max_length=40)
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    # Where the invitation was sent, emptied when it is taken; its secret is kept as a digest.
    address = models.CharField(max_length=254, blank=True)
    secret = models.CharField(max_length=64, blank=True)
    right = models.CharField(max_length=4, choices=Right)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    ended = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "user"], condition=models.Q(ended=None), name="one_hand_a_person"
            )
        ]
        indexes = [
            models.Index(fields=["holder"], name="hand_holder"),
            models.Index(fields=["secret"], name="hand_secret", condition=~models.Q(secret="")),
        ]

    def __str__(self) -> str:
        return f"{self.holder} {self.right}"
