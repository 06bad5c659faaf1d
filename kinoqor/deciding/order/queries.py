"""Questions about orders: which there are, what one rests on, what it lacks."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.deciding.allocation import queries as allocations
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.allocation.words import Quota
from kinoqor.deciding.commission import queries as commission
from kinoqor.deciding.order import rules
from kinoqor.deciding.order.models import Brought, Order
from kinoqor.deciding.order.rules import quotas
from kinoqor.deciding.order.words import (
    LANGUAGES,
    PREFIX,
    SCAN,
    Case,
    Envelope,
    Film,
    Lack,
    Row,
    Seat,
    Standing,
    Vote,
)
from kinoqor.deciding.session.models import Item
from kinoqor.deciding.session.queries import adopted
from kinoqor.funding.application.models import Application
from kinoqor.funding.call.queries import call, published, terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.judging.panel.queries import text_of
from kinoqor.judging.tie.queries import shut_numbers
from kinoqor.kit.canonical import digest_of
from kinoqor.kit.question import said
from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.queries import sound_files_of
from kinoqor.ledger.paper.models import Paper
from kinoqor.ui.pack import language

READERS = (Role.OFFICER, Role.AUDITOR)


def orders() -> QuerySet[Order]:
    """Every order there was, the newest first."""
    joined = ("version__call__programme", "allocation", "made", "signed", "annulled")
    return Order.objects.select_related(*joined).defer("version__terms").order_by("-pk")


def order(number: int) -> Order | None:
    """The order of a number."""
    return orders().filter(pk=number).first()


def current(allocation: Allocation) -> Order | None:
    """The order about a list that stands: a draft or a signed one."""
    return orders().filter(allocation=allocation, annulled=None).first()


def signed(allocation: Allocation) -> Order | None:
    """The signed order about a list."""
    found = current(allocation)
    return found if found and found.standing == Standing.SIGNED else None


def orders_of(ref: str, stage: str) -> list[Order]:
    """Every order about a stage of a call, those that fell too, the newest first."""
    return list(orders().filter(version__call__ref=ref, allocation__stage=stage))


def list_of(ref: str, stage: str) -> Allocation | None:
    """The list that stands, of a stage that gives money."""
    return commission.current(ref, stage) if commission.gives_money(ref, stage) else None


def to_sign(who: Who) -> list[Order]:
    """The drafts of orders, the oldest first, without those that show a film that is shut to a reader."""
    found, shut = orders().filter(standing=Standing.DRAFT, annulled=None), set(shut_numbers(who))
    return [each for each in reversed(found) if not shut & set(each.allocation.codes.values())]


def holder(number: int) -> str:
    """The name under which the papers and files of an order are kept."""
    return f"{PREFIX}:{number}"


def scan(of: Order) -> File | None:
    """The scan of the signed paper that was sent, if no virus was found in it."""
    return sound_files_of(holder(of.pk)).filter(slot=SCAN).order_by("-pk").first()


def entered_by(of: Order) -> str:
    """The voice of the officer who entered a national signature that waits or is confirmed; empty where none was."""
    return str((of.checked or {}).get("entered", ""))


def brought(of: Order) -> Brought | None:
    """The signed paper that was brought and not sent back."""
    found = Brought.objects.filter(order=of, sent_back=None)
    return found.select_related("made", "confirmed").first()


def papers_of(of: Order) -> dict[str, Paper]:
    """The papers of an order by language, Kazakh first: a database may keep the languages in an order of its own."""
    named: Mapping[str, str] = of.papers or {}
    found = {each.number: each for each in Paper.objects.filter(number__in=named.values())}
    return {lang: found[named[lang]] for lang in LANGUAGES if named.get(lang) in found}


def shut_in(who: Who, of: Allocation) -> bool:
    """Whether a film that a list has in question is shut to a reader: an order about it would show them."""
    return bool(set(of.codes.values()) & set(shut_numbers(who)))


def lacks(of: Allocation) -> list[Lack]:
    """Everything for which an order about a list cannot be signed now."""
    return rules.lacks(case(of))


def case(of: Allocation) -> Case:
    """A list with everything that an order about it rests on."""
    terms, draft = terms_of(of.version), current(of)
    award = terms.award(of.stage)
    rows = tuple(Row(each["application"], each["award"]) for each in draft.rows) if draft else None
    return Case(
        tuple(_films(of)), tuple(envelopes(terms)), _vote(adopted(of)), terms.currency, language(),
        award.purse.least if award and award.purse else None,
        Departure.objects.filter(allocation=of, dropped=None, reason="").count(), rows, draft.total if draft else 0,
        award.clause if award else "", draft.day if draft else None,
    )  # fmt: skip


def voted_on(of: Allocation) -> date | None:
    """The day of the vote that adopted a list."""
    found = _vote(adopted(of))
    return found.day if found else None


def numbered(of: Allocation, number: str, day: date) -> bool:
    """Whether another order that stands, about another list of the call or of the same year, has a number."""
    found = Order.objects.filter(number=number, annulled=None).exclude(allocation=of)
    return found.filter(Q(version__call=of.version.call_id) | Q(day__year=day.year)).exists()


def _films(of: Allocation) -> Iterable[Film]:
    ruled = commission.rulings(of)
    for each in commission.funded(of):
        ruling = ruled.get(each.application)
        told = commission.decision(ruling) if ruling else None
        yield Film(each.application, each.stream, each.award, each.withdrawn, told)


def approved_rows(of: Allocation) -> list[Row]:
    """The films that an order about a list has, in its order."""
    return rules.rows_of(_films(of))


def looked(of: Allocation, signed: bool) -> tuple[list[Lack], list[Quota]]:
    """What an order about a list lacks, nothing once it is signed; and which quotas do not hold in what was approved."""
    if signed:
        return [], missed(of, tuple(_films(of)))
    found = case(of)
    return rules.lacks(found), missed(of, found.films)


def missed(of: Allocation, films: Collection[Film]) -> list[Quota]:
    """The quotas that do not hold in what the commission approved of a list; none until it has said all."""
    found = allocations.read(of)
    if found is None or any(each.ruling is None and not each.withdrawn for each in films):
        return []
    codes = {number: code for code, number in of.codes.items()}
    return quotas.missed(found.case, {codes[row.application]: row.award for row in rules.rows_of(films)})


def envelopes(terms: Terms) -> list[Envelope]:
    """The streams of a call with their years and money."""
    return [Envelope(each.code, said(each.name), each.year, each.envelope) for each in terms.streams]


def _vote(item: Item | None) -> Vote | None:
    """The vote of an item as the law of orders looks at it: from what was kept of it, counted anew."""
    if item is None or item.photograph is None or item.counts is None:
        return None
    taken = item.photograph
    out = set(taken.shut_out)
    seats = tuple(
        Seat(
            each["name"], each["act"], date.fromisoformat(each["since"]),
            date.fromisoformat(each["until"]) if each["until"] else None, each["user"] not in out,
        )
        for each in taken.members
    )  # fmt: skip
    counts = item.counts
    return Vote(
        taken.day, seats, taken.body.quorum, counts["for"], counts["against"], counts["abstained"], bool(item.carried),
        digest_of(text_of(taken)) == taken.digest,
    )  # fmt: skip


def applications(numbers: Iterable[int]) -> dict[int, Application]:
    """The applications of these numbers; one query."""
    found = Application.objects.filter(pk__in=list(numbers)).select_related("organisation")
    return {each.pk: each for each in found}


def is_public(of: Order) -> bool:
    """Whether the result that rests on an order is out."""
    return bool(of.publications.filter(withdrawn=None).exclude(lifted=None).exists())


def annulled(ref: str) -> bool:
    """Whether the round of a call was annulled."""
    found = call(ref)
    return found is not None and found.annulled_id is not None


def gives_money(ref: str, stage: str) -> bool:
    """Whether a stage of a call gives money, and so may have an order."""
    return commission.gives_money(ref, stage)


def terms(ref: str) -> Terms | None:
    """What a call says."""
    of = published(ref)
    return terms_of(of) if of else None
