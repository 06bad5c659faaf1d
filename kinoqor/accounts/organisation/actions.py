"""What changes organisations."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.organisation import queries
from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.organisation.rules import Named, may_be_called
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Line, deed


@deed(
    "accounts.organisation.opened",
    _("An organisation entered"),
    _("%(who)s entered an organisation: %(organisation)s"),
)
def open_organisation(line: Line, named: Named) -> Organisation:
    """Enter an organisation in which people can hold seats."""
    require(may_be_called(named, taken=queries.number_taken(named.number)))
    made = Organisation.objects.create(**named.columns())
    line.details["organisation"] = made.pk
    return made


@deed(
    "accounts.organisation.amended",
    _("An organisation corrected"),
    _("%(who)s corrected an organisation: %(organisation)s"),
)
def amend_organisation(line: Line, pk: int, named: Named) -> Organisation:
    """Correct an organisation's names or numbers; what they were stays in the journal's line."""
    require(may_be_called(named, taken=queries.number_taken(named.number, but=pk)))
    before = Organisation.objects.select_for_update().get(pk=pk)
    line.details["organisation"] = pk
    line.details["before"] = {
        name: getattr(before, name) for name, now in named.columns().items() if getattr(before, name) != now
    }
    for name, now in named.columns().items():
        setattr(before, name, now)
    before.save()
    return before
