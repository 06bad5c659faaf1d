"""The records of awards and releases, settled from claims."""

from django.db import models

from kinoqor.register.event.words import ReleaseType, Result
from kinoqor.register.subject.models import Subject


class Award(models.Model):
    """A film at a festival or before a jury: selected, nominated, or with a prize. Written only by settling."""

    film = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="awards")
    organisation = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="gave")
    year = models.SmallIntegerField(null=True)
    edition = models.CharField(max_length=200, blank=True)
    section = models.TextField(blank=True)
    award = models.TextField(blank=True)
    result = models.CharField(max_length=12, choices=Result.choices)
    sources = models.JSONField(default=list)
    unverified = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.year} {self.award}"


class Release(models.Model):
    """A publication event of a work: where, when and how it was shown. Written only by settling."""

    film = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="releases")
    # The service or cinema, where the register knows it as an organisation.
    platform = models.ForeignKey(Subject, on_delete=models.CASCADE, null=True, related_name="released")
    # ISO codes joined by ";", or INT.
    territory = models.CharField(max_length=400, blank=True)
    venue = models.TextField(blank=True)
    # A partial date: "2012", "2012-05", "2012-05-03"; empty where no source gives one.
    date = models.CharField(max_length=21, blank=True)
    medium = models.CharField(max_length=12, choices=ReleaseType.choices)
    # Whole units of `currency`.
    box_office = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=40, blank=True)
    admissions = models.BigIntegerField(null=True)
    sources = models.JSONField(default=list)
    unverified = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.date} {self.territory} {self.medium}"
