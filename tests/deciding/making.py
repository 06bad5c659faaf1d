"""Plain makers of what is decided: slots, sheets, a computed list, a sitting, an order, a publication. All invented."""

from datetime import timedelta
from typing import Any

from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.words import Standing as Computed
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.pitching.models import Plan, Slot
from kinoqor.deciding.publication.models import Outcome, Publication
from kinoqor.deciding.session.models import Item, Sitting
from kinoqor.funding.application.models import Application
from kinoqor.funding.award.words import Form
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import published
from kinoqor.kit.canonical import digest
from tests.funding.application import making
from tests.funding.check import making as checking
from tests.judging import making as judging
from tests.judging.making import NOW, REF, STAGE, body, deed

AWARD = {
    "stage": STAGE,
    "complaint_days": 10,
    "pitching": {"minutes": 15, "weight": 40, "notice_days": 0},
    "voting": {"form": "open"},
    "purse": {"least_points": 500, "company_films": 2, "lots": "ties"},
}
QUOTA = {
    "code": "documentary", "name": making.text("Documentaries"), "measure": "films", "least": 1,
    "only": {"answer": "medium", "one_of": ["documentary"]},
}  # fmt: skip


def call(
    award: dict[str, Any] | None = None, quotas: list[dict[str, Any]] | None = None, **said: Any
) -> CallVersion:
    """The call of the tests with its manner, its award and whatever else is `said`; its version."""
    if published(REF) is None:
        plain = {"awarding": [AWARD | (award or {})], "quotas": quotas or [], "judging": [judging.MANNER]}
        checking.call(criteria=judging.CRITERIA, papers="script", **(plain | said))
    found = published(REF)
    assert found is not None
    return found


def admitted(*args: Any, **kwargs: Any) -> Application:
    """An application of this call that was filed and admitted."""
    call()
    return judging.admitted(*args, **kwargs)


def plan(**more: Any) -> Plan:
    """The pitching of the stage."""
    plain = {"body": body(), "minutes": 15, "made": deed()}
    return Plan.objects.get_or_create(version=call(), stage=STAGE, cancelled=None, defaults=plain | more)[0]


def slot(of: Application, minutes: int = 0, **more: Any) -> Slot:
    """When a film is defended: so many minutes after ten days from now."""
    at = NOW + timedelta(days=10, minutes=minutes)
    return Slot.objects.create(plan=plan(), application=of, **({"at": at, "made": deed()} | more))


def allocation(codes: dict[str, int] | None = None, result: str | None = "{}", **more: Any) -> Allocation:
    """A list that was computed, of these codes of films; its frozen text and result say nothing unless given."""
    plain = {
        "version": call(), "stage": STAGE, "standing": Computed.COMPUTED, "salt": "5a" * 32, "frozen": "{}",
        "digest": digest({}), "codes": codes or {}, "result": result, "result_digest": digest({}), "made": deed(),
        "computed": deed(),
    }  # fmt: skip
    return Allocation.objects.create(**(plain | more))


def sitting(**more: Any) -> Sitting:
    """A meeting of the body of the tests, opened."""
    plain = {"version": call(), "stage": STAGE, "body": body(), "at": NOW, "made": deed(), "opened": deed()}
    return Sitting.objects.create(**(plain | more))


def item(of: Sitting, number: int = 1, matter: str = "list", **more: Any) -> Item:
    """A point of the agenda of a sitting."""
    return Item.objects.create(
        **({"sitting": of, "number": number, "matter": matter, "form": Form.OPEN, "made": deed()} | more)
    )


def order(of: Allocation, **more: Any) -> Order:
    """A draft of the order about a list."""
    plain = {
        "version": of.version, "allocation": of, "number": "T-1", "day": NOW.date(), "rows": [], "total": 0,
        "signer": making.text("The minister of the tests"), "made": deed(),
    }  # fmt: skip
    return Order.objects.create(**(plain | more))


def publication(of: Order | None, lifted: bool = True, **more: Any) -> Publication:
    """The publication of an order, lifted an hour ago or still under its embargo."""
    lifts = NOW - timedelta(hours=1) if lifted else NOW + timedelta(days=1)
    plain = {
        "version": call(), "stage": STAGE, "order": of, "lifts": lifts, "made": deed(),
        "lifted": deed() if lifted else None,
    }  # fmt: skip
    return Publication.objects.create(**(plain | more))


def outcome(of: Publication, application: Application, result: str = "not_chosen", **more: Any) -> Outcome:
    """What became of a file."""
    return Outcome.objects.create(publication=of, application=application, result=result, made=deed(), **more)
