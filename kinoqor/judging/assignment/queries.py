"""Questions about draws and readings: what is drawn, who reads, what is shut to whoever asks."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import applications, holder
from kinoqor.funding.application.words import State
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import all_published, published, terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.judging.assignment.models import Draw, Reading
from kinoqor.judging.assignment.words import Standing
from kinoqor.judging.panel.models import Body, Member
from kinoqor.judging.tie.queries import shut_numbers

READERS = (Role.OFFICER, Role.AUDITOR)
READ = (State.ADMITTED, State.PACKAGE_ADMITTED)
FOUND_BY = ("version__call", "body", "made", "frozen_by", "drawn_by", "released_by", "cancelled_by")


def draws() -> QuerySet[Draw]:
    """Every draw with its call and body, the newest first; without its long documents."""
    found = Draw.objects.select_related(*FOUND_BY).defer("frozen", "result", "codes", "version__terms")
    return found.order_by("-pk")


def draw(number: int) -> Draw:
    """The draw of a number; raises Draw.DoesNotExist."""
    return draws().get(pk=number)


def whole(number: int) -> Draw:
    """The draw with its documents; raises Draw.DoesNotExist."""
    return Draw.objects.select_related("version__call", "body").get(pk=number)


def held(number: int) -> Draw:
    """The draw, held until the transaction ends; raises Draw.DoesNotExist."""
    found = Draw.objects.select_for_update(of=("self",)).select_related("version__call", "body")
    return found.get(pk=number)


def public(call: str = "") -> QuerySet[Draw]:
    """The draws whose lists were frozen, of one call or of all, the newest first: everybody may know of them."""
    found = Draw.objects.select_related(*FOUND_BY).defer("frozen", "result", "codes").exclude(frozen_by=None)
    return (found.filter(version__call__ref=call) if call else found).order_by("-pk")


def draws_of(call: str, stage: str) -> QuerySet[Draw]:
    """The draws of a stage of a call, cancelled ones too."""
    return draws().filter(version__call__ref=call, stage=stage)


def there(call: str, stage: str, phase: int, body: int) -> bool:
    """Whether this body has a draw for this phase of a stage that was not cancelled, under any version of the call."""
    return draws_of(call, stage).filter(phase=phase, body=body, cancelled_by=None).exists()


def first_released(call: str, stage: str, body: int) -> Draw | None:
    """The released draw of the first phase."""
    return draws_of(call, stage).filter(phase=1, body=body, standing=Standing.RELEASED).first()


def awaited() -> QuerySet[Draw]:
    """The draws whose public number has not come."""
    return draws().filter(standing=Standing.FROZEN, chance=None)


def undrawn() -> QuerySet[Draw]:
    """The draws whose number is here and that have no result yet."""
    return draws().filter(standing=Standing.FROZEN).exclude(chance=None)


def body(number: int) -> Body:
    """A body; raises Body.DoesNotExist."""
    return Body.objects.get(pk=number)


def bodies(programme: int) -> QuerySet[Body]:
    """The bodies of a programme that stand."""
    return Body.objects.filter(programme=programme, closed=None).order_by("ref")


def rounds() -> list[tuple[str, str, Terms]]:
    """(call, stage, terms) of every stage of a published call that says how it is judged."""
    found = []
    for version in all_published():
        terms = terms_of(version)
        found += [(version.call.ref, each.stage, terms) for each in terms.manners]
    return found


def media_of(terms: Terms) -> dict[str, str]:
    """The medium of each kind of film of a call."""
    return {each.code: str(each.medium) for each in terms.kinds}


def files_of(call: str, stage: str, kinds: Collection[str] | None = None) -> QuerySet[Application]:
    """The admitted files of a stage, of some kinds or of all."""
    found = applications().filter(version__call__ref=call, stage=stage, state__in=READ).order_by("pk")
    return found if kinds is None else found.filter(kind__in=list(kinds))


def came_in(call: str, stage: str) -> QuerySet[Application]:
    """Every file that was admitted to the reading of a stage, wherever it stands by now."""
    read = standing_in(call, stage).values("application")
    return applications().filter(Q(pk__in=files_of(call, stage).values("pk")) | Q(pk__in=read))


def judged_kinds(judging: Body, terms: Terms) -> list[str] | None:
    """The kinds of film that a body judges; None: all."""
    if not judging.media:
        return None
    return [code for code, medium in media_of(terms).items() if medium in judging.media]


def members_on(number: int, day: date) -> list[Member]:
    """Who sits on a body on a day."""
    sits = Q(seat__until=None) | Q(seat__until__gte=day)
    found = Member.objects.filter(sits, body=number, seat__since__lte=day).select_related(
        "seat__user", "body"
    )
    return list(found.order_by("pk"))


def readings() -> QuerySet[Reading]:
    """Every reading with its draw, file and reader."""
    joined = (
        "draw__version__call",
        "application__film",
        "application__organisation",
        "member",
        "user",
        "given",
        "ended",
    )
    found = Reading.objects.select_related(*joined)
    return found.defer(
        "draw__frozen", "draw__result", "draw__codes", "draw__version__terms", "application__version"
    )


def reading(number: int) -> Reading:
    """The reading of a number; raises Reading.DoesNotExist."""
    return readings().get(pk=number)


def standing_of(number: int) -> QuerySet[Reading]:
    """The readings of a draw that stand."""
    return Reading.objects.filter(draw=number, ended=None).order_by("application", "user")


def standing_in(call: str, stage: str) -> QuerySet[Reading]:
    """The readings of a stage that stand, of every phase and body."""
    return Reading.objects.filter(draw__version__call__ref=call, draw__stage=stage, ended=None)


def hidden_from(who: Who) -> set[int]:
    """The numbers of the applications that a conflict of interest shuts to whoever asks."""
    return set(shut_numbers(who))


def holders(numbers: Iterable[int]) -> list[str]:
    """The names under which conflicts know applications."""
    return [holder(each) for each in numbers]


def with_readings(numbers: Collection[int], draw_: int) -> list[Application]:
    """Applications in their order with the standing readings of a draw, each with its reader."""
    mine = Prefetch(
        "readings",
        Reading.objects.filter(draw=draw_, ended=None).select_related("user").order_by("-fit", "pk"),
        "drawn",
    )
    found = applications().prefetch_related(mine).in_bulk(list(numbers))
    return [found[each] for each in numbers if each in found]


def users_of(members: Iterable[int]) -> dict[int, int]:
    """The person of each member."""
    return dict(Member.objects.filter(pk__in=list(members)).values_list("pk", "seat__user"))


def counted(number: int) -> dict[int, int]:
    """How many files each reader of a draw reads, by person."""
    rows = Reading.objects.filter(draw=number, ended=None).values_list("user").annotate(n=Count("pk"))
    return dict(rows.order_by("user"))


def reads_already(user: int | None, application: int) -> bool:
    """Whether a person reads a file now."""
    return Reading.objects.filter(user=user, application=application, ended=None).exists()


def handed(number: int) -> bool:
    """Whether the review of a reading was handed in; the room of reviews stands above and is asked by its key alone."""
    return Reading.objects.filter(pk=number, review__handed__isnull=False).exists()


def replaced(number: int) -> bool:
    """Whether somebody reads in the place of this reading."""
    return Reading.objects.filter(instead=number).exists()


def applications_by(numbers: Iterable[int]) -> dict[int, Application]:
    """Applications by their numbers."""
    return applications().in_bulk(list(numbers))


def terms_by(ref: str) -> Terms | None:
    """The terms of a published call."""
    version = published(ref)
    return terms_of(version) if version else None


def judged(ref: str, stage: str) -> Terms | None:
    """The terms of a published call whose stage says how it is judged."""
    terms = terms_by(ref)
    return terms if terms and terms.manner(stage) else None


def fixed(call: str, stage: str) -> bool:
    """Whether the lists of a draw of a stage were frozen, and it was not cancelled."""
    return draws_of(call, stage).filter(cancelled_by=None).exclude(frozen_by=None).exists()


def is_frozen(number: int) -> bool:
    """Whether the lists of a draw were frozen."""
    return Draw.objects.filter(pk=number).exclude(frozen_by=None).exists()


def is_drawn(number: int) -> bool:
    """Whether a draw has a result."""
    return Draw.objects.filter(pk=number).exclude(drawn_by=None).exists()


def programme_of(ref: str) -> int:
    """The programme of a published call."""
    version = published(ref)
    return version.call.programme_id if version else 0


def waiting(ref: str, stage: str) -> QuerySet[Application]:
    """What of a stage is still in the formal check."""
    states = (State.FILED, State.INCOMPLETE, State.PACKAGE_FILED, State.PACKAGE_INCOMPLETE)
    return applications().filter(version__call__ref=ref, stage=stage, state__in=states)


def opened(ref: str, stage: str) -> int:
    """How many phases of a stage were opened; the room of reviews stands above and is asked by its key alone."""
    found = CallVersion.objects.filter(call__ref=ref, openings__stage=stage)
    return found.values("openings").distinct().count()


def told(ref: str, stage: str, hidden: Collection[int]) -> int:
    """How many applicants of a stage were told the reasons, but those of hidden files."""
    found = files_of(ref, stage).filter(feedback__sent__isnull=False).exclude(pk__in=list(hidden))
    return found.values("pk").distinct().count()


def drawn_files(of: Draw, hidden: Collection[int]) -> list[int]:
    """The files of a draw in their order, but the hidden ones."""
    found = Reading.objects.filter(draw=of.pk).exclude(application__in=list(hidden))
    return list(found.order_by("application").values_list("application", flat=True).distinct())


def streams_of(number: int) -> list[tuple[int, str]]:
    """(file, stream) of the files of a draw."""
    found = Reading.objects.filter(draw=number).order_by("application").distinct()
    return list(found.values_list("application", "application__stream"))


def loads(number: int, streams: Collection[str] | None = None) -> list[tuple[str, int]]:
    """(name, how many files) of the readers of a draw, in some streams or in all, who has most first."""
    found = Reading.objects.filter(draw=number, ended=None)
    if streams is not None:
        found = found.filter(application__stream__in=list(streams))
    rows = found.values_list("user__name").annotate(n=Count("pk"))
    return list(rows.values_list("user__name", "n").order_by("-n", "user__name"))


def names_of(members: Iterable[int]) -> list[str]:
    """The names of members, in their order."""
    found = Member.objects.filter(pk__in=list(members)).order_by("seat__user__name")
    return list(found.values_list("seat__user__name", flat=True))


def changes_of(number: int, hidden: Collection[int]) -> QuerySet[Reading]:
    """The readings of a draw that came or ended after it, the newest first, but those of hidden files."""
    found = readings().filter(draw=number).exclude(application__in=list(hidden))
    return found.filter(~Q(given__code="judging.assignment.drawn") | Q(ended__isnull=False)).order_by("-pk")
