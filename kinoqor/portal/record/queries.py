"""Which rounds anybody may take, and the records that their documents are made of."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.commission.models import Ruling
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.pitching.models import Plan, Sheet
from kinoqor.deciding.publication.models import Outcome, Publication
from kinoqor.deciding.publication.queries import of as published_one
from kinoqor.deciding.publication.queries import public as published
from kinoqor.deciding.recheck.models import Recheck
from kinoqor.deciding.session.models import Item, Sitting
from kinoqor.deciding.session.queries import holder
from kinoqor.funding.call.models import Call, CallVersion
from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.panel.models import Photograph
from kinoqor.judging.review.models import Review
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.log import queries as log
from kinoqor.ledger.log.models import Head, Leaf
from kinoqor.ledger.paper.models import Paper


def public(now: datetime, ref: str = "", stage: str = "") -> list[tuple[str, str]]:
    """The stages whose publication's moment has come, as call and stage; of one call or stage, or all."""
    found = published(now, ref)
    found = found.filter(stage=stage) if stage else found
    return sorted({(str(each.version.call.ref), str(each.stage)) for each in found})


def draws(ref: str, stage: str) -> QuerySet[Draw]:
    """The draws of a stage whose lists were frozen, cancelled ones too."""
    return Draw.objects.filter(version__call__ref=ref, stage=stage).exclude(frozen=None).order_by("pk")


def publication(ref: str, stage: str) -> Publication | None:
    """What was published of a stage: the documents of a round are those on which it rests, whatever came afterwards."""
    found = published_one(ref, stage)
    return found if found is not None and found.lifted_id else None


def outcomes(of: Publication) -> QuerySet[Outcome]:
    """What became of each file, as it was published."""
    return Outcome.objects.filter(publication=of).order_by("pk")


def withdrawn_since(number: int) -> frozenset[int]:
    """The applications that were withdrawn after a deed."""
    later = Deed.objects.filter(code="funding.application.withdrawn", pk__gt=number)
    found = later.values_list("details", flat=True)
    return frozenset(int(details["application"]) for details in found if details)


def departures(of: Allocation, until: int | None = None) -> QuerySet[Departure]:
    """The departures from a list that stand, or stood at a deed."""
    found = Departure.objects.filter(allocation=of)
    return _standing(found, "dropped", until).order_by("pk")


def rulings(of: Order) -> QuerySet[Ruling]:
    """What the commission had said of the films of a list, at last, when its order was signed."""
    return _standing(Ruling.objects.filter(allocation=of.allocation_id), "replaced", of.signed_id).order_by(
        "pk"
    )


def _standing(found: QuerySet[Any], ended: str, until: int | None) -> QuerySet[Any]:
    """What had not ended when a deed was done; without one, what stands now."""
    if until is None:
        return found.filter(**{ended: None})
    return found.filter(made__lte=until).filter(Q(**{ended: None}) | Q(**{f"{ended}__gt": until}))


def votes(of: Publication) -> QuerySet[Item]:
    """The votes of a stage that were over when its result came out."""
    over = Item.objects.filter(sitting__version__call=of.version.call_id, sitting__stage=of.stage)
    over = over.exclude(counts=None).filter(closed__lte=of.lifted_id)
    return over.select_related("photograph").order_by("pk")


def sittings(names: Iterable[str]) -> dict[str, Sitting]:
    """The sittings by the names under which leaves know them."""
    found = Sitting.objects.select_related("body").order_by("pk")
    numbers = [each.rpartition(":")[2] for each in names]
    return {
        holder(each.pk): each for each in found.filter(pk__in=[each for each in numbers if each.isdigit()])
    }


def paper_digests(numbers: Iterable[str]) -> dict[str, str]:
    """The SHA-256 of papers by their numbers."""
    found = Paper.objects.filter(number__in=list(numbers)).values_list("number", "digest")
    return dict(found)


def key() -> str | None:
    """The public key of the record, as it is published; None while nothing was signed."""
    head = log.head()
    return head.key if head else None


def leaves() -> Iterator[Leaf]:
    """All leaves with their deeds, in their order."""
    return Leaf.objects.select_related("deed").order_by("index").iterator(1000)


def leaves_of(kind: str) -> QuerySet[Leaf]:
    """All leaves of a kind."""
    return Leaf.objects.filter(kind=kind).order_by("index")


def annulled_calls() -> QuerySet[Call]:
    """The calls that were annulled, with the deed that gave the reason."""
    return Call.objects.exclude(annulled=None).select_related("annulled").order_by("pk")


def heads() -> QuerySet[Head]:
    """All signed heads."""
    return Head.objects.order_by("size")


def deeds_of(code: str) -> QuerySet[Deed, int]:
    """The numbers of the deeds of a code."""
    return Deed.objects.filter(code=code).order_by("pk").values_list("pk", flat=True)


def papers() -> QuerySet[Paper]:
    """All papers that were given out."""
    return Paper.objects.order_by("pk")


def versions() -> QuerySet[CallVersion]:
    """All published versions of calls."""
    return CallVersion.objects.select_related("call").order_by("pk")


def photographs() -> QuerySet[Photograph]:
    """Everybody who sat on a body at a vote or an opening."""
    return Photograph.objects.select_related("body").order_by("pk")


def all_draws() -> QuerySet[Draw]:
    """All draws whose lists were frozen."""
    return Draw.objects.exclude(frozen_by=None).select_related("version__call").order_by("pk")


def handed_reviews() -> QuerySet[Review]:
    """All reviews that were handed in."""
    joined = Review.objects.select_related("handed", "reading__draw__version__call")
    return joined.exclude(handed=None).order_by("pk")


def handed_sheets() -> QuerySet[Sheet]:
    """All marks of pitchings that were handed in."""
    joined = Sheet.objects.select_related("handed", "slot__plan__version__call")
    return joined.exclude(handed=None).order_by("pk")


def opened_pitchings() -> QuerySet[Plan]:
    """All pitchings whose marks were opened."""
    return Plan.objects.exclude(opened=None).select_related("opened", "version__call").order_by("pk")


def computed_lists() -> QuerySet[Allocation]:
    """All lists that were computed, dropped ones too."""
    return Allocation.objects.exclude(result=None).select_related("version__call", "computed").order_by("pk")


def signed_orders() -> QuerySet[Order]:
    """The signed orders that stand."""
    joined = Order.objects.select_related("version__call", "allocation")
    return joined.filter(annulled=None).exclude(signed=None).order_by("pk")


def told_orders() -> QuerySet[Order]:
    """Those of them whose result is out."""
    return signed_orders().filter(publications__withdrawn=None, publications__lifted__isnull=False).distinct()


def lifted() -> QuerySet[Publication]:
    """All results that are out, those of annulled rounds too."""
    joined = Publication.objects.select_related("version__call", "order__allocation")
    return joined.exclude(lifted=None).order_by("pk")


def rechecks() -> QuerySet[Recheck]:
    """All lists that were computed once more."""
    joined = Recheck.objects.select_related("allocation__version__call")
    return joined.exclude(computed=None).exclude(result=None).order_by("pk")


def closed_items() -> QuerySet[Item]:
    """All votes that are over, with how each voted."""
    over = Item.objects.exclude(closed=None).exclude(counts=None).select_related("photograph")
    return over.prefetch_related("parts", "tallies").order_by("pk")
