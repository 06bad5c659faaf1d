"""The record of an organisation."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.organisation.words import OrganisationKind


class Organisation(models.Model):
    """A body in which people hold seats."""

    kind = models.CharField(_("kind"), max_length=12, choices=OrganisationKind)
    name_kk = models.CharField(_("name in Kazakh"), max_length=200, blank=True)
    name_ru = models.CharField(_("name in Russian"), max_length=200, blank=True)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    # The number under which the state knows it, if it has one.
    number = models.CharField(_("registration number"), max_length=20, null=True, unique=True)
    # Its record in the register above, by reference: "o012".
    ref = models.CharField(_("number in the register"), max_length=20, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name_kk="", name_ru="", name_en=""), name="organisation_has_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def names(self) -> dict[str, str]:
        """Its name in every language in which it has one."""
        found = {"kk": self.name_kk, "ru": self.name_ru, "en": self.name_en}
        return {lang: name for lang, name in found.items() if name}

    @property
    def name(self) -> str:
        """Its name in the page's language, or the one it has."""
        own = getattr(self, f"name_{get_language() or 'en'}", "")
        return own or self.name_kk or self.name_ru or self.name_en
