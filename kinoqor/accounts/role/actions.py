"""Who is seated and who leaves."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.queries import organisation_of, terms_of
from kinoqor.accounts.role.rules import Term, may_be_ended, may_be_seated
from kinoqor.accounts.role.words import Role
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Line, deed


@deed("accounts.role.seated", _("A seat given"), _("%(who)s gave %(user)s a seat: %(seat)s"))
def give_seat(line: Line, user: int, organisation: int, role: Role, act: str, term: Term) -> Seat:
    """Give a person a seat in an organisation by an act, from its first to its last day."""
    where = organisation_of(organisation)
    others = terms_of(user, organisation, role)
    by_oneself = line.deed.voice == f"user:{user}"
    require(may_be_seated(role, OrganisationKind(where.kind), act, term, others, by_oneself))
    seat = Seat.objects.create(
        user_id=user,
        organisation=where,
        role=role,
        act=act.strip(),
        since=term.since,
        until=term.until,
        given=line.deed,
    )
    line.details.update(user=user, organisation=organisation, role=str(role), seat=seat.pk)
    return seat


@deed("accounts.role.left", _("A seat ended"), _("%(who)s ended a seat of %(user)s: %(seat)s"))
def end_seat(line: Line, pk: int, last: date) -> Seat:
    """End a seat with a last day; the seat and its days stay to be read."""
    seat = Seat.objects.select_for_update().get(pk=pk)
    require(may_be_ended(seat.term, last))
    line.details.update(
        user=seat.user_id, seat=pk, until_before=seat.until.isoformat() if seat.until else None
    )
    seat.until, seat.ended = last, line.deed
    seat.save(update_fields=["until", "ended"])
    return seat
