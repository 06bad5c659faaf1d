"""Questions of the formal check: what waits, where a file stands, what was judged, noticed and refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.utils import timezone
from django.utils.translation import override

from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import filed, holder, one, open_to, worked_on
from kinoqor.funding.application.words import REFUSED, REPAIRED, TITLES, State
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Stage, Terms
from kinoqor.funding.check.models import Judgement, Notice, Refusal
from kinoqor.funding.check.rules import Item, Officer, Term, check_list, stands, term
from kinoqor.funding.check.words import Stands
from kinoqor.funding.conflict.queries import is_shut
from kinoqor.funding.filing.models import Answer, Filing
from kinoqor.funding.filing.queries import latest_filing
from kinoqor.funding.finding.queries import findings_of
from kinoqor.funding.finding.rules import Finding
from kinoqor.funding.programme.queries import calendar
from kinoqor.kit.calendar import UnknownYear
from kinoqor.kit.fold import fold

READERS = (Role.OFFICER, Role.AUDITOR)
WAITING = frozenset({State.FILED, State.PACKAGE_FILED})
ADMITTED = frozenset(State) - WAITING - REPAIRED - REFUSED - {State.DRAFT, State.WITHDRAWN, State.LAPSED}
STATES = {
    Stands.WAITING: WAITING, Stands.OVERDUE: REPAIRED, Stands.REPAIR: REPAIRED, Stands.REFUSED: REFUSED,
    Stands.ADMITTED: ADMITTED,
}  # fmt: skip
ROW = ("stream", "kind", "state", "filed_at", "version", "organisation")  # what a row says of its file


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the list of the desk is narrowed: where the files stand, in which call, and what was typed."""

    stands: str = ""
    call: str = ""
    typed: str = ""


def files() -> QuerySet[Application]:
    """Everything that was filed, the oldest first, with the end of the term of its newest notice (`until`)."""
    newest = Notice.objects.filter(application=OuterRef("pk")).order_by("-pk").values("shuts")[:1]
    found = filed().exclude(state__in=[State.WITHDRAWN, State.LAPSED])
    return found.select_related("version__call__programme").annotate(until=Subquery(newest))


def files_for(who: Who) -> QuerySet[Application]:
    """Those that are not shut to a reader who acts for the fund."""
    return open_to(files(), who)


def narrowed(found: QuerySet[Application], wanted: Wanted, now: datetime) -> QuerySet[Application]:
    """Those of these files that are asked for."""
    if wanted.call:
        found = found.filter(version__call__ref=wanted.call)
    if wanted.typed:
        found = found.filter(_typed(wanted.typed))
    return found.filter(_standing(wanted.stands, now)) if wanted.stands else found


def in_order(numbers: Iterable[int]) -> list[Application]:
    """The files of these numbers, in their order, with what a row of the desk says of them: of the answers the titles.

    A page is cut by numbers first: sorted whole, each file would carry its answers through the sorting.
    """
    asked = list(numbers)
    told = {f"told_{place}": KT(f"values__{place}") for place in TITLES.values()}
    versions = Prefetch("version", CallVersion.objects.select_related("call__programme").defer("terms"))
    bare = files().select_related(None).select_related("organisation").only(*ROW).annotate(**told)
    found = bare.prefetch_related(versions).in_bulk(asked)
    for each in found.values():
        each.values = {place: getattr(each, f"told_{place}") for place in TITLES.values()}
    return [found[number] for number in asked]


def _standing(where: str, now: datetime) -> Q:
    over, held = Q(until__lte=now), Q(state__in=STATES[Stands(where)])
    return held & {Stands.OVERDUE: over, Stands.REPAIR: ~over}.get(Stands(where), Q())


def _typed(typed: str) -> Q:
    """A number of an application or of a film, the company's number, or a piece of a title or a name.

    A title is found in any spelling and script of writing: it was folded when it was filed, what is typed is folded here.
    """
    word = typed.strip()
    said = Q(organisation__number=word) | Q(film__ref=word.lower())
    if word.lstrip("0").isdigit():
        said |= Q(pk=int(word[:9]))
    for lang in TITLES:
        said |= Q(**{f"organisation__name_{lang}__icontains": word})
    bare = fold(word)
    if not bare:
        return said
    titled = Answer.objects.filter(question__in=TITLES.values(), folded__contains=bare)
    return said | Q(pk__in=titled.values("application"))


def counted(files_: QuerySet[Application], call: str, now: datetime) -> dict[str, int]:
    """How many of these files stand where (in one call). Asked by state; terms are looked at only where a repair runs."""
    found = narrowed(files_, Wanted(call=call), now).order_by()
    many = dict(found.values_list("state").annotate(n=Count("pk")))
    late = found.filter(_standing(Stands.OVERDUE, now)).count() if REPAIRED & many.keys() else 0
    each = {str(where): sum(many.get(state, 0) for state in states) for where, states in STATES.items()}
    return each | {str(Stands.OVERDUE): late, str(Stands.REPAIR): each[Stands.REPAIR] - late}


def calls_with_files(who: Who) -> list[tuple[CallVersion, dict[str, str]]]:
    """The calls in which something was filed that a reader may see, the newest first, each by its newest version."""
    found = CallVersion.objects.filter(Exists(open_to(filed(), who).filter(version=OuterRef("pk"))))
    newest: dict[int, CallVersion] = {}
    for each in found.select_related("call").defer("terms").order_by("-pk"):
        newest.setdefault(each.call_id, each)
    return [(each, dict(terms_of(each).name)) for each in newest.values()]


def where(application: Any, now: datetime) -> Stands:
    """Where a file of `files()` stands."""
    return stands(application.state, WAITING, REPAIRED, REFUSED, application.until, now)


def officer(who: Who, number: int) -> Officer:
    """Whoever decides as the law sees them: seats of theirs in the applicant's organisation, hands on the file."""
    return officer_of(who.number, who.voice, number)


def officer_of(user: int | None, voice: str, number: int) -> Officer:
    """The same of a person by number and voice."""
    company = Application.objects.filter(pk=number).values("organisation")
    seated = Seat.objects.filter(user=user, organisation__in=company).exists()
    held = user is not None and worked_on(user, number)
    return Officer(voice, seated, held, is_shut(user, holder(number)))


@dataclass(frozen=True, slots=True)
class File:
    """One file on the desk: the application, its last filing, the call's terms and stage, and where it stands."""

    application: Application
    filing: Filing
    terms: Terms
    stage: Stage | None
    notice: Notice | None
    stands: Stands

    @property
    def shuts(self) -> datetime | None:
        """The end of the term for repair that counts now, if there is one."""
        return self.notice.shuts if self.notice and self.application.state in REPAIRED else None

    @property
    def stage_name(self) -> dict[str, str]:
        """What the stage is called."""
        return dict(self.stage.name) if self.stage else {}


def file(number: int, now: datetime) -> File:
    """A file that was filed, by the number of its application; raises Application.DoesNotExist."""
    application = one(number)
    filing = latest_filing(number)
    if filing is None:
        raise Application.DoesNotExist
    terms = terms_of(application.version)
    notice = newest_notice(number)
    until = notice.shuts if notice else None
    held = stands(application.state, WAITING, REPAIRED, REFUSED, until, now)
    return File(application, filing, terms, terms.stage(application.stage), notice, held)


def listed(of: File) -> tuple[list[Item], list[Finding]]:
    """The check list of a file with the machine's findings, and the findings that no line of it names."""
    asked = [each for each in of.terms.checks if each.stage in (None, of.application.stage)]
    return check_list(asked, findings_of(of.application, of.filing), judged(of.filing.pk))


def judged(filing: int) -> dict[str, tuple[str, str]]:
    """Check -> what was judged last of it, and the words."""
    rows = Judgement.objects.filter(filing=filing).order_by("pk").values_list("code", "judged", "words")
    return {code: (one_judged, words) for code, one_judged, words in rows}


def judgements_of(number: int) -> QuerySet[Judgement]:
    """Everything that was judged of an application, the newest first."""
    return (
        Judgement.objects.filter(filing__application=number).select_related("deed", "filing").order_by("-pk")
    )


def notices_of(number: int) -> QuerySet[Notice]:
    """The notices of an application, the newest first."""
    return (
        Notice.objects.filter(application=number).select_related("deed", "filing", "ran_out").order_by("-pk")
    )


def newest_notice(number: int) -> Notice | None:
    """The newest notice of an application."""
    return notices_of(number).first()


def refusals_of(number: int) -> QuerySet[Refusal]:
    """The refusals of an application, the newest first."""
    found = Refusal.objects.filter(application=number).select_related("deed", "filing", "notice", "lifted")
    return found.order_by("-pk")


def refusal(pk: int) -> Refusal:
    """A refusal with its application; raises Refusal.DoesNotExist."""
    whose = ("application__organisation", "application__film", "application__version__call__programme")
    return Refusal.objects.select_related("deed", "lifted", *whose).get(pk=pk)


def refusal_or_none(pk: int) -> Refusal | None:
    """A refusal, if there is one of this number."""
    return Refusal.objects.filter(pk=pk).first()


def standing_refusal(number: int) -> Refusal | None:
    """The refusal of an application that was not lifted."""
    return refusals_of(number).filter(lifted=None).first()


def noticed(number: int, stage: str) -> int:
    """How many notices went out at a stage since the last refusal that was lifted."""
    found = Notice.objects.filter(application=number, filing__stage=stage)
    lifted = refusals_of(number).exclude(lifted=None).first()
    return found.filter(deed__gt=lifted.deed_id).count() if lifted else found.count()


def repairable(number: int) -> frozenset[str]:
    """The places that the applicant may change now."""
    application = one(number)
    return frozenset(application.repair.get("places", ())) if application.state in REPAIRED else frozenset()


def waiting_repairs() -> QuerySet[Notice]:
    """The notices whose application still waits for its repair, the first to end first; only the newest of each."""
    newest = Notice.objects.filter(application=OuterRef("application")).order_by("-pk").values("pk")[:1]
    found = Notice.objects.filter(application__state__in=REPAIRED, pk=Subquery(newest))
    return found.select_related("application__version__call__programme").order_by("shuts")


def ran_out(now: datetime) -> QuerySet[Notice]:
    """Those whose term has run out and of which nobody has written it down."""
    return waiting_repairs().filter(shuts__lte=now, ran_out=None)


def to_remind(now: datetime, before: datetime) -> QuerySet[Notice]:
    """Those that end until `before` and of which nobody was reminded."""
    return waiting_repairs().filter(shuts__gt=now, shuts__lte=before, reminded=None, ran_out=None)


def clause_of(of: File, code: str) -> dict[str, str]:
    """The clause of a code of refusal in every language of the house."""
    found = {}
    for lang, _name in settings.LANGUAGES:
        with override(lang):
            reason = terms_of(of.application.version).reason(code)
            found[lang] = reason.clause if reason else ""
    return found


def term_from(of: File, now: datetime) -> Term | None:
    """The term that a notice of this moment would have; None where the call gives no days or the calendar ends."""
    days = (of.stage.repair_days or 0) if of.stage else 0
    if days < 1:
        return None
    try:
        told = timezone.localdate(now, ZoneInfo(of.terms.zone))
        return term(calendar(of.application.version.call.programme), told, days, of.terms.zone)
    except UnknownYear:
        return None
