"""Questions to objections and re-checks."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, F, QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.order.queries import entered_by
from kinoqor.deciding.publication.models import Outcome
from kinoqor.deciding.publication.queries import of as published
from kinoqor.deciding.publication.queries import outcome_of
from kinoqor.deciding.recheck.models import Objection, Recheck
from kinoqor.deciding.recheck.words import Answer, Asked
from kinoqor.deciding.session.models import Part
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import holder, open_to
from kinoqor.funding.application.words import State
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.check.queries import officer_of
from kinoqor.kit.calendar import end_of
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.letter.models import Letter

READERS = (Role.OFFICER, Role.AUDITOR)
ABOUT = "outcome__application"


def outcome(application: int) -> Outcome | None:
    """The newest result of an application that is out."""
    return outcome_of(application)


def last_day(of: Outcome) -> date | None:
    """The last day on which one may object; None where the call knows none."""
    said = of.line.get("objection")
    return date.fromisoformat(said) if said else None


def shuts(of: Outcome) -> datetime | None:
    """The first moment at which an objection is too late; None where the call knows none."""
    last = last_day(of)
    return end_of(last, terms_of(of.publication.version).zone) if last else None


def objections() -> QuerySet[Objection]:
    """Every objection with its file, the one to be answered first before the others."""
    joined = (
        "made", "answered", "outcome__publication__version__call__programme", "outcome__application__organisation",
        "outcome__application__film", "outcome__publication__order",
    )  # fmt: skip
    return Objection.objects.select_related(*joined).order_by(F("shuts").asc(nulls_last=True), "pk")


def objection_of(application: int) -> Objection | None:
    """The objection to the newest result of an application."""
    found = outcome(application)
    return objections().filter(outcome=found).first() if found else None


def visible_to(who: Who) -> QuerySet[Objection]:
    """Those about files that are not shut to an officer or auditor."""
    return open_to(objections(), who, ABOUT) if who.holds(*READERS) else objections().none()


def counted(who: Who) -> dict[str, int]:
    """How many of the objections that a reader may see have which answer."""
    found = open_to(Objection.objects.order_by(), who, ABOUT)
    return dict(found.values_list("answer").annotate(n=Count("pk")))


def deciders(of: Outcome) -> frozenset[str]:
    """The voices of everybody who took part in a decision: whoever voted, ruled, signed or published."""
    publication, order = of.publication, of.publication.order
    call, stage = publication.version.call_id, publication.stage
    voters = Part.objects.filter(item__sitting__version__call=call, item__sitting__stage=stage)
    found = {f"user:{number}" for number in voters.values_list("user", flat=True).distinct()}
    deeds = [publication.made_id]
    if order is not None:
        deeds += [order.made_id, *([order.signed_id] if order.signed_id else [])]
        found |= {entered_by(order)} - {""}
        deeds += list(order.allocation.rulings.values_list("made", flat=True))
    return frozenset(found | set(Deed.objects.filter(pk__in=deeds).values_list("voice", flat=True)))


def asked(of: Objection, user: int | None, voice: str) -> Asked:
    """An objection as its law sees it, for whoever wants to answer."""
    one = officer_of(user, voice, of.outcome.application_id)
    return Asked(voice, deciders(of.outcome), one.seated or one.holds, of.answer != Answer.OPEN)


def is_shut(of: Objection, user: int | None, voice: str) -> bool:
    """Whether the file of an objection is shut to somebody."""
    return officer_of(user, voice, of.outcome.application_id).shut


def rechecks(of: Allocation | int | None = None) -> QuerySet[Recheck]:
    """The re-checks of a list, or all; the newest first."""
    found = Recheck.objects.select_related("allocation__version__call__programme", "made", "computed")
    return (found if of is None else found.filter(allocation=of)).order_by("-pk")


def recheck(number: int) -> Recheck | None:
    """The re-check of a number."""
    return rechecks().filter(pk=number).first()


def held(number: int) -> Recheck:
    """The same, held until the transaction ends."""
    return rechecks().select_for_update(of=("self",)).get(pk=number)


def of_result(ref: str, stage: str) -> QuerySet[Recheck]:
    """The re-checks of the list on which the result of a stage rests."""
    out = published(ref, stage)
    held = out.order.allocation_id if out and out.order else None
    return rechecks().filter(allocation=held)


def signed_orders(call: int) -> list[Order]:
    """The orders of a call that are not annulled."""
    return list(Order.objects.filter(version__call=call, annulled=None).order_by("pk"))


def ordered(call: int) -> list[Application]:
    """The films of a call that stand in an order."""
    return list(Application.objects.filter(version__call=call, state=State.ORDERED).order_by("pk"))


def untold(ref: str) -> list[int]:
    """The numbers of all applications of an annulled call that were filed and not withdrawn, and to whose people nobody
    has written of it yet.
    """
    found = Application.objects.filter(version__call__ref=ref).exclude(filed_at=None)
    numbers = found.exclude(state=State.WITHDRAWN).order_by("pk").values_list("pk", flat=True)
    told = Letter.objects.filter(deed__code="deciding.recheck.told").values_list("about", flat=True)
    names = set(told)
    return [number for number in numbers if holder(number) not in names]


def today(of: Outcome, now: datetime) -> date:
    """The day by the clock of the call."""
    return now.astimezone(ZoneInfo(terms_of(of.publication.version).zone)).date()
