"""The records of an application: what is being written, and what was set aside."""

from django.db import models

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.funding.application.rules import titles
from kinoqor.funding.application.words import FLOW, PREFIX, SIGNS, State
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.question.models import FormVersion
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.subject.models import Subject


class Application(models.Model):
    """One film of one organisation in one call, by the version of the call under which it was last filed or written."""

    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="applications")
    # Whose it is; the company file of the organisation is the applicant's.
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="applications")
    stage = models.CharField(max_length=40)
    stream = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    film = models.ForeignKey(Subject, models.PROTECT, related_name="applications")
    form_version = models.ForeignKey(FormVersion, models.PROTECT, related_name="applications")
    # Answers of all stages by question, and the people who make the film: [{"role", "ref", "name", "citizen"}].
    values = models.JSONField(default=dict)
    crew = models.JSONField(default=list)
    # Rises with every change; `parts` says of each part at which revision it was last changed, and by whom.
    revision = models.PositiveIntegerField(default=1)
    parts = models.JSONField(default=dict)
    # What a notice lets the applicant repair: {"places": [...], "until": moment, "notice": number}.
    repair = models.JSONField(default=dict)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    changed = models.DateTimeField()
    filed_at = models.DateTimeField(null=True)
    # The language in which its letters and receipts are written.
    language = models.CharField(max_length=2)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state"], name="application_applicant"),
            models.Index(fields=["version", "state"], name="application_version"),
            models.Index(fields=["state", "filed_at"], name="application_state"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.state}"

    @property
    def name(self) -> str:
        """Under which its files, estimate and papers are kept."""
        return f"{PREFIX}:{self.pk}"

    @property
    def titles(self) -> dict[str, str]:
        """The titles of the film by language."""
        return titles(self.values)

    @property
    def sign(self) -> str:
        """The sign of its state."""
        return SIGNS[self.state]

    @property
    def called(self) -> str:
        """What the applicant calls its state."""
        return FLOW.called(self.state, officer=False)


class Aside(models.Model):
    """A version of a part that came too late to be saved over another one, kept until someone has looked at both."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="asides")
    part = models.CharField(max_length=60)
    values = models.JSONField()
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    settled = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.application_id} {self.part}"
