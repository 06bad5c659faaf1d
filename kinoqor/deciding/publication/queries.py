"""Questions about publications: of which stage, on what they rest, who may see them, whom they still have to tell."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation.models import Departure
from kinoqor.deciding.order.models import Order
from kinoqor.deciding.order.queries import annulled
from kinoqor.deciding.order.words import Standing as Ordered
from kinoqor.deciding.publication import rules
from kinoqor.deciding.publication.models import Outcome, Publication
from kinoqor.deciding.publication.words import Basis, Result, Stand
from kinoqor.deciding.session.models import Item, Part
from kinoqor.deciding.session.words import Matter
from kinoqor.deciding.session.words import Standing as Voted
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.queries import holder
from kinoqor.funding.application.words import DECIDED_FROM, State
from kinoqor.funding.award.words import Form
from kinoqor.funding.call.models import CallVersion
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.funding.call.words import Stage, Terms
from kinoqor.funding.conflict.queries import shut_pairs
from kinoqor.judging.tie.queries import shut_numbers
from kinoqor.kit.verdict import YES, Verdict
from kinoqor.ledger.log.models import Leaf

READERS = (Role.OFFICER, Role.AUDITOR)
WAITING = (*DECIDED_FROM, State.NO_SHOW)  # the states of files that a result decides on


@dataclass(frozen=True)
class Round:
    """A stage of a call with what a result of it rests on: the order, or the vote on its list."""

    version: CallVersion
    stage: str
    terms: Terms
    order: Order | None
    item: Item | None

    @property
    def ref(self) -> str:
        """The short name of its call."""
        return self.version.call.ref

    @property
    def money(self) -> bool:
        """Whether the call gives money at this stage."""
        award = self.terms.award(self.stage)
        return bool(award and award.purse)

    @property
    def following(self) -> Stage | None:
        """The stage that comes after."""
        codes = [each.code for each in self.terms.stages]
        at = codes.index(self.stage) + 1 if self.stage in codes else len(codes)
        return self.terms.stages[at] if at < len(codes) else None


def publications() -> QuerySet[Publication]:
    """Every publication that nobody has withdrawn, the newest moment first."""
    joined = (
        "version__call__programme", "version__call__annulled", "order__allocation", "order__signed", "order__annulled",
        "item__sitting__body", "made", "lifted",
    )  # fmt: skip
    return Publication.objects.filter(withdrawn=None).select_related(*joined).order_by("-lifts", "-pk")


def of(ref: str, stage: str) -> Publication | None:
    """The publication of a stage, whether its moment has come or not; withdrawn ones left out."""
    return publications().filter(version__call__ref=ref, stage=stage).first()


def of_for(who: Who, ref: str, stage: str) -> Publication | None:
    """The same, asked once for a page of somebody who is known. Strangers are all one reader, who would keep an answer
    from one page to the next.
    """
    if not who.known:
        return of(ref, stage)
    key = f"publication {ref} {stage}"
    if key not in who.known_once:
        who.known_once[key] = of(ref, stage)
    found: Publication | None = who.known_once[key]
    return found


def one(number: int) -> Publication | None:
    """The publication of a number, withdrawn or not."""
    return Publication.objects.select_related("version__call__programme").filter(pk=number).first()


def held(number: int) -> Publication:
    """The publication, held until the transaction ends; raises Publication.DoesNotExist."""
    found = Publication.objects.select_for_update(of=("self",))
    return found.select_related("version__call__programme", "order", "item").get(pk=number)


def stands(publication: Publication) -> Stand:
    """How far a publication is, as its law sees it; on what it rests is asked anew until it is out, since hours or days
    lie between its preparation and its moment.
    """
    lifted, withdrawn = publication.lifted_id is not None, publication.withdrawn_id is not None
    return Stand(lifted, withdrawn, YES if lifted or withdrawn else _holds(publication))


def _holds(publication: Publication) -> Verdict:
    order = publication.order
    fallen = order is not None and (order.annulled_id is not None or order.standing != Ordered.SIGNED)
    return rules.holds(fallen, basis(round_published(publication)))


def visible(publication: Publication, now: datetime) -> bool:
    """Whether anybody may see a publication now."""
    return rules.visible(
        publication.lifted_id is not None, publication.withdrawn_id is not None, publication.lifts, now
    )


def coming(until: datetime) -> QuerySet[Publication]:
    """The results that are prepared and not out, whose moment comes until another one; the first one first."""
    return publications().filter(lifted=None, lifts__lte=until).order_by("lifts", "pk")


def public(now: datetime, ref: str = "") -> QuerySet[Publication]:
    """The results that are out, of one call or of all, each with how many films were chosen of how many files."""
    found = publications().exclude(lifted=None).filter(lifts__lte=now)
    found = found.filter(version__call__ref=ref) if ref else found
    chosen = Count("outcomes", filter=~Q(outcomes__result=Result.NOT_CHOSEN))
    return found.annotate(files=Count("outcomes"), chosen=chosen)


def due(now: datetime) -> list[Publication]:
    """The publications whose moment has come and that are not lifted yet, the oldest first."""
    return list(publications().filter(lifted=None, lifts__lte=now).order_by("lifts", "pk"))


def outcomes(publication: Publication) -> list[Outcome]:
    """What became of every file of a stage; the largest sum first, then the most points."""
    found = list(Outcome.objects.filter(publication=publication).select_related("publication"))
    return sorted(found, key=lambda each: (-each.award, -(each.line.get("points") or 0), each.application_id))


def outcome_of(application: int) -> Outcome | None:
    """The newest result of an application that is out."""
    joined = (
        "publication__version__call__programme",
        "publication__order",
        "publication__item",
        "application",
    )
    found = Outcome.objects.filter(application=application, publication__withdrawn=None)
    return found.exclude(publication__lifted=None).select_related(*joined).order_by("-pk").first()


def titles(publication: Publication) -> dict[int, Any]:
    """The titles of the films that everybody may read of, by application."""
    rows = Outcome.objects.filter(publication=publication).exclude(result=Result.NOT_CHOSEN)
    return {number: line["film"]["title"] for number, line in rows.values_list("application", "line")}


def untold(publication: int) -> QuerySet[Outcome]:
    """The outcomes whose letters are not written yet, in one order."""
    return Outcome.objects.filter(publication=publication, told=None).order_by("pk")


def telling() -> list[int]:
    """The publications that are out and whose letters are not all written, of rounds that were not annulled."""
    waiting = Outcome.objects.filter(publication=OuterRef("pk"), told=None)
    found = Publication.objects.exclude(lifted=None).filter(Exists(waiting), version__call__annulled=None)
    return list(found.order_by("pk").values_list("pk", flat=True))


def round_of(ref: str, stage: str) -> Round | None:
    """A stage with what its result could rest on now; None where the call or the stage is not there."""
    version = published(ref)
    terms = terms_of(version) if version else None
    if version is None or terms is None or terms.stage(stage) is None:
        return None
    award = terms.award(stage)
    money = bool(award and award.purse)
    return Round(
        version, stage, terms, _order(ref, stage) if money else None, None if money else _vote(ref, stage)
    )


def round_published(publication: Publication) -> Round:
    """The stage of a publication with what it rests on."""
    terms = terms_of(publication.version)
    return Round(publication.version, publication.stage, terms, publication.order, publication.item)


def unkept(of: Round, now: datetime) -> Publication:
    """What a publication would be if it were out now, for a preview; nothing of it is kept."""
    return Publication(version=of.version, stage=of.stage, order=of.order, item=of.item, lifts=now)


def _order(ref: str, stage: str) -> Order | None:
    found = Order.objects.filter(version__call__ref=ref, allocation__stage=stage, annulled=None)
    return found.select_related("allocation", "signed", "version__call__programme").order_by("-pk").first()


def _vote(ref: str, stage: str) -> Item | None:
    found = Item.objects.filter(matter=Matter.STAGE, carried=True, standing=Voted.DECIDED)
    of_stage = found.filter(sitting__version__call__ref=ref, sitting__stage=stage)
    return of_stage.select_related("sitting__body", "closed").order_by("-closed", "-pk").first()


def files_of(ref: str, stage: str) -> QuerySet[Application]:
    """The files of a stage that a result decides on, in the order of their numbers."""
    found = Application.objects.filter(version__call__ref=ref, stage=stage, state__in=WAITING)
    return found.select_related("organisation", "film").order_by("pk")


def basis(of: Round, user: int | None = None) -> Basis:
    """What a publication of a stage would rest on; `user`: whether a film of it is shut to them."""
    files = dict(files_of(of.ref, of.stage).values_list("pk", "state"))
    there = of.order is not None if of.money else of.item is not None
    signed = of.order is not None and of.order.standing == Ordered.SIGNED
    listed = [row["application"] for row in of.order.rows] if of.order else []
    gone = sum(files.get(number, State.NO_SHOW) not in DECIDED_FROM for number in listed)
    shut = user is not None and any(
        person == user for person, _film in shut_pairs([holder(number) for number in files])
    )
    return Basis(
        of.money, there, signed, gone, len(files), of.following is None, shut, annulled(of.ref)
    )  # fmt: skip


def shut_in(who: Who, ref: str, stage: str) -> bool:
    """Whether a file of a stage is shut to a reader: what was decided on it before, too."""
    shut = set(shut_numbers(who))
    if not shut:
        return False
    own = Application.objects.filter(pk__in=shut, version__call__ref=ref)
    return own.filter(Q(stage=stage) | Q(outcomes__publication__stage=stage)).exclude(filed_at=None).exists()


def votes(publication: Publication) -> list[Item]:
    """The votes that a result rests on, in the order in which they were closed: on the list and on departures from it."""
    matters = (Matter.LIST, Matter.STAGE, Matter.DEPARTURE)
    found = Item.objects.filter(
        sitting__version__call=publication.version.call_id, sitting__stage=publication.stage, matter__in=matters,
        standing=Voted.DECIDED,
    )  # fmt: skip
    found = found.filter(closed__lte=publication.lifted_id) if publication.lifted_id else found
    return list(found.select_related("sitting__body", "photograph", "closed").order_by("closed", "pk"))


def named(items: Collection[Item]) -> dict[int, list[tuple[str, str]]]:
    """Who voted how, by point, where the vote is by name; [(name, vote)]."""
    wanted = [each.pk for each in items if each.form == Form.NAMED]
    found: dict[int, list[tuple[str, str]]] = {}
    if wanted:
        rows = Part.objects.filter(item__in=wanted).select_related("user").order_by("user__name")
        for each in rows:
            found.setdefault(each.item_id, []).append((each.user.name, each.vote))
    return found


def leaf(publication: Publication) -> int | None:
    """The index of the leaf of the public record that says this result."""
    found = Leaf.objects.filter(kind="result.published", of=publication.version.call.ref)
    wanted = f'"stage":"{publication.stage}"'
    return found.filter(text__contains=wanted).order_by("-index").values_list("index", flat=True).first()


def departures(publication: Publication) -> list[Departure]:
    """The departures from the computed list that stand."""
    if publication.order is None:
        return []
    found = Departure.objects.filter(allocation=publication.order.allocation_id, dropped=None)
    return list(found.select_related("made").order_by("pk"))


def way_down_of(of: Round, publication: Publication | None) -> tuple[int, list[dict[str, Any]]]:
    """How many were filed in a call; of each other result of it that was out before: stage, files, chosen."""
    call = of.version.call_id
    filed = Application.objects.filter(version__call=call).exclude(filed_at=None).count()
    rows = Outcome.objects.filter(publication__version__call=call, publication__withdrawn=None)
    rows = rows.exclude(publication__lifted=None).exclude(publication__stage=of.stage)
    rows = rows.filter(publication__lifts__lte=publication.lifts) if publication else rows
    counted = rows.values("publication", "publication__stage").annotate(
        files=Count("pk"), chosen=Count("pk", filter=~Q(result=Result.NOT_CHOSEN))
    )
    found = [
        {"stage": each["publication__stage"], "files": each["files"], "chosen": each["chosen"]}
        for each in counted.order_by("publication__lifts")
    ]
    return filed, found
