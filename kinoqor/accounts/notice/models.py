"""The record of what someone has chosen."""

from django.db import models

from kinoqor.accounts.notice.words import Manner, Notice
from kinoqor.accounts.user.models import User


class Choice(models.Model):
    """How a person wants a kind of notice."""

    user = models.ForeignKey(User, models.CASCADE, related_name="choices")
    notice = models.CharField(max_length=12, choices=Notice)
    manner = models.CharField(max_length=8, choices=Manner)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "notice"], name="one_choice_a_notice")]

    def __str__(self) -> str:
        return f"{self.notice}: {self.manner}"
