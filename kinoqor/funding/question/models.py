"""The records of forms."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kinoqor.ledger.deed.models import Deed


class FormVersion(models.Model):
    """A version of a form. Once published it never changes, by database trigger."""

    code = models.SlugField(_("code"), max_length=40)
    number = models.PositiveIntegerField(_("version"))
    document = models.JSONField()
    # Which state of the draft this is, so that two hands do not undo each other's work.
    revision = models.PositiveIntegerField(default=1)
    made = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    published = models.ForeignKey(Deed, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="form_version_number"),
            models.UniqueConstraint(
                fields=["code"], condition=models.Q(published=None), name="form_version_one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.number}"
