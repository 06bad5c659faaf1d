"""What writes company files."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.applicant.models import Applicant
from kinoqor.funding.applicant.rules import may_save
from kinoqor.funding.applicant.words import FORM
from kinoqor.funding.question.queries import form_in_force
from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Line, deed


@deed(
    "funding.applicant.saved",
    _("A company file saved"),
    _("%(who)s saved the file of %(organisation)s: %(places)s"),
)
def save_company(line: Line, organisation: int, values: dict[str, Any], revision: int) -> int:
    """Keep what a company says of itself; `revision` is the state that was seen (0: none yet). Give the new one.

    The journal learns which answers changed, never what they are.
    """
    version = form_in_force(FORM)
    missing = no(
        _("This house has no form for company files yet."), way=_("Ask the film fund to publish one.")
    )
    require(YES if version else missing)
    found = Applicant.objects.select_for_update().filter(organisation=organisation).first()
    require(may_save(found.revision if found else 0, revision))
    old = found.values if found else {}
    places = [place for place in {**old, **values} if old.get(place) != values.get(place)]
    line.details.update(organisation=organisation, places=", ".join(places))
    if found is None:
        found = Applicant(organisation_id=organisation, revision=0, made=line.deed)
    found.values, found.revision = values, found.revision + 1
    found.form_version, found.changed = version, line.deed  # type: ignore[assignment]
    found.save()
    return found.revision
