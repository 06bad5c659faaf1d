"""The record of a company file."""

from django.db import models

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.funding.question.models import FormVersion
from kinoqor.ledger.deed.models import Deed


class Applicant(models.Model):
    """What an organisation says of itself as an applicant, by the version of the form that it answered last."""

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="applicant")
    form_version = models.ForeignKey(FormVersion, models.PROTECT, related_name="+")
    values = models.JSONField(default=dict)
    # Which state this is, so that two tabs or two people do not undo each other's work.
    revision = models.PositiveIntegerField(default=1)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    changed = models.ForeignKey(Deed, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.organisation}"
