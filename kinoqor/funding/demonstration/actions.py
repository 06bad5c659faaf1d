"""How the demonstration is played: once, as one deed, by the same actions that people use."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.organisation.actions import open_organisation
from kinoqor.accounts.organisation.rules import Named
from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.actions import give_seat
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.actions import sign_up
from kinoqor.funding.applicant.actions import save_company
from kinoqor.funding.applicant.queries import applicant_of
from kinoqor.funding.call.actions import load_demonstration
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.funding.demonstration import queries
from kinoqor.funding.demonstration.adapters.files import script as read
from kinoqor.funding.demonstration.adapters.filled import company_values
from kinoqor.funding.demonstration.adapters.steps import Cast, take
from kinoqor.funding.demonstration.rules import Company, File, Open, Script, moments
from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed

Told = Callable[[int, int], object]


@deed(
    queries.PLAYED,
    _("A demonstration played"),
    _(
        "%(who)s played the demonstration: invented applications %(applications)s, invented companies %(companies)s"
    ),
)
def play(line: Line, pack: Path, now: datetime, told: Told) -> int:
    """Play the demonstration of a pack from its beginning to now; give how many applications it has.

    `told` hears of each application that is done. All of it is one deed: it is there whole or not at all.
    """
    script = read(pack)
    require(YES if script else no(_("This country pack has no demonstration.")))
    require(no(_("The demonstration was played already.")) if queries.is_played(but=line.deed.pk) else YES)
    assert script is not None
    cast = Cast(script, _officers(script))
    load_demonstration(pack, timezone.localdate(now), by=_by(line))
    for company in script.companies.values():
        cast.companies[company.code] = _company(line, script, company, now)
    for done, file in enumerate(script.files, 1):
        _file(cast, file, now)
        told(done, len(script.files))
    line.details.update(applications=len(script.files), companies=len(script.companies))
    return len(script.files)


def _officers(script: Script) -> list[Doer]:
    """The officers who judge; their accounts are made before."""
    found = [queries.seat(email, Role.OFFICER) for email in script.words["officers"]]
    missing = no(_("The demonstration needs its officers."), way=_("Make the demonstration accounts first."))
    require(YES if all(found) else missing)
    return [queries.doer(each) for each in found if each]


def _company(line: Line, script: Script, of: Company, now: datetime) -> tuple[int, Doer]:
    """An invented company with its producer and its file; what is there already is taken as it is."""
    by, director = _by(line), script.people[of.director][0]
    where = queries.organisation(of.number) or open_organisation(
        Named(OrganisationKind.COMPANY, of.name["kk"], of.name["ru"], of.name["en"], of.number), by=by
    )
    user = queries.account(of.email) or sign_up(queries.blank(of.email, director), of.language, by=by)
    seat = queries.seat(of.email, Role.PRODUCER, where.pk) or give_seat(
        user.pk, where.pk, Role.PRODUCER, script.words["note"], Term(timezone.localdate(now)), by=by
    )
    doer = queries.doer(seat)
    if applicant_of(where.pk) is None:
        save_company(where.pk, company_values(script, of, timezone.localdate(now)), 0, by=doer)
    return where.pk, doer


def _file(cast: Cast, file: File, now: datetime) -> None:
    """One application, taken along its way."""
    version = published(file.call)
    require(YES if version else no(_("The demonstration names a call that this pack has not.")))
    assert version is not None
    windows = [Open(each.window.opens, each.window.shuts) for each in terms_of(version).stages if each.window]
    number = 0
    for step, stage, at in moments(file, windows, now):
        number = take(cast, file, number, step, stage, at)


def _by(line: Line) -> Doer:
    return Doer(line.deed.voice, line.deed.hat)
