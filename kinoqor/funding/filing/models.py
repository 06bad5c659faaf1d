"""The records of what was filed."""

from django.db import models

from kinoqor.funding.application.models import Application
from kinoqor.funding.filing.rules import receipt_number
from kinoqor.ledger.deed.models import Deed


class Filing(models.Model):
    """What was filed, frozen: the canonical text of all of it and its digest. Append-only by database trigger."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="filings")
    number = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=40)
    # The revision that was filed: the same filing sent twice is one filing.
    revision = models.PositiveIntegerField()
    # When the request reached the house, by its clock.
    at = models.DateTimeField()
    snapshot = models.TextField()
    digest = models.CharField(max_length=64)
    files = models.JSONField()
    # What was open and known to be open: [[place, sentence, clause, label]], each text by language; in earlier filings a
    # plain text in the language of the filing.
    points = models.JSONField(default=list)
    language = models.CharField(max_length=2)
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    # The number of the receipt as a paper, which is written just after.
    receipt = models.CharField(max_length=60, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "number"], name="one_filing_a_number"),
            models.UniqueConstraint(fields=["application", "stage", "revision"], name="filed_once"),
        ]
        indexes = [models.Index(fields=["digest"], name="filing_digest")]

    def __str__(self) -> str:
        return self.called

    @property
    def text_name(self) -> str:
        """The name of its frozen text as a file."""
        return f"{self.called}.json"

    @property
    def paper_name(self) -> str:
        """The name of its receipt as a file."""
        return f"{self.receipt}.pdf"

    @property
    def called(self) -> str:
        """The number of its receipt."""
        return receipt_number(self.application_id, self.number)


class Answer(models.Model):
    """One typed cell of what was filed last, for questions across applications."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="answers")
    question = models.CharField(max_length=60)
    place = models.CharField(max_length=120)
    # The row from 1, of a group that is asked in rows; else 0.
    row = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(blank=True)
    # Of a title: without its spelling (kit.fold), as it is looked for; else empty.
    folded = models.TextField(blank=True, default="")
    number = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    day = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["question", "number"], name="answer_number"),
            models.Index(fields=["question", "day"], name="answer_day"),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.place}"
