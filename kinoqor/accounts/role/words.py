"""The roles of the house."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kinoqor.accounts.organisation.words import OrganisationKind as Kind


class Role(TextChoices):
    """What a seat lets its holder do."""

    CATALOGUER = "cataloguer", _("Cataloguer")
    ARCHIVIST = "archivist", _("Archivist")
    OFFICER = "officer", _("Officer")
    AUDITOR = "auditor", _("Auditor")
    EXPERT = "expert", _("Expert")
    ADMINISTRATOR = "administrator", _("Administrator")
    PRODUCER = "producer", pgettext_lazy("a role", "Producer")
    EXHIBITOR = "exhibitor", _("Exhibitor")


# Roles that act for the public; they count only behind a second factor of sign-in.
STAFF = frozenset(
    {Role.CATALOGUER, Role.ARCHIVIST, Role.OFFICER, Role.AUDITOR, Role.EXPERT, Role.ADMINISTRATOR}
)

# Roles of which one may hold several seats at once: an expert sits on the council and on a section of it, each by an act.
SEVERAL = frozenset({Role.EXPERT})

# In which kinds of organisation a role can be held.
HELD_IN: dict[Role, frozenset[Kind]] = {
    Role.CATALOGUER: frozenset({Kind.FUND, Kind.ARCHIVE}),
    Role.ARCHIVIST: frozenset({Kind.FUND, Kind.ARCHIVE}),
    Role.OFFICER: frozenset({Kind.FUND}),
    Role.AUDITOR: frozenset({Kind.FUND}),
    Role.EXPERT: frozenset({Kind.FUND}),
    Role.ADMINISTRATOR: frozenset({Kind.FUND}),
    Role.PRODUCER: frozenset({Kind.COMPANY}),
    Role.EXHIBITOR: frozenset({Kind.CINEMA}),
}
