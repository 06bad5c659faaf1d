"""Questions about pitchings: their rounds and plans, who comes when, who hears it, who was told, what was marked."""

from collections.abc import Collection
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.models import User
from kinoqor.deciding.pitching.models import Absence, Contact, Out, Plan, Sheet, Slot
from kinoqor.deciding.pitching.words import Came, Heard, Place, Way
from kinoqor.deciding.pitching.words import Contact as Told
from kinoqor.deciding.pitching.words import Sheet as Given
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import applications
from kinoqor.funding.application.words import State
from kinoqor.funding.award.words import Pitching
from kinoqor.funding.call.queries import all_published, published, terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.funding.hand.models import Hand
from kinoqor.funding.hand.words import Right
from kinoqor.funding.manner.words import Criterion
from kinoqor.judging.panel.models import Body, Member
from kinoqor.judging.tie.queries import shut_among, shut_numbers

READERS = (Role.OFFICER, Role.AUDITOR)
ADMITTED = (State.ADMITTED, State.PACKAGE_ADMITTED)
CALLED = (*ADMITTED, State.TO_PITCH, State.PITCHED, State.NO_SHOW)
GONE = (State.WITHDRAWN, State.LAPSED)
# What a slot is read with.
WHOLE = (
    "plan__version__call__programme",
    "plan__body",
    "application__film",
    "application__organisation",
    "made",
)


def rounds() -> list[tuple[str, str, Terms]]:
    """(call, stage, terms) of every stage of a published call that is defended."""
    found = []
    for version in all_published():
        terms = terms_of(version)
        found += [(version.call.ref, each.stage, terms) for each in terms.awards if each.pitching]
    return found


def defended(ref: str, stage: str) -> Terms | None:
    """The terms of a published call whose stage is defended; None where there is no such stage."""
    version = published(ref)
    terms = terms_of(version) if version else None
    award = terms.award(stage) if terms else None
    return terms if award and award.pitching else None


def plans() -> QuerySet[Plan]:
    """Every plan that was not cancelled, with its call and body."""
    joined = ("version__call__programme", "body", "made", "published", "opened", "photograph")
    return Plan.objects.filter(cancelled=None).select_related(*joined)


def plan_of(ref: str, stage: str) -> Plan | None:
    """The plan of a stage, if one was begun."""
    return plans().filter(version__call__ref=ref, stage=stage).first()


def held(number: int) -> Plan:
    """The plan, held until the transaction ends; raises Plan.DoesNotExist."""
    found = Plan.objects.select_for_update(of=("self",)).filter(cancelled=None)
    return found.select_related("version__call__programme", "body").get(pk=number)


def bodies(ref: str) -> QuerySet[Body]:
    """The bodies of the programme of a call that stand."""
    return Body.objects.filter(programme__calls__ref=ref, closed=None).order_by("ref")


def terms(of: Plan) -> Terms:
    """The terms by which a pitching is held."""
    return terms_of(of.version)


def setting(of: Plan) -> Pitching:
    """What the call says of the pitching."""
    award = terms(of).award(of.stage)
    return (award.pitching if award else None) or Pitching()


def criteria(of: Plan) -> tuple[Criterion, ...]:
    """The criteria that are marked at the pitching: those that the call names, or all."""
    named = setting(of).criteria
    return tuple(each for each in terms(of).criteria if not named or each.code in named)


def zone(of: Plan) -> ZoneInfo:
    """The wall clock of the call."""
    return ZoneInfo(terms(of).zone)


def moment(of: Plan, place: Place) -> datetime:
    """The moment of a place in the hall."""
    at = time(place.begins // 60, place.begins % 60)
    return datetime.combine(place.day, at, zone(of))


def place(of: Plan, at: datetime) -> Place:
    """The place in the hall of a moment."""
    here = at.astimezone(zone(of))
    return Place(here.date(), here.hour * 60 + here.minute)


def called(ref: str, stage: str, states: Collection[str] = CALLED) -> QuerySet[Application]:
    """The films of a stage that are to be defended or were."""
    return applications().filter(version__call__ref=ref, stage=stage, state__in=states).order_by("pk")


def slots(of: Plan | int) -> QuerySet[Slot]:
    """The slots of a plan in the order of time."""
    joined = ("application__film", "application__organisation", "application__version__call", "made", "noted")
    found = Slot.objects.filter(plan=of).select_related(*joined).defer("application__version__terms")
    return found.order_by("at", "pk")


def seen_by(who: Who, found: QuerySet[Slot]) -> QuerySet[Slot]:
    """Of these slots those whose film is not shut to a reader who acts for the fund."""
    return found.exclude(application__in=shut_numbers(who))


def slot(who: Who, number: int) -> Slot | None:
    """A slot of a pitching by its number, for whom its film is not shut; asked once for a page."""
    key = f"slot {number}"
    if key not in who.known_once:
        found = Slot.objects.filter(pk=number, plan__cancelled=None).select_related(*WHOLE)
        who.known_once[key] = seen_by(who, found).first()
    known: Slot | None = who.known_once[key]
    return known


def held_slot(number: int) -> Slot:
    """The slot, held until the transaction ends; raises Slot.DoesNotExist."""
    found = Slot.objects.select_for_update(of=("self",)).filter(plan__cancelled=None)
    return found.select_related(*WHOLE).get(pk=number)


def plan_number(slot_: int) -> int | None:
    """The number of the plan of a slot; holds nothing."""
    return Slot.objects.filter(pk=slot_).values_list("plan", flat=True).first()


def absences(of: Plan | int) -> QuerySet[Absence]:
    """The absences that were declared and stand."""
    joined = ("member__seat__user", "application__film", "application__version__call")
    return Absence.objects.filter(plan=of, gone=None).select_related(*joined).order_by("since", "pk")


def members(of: Plan, day: date) -> list[Member]:
    """Who sits on the body of a pitching on a day."""
    found = Member.objects.filter(body=of.body_id, seat__since__lte=day).exclude(seat__until__lt=day)
    return list(found.select_related("seat__user", "body").order_by("pk"))


def member_in(of: Plan, user: int | None, day: date) -> Member | None:
    """The membership of somebody on the body of a pitching."""
    return next((each for each in members(of, day) if user and each.seat.user_id == user), None)


def outs(sitting: Collection[Member], films: Collection[Application]) -> set[tuple[int, int]]:
    """Pairs of application and member who must step out: to whom the film is shut, on every page as in the hall."""
    shut = shut_among([each.pk for each in films], [each.seat.user_id for each in sitting])
    return {(film, one.pk) for one in sitting for film in shut.get(one.seat.user_id, ())}


def shown_out(of: Plan | int) -> set[tuple[int, int]]:
    """Pairs of slot and member of whom it is recorded that they were shown out."""
    return set(Out.objects.filter(slot__plan=of).values_list("slot_id", "member_id"))


def came(of: Slot) -> Came:
    """What became of a slot; a film that its applicant has withdrawn is not awaited, nor counted, any more."""
    gone = GONE if of.came == Came.AWAITED else (State.WITHDRAWN,)
    return Came.WITHDRAWN if of.application.state in gone else Came(of.came)


def contacts(of: Plan | int) -> dict[int, list[Contact]]:
    """The log of contacts by slot, the oldest first; one query."""
    found: dict[int, list[Contact]] = {}
    for each in Contact.objects.filter(slot__plan=of).select_related("made").order_by("pk"):
        found.setdefault(each.slot_id, []).append(each)
    return found


def told(of: Slot, log: Collection[Contact], plan: Plan) -> list[Told]:
    """The contacts about a slot as the law sees them: those from before its last move were about another time."""
    if of.at is None:
        return []
    here, before = place(plan, of.at), Place(date.min, 0)
    return [
        Told(
            Way(each.way),
            each.reached,
            each.at,
            each.made.voice,
            here if each.made_id >= of.made_id else before,
        )
        for each in log
    ]


def heard(of: Slot, plan: Plan, log: Collection[Contact] = ()) -> Heard:
    """A slot as the law of the hall sees it."""
    here = place(plan, of.at) if of.at else None
    known = plan.published_id is not None
    return Heard(came(of), of.at, known, plan.opened_id is not None, told(of, log, plan), here)


def sheets(of: Plan | int) -> QuerySet[Sheet]:
    """The sheets of marks of a pitching; sealed until it is opened, so ask for them only then or for one's own."""
    return Sheet.objects.filter(slot__plan=of).select_related("slot", "user", "handed").order_by("slot", "pk")


def to_call(films: Collection[Application]) -> dict[str, list[User]]:
    """Whom to call about each of these films, by its name: those who may act for it; one query."""
    found: dict[str, list[User]] = {}
    hands = Hand.objects.filter(holder__in=[each.name for each in films], ended=None, right=Right.FILE)
    for each in hands.exclude(user=None).select_related("user").order_by("pk"):
        if each.user is not None:
            found.setdefault(each.holder, []).append(each.user)
    return found


def own_sheet(slot_: int, user: int | None) -> Sheet | None:
    """The sheet that somebody has begun for a slot."""
    return Sheet.objects.filter(slot=slot_, user=user).select_related("handed").first()


def given(of: Sheet | None) -> Given:
    """What a sheet says, as plain values."""
    return Given(dict(of.marks), of.words) if of else Given()


def handed(of: Plan | int) -> set[tuple[int, int]]:
    """Pairs of slot and member whose marks are handed in."""
    found = Sheet.objects.filter(slot__plan=of).exclude(handed=None)
    return set(found.values_list("slot_id", "member_id"))


def markers(of: Plan | int) -> list[Member]:
    """Who has handed in marks, also of those who do not sit there any more."""
    found = Member.objects.filter(sheets__slot__plan=of).exclude(sheets__handed=None)
    return list(found.select_related("seat__user").distinct().order_by("pk"))


def set_aside(of: Plan) -> set[tuple[int, int]]:
    """Pairs of slot and member whose marks the opening set aside, as its deed says."""
    said = ((of.opened.details or {}) if of.opened else {}).get("aside", ())
    return {(slot_, member) for slot_, member in said}


def of_application(number: int) -> Slot | None:
    """The published slot of an application, the newest, with its plan."""
    found = Slot.objects.filter(application=number, plan__cancelled=None).exclude(plan__published=None)
    return found.select_related("plan__version__call", "application", "made").order_by("-pk").first()


def to_phone(who: Who, now: datetime) -> QuerySet[Slot]:
    """The slots still to come of which nobody has reached the applicant by phone since they were last moved."""
    found = _standing(who).filter(came=Came.AWAITED, at__gt=now).exclude(application__state__in=GONE)
    heard = Contact.objects.filter(
        slot=OuterRef("pk"), way=Way.PHONED, reached=True, made__gte=OuterRef("made")
    )
    return found.exclude(Exists(heard))


def to_mark(who: Who) -> QuerySet[Slot]:
    """The slots before the bodies on which a member sits that are to be heard or were, and have no marks of theirs."""
    own = [each.pk for each in who.seats if each.role == Role.EXPERT]
    mine = Member.objects.filter(seat__in=own, body__closed=None).values("body")
    found = _standing(who).filter(plan__body__in=mine, came__in=(Came.AWAITED, Came.PITCHED))
    mark = Sheet.objects.filter(slot=OuterRef("pk"), user=who.number).exclude(handed=None)
    out = Out.objects.filter(slot=OuterRef("pk"), member__seat__user=who.number)
    return found.exclude(application__state__in=GONE).exclude(Exists(mark)).exclude(Exists(out))


def _standing(who: Who) -> QuerySet[Slot]:
    """The slots of published pitchings whose marks are not opened, in the order of time."""
    found = Slot.objects.filter(plan__cancelled=None, plan__opened=None).exclude(plan__published=None)
    joined = ("plan__version__call", "application__film", "application__organisation")
    return seen_by(who, found.exclude(at=None)).select_related(*joined).order_by("at", "pk")


def awaited_between(since: datetime, until: datetime) -> QuerySet[Slot]:
    """The slots of published pitchings that begin within a time and are awaited."""
    near = Slot.objects.filter(came=Came.AWAITED, at__gt=since, at__lt=until, plan__cancelled=None)
    found = near.exclude(plan__published=None).exclude(application__state__in=GONE)
    return found.select_related(*WHOLE).order_by("at")
