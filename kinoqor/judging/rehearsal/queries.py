"""Questions of the rehearsal: whether it was played, who plays in it, what is read."""

from django.db.models import QuerySet

from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.words import State
from kinoqor.funding.demonstration.queries import doer, seat
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.feedback.models import Feedback
from kinoqor.judging.feedback.queries import pieces
from kinoqor.judging.panel.models import Body, Member
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.deed.models import Deed

PLAYED = "judging.rehearsal.played"
ADMITTED = (State.ADMITTED, State.PACKAGE_ADMITTED)


def is_played(but: int = 0) -> bool:
    """Whether this house has its rehearsal; `but` is the deed that is being done just now."""
    return Deed.objects.filter(code=PLAYED).exclude(pk=but).exists()


def officer(email: str) -> tuple[Doer, int] | None:
    """An officer of the demonstration as the journal knows them, and the number of their fund."""
    found = seat(email, Role.OFFICER)
    return (doer(found), found.organisation_id) if found else None


def body_number(ref: str) -> int:
    """The number of a body."""
    return Body.objects.values_list("pk", flat=True).get(ref=ref)


def member_doer(member: int) -> Doer:
    """A member of a body as the journal knows them, in their seat."""
    return doer(Member.objects.select_related("seat").get(pk=member).seat)


def readings(draw: int) -> QuerySet[Reading]:
    """The readings of a draw that stand, in one order."""
    found = Reading.objects.filter(draw=draw, ended=None).select_related("application", "member")
    return found.order_by("application_id", "member_id")


def reasons_of(company: str) -> QuerySet[Feedback]:
    """The gathered reasons for the applications of a company, by its number."""
    found = Feedback.objects.filter(application__organisation__number=company)
    return found.select_related("application__film").order_by("pk")


def is_ready(of: Feedback) -> bool:
    """Whether every reader wrote in the applicant's language, so that nothing waits for a translation."""
    return all(each.language == of.language for each in pieces(of))


def first_admitted(ref: str, stage: str) -> Application:
    """The first of the files of a call that are admitted at a stage."""
    admitted = Application.objects.filter(version__call__ref=ref, stage=stage, state__in=ADMITTED)
    found = admitted.select_related("film")
    return found.order_by("pk")[0]
