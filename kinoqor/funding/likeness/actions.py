"""Keeping what is compared. Nothing else is written of likeness: to judge it is the officer's, in the formal check."""

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.application.queries import held
from kinoqor.funding.likeness.models import Mark, Trace
from kinoqor.funding.likeness.queries import compared
from kinoqor.funding.likeness.rules import kept, marks
from kinoqor.ledger.deed.actions import Line, deed


@deed(
    "funding.likeness.traced",
    _("An application made comparable"),
    _("%(who)s kept what of application %(application)s is compared with others"),
)
def trace(line: Line, number: int) -> None:
    """Keep what of an application is compared with others; doing it twice changes nothing."""
    application = held(number)
    now = compared(application)
    made, _new = Trace.objects.update_or_create(
        application=application,
        defaults={"revision": application.revision, "told": kept(now), "made": line.deed},
    )
    made.marks.all().delete()
    Mark.objects.bulk_create([Mark(trace=made, kind=kind, key=key) for kind, key in sorted(marks(now))])
    line.details["application"] = number
