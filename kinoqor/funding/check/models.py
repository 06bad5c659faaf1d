"""The records of the formal check: what was judged, what was noticed, what was refused. Append-only by trigger."""

from datetime import datetime

from django.db import models

from kinoqor.funding.application.models import Application
from kinoqor.funding.check.words import Judged
from kinoqor.funding.filing.models import Filing
from kinoqor.ledger.deed.models import Deed


class Judgement(models.Model):
    """What an officer says of one point of the check list for one filing; the newest one of a point counts."""

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="judgements")
    code = models.CharField(max_length=40)
    judged = models.CharField(max_length=8, choices=Judged)
    words = models.TextField(blank=True)
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["filing", "code", "-id"], name="check_judgement")]

    def __str__(self) -> str:
        return f"{self.filing_id} {self.code} {self.judged}"


class Notice(models.Model):
    """A notice of faults: the points, and until when they can be repaired."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="notices")
    filing = models.ForeignKey(Filing, models.PROTECT, related_name="notices")
    # [{"place", "check", "clause", "text": {"kk", "ru", "en"}, "words"}]
    points = models.JSONField()
    # The last day of the term, and the first moment that no longer counts.
    day = models.DateField()
    shuts = models.DateTimeField()
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    reminded = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")
    # When the clock wrote down that the term had run out without a repaired file; nothing else follows from it.
    ran_out = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["application", "-id"], name="check_notice"),
            models.Index(fields=["shuts"], name="check_notice_shuts", condition=models.Q(ran_out=None)),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.day}"

    @property
    def places(self) -> list[str]:
        """What may be changed."""
        return list(dict.fromkeys(point["place"] for point in self.points))

    def over(self, now: datetime) -> bool:
        """Whether the term has run out."""
        return now >= self.shuts


class Refusal(models.Model):
    """A formal refusal by a code of the call, with its clause as it was worded then."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="refusals")
    filing = models.ForeignKey(Filing, models.PROTECT, related_name="refusals")
    notice = models.ForeignKey(Notice, models.PROTECT, null=True, related_name="refusals")
    code = models.CharField(max_length=40)
    called = models.JSONField()
    clause = models.JSONField(default=dict)
    words = models.TextField()
    # The points that were judged faults, as in a notice.
    points = models.JSONField(default=list)
    # Until when one may complain: the last day, and the first moment that is late; None where the call says nothing.
    day = models.DateField(null=True)
    shuts = models.DateTimeField(null=True)
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    # Filled when a complaint is upheld.
    lifted = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["application", "-id"], name="check_refusal")]

    def __str__(self) -> str:
        return f"{self.application_id} {self.code}"
