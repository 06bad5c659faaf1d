"""The records of a programme, its parameters and its days."""

from django.db import models

from kinoqor.ledger.deed.models import Deed


class Programme(models.Model):
    """A programme of a fund, as its pack describes it."""

    ref = models.SlugField(unique=True, max_length=40)
    country = models.CharField(max_length=2)
    zone = models.CharField(max_length=40)
    currency = models.CharField(max_length=3)
    operator = models.JSONField()
    name = models.JSONField()
    about = models.JSONField(default=dict)
    # [{"act": ..., "about": text, "address": ...}]
    acts = models.JSONField(default=list)
    # [{"code": ..., "name": text, "unit": "money" or "number"}]
    parameters = models.JSONField(default=list)
    # ISO numbers of the days of the week that are not worked.
    weekend = models.JSONField(default=list)
    # SHA-256 of the files it was read from.
    digest = models.CharField(max_length=64)
    loaded = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.ref


class ParameterValue(models.Model):
    """What a parameter is from a day on; money in minor units."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="values_by_date")
    parameter = models.CharField(max_length=40)
    since = models.DateField()
    value = models.BigIntegerField()
    source = models.CharField(max_length=500)
    verified = models.BooleanField()
    # The deed of the officer who entered it; none for what the pack says. A pack loaded anew leaves it as it is.
    entered = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "parameter", "since"], name="parameter_since")
        ]

    def __str__(self) -> str:
        return f"{self.parameter} {self.since}: {self.value}"


class CalendarYear(models.Model):
    """A year whose working days are known."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="years")
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=500)
    verified = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "year"], name="calendar_year")]

    def __str__(self) -> str:
        return str(self.year)


class CalendarDay(models.Model):
    """A day that is not what its weekday says."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="days")
    day = models.DateField()
    working = models.BooleanField()
    name = models.JSONField()
    source = models.CharField(max_length=500)
    verified = models.BooleanField()
    entered = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "day"], name="calendar_day")]

    def __str__(self) -> str:
        return f"{self.day} {'+' if self.working else '-'}"
