"""Questions to applications: whose, in which state, what was filed."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.models import Seat
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import STAFF, Role
from kinoqor.funding.application.models import Application, Aside
from kinoqor.funding.application.rules import Case, FiledFile, Repair
from kinoqor.funding.application.words import COUNTED, PREFIX, WRITTEN, State
from kinoqor.funding.call.queries import newest, terms_of, version
from kinoqor.funding.call.rules import may_file, within_limits
from kinoqor.funding.call.words import Terms
from kinoqor.funding.conflict.queries import shutting
from kinoqor.funding.hand.queries import addressees as addressees_of
from kinoqor.funding.hand.queries import ever_held, hands_ever, held_by, right_on
from kinoqor.funding.hand.words import Right
from kinoqor.funding.question.queries import form_of as question_form
from kinoqor.kit.question import Choice, Form
from kinoqor.kit.verdict import YES, no
from kinoqor.ledger.file.queries import files_of_all
from kinoqor.ledger.file.words import Scan

READERS = (Role.OFFICER, Role.AUDITOR)
ANNULLED = no(_("This call was annulled."), way=_("See which calls are open"), to="calls")
NO_STAGE = no(_("The call has no such stage."), way=_("See the call"), to="calls")


def applications() -> QuerySet[Application]:
    """Every application with its call, its company and its film, the newest first."""
    joined = ("version__call", "organisation", "film", "made")
    found = Application.objects.select_related(*joined).defer("version__terms")
    return found.order_by("-pk")


def one(number: int) -> Application:
    """The application of this number; raises Application.DoesNotExist."""
    return applications().select_related("form_version").get(pk=number)


def held(number: int) -> Application:
    """The application, held until the transaction ends; raises Application.DoesNotExist."""
    found = Application.objects.select_for_update(of=("self",))
    joined = found.select_related("version__call", "form_version", "film", "organisation")
    return joined.defer("version__terms").get(pk=number)


def visible_to(who: Who) -> QuerySet[Application]:
    """What a reader may see: an officer what was filed and is not shut to them, anyone else their own and that on which
    they have a hand.
    """
    if not who.known:
        return Application.objects.none()
    if who.holds(*READERS):
        return open_to(applications().exclude(filed_at=None), who)
    return mine(who)


def open_to(found: QuerySet[Any], who: Who, way: str = "") -> QuerySet[Any]:
    """Without what is shut to a reader who acts for the fund. The one door to every list, count and page of files.

    Shut are the files with which they have a conflict of interest that nobody has dismissed, those that they have worked
    on, and those of a company in which they sit or sat. `way` leads from what is asked to the application
    ("refusal__application").
    """
    step = f"{way}__" if way else ""
    sat = Seat.objects.filter(user=who.number).values("organisation")
    found = found.exclude(**{f"{step}organisation__in": sat})
    shut = shut_to(who)
    return found.exclude(**{f"{step}pk__in": shut}) if shut else found


def shut_to(who: Who) -> list[int]:
    """The applications that a conflict of interest or an own hand shuts to a reader; asked once for a page.

    Those of the company in which they sit are not among them: see `open_to`.
    """
    if who.number is None:
        return []
    if "shut" not in who.known_once:
        tied = shutting().filter(user=who.number).order_by().values_list("holder", flat=True)
        names = tied.union(hands_ever(who.number, PREFIX).order_by().values_list("holder", flat=True))
        who.known_once["shut"] = sorted(numbers_of(names))
    known: list[int] = who.known_once["shut"]
    return known


def names_shut_to(who: Who) -> list[str]:
    """The same by the names under which files and letters are kept ("application:12"), for who acts for the fund."""
    staff = who.wears(*STAFF)
    return [holder(number) for number in shut_to(who)] if staff else []


def numbers_of(names: Iterable[str]) -> set[int]:
    """The numbers of the applications among the names of files ("application:12")."""
    parts = (name.partition(":") for name in names)
    return {int(number) for kind, _colon, number in parts if kind == PREFIX and number.isdigit()}


def films_of(numbers: Collection[int]) -> QuerySet[Any, Any]:
    """The numbers in the register of the films of these applications, as a part of another question."""
    return Application.objects.filter(pk__in=numbers).values("film__ref")


def is_open(who: Who, number: int) -> bool:
    """Whether an application was filed and is not shut to a reader who acts for the fund."""
    return open_to(Application.objects.filter(pk=number).exclude(filed_at=None), who).exists()


def mine(who: Who) -> QuerySet[Application]:
    """The applications of the company in which one acts as producer, and those on which one has a hand."""
    own = Q(pk__in=numbers_of(held_by(who, PREFIX)))
    company = company_of(who)
    return applications().filter(own | Q(organisation=company) if company else own)


def company_of(who: Who) -> int | None:
    """The number of the organisation in which one acts as producer now."""
    return who.hat.organisation_id if who.hat is not None and who.holds(Role.PRODUCER) else None


def filed(states: Collection[str] | None = None) -> QuerySet[Application]:
    """What was filed (and is in one of these states), the oldest filing first: what the formal check asks."""
    found = applications().exclude(filed_at=None).order_by("filed_at", "pk")
    return found if states is None else found.filter(state__in=list(states))


def right_of(who: Who, number: int) -> str:
    """The right of a reader on an application: that of their company's producers, or that of their hand; or none."""
    company = company_of(who)
    if company and Application.objects.filter(pk=number, organisation=company).exists():
        return Right.FILE
    return right_on(who, holder(number))


def holder(number: int) -> str:
    """The name under which the files, the estimate, the papers and the hands of an application are kept."""
    return f"{PREFIX}:{number}"


def addressees(number: int) -> list[int]:
    """The people to whom letters about an application go: those who may file it."""
    return addressees_of(holder(number))


def worked_on(user: int, number: int) -> bool:
    """Whether a person has or had a hand on an application."""
    return ever_held(user, holder(number))


def worked_on_by(user: int) -> list[int]:
    """The applications on which a person has or had a hand."""
    return sorted(numbers_of(hands_ever(user, PREFIX).values_list("holder", flat=True)))


def was_filed(number: int) -> bool:
    """Whether an application of this number was ever filed."""
    return Application.objects.filter(pk=number).exclude(filed_at=None).exists()


def asides_of(number: int, part: str = "") -> QuerySet[Aside]:
    """Versions that were set aside and that nobody has settled yet."""
    found = Aside.objects.filter(application=number, settled=None).select_related("made").order_by("-pk")
    return found.filter(part=part) if part else found


def others_filed(application: Application) -> dict[str, int]:
    """How many files of each kind the applicant has in the same call that count against its limits, but this one."""
    same = Application.objects.filter(
        version__call=application.version.call_id, organisation=application.organisation_id, state__in=COUNTED
    )
    return dict(same.exclude(pk=application.pk).values_list("kind").annotate(n=Count("pk")))


def aside(number: int, which: int) -> Aside | None:
    """A version of an application that waits to be compared."""
    return asides_of(number).filter(pk=which).first()


def of_company(organisation: int) -> QuerySet[Application]:
    """The applications of a company, the newest first."""
    return applications().filter(organisation=organisation)


def drafts_of(organisation: int, call: int) -> int:
    """How many drafts a company has in a call."""
    return Application.objects.filter(
        organisation=organisation, version__call=call, state=State.DRAFT
    ).count()


def own_earlier(number: int, organisation: int) -> Application | None:
    """An earlier application of the same company."""
    return Application.objects.filter(pk=number, organisation=organisation).first()


def stage_form(application: Application, stage: str) -> str:
    """The code of the form that a stage asks."""
    found = terms_of(version_now(application)).stage(stage)
    return found.form if found else ""


def form_of(application: Application) -> Form:
    """The questions of its stage, with the lists of its call."""
    return question_form(application.form_version, lists_of(terms_of(application.version)))


def lists_of(terms: Terms) -> dict[str, tuple[Choice, ...]]:
    """The lists of a call that a form may ask for."""
    return {
        "streams": tuple(Choice(each.code, each.name) for each in terms.streams),
        "kinds": tuple(Choice(each.code, each.name) for each in terms.kinds),
        "themes": tuple(Choice(each.code, each.name) for each in terms.themes),
    }


def asked_of(application: Application) -> dict[str, Any]:
    """The answers on which papers may hang, stream and kind among them."""
    return {**application.values, "stream": application.stream, "kind": application.kind}


def asks_estimate(application: Application, terms: Terms) -> bool:
    """Whether an estimate is asked: in the last stage of a call that has chapters for one."""
    return bool(terms.chapters) and terms.stages[-1].code == application.stage


def files_filed(application: Application) -> list[FiledFile]:
    """The papers of an application as they are now, in a fixed order; one in which a virus was found is none."""
    return files_of_many([application])[application.pk]


def files_of_many(some: Collection[Application]) -> dict[int, list[FiledFile]]:
    """The same of several applications at once; one query."""
    found: dict[str, list[FiledFile]] = {each.name: [] for each in some}
    rows = files_of_all(list(found)).exclude(scan=Scan.INFECTED)
    for holder, slot, name, digest, size in rows.values_list("holder", "slot", "name", "digest", "size"):
        found[holder].append(FiledFile(slot, name, digest, size))
    return {each.pk: found[each.name] for each in some}


def version_now(application: Application) -> Any:
    """The version of the call that holds: the published one for what is being written, else that of its filing.

    Asked once for each application that a page or a deed has at hand.
    """
    if application.state not in WRITTEN:
        return application.version
    known = application.__dict__
    if "version_now" not in known:
        counts = newest(application.version.call_id) or application.version_id
        known["version_now"] = application.version if counts == application.version_id else version(counts)
    return known["version_now"]


def case_of(application: Application, now: datetime, counted: bool = False) -> Case:
    """The application as the law sees it at a moment; `counted` asks for the applicant's other files too."""
    terms = terms_of(version_now(application))
    stage = terms.stage(application.stage)
    window = may_file(terms, stage, now) if stage else NO_STAGE
    if application.version.call.annulled_id is not None:
        window = ANNULLED
    limit = within_limits(terms, application.kind, others_filed(application)) if counted else YES
    return Case(application.state, window, Repair.read(application.repair), limit)


def written() -> QuerySet[Application]:
    """What is being written or waits for its package."""
    return applications().filter(state__in=WRITTEN)


def overdue(now: datetime) -> list[tuple[int, str]]:
    """(number, film) of what is still being written and whose window has shut, as the call now has it."""
    shut: dict[tuple[int, str], bool] = {}
    found = []
    for one in written():
        key = (one.version.call_id, one.stage)
        if key not in shut:
            stage = terms_of(version_now(one)).stage(one.stage)
            shut[key] = bool(stage and stage.window and stage.window.over(now))
        if shut[key]:
            found.append((one.pk, one.film.ref))
    return found


def count_save(who: Who) -> int:
    """How many savings of a person came in this minute before; counts this one."""
    key = f"saves:{who.number}"
    cache.add(key, 0, 60)
    try:
        return int(cache.incr(key)) - 1
    except ValueError:  # the minute ended between the two
        return 0
