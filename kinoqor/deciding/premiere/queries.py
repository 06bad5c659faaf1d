"""Questions of the premiere: whether it was played, who plays in it, which films are decided on."""

from django.utils import timezone

from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.models import Application
from kinoqor.funding.demonstration.queries import doer
from kinoqor.judging.panel.models import Body
from kinoqor.judging.panel.words import BodyKind
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed

PLAYED = "deciding.premiere.played"


def is_played(but: int = 0) -> bool:
    """Whether this house has its premiere; `but` is the deed that is being done just now."""
    return Deed.objects.filter(code=PLAYED).exclude(pk=but).exists()


def council(ref: str) -> Body | None:
    """The council of the programme of a call."""
    found = Body.objects.filter(programme__calls__ref=ref, kind=BodyKind.COUNCIL, closed=None)
    return found.select_related("programme").order_by("pk").first()


def producer(of: Application) -> Doer:
    """Who acts for the applicant of a film."""
    found = Seat.objects.filter(organisation=of.organisation_id, role=Role.PRODUCER)
    return doer(found.exclude(until__lt=timezone.localdate()).order_by("pk")[0])
