"""Which rounds anybody may take, and the records that their documents are made of."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.commission.models import Ruling
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.publication.queries import public as published
from kinoqor.deciding.session.models import Item
from kinoqor.judging.assignment.models import Draw
from kinoqor.ledger.log import queries as log
from kinoqor.ledger.paper.models import Paper


def public(now: datetime, ref: str = "", stage: str = "") -> list[tuple[str, str]]:
    """The stages whose publication's moment has come, as call and stage; of one call or stage, or all."""
    found = published(now, ref)
    found = found.filter(stage=stage) if stage else found
    return sorted({(str(each.version.call.ref), str(each.stage)) for each in found})


def draws(ref: str, stage: str) -> QuerySet[Draw]:
    """The draws of a stage whose lists were frozen, cancelled ones too."""
    return Draw.objects.filter(version__call__ref=ref, stage=stage).exclude(frozen=None).order_by("pk")


def allocation(ref: str, stage: str) -> Allocation | None:
    """The list of a stage that counts."""
    return (
        Allocation.objects.filter(version__call__ref=ref, stage=stage, cancelled=None).order_by("-pk").first()
    )


def departures(of: Allocation) -> QuerySet[Departure]:
    """The departures from a list that stand."""
    return Departure.objects.filter(allocation=of, dropped=None).order_by("pk")


def rulings(of: Allocation) -> QuerySet[Ruling]:
    """What the commission said of the films of a list, at last."""
    return Ruling.objects.filter(allocation=of, replaced=None).order_by("pk")


def order(of: Allocation) -> Order | None:
    """The signed order on a list."""
    return Order.objects.filter(allocation=of, annulled=None).exclude(signed=None).first()


def votes(ref: str, stage: str) -> QuerySet[Item]:
    """The votes of a stage that are over."""
    over = Item.objects.filter(sitting__version__call__ref=ref, sitting__stage=stage).exclude(counts=None)
    return over.exclude(closed=None).select_related("photograph").order_by("pk")


def paper_digests(numbers: Iterable[str]) -> dict[str, str]:
    """The SHA-256 of papers by their numbers."""
    found = Paper.objects.filter(number__in=list(numbers)).values_list("number", "digest")
    return dict(found)


def key() -> str | None:
    """The public key of the record, as it is published; None while nothing was signed."""
    head = log.head()
    return head.key if head else None
