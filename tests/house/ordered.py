"""What stands behind the addresses of the commission, of the order, of what follows a result: their part of `things`."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from django.utils import timezone

from kinoqor.accounts.user.models import User
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.commission.models import Ruling
from kinoqor.deciding.order.actions import draft, lay_out
from kinoqor.deciding.order.words import Draft
from kinoqor.deciding.recheck.models import Objection, Recheck
from kinoqor.deciding.recheck.rules import written
from kinoqor.deciding.recheck.words import Answer, Changes, Standing
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import published
from tests.deciding import making, ruling
from tests.funding.application import making as calling
from tests.house.decided import out
from tests.house.routes import Kwargs
from tests.judging import making as judging
from tests.make import BY

Things = Mapping[str, Mapping[str, Kwargs]]
REF = "decided-call"  # of its own, since the call of the other tests gives no money


def call() -> CallVersion:
    """A call that gives money; the films come from wherever they were admitted."""
    if published(REF) is None:
        calling.call(REF, judging=[judging.MANNER], criteria=judging.CRITERIA, awarding=[making.AWARD])
    found = published(REF)
    assert found is not None
    return found


def _listed() -> Allocation:
    """A list that was adopted and ruled on, with an order that is laid out for signing."""
    version = call()
    of = version.allocations.filter(cancelled=None).first()
    if of is None:
        of, films = ruling.listed(30 * ruling.MILLION, version=version)
        ruling.voted(of)
        ruling.commission()
        said = {
            "said": "approved",
            "reason": "A film of its year.",
            "clause": "Clause 4",
            "made": judging.deed(),
        }
        Ruling.objects.create(allocation=of, application=films[0], award=30 * ruling.MILLION, **said)
        lay_out(draft(REF, making.STAGE, Draft("T-41", timezone.localdate(), ruling.SIGNER), by=BY), by=BY)
    return of


def orders(user: User | None, other: User) -> Things:
    """The papers of a list that was ruled on: the list before the commission, and its order."""
    of = _listed()
    stage = {"ref": REF, "stage": making.STAGE}
    film, one = next(iter(of.codes.values())), {"number": of.orders.get(annulled=None).pk}
    whole, steps = {"decided": stage}, ("one", "statement", "lay-out", "sign", "hand", "end")
    return {
        **dict.fromkeys(("commission", "commission-rest", "order", "order-draft"), whole),
        "commission-film": {"decided": {**stage, "number": film}},
        **{f"order-{step}": {"laid out": one} for step in steps},
    }  # fmt: skip


def afterwards(user: User | None, other: User) -> Things:
    """Objections to results that are out, one of them answered; a list computed once more whose result is not out."""
    owners = {"other's": other} | ({"own": user} if user else {})
    files = {which: judging.admitted(each) for which, each in owners.items()}
    last = (making.NOW + timedelta(days=20)).date().isoformat()
    for each in files.values():
        making.outcome(out(), each, line={"code": f"n{each.pk}", "reason": "line", "objection": last})
    said = {"words": "The mark of one reader was typed into the wrong row."}
    open_ = Objection.objects.create(outcome=files["other's"].outcomes.get(), made=judging.deed(), **said)
    last_one = making.outcome(out(), judging.admitted(other), line={"code": "a", "reason": "line"})
    answered = Objection.objects.create(
        outcome=last_one, made=judging.deed(), answer=Answer.REJECTED, reply="It was not.",
        answered=judging.deed(), **said,
    )  # fmt: skip
    of = _listed()
    again = of.rechecks.first() or Recheck.objects.create(
        allocation=of, standing=Standing.COMPUTED, changes=written(Changes()), reason="One member had to be left out.",
        difference={"entering": list(of.codes), "leaving": [], "money": 1}, made=judging.deed(),
    )  # fmt: skip
    own, whole = {one: {"number": each.pk} for one, each in files.items()}, {"any": {"ref": REF}}
    return {
        **dict.fromkeys(("objection", "objection-new"), own),
        "objection-answer": {"open": {"number": open_.pk}, "answered": {"number": answered.pk}},
        "recheck-new": {"adopted": {"number": of.pk}}, "recheck": {"not out": {"number": again.pk}},
        **dict.fromkeys(("round-annulment", "round-repeat"), whole),
    }  # fmt: skip


ORDERED: tuple[Callable[[User | None, User], Things], ...] = (orders, afterwards)
