"""The record of a credit."""

from django.db import models

from kinoqor.register.credit.words import Role
from kinoqor.register.subject.models import Subject


class Credit(models.Model):
    """One person in one role in one film. Written only by settling."""

    film = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="credits")
    person = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="credited")
    role = models.CharField(max_length=24, choices=Role.choices)
    character = models.TextField(blank=True)
    order = models.SmallIntegerField()
    # Numbers of the sources, strongest voice first.
    sources = models.JSONField(default=list)
    unverified = models.BooleanField(default=False)

    class Meta:
        ordering = ["film", "order"]

    def __str__(self) -> str:
        return f"{self.role}: {self.person_id} in {self.film_id}"
