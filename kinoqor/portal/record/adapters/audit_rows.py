"""The records of decisions against their own digests, their deeds and their leaves."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.deciding.allocation.adapters.recorded import departure
from kinoqor.deciding.commission.words import IN_ORDER
from kinoqor.deciding.pitching.rules import hearing
from kinoqor.deciding.pitching.words import Sheet
from kinoqor.deciding.session.adapters.handed import says as vote_said
from kinoqor.funding.award.words import Form
from kinoqor.judging.panel.queries import text_of
from kinoqor.judging.review.rules import seal
from kinoqor.judging.review.words import Given
from kinoqor.kit.canonical import digest, digest_of
from kinoqor.ledger.log import queries as log
from kinoqor.portal.record import queries
from kinoqor.portal.record.adapters.audit_log import (
    no_leaf,
    other_deed,
    other_digest,
    other_leaf,
    row_of,
    said_in,
)
from kinoqor.portal.record.adapters.rounds import order_said

TALLIED = ("for", "against", "abstained")


class Leaves:
    """What the record says, to be asked by kind, by what a leaf is of, and by one of the keys of its kind."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, str], list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        for leaf in queries.leaves():
            self._said[leaf.kind, leaf.of].append((leaf.index, said_in(leaf.text).get("says") or {}))
        self._by: dict[tuple[str, str, str], dict[Any, list[tuple[int, dict[str, Any]]]]] = {}

    def of(self, kind: str, of: str) -> list[tuple[int, dict[str, Any]]]:
        """The leaves of a kind about something."""
        return self._said[kind, of]

    def found(self, kind: str, of: str, key: str, value: Any) -> list[tuple[int, dict[str, Any]]]:
        """The leaves of a kind about something in which a key has a value: index, and what each says."""
        if (kind, of, key) not in self._by:
            by = self._by[kind, of, key] = defaultdict(list)
            for index, says in self._said[kind, of]:
                by[says.get(key)].append((index, says))
        return self._by[kind, of, key].get(value, [])


def of_the_rows() -> Iterator[str]:
    """Every decision that the record must know, row by row."""
    leaves = Leaves()
    for part in (_calls, _annulled, _bodies, _draws, _reviews, _marks, _lists, _rulings, _votes, _orders):
        yield from part(leaves)


def told(what: str, due: dict[str, Any], own: list[tuple[int, dict[str, Any]]]) -> Iterator[str]:
    """The sentence about a row that no leaf speaks of, or the last of them otherwise."""
    if not own:
        yield no_leaf(what)
    elif any(own[-1][1].get(key) != value for key, value in due.items()):
        yield other_leaf(what, own[-1][0])


def _calls(leaves: Leaves) -> Iterator[str]:
    for one in queries.versions():
        what = row_of("funding.callversion", one.pk)
        if digest(one.terms) != one.digest:
            yield other_digest(what)
        own = leaves.found("call.published", one.call.ref, "version", one.number)
        yield from told(what, {"terms": one.digest}, own)


def _annulled(leaves: Leaves) -> Iterator[str]:
    """The reason of an annulment is that of its salted digest, unless the law had the salt erased."""
    for one in queries.annulled_calls():
        what, own = row_of("funding.call", one.pk), leaves.of("call.annulled", one.ref)
        if not own:
            yield no_leaf(what)
            continue
        digest_said, why = str(own[-1][1].get("why")), one.annulled.why if one.annulled else ""
        salt = log.salt_of(digest_said)
        erased = salt is not None and salt.salt is None
        if not erased and not log.opens(digest_said, why):
            yield other_leaf(what, own[-1][0])


def _bodies(leaves: Leaves) -> Iterator[str]:
    """Who sat on a body at a vote."""
    for taken in queries.photographs():
        what = row_of("judging.photograph", taken.pk)
        if digest_of(text_of(taken)) != taken.digest:
            yield other_digest(what)
        due = {"about": taken.about, "day": taken.day.isoformat()}
        sat = leaves.found("body.photographed", taken.body.ref, "composition", taken.digest)
        yield from told(what, due, [each for each in sat if each[1].get("about") == taken.about] or sat)


def _draws(leaves: Leaves) -> Iterator[str]:
    for draw in queries.all_draws():
        what = row_of("judging.draw", draw.pk)
        documents = ((draw.frozen, draw.digest), (draw.result, draw.result_digest))
        if any(text is not None and digest_of(text) != of for text, of in documents):
            yield other_digest(what)
        ref = draw.version.call.ref
        if draw.frozen_by_id:
            yield from told(what, {}, leaves.found("draw.frozen", ref, "lists", draw.digest))
        if draw.drawn_by_id:
            due = {"seed": draw.seed, "result": draw.result_digest}
            yield from told(what, due, leaves.found("draw.drawn", ref, "lists", draw.digest))


def _reviews(leaves: Leaves) -> Iterator[str]:
    for one in queries.handed_reviews():
        what = row_of("judging.review", one.pk)
        given = Given(one.marks, one.reasons, one.council, one.language)
        if seal(one.reading_id, given, one.salt) != one.digest:
            yield other_digest(what)
        handed = one.handed
        if handed is not None and (handed.details or {}).get("seal") != one.digest:
            yield other_deed(what, handed.pk)
        yield from told(
            what, {}, leaves.found("review.sealed", one.reading.draw.version.call.ref, "seal", one.digest)
        )


def _marks(leaves: Leaves) -> Iterator[str]:
    """The marks of pitchings: each as it was sealed, and each opening over those that were sealed until then."""
    seals = defaultdict(list)
    for one in queries.handed_sheets():
        what, plan, handed = row_of("deciding.sheet", one.pk), one.slot.plan, one.handed
        if hearing.seal(one.slot_id, Sheet(one.marks, one.words), one.salt) != one.digest:
            yield other_digest(what)
        if handed is not None and (handed.details or {}).get("seal") != one.digest:
            yield other_deed(what, handed.pk)
        seals[plan.pk].append((one.slot_id, one.member_id, one.digest))
        yield from told(what, {}, leaves.found("marks.sealed", plan.version.call.ref, "seal", one.digest))
    for of in queries.opened_pitchings():
        what, opened = row_of("deciding.plan", of.pk), of.opened
        due = {"marks": len(seals[of.pk]), "seals": hearing.seal_of_all(seals[of.pk])}
        if opened is not None and (opened.details or {}).get("seal") != due["seals"]:
            yield other_deed(what, opened.pk)
        own = leaves.found("marks.opened", of.version.call.ref, "session", hearing.session(of.pk))
        yield from told(what, due, own)


def _lists(leaves: Leaves) -> Iterator[str]:
    for of in queries.computed_lists():
        what, ref = row_of("deciding.allocation", of.pk), of.version.call.ref
        if digest_of(of.frozen) != of.digest or digest_of(of.result or "") != of.result_digest:
            yield other_digest(what)
            continue
        computed = of.computed
        if computed is not None and (computed.details or {}).get("digest") != of.result_digest:
            yield other_deed(what, computed.pk)
        due = {"inputs": of.digest, "result": of.result_digest}
        yield from told(what, due, leaves.found("allocation.computed", ref, "inputs", of.digest))
        for each in queries.departures(of):
            said = departure(of, each)
            own = leaves.found("departure.made", ref, "item", said["item"])
            yield from told(row_of("deciding.departure", each.pk), said, own)


def _rulings(leaves: Leaves) -> Iterator[str]:
    """The rulings that a signed order rests on: with its result they were written into the record."""
    for order in queries.told_orders():
        codes = {number: code for code, number in order.allocation.codes.items()}
        for one in queries.rulings(order):
            code = codes.get(one.application_id, "")
            given = one.award if one.said in IN_ORDER else 0
            own = leaves.found("commission.decided", order.version.call.ref, "item", code)
            yield from told(row_of("deciding.ruling", one.pk), {"outcome": one.said, "sum": given}, own)


def _votes(leaves: Leaves) -> Iterator[str]:
    for item in queries.closed_items():
        what = row_of("deciding.item", item.pk)
        voices = Counter(part.vote for part in item.parts.all() if part.vote)
        voices.update({one.vote: one.votes for one in item.tallies.all()})
        due = vote_said(item)
        shut = item.form == Form.CLOSED
        if shut and due["outcome"] == "broken_off":  # only how many voted is told of it
            wrong = any(due[key] for key in TALLIED)
        else:
            wrong = any(voices[key] != due[key] for key in TALLIED)
        if wrong or (shut and voices.total() != len(item.parts.all())):
            yield _(
                "%(what)s: its numbers are not those of its votes, so a vote or the count was altered."
            ) % {"what": what}
        yield from told(
            what, due, leaves.found("vote.taken", f"sitting:{item.sitting_id}", "item", str(item.pk))
        )


def _orders(leaves: Leaves) -> Iterator[str]:
    """Signed orders: the record has nothing but the digest of their paper until their result is out."""
    out = set(queries.told_orders().values_list("pk", flat=True))
    for order in queries.signed_orders():
        what = row_of("deciding.order", order.pk)
        if order.total != sum(each["award"] for each in order.rows):
            yield _("%(what)s: its total is not the sum of its rows, so one of them was altered.") % {
                "what": what
            }
        if order.statement is not None and digest_of(order.statement) != order.digest:
            yield other_digest(what)
        said = order_said(order)
        named = ("day", "total", "currency", "paper") if order.pk in out else ("day", "paper")
        due = {key: said[key] for key in named if said[key] is not None}
        due |= {"films": len(order.rows)} if order.pk in out else {}
        kind = "order.signed" if order.pk in out else "order.sealed"
        yield from told(what, due, leaves.found(kind, order.version.call.ref, "number", order.number))
