"""What each step of a decision took over from the one before: marks, list, departures, rulings, order, result."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.allocation.adapters.case import file_code
from kinoqor.deciding.allocation.adapters.frozen import seed_of
from kinoqor.deciding.allocation.models import Allocation
from kinoqor.deciding.allocation.rules.checking import check
from kinoqor.deciding.commission.words import IN_ORDER
from kinoqor.deciding.publication.models import Publication
from kinoqor.deciding.publication.words import Result
from kinoqor.kit.canonical import digest, digest_of
from kinoqor.portal.record import queries
from kinoqor.portal.record.adapters.audit_log import other_digest, row_of
from kinoqor.portal.record.adapters.audit_rows import Leaves, told
from kinoqor.portal.record.adapters.rounds import result_said

# What a document that was spoilt makes the reading of it stumble over.
SPOILT = (KeyError, TypeError, ValueError, AttributeError, IndexError)


def of_the_steps() -> Iterator[str]:
    """Every row of the deciding that says otherwise than what it rests on."""
    leaves = Leaves()
    for of in queries.computed_lists():
        try:
            yield from _list(of)
        except SPOILT:
            yield other_digest(row_of("deciding.allocation", of.pk))
    yield from _orders()
    yield from _results(leaves)
    yield from _rechecks(leaves)


def _list(of: Allocation) -> Iterator[str]:
    """The codes of a list, the seed of its lots, and what its departures have made of it."""
    what, frozen = row_of("deciding.allocation", of.pk), json.loads(of.frozen)["case"]
    known = {row[0] for row in frozen["files"]}
    if set(of.codes) < known or any(file_code(of.salt, film) != code for code, film in of.codes.items()):
        yield _("%(what)s: a code stands for another film than it is made of, so it was altered.") % {
            "what": what
        }
    if of.chance and seed_of(of, of.chance) != of.seed:
        yield _("%(what)s: its seed is not made of its public number, so one of the two was altered.") % {
            "what": what
        }
    names = {film: code for code, film in of.codes.items()}
    left = {names[each.application_id]: each for each in queries.departures(of)}
    if not of.after:
        if left:
            yield _(
                "%(what)s: it is not the list with the departures that stand, so one of them was altered."
            ) % {"what": what}
        return
    said, found = json.loads(of.after), lists.read(of)
    moved = {
        "inside": sorted(code for code, each in left.items() if each.comes_in),
        "outside": sorted(code for code, each in left.items() if not each.comes_in),
    }
    if said["case"] != {**frozen, **moved} or said["frozen"] != of.digest:
        yield _(
            "%(what)s: it is not the list with the departures that stand, so one of them was altered."
        ) % {"what": what}
    elif found is None or check(found.case, found.result):
        yield _("%(what)s: its list with the departures does not keep the rule, so it was altered.") % {
            "what": what
        }
    given = {award.code: award.money for award in found.result.awards} if found else {}
    for code, each in left.items():
        if each.award != given.get(code, 0):
            yield _other_sum(row_of("deciding.departure", each.pk))


def _orders() -> Iterator[str]:
    """Each film of an order has what the commission gave it, and no other film is there."""
    for order in queries.signed_orders():
        given = {each.application_id: each.award for each in queries.rulings(order) if each.said in IN_ORDER}
        if {row.get("application"): row.get("award") for row in order.rows} != given:
            what = row_of("deciding.order", order.pk)
            yield _(
                "%(what)s: its films and sums are not those that the commission gave, so one of them was altered."
            ) % {"what": what}


def _results(leaves: Leaves) -> Iterator[str]:
    """What was published: the record says the same of all of it, and the list, the rulings and the order of each film."""
    for one in queries.lifted():
        said = result_said(queries.outcomes(one))
        own = leaves.found("result.published", one.version.call.ref, "stage", one.stage)
        yield from told(row_of("deciding.publication", one.pk), said | {"list": digest(said["list"])}, own)
        try:
            yield from _outcomes(one)
        except SPOILT:
            yield other_digest(row_of("deciding.publication", one.pk))


def _outcomes(of: Publication) -> Iterator[str]:
    if of.order is None:
        return
    ordered = {row["application"]: row["award"] for row in of.order.rows}
    ruled = {each.application_id: each for each in queries.rulings(of.order)}
    listed = {row.application: row for row in lists.listed(of.order.allocation)}
    for each in queries.outcomes(of):
        film, what = each.application_id, row_of("deciding.outcome", each.pk)
        row, given, ruling = listed.get(film), ordered.get(film, 0), ruled.get(film)
        awarded = each.result == Result.AWARDED
        council = (row.award if row else 0) or given
        commission = ruling.award if awarded and ruling else given
        sums = (row.asked if row else 0, council, commission, given)
        if awarded != (film in ordered) or (each.asked, each.council, each.commission, each.award) != sums:
            yield _other_sum(what)
        due: dict[str, Any] = {} if row is None else {"points": row.points, "low": row.low, "high": row.high}
        if any(each.line.get(key, value) != value for key, value in due.items()):
            yield _("%(what)s: its points are not those of the list, so one of the two was altered.") % {
                "what": what
            }


def _other_sum(what: str) -> str:
    return _(
        "%(what)s: its sums are not those of the list, the commission and the order, so one of them was altered."
    ) % {"what": what}


def _rechecks(leaves: Leaves) -> Iterator[str]:
    """What came of computing a list once more."""
    for one in queries.rechecks():
        what, ref = row_of("deciding.recheck", one.pk), one.allocation.version.call.ref
        if digest_of(one.result or "") != one.digest:
            yield other_digest(what)
        due = {"inputs": digest_of(one.frozen or ""), "before": one.allocation.result_digest or ""}
        yield from told(what, due, leaves.found("check.repeated", ref, "result", one.digest))
