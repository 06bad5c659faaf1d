"""The records of conflicts. Append-only: what is found no more is marked so, a decision stands beside it."""

from django.db import models

from kinoqor.accounts.user.models import User
from kinoqor.funding.conflict.words import Grade, Kind, Status, Voice
from kinoqor.ledger.deed.models import Deed


class Conflict(models.Model):
    """That somebody is tied to a file, by whom it is said, and the evidence."""

    # The file, by name and not by key, since files stand above: "application:12".
    holder = models.CharField(max_length=40)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    grade = models.CharField(max_length=8, choices=Grade)
    voice = models.CharField(max_length=10, choices=Voice)
    # [{"one", "other", "through", "name", "year", "roles"}], from the person to the file.
    path = models.JSONField(default=list)
    age = models.PositiveSmallIntegerField(default=0)
    weight = models.PositiveSmallIntegerField(default=1000)
    words = models.TextField(blank=True)
    # `rules.key`: by which it is known again when everything is looked at anew.
    key = models.CharField(max_length=64)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    # Filled when a new look finds it no more, or when whoever declared it takes it back.
    gone = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder", "user", "key"], condition=models.Q(gone=None), name="one_conflict_a_key"
            )
        ]
        indexes = [
            models.Index(fields=["user", "holder"], name="conflict_user"),
            models.Index(fields=["holder"], name="conflict_holder"),
        ]

    def __str__(self) -> str:
        return f"{self.holder} {self.kind}"

    @property
    def distance(self) -> int:
        """How many steps lie between the two."""
        return max(len(self.path), 1)


class Decision(models.Model):
    """What was decided of a conflict, with its reason in the deed; the newest one counts."""

    conflict = models.ForeignKey(Conflict, models.PROTECT, related_name="decisions")
    status = models.CharField(max_length=10, choices=Status)
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.conflict_id} {self.status}"
