"""The record of a pair that looks alike. All of it can be thrown away and found again from the register."""

from django.db import models

from kinoqor.register.subject.models import Subject


class Pair(models.Model):
    """Two records that may be the same, and what speaks for it. Written only by looking; judged elsewhere."""

    one = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=16)
    weight = models.SmallIntegerField()
    # [{"sign", "one", "other", "shared": [numbers]}], the name first.
    signs = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="pair_once"),
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="pair_in_order"),
        ]
        indexes = [models.Index(fields=["-weight", "id"], name="pair_weight")]

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id} {self.weight}"
