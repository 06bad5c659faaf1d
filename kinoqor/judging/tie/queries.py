"""Questions about ties: which rounds and readers there are, what was found, how much of a round is shut."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from kinoqor.accounts.organisation.models import Organisation
from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import applications, filed, holder, numbers_of, open_to, shut_to
from kinoqor.funding.application.words import COUNTED, REFUSED, WRITTEN, State
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import all_published, published, terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.funding.conflict.models import Conflict, Decision
from kinoqor.funding.conflict.queries import as_said, shut_pairs, shutting, standing
from kinoqor.funding.conflict.words import Conflict as Said
from kinoqor.funding.conflict.words import Grade, Status, Voice
from kinoqor.funding.hand.queries import hands_among
from kinoqor.funding.manner.words import Manner
from kinoqor.judging.panel.models import Member
from kinoqor.ledger.deed.models import Deed

COMPANY = "organisation"  # how the law names a company: "organisation:3"
READERS = (Role.OFFICER, Role.AUDITOR)
READ = (State.ADMITTED, State.PACKAGE_ADMITTED)  # what is read in a stage
LOOKED_AT = COUNTED - REFUSED  # what a look goes over: whatever may still come to be judged
LOOKED = "judging.tie.looked"
# The deeds after which other ties may be found: credits, who is who, seats in companies, company files, crews, files.
TOUCHING = (
    "register.credit.settled", "register.identity.judged", "register.identity.taken_back", "accounts.role.seated",
    "accounts.role.left", "accounts.user.known_as", "funding.applicant.saved", "funding.application.crew_saved",
    "funding.application.moved", "funding.hand.opened", "funding.hand.taken",
)  # fmt: skip
NAMING = WRITTEN | LOOKED_AT  # while its applicant may name readers


@dataclass(frozen=True, slots=True)
class Round:
    """A stage of a call that says how it is judged."""

    version: CallVersion
    terms: Terms
    manner: Manner

    @property
    def call(self) -> str:
        """The number of the call."""
        return str(self.version.call.ref)

    @property
    def stage(self) -> str:
        """The code of the stage."""
        return self.manner.stage


def rounds() -> list[Round]:
    """Every stage of a published call that was not annulled and says how it is judged; the newest call first."""
    found = []
    for version in all_published():
        if version.call.annulled_id is None:
            terms = terms_of(version)
            found += [Round(version, terms, manner) for manner in terms.manners]
    return found


def round_of(call: str, stage: str) -> Round | None:
    """The round of a call and stage."""
    version = published(call)
    terms = terms_of(version) if version and version.call.annulled_id is None else None
    manner = terms.manner(stage) if terms else None
    return Round(version, terms, manner) if version and terms and manner else None


def rounds_of(call: str) -> list[Round]:
    """The rounds of a call, in the order of its stages."""
    version = published(call)
    if version is None or version.call.annulled_id is not None:
        return []
    terms = terms_of(version)
    return [Round(version, terms, manner) for manner in terms.manners]


def round_with(number: int) -> Round | None:
    """The round in which an application is or will be read, where its call lets applicants name readers."""
    found = (
        Application.objects.filter(pk=number, state__in=NAMING)
        .values_list("version__call__ref", "stage")
        .first()
    )
    of = round_of(*found) if found else None
    return of if of and of.manner.conflicts.feared else None


def shut_numbers(who: Who) -> list[int]:
    """All applications that are shut to whoever acts for the fund, of whatever round: what `open_to` leaves out, for
    questions that do not lead to an application. Asked once for a page.
    """
    if "closed" not in who.known_once:
        sat = Seat.objects.filter(user=who.number).values("organisation")
        found = Application.objects.filter(Q(pk__in=shut_to(who)) | Q(organisation__in=sat))
        who.known_once["closed"] = list(found.values_list("pk", flat=True))
    known: list[int] = who.known_once["closed"]
    return known


def shut_among(numbers: Collection[int], users: Collection[int]) -> dict[int, set[int]]:
    """To whom of these people which of these applications are shut: the same as `shut_numbers` says of each, asked of all
    of them together.
    """
    names = {holder(number): number for number in numbers}
    pairs = shut_pairs(names) | hands_among(users, names)
    found: dict[int, set[int]] = {}
    for user, name in pairs:
        if user in users:
            found.setdefault(user, set()).add(names[name])
    sat = Seat.objects.filter(user__in=list(users), organisation__applications__in=list(numbers))
    for user, number in sat.values_list("user", "organisation__applications"):
        if number in names.values():
            found.setdefault(user, set()).add(number)
    return found


def files_of(of: Round) -> QuerySet[Application]:
    """What was filed in a round and may come to be judged."""
    return filed(LOOKED_AT).filter(version__call__ref=of.call, stage=of.stage)


def changed_since_looked(of: Round) -> bool:
    """Whether a round has files to be read and something was done after its last look that may tie others to them."""
    if not files_of(of).filter(state__in=READ).exists():
        return False
    looks = Deed.objects.filter(code=LOOKED, details__call=of.call, details__stage=of.stage)
    last = looks.order_by("-at", "-pk").values_list("pk", flat=True).first()
    return last is None or Deed.objects.filter(code__in=TOUCHING, pk__gt=last).exists()


def read_in(of: Round) -> QuerySet[Application]:
    """What is read in a round: admitted files."""
    return applications().filter(version__call__ref=of.call, stage=of.stage, state__in=READ).order_by("pk")


def sitting(of: Round, day: date) -> QuerySet[Member]:
    """Who sits, or is to sit, on the bodies of the programme of a round."""
    held = Q(seat__until=None) | Q(seat__until__gte=day)
    found = Member.objects.filter(held, body__programme=of.version.call.programme_id, body__closed=None)
    return found.select_related("seat__user", "body").order_by("seat__user__name", "pk")


def looked_at(of: Round, day: date) -> QuerySet[User]:
    """Whose ties a look goes over: the members of the bodies, and whoever acts for the fund."""
    staff = Seat.objects.filter(
        Q(until=None) | Q(until__gte=day), role__in=[*READERS, Role.ADMINISTRATOR]
    ).values("user")
    members = sitting(of, day).order_by().values("seat__user")
    return User.objects.filter(Q(pk__in=members) | Q(pk__in=staff), erased=None).order_by("pk")


def conflicts_in(of: Round, who: Who) -> QuerySet[Conflict]:
    """The conflicts of a round that a reader may see: of files that are not shut to them."""
    there = [holder(number) for number in open_to(files_of(of), who).values_list("pk", flat=True)]
    return standing().filter(holder__in=there).select_related("user", "made")


def narrowed(found: QuerySet[Any], status: str = "", kind: str = "", voice: str = "") -> QuerySet[Any]:
    """Those of one status, kind and voice; the gravest and nearest first."""
    if status == Status.OPEN:
        found = found.filter(decided=None)
    elif status:
        found = found.filter(decided=status)
    if kind:
        found = found.filter(kind=kind)
    if voice:
        found = found.filter(voice=voice)
    return found.order_by("grade", "-weight", "pk")


def counted(found: QuerySet[Any], kind: str, voice: str) -> dict[str, int]:
    """How many conflicts of a kind and voice have which status."""
    rows = narrowed(found, "", kind, voice).order_by().values_list("decided").annotate(n=Count("pk"))
    return {str(status or Status.OPEN): n for status, n in rows}


def conflict_for(who: Who, number: int) -> Conflict | None:
    """A conflict by its number, if its file is open to the reader."""
    found = Conflict.objects.filter(pk=number).select_related("user", "made", "gone").first()
    if found is None:
        return None
    return found if open_to(filed(), who).filter(pk__in=numbers_of([found.holder])).exists() else None


def decisions_of(number: int) -> QuerySet[Decision]:
    """What was decided of a conflict, the newest first."""
    return Decision.objects.filter(conflict=number).select_related("deed").order_by("-pk")


def waiting(who: Who, of: Iterable[Round]) -> dict[tuple[str, str], int]:
    """How many barred conflicts wait for a decision in each of these rounds; two queries, however many there are."""
    open_ = narrowed(standing(), Status.OPEN).filter(grade=Grade.BARRED).order_by()
    counts = dict(open_.values_list("holder").annotate(n=Count("pk")))
    there = open_to(Application.objects.filter(pk__in=numbers_of(counts)), who)
    found: dict[tuple[str, str], int] = {(each.call, each.stage): 0 for each in of}
    for number, call, stage in there.values_list("pk", "version__call__ref", "stage"):
        if (call, stage) in found:
            found[call, stage] += counts[holder(number)]
    return found


def involved(number: int) -> frozenset[str]:
    """The accounts of whoever holds or held a seat in the company of an application, as the law names them."""
    company = Application.objects.filter(pk=number).values("organisation")
    seats = Seat.objects.filter(organisation__in=company).values_list("user", flat=True)
    return frozenset(str(user) for user in seats)


def own(user: int | None) -> QuerySet[Conflict]:
    """What a person has declared, the newest first."""
    return standing().filter(user=user, voice=Voice.MEMBER).select_related("made").order_by("-pk")


def found_about(user: int | None) -> int:
    """To how many files something else than what they have declared ties a person so that they are shut."""
    others = shutting().filter(user=user).exclude(voice=Voice.MEMBER).order_by()
    return others.values("holder").distinct().count()


def declarable(who: Who) -> QuerySet[Application]:
    """The admitted files of the rounds of the bodies on which a reader sits, but what is shut to them."""
    seats = [seat.pk for seat in who.seats if seat.role == Role.EXPERT]
    programmes = Member.objects.filter(seat__in=seats, body__closed=None).values("body__programme")
    found = applications().filter(state__in=READ, version__call__programme__in=programmes)
    return open_to(found, who).order_by("pk")


def titles_of(holders: Collection[str]) -> dict[str, Application]:
    """The applications of these names; one query."""
    found = applications().filter(pk__in=numbers_of(holders))
    return {each.name: each for each in found}


def names_besides(refs: Collection[str]) -> dict[str, str]:
    """Names of what steps of a path name as no record does: accounts ("user:5") and companies ("organisation:3")."""
    numbers: dict[str, list[int]] = {"user": [], COMPANY: []}
    for each in refs:
        kind, _colon, number = each.partition(":")
        if kind in numbers and number.isdigit():
            numbers[kind].append(int(number))
    users = User.objects.filter(pk__in=numbers["user"]) if numbers["user"] else ()
    companies = Organisation.objects.filter(pk__in=numbers[COMPANY]) if numbers[COMPANY] else ()
    return {f"user:{one.pk}": one.name for one in users} | {
        f"{COMPANY}:{one.pk}": one.name for one in companies
    }


def open_files(of: Round, who: Who) -> QuerySet[Application]:
    """The admitted files of a round that a reader may see."""
    return open_to(read_in(of), who)


def found_between(
    files: Collection[Application], users: Collection[int]
) -> dict[tuple[str, str], list[Said]]:
    """What shuts which of these files to which of these people, by (person, file); one query."""
    found: dict[tuple[str, str], list[Said]] = {}
    for one in shutting().filter(holder__in=[each.name for each in files], user__in=users):
        found.setdefault((str(one.user_id), one.holder), []).append(as_said(one))
    return found
