"""The records of identity: what was judged, and under whose number a subject is shown because of it."""

from django.db import models

from kinoqor.ledger.deed.models import Deed
from kinoqor.register.identity.words import Judged
from kinoqor.register.subject.models import Subject


class Judgement(models.Model):
    """Two subjects are the same, are not, or nobody can tell. Append-only by trigger; `withdrawn` is filled once at most.

    Who judged when and why, and who took it back, is told by the deeds it points to. `one` is the subject that the
    register has known for longer.
    """

    one = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="judged_first")
    other = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="judged_second")
    judged = models.CharField(max_length=8, choices=Judged.choices)
    made = models.ForeignKey(Deed, on_delete=models.PROTECT, related_name="+", db_index=False)
    withdrawn = models.ForeignKey(Deed, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="judgement_in_order"),
            models.UniqueConstraint(
                fields=["one", "other"], condition=models.Q(withdrawn=None), name="judgement_stands_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} {self.judged} {self.other_id}"


class Merged(models.Model):
    """A subject that is shown under the number of another. Written anew whenever a judgement is made or taken back."""

    subject = models.OneToOneField(Subject, on_delete=models.CASCADE, primary_key=True, related_name="merged")
    leader = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="led")

    def __str__(self) -> str:
        return f"{self.subject_id} → {self.leader_id}"
