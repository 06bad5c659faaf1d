"""How an order is drafted, laid out for signing, signed in one of two ways, dropped and annulled."""

import base64
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.commission.actions import bind, release
from kinoqor.deciding.commission.queries import held
from kinoqor.deciding.order import queries, rules
from kinoqor.deciding.order.adapters import written
from kinoqor.deciding.order.adapters.national import national
from kinoqor.deciding.order.adapters.signature import check
from kinoqor.deciding.order.models import Brought, Order
from kinoqor.deciding.order.rules import steps
from kinoqor.deciding.order.words import LANGUAGES, PAPER, TEMPLATE, Draft, Standing
from kinoqor.funding.call.rules import may_go_on
from kinoqor.kit.canonical import digest_of
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.log.actions import write
from kinoqor.ledger.log.rules import may_write
from kinoqor.ledger.paper.actions import make_paper
from kinoqor.ledger.paper.words import Form

NO_LIST = no(_("There is no list to make an order of."), way=_("Allocate the money first."))
NO_NATIONAL = no(_("This house knows of no national signature."), way=_("Sign on paper."))
NATIONAL, HAND = "national", "hand"  # how an order was signed
# What is not asked of a signature, told on its page for good.
NOT_DONE = ("chain", "revocation", "stamp", "signer")


@deed(
    "deciding.order.drafted",
    _("An order drafted"),
    _("%(who)s drafted order %(number)s of the call %(call)s; films: %(films)s"),
)
def draft(line: Line, ref: str, stage: str, given: Draft) -> int:
    """Draft the order of a list from what the commission approved, in place of a draft that there may be; gives its
    number here.
    """
    of = queries.list_of(ref, stage)
    if of is None:
        raise Refused(NO_LIST)
    _go_on(ref)
    wait_turn(f"order of {of.pk}")
    before = queries.current(of)
    signed = bool(before and before.standing == Standing.SIGNED)
    require(steps.may_draft(given, bool(before and before.statement is not None), signed))
    require(steps.may_be_of(given.day, queries.voted_on(of)))
    wait_turn("numbers of orders")
    require(steps.may_be_numbered(queries.numbered(of, given.number.strip(), given.day)))
    require(may_write("order.signed", ref, written.leaf_of(of, given.number.strip(), given.day)))
    if before:
        _fall(before, line)
    rows = written.rows(of, queries.approved_rows(of))
    made = Order.objects.create(
        version=of.version, allocation=of, number=given.number.strip(), day=given.day, signer=dict(given.signer),
        rows=rows, total=sum(each["award"] for each in rows), made=line.deed,
    )  # fmt: skip
    line.details.update(call=ref, stage=stage, number=made.number, films=len(rows), order=made.pk)
    return made.pk


@deed(
    "deciding.order.laid_out",
    _("The papers of an order laid out"),
    _("%(who)s laid out the papers of order %(number)s for signing: %(digest)s"),
)
def lay_out(line: Line, number: int) -> str:
    """Make the papers of a draft that lacks nothing, and the short statement to sign; gives its digest. From now on the
    rulings stand as they are.
    """
    of = _going(number)
    wait_turn(f"rulings of {of.allocation_id}")  # so that none is replaced between the asking and the binding
    require(steps.may_lay_out(of.standing, of.statement is not None))
    require(rules.may_be_signed(queries.lacks(of.allocation)))
    by, papers, digests = _by(line), {}, {}
    for lang in LANGUAGES:
        form = Form(PAPER, TEMPLATE, lang, queries.holder(of.pk))
        made = make_paper(f"ORDER-{of.pk}-{lang.upper()}", form, written.facts(of, lang), by=by)
        papers[lang], digests[lang] = made.number, made.digest
    text = written.statement(of, digests)
    digest = digest_of(text)
    Order.objects.filter(pk=of.pk).update(papers=papers, statement=text, digest=digest)
    bind(of.allocation_id, by=by)
    line.details.update(_about(of), digest=digest)
    return digest


@deed(
    "deciding.order.entered",
    _("A national signature entered"),
    _("%(who)s entered the national signature of order %(number)s: %(digest)s"),
)
def enter(line: Line, number: int, signature: bytes, now: datetime) -> None:
    """Enter a detached national signature over the statement of an order. Whether its holder may sign the order, the
    machine cannot tell: another officer confirms it.
    """
    of = _ready(number)
    require(steps.may_enter(of.signature is not None, queries.brought(of) is not None))
    known = national()
    if known is None:
        raise Refused(NO_NATIONAL)
    found = check((of.statement or "").encode(), signature, known, now)
    told = {
        key: value.isoformat() if isinstance(value, datetime) else value
        for key, value in asdict(found).items()
    }
    done = {"how": NATIONAL, "done": ["statement", "signature", "days"], "not_done": list(NOT_DONE), **told}
    done["entered"] = line.deed.voice
    Order.objects.filter(pk=of.pk).update(checked=done, signature=base64.b64encode(signature).decode())
    line.details.update(_about(of), digest=of.digest)


@deed(
    "deciding.order.signed",
    _("An order signed"),
    _("%(who)s confirmed whose national signature order %(number)s has: %(digest)s"),
)
def sign(line: Line, number: int) -> None:
    """Confirm that a national signature which another officer has entered is of whoever may sign the order: with this
    the order is signed.
    """
    of = _ready(number)
    require(steps.may_confirm_signature(of.signature is not None, queries.entered_by(of), line.deed.voice))
    _sign(line, of, of.checked or {})


@deed(
    "deciding.order.brought",
    _("A signed paper brought"),
    _("%(who)s brought order %(number)s signed on paper, in the registry as %(registry)s"),
)
def bring(line: Line, number: int, registry: str, day: date) -> int:
    """Bring the scan of an order that was signed by hand; another officer confirms it."""
    of = _ready(number)
    scan = queries.scan(of)
    require(
        steps.may_bring(registry, scan is not None, queries.brought(of) is not None, of.signature is not None)
    )
    require(steps.may_day(day, of.day, timezone.localdate(line.deed.at)))
    if scan is None:
        raise LookupError(number)
    made = Brought.objects.create(
        order=of, file=scan.pk, digest=scan.digest, registry=registry.strip(), day=day, made=line.deed
    )
    line.details.update(_about(of), registry=made.registry, file=scan.pk, digest=scan.digest)
    return made.pk


@deed(
    "deciding.order.confirmed",
    _("An order signed on paper confirmed"),
    _("%(who)s confirmed that order %(number)s was signed on paper: %(digest)s"),
)
def confirm(line: Line, number: int, seen: int) -> None:
    """Confirm the signed paper that another officer has brought and this one has seen: with this the order is signed."""
    of = _ready(number)
    one = queries.brought(of)
    if one is None:
        raise Refused(steps.NOTHING_BROUGHT)
    require(steps.may_confirm_seen(one.pk == seen))
    scan = queries.scan(of)
    same = scan is not None and (scan.pk, scan.digest) == (one.file, one.digest)
    require(steps.may_confirm(one.made.voice, line.deed.voice, same))
    Brought.objects.filter(pk=one.pk, confirmed=None).update(confirmed=line.deed)
    done = {
        "how": HAND,
        "done": ["compared"],
        "not_done": [],
        "registry": one.registry,
        "day": one.day.isoformat(),
    }
    _sign(line, of, {**done, "scan": one.digest})


@deed(
    "deciding.order.sent_back",
    _("A signed paper sent back"),
    _("%(who)s sent back the paper that was brought as signed order %(number)s"),
)
def send_back(line: Line, number: int) -> None:
    """Send a paper back that was brought as signed; the reason stands in the deed."""
    of = _held(number)
    one = queries.brought(of)
    if one is None or one.confirmed_id:
        raise Refused(steps.NOTHING_BROUGHT)
    require(steps.may_drop(of.standing, line.deed.why))
    Brought.objects.filter(pk=one.pk, sent_back=None).update(sent_back=line.deed)
    line.details.update(_about(of), registry=one.registry)


@deed("deciding.order.dropped", _("An order dropped"), _("%(who)s dropped the draft of order %(number)s"))
def drop(line: Line, number: int) -> None:
    """Drop an order that is not signed; the reason stands in the deed."""
    of = _held(number)
    require(steps.may_drop(of.standing, line.deed.why))
    _fall(of, line)
    line.details.update(_about(of))


@deed("deciding.order.annulled", _("An order annulled"), _("%(who)s annulled order %(number)s"))
def annul(line: Line, number: int, whole: bool = False) -> None:
    """Annul a signed order; it stays to be read, and the reason stands in the deed. `whole`: its round falls with it,
    without which an order whose result is out is not annulled.
    """
    of = _held(number)
    require(steps.may_annul(of.standing, line.deed.why, queries.is_public(of) and not whole))
    _fall(of, line)
    line.details.update(_about(of), digest=of.digest)


def _go_on(ref: str) -> None:
    """Refused where the round was annulled; in one turn with its annulment, so that neither overtakes the other."""
    wait_turn(f"round {ref}")
    require(may_go_on(queries.annulled(ref)))


def _going(number: int) -> Order:
    of = queries.order(number)
    if of is not None:
        _go_on(of.version.call.ref)
    return _held(number)


def _held(number: int) -> Order:
    of = queries.order(number)
    if of is None:
        raise Refused(steps.NO_ORDER)
    wait_turn(f"round {of.version.call.ref}")
    wait_turn(f"order of {of.allocation_id}")
    of.refresh_from_db()
    return of


def _ready(number: int) -> Order:
    """An order that may be signed at this moment: laid out, and nothing that it rests on has changed since."""
    of = _going(number)
    require(steps.may_sign(of.standing, of.statement is not None))
    require(rules.may_be_signed(queries.lacks(of.allocation)))
    return of


def _sign(line: Line, of: Order, checked: Mapping[str, Any]) -> None:
    Order.objects.filter(pk=of.pk).update(checked=dict(checked), signed=line.deed, standing=Standing.SIGNED)
    line.details.update(_about(of), digest=of.digest, how=checked["how"])
    of.refresh_from_db()
    # Last, since every writer of the public record waits for the one before. A leaf is public as soon as it is written:
    # what the order gives to whom is said by those of its publication.
    write("order.sealed", of.version.call.ref, written.sealed_leaf(of), by=_by(line))


def _fall(of: Order, line: Line) -> None:
    Order.objects.filter(pk=of.pk, annulled=None).update(annulled=line.deed, standing=Standing.ANNULLED)
    if held(
        of.allocation
    ):  # a draft that was never laid out binds nothing, and the journal says nothing of it
        release(of.allocation_id, by=_by(line))


def _about(of: Order) -> dict[str, Any]:
    return {"call": of.version.call.ref, "stage": of.allocation.stage, "number": of.number, "order": of.pk}


def _by(line: Line) -> Doer:
    return Doer(line.deed.voice, line.deed.hat)
